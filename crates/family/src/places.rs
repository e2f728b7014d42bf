//! Where they go: real places, by rounded coordinates.

use jiff::civil::DateTime;
use model::{Position, UtcOffset};

/// A place in their life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Spot {
    Home,
    Park,
    School,
    Hospital,
    Grandmother,
    Sea,
    Mountains,
    Woods,
    Lake,
    City,
    Abroad,
}

impl Spot {
    /// What the family calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Park => "Laurelhurst Park",
            Self::School => "school",
            Self::Hospital => "Portland",
            Self::Grandmother => "Astoria",
            Self::Sea => "Cannon Beach",
            Self::Mountains => "Mount Hood",
            Self::Woods => "Silver Falls",
            Self::Lake => "Detroit Lake",
            Self::City => "New York",
            Self::Abroad => "Lisbon",
        }
    }

    /// Where it is.
    pub fn position(self) -> Position {
        let (latitude, longitude) = match self {
            Self::Home => (45.5262, -122.6340),
            Self::Park => (45.5211, -122.6254),
            Self::School => (45.5329, -122.6421),
            Self::Hospital => (45.4993, -122.6866),
            Self::Grandmother => (46.1840, -123.8250),
            Self::Sea => (45.8846, -123.9685),
            Self::Mountains => (45.3311, -121.7113),
            Self::Woods => (44.8776, -122.6557),
            Self::Lake => (44.7290, -122.1840),
            Self::City => (40.7306, -73.9866),
            Self::Abroad => (38.7116, -9.1300),
        };
        Position { latitude, longitude }
    }

    /// The offset in force there at a local time.
    pub fn offset(self, at: DateTime) -> Option<UtcOffset> {
        let zone = match self {
            Self::City => "America/New_York",
            Self::Abroad => "Europe/Lisbon",
            _ => "America/Los_Angeles",
        };
        let zoned = at.in_tz(zone).ok()?;
        UtcOffset::from_minutes(zoned.offset().seconds() / 60)
    }
}
