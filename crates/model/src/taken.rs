//! When a photo was taken: local time as the camera's owner lived it, and how far that can be trusted.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// When a photo was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The local wall-clock time of the one who was there. Parts finer than `precision` are zero.
    pub at: DateTime,
    /// How much of `at` is meant.
    pub precision: Precision,
    /// The UTC offset in force there and then, if known.
    pub offset: Option<UtcOffset>,
    /// Where the date comes from, and so how far to trust it.
    pub confidence: Confidence,
}

impl Taken {
    /// Whether this date may bring a photo back on its anniversary: known to the day, and from a source that knows when
    /// the shutter opened. A scan date, a file time or a doubtful clock never does.
    pub fn makes_anniversary(&self) -> bool {
        matches!(self.precision, Precision::Time | Precision::Day) && self.confidence.is_trusted()
    }

    /// Whether its owner said so.
    pub fn is_the_owners(&self) -> bool {
        self.confidence == Confidence::Owner
    }
}

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the second or better.
    Time,
    /// The day, but not the hour.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
    /// "About 1956".
    AboutYear,
}

/// Where a date comes from, most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The owner said so.
    Owner,
    /// The camera's own clock, at the moment of exposure.
    Camera,
    /// GPS time, moved to local time by the position's time zone.
    Gps,
    /// An XMP sidecar beside the file.
    Sidecar,
    /// A pattern in the file's name.
    FileName,
    /// A camera's clock that was likely wrong: never set, run dry, in the future, or the same for far too many photos.
    DoubtfulClock,
    /// The day that a print or a slide met a scanner.
    Scan,
    /// The file's own time stamp.
    FileTime,
}

impl Confidence {
    /// Whether it tells when the shutter opened, rather than when a file or a scan came about.
    pub fn is_trusted(self) -> bool {
        matches!(self, Self::Owner | Self::Camera | Self::Gps | Self::Sidecar | Self::FileName)
    }

    /// The stable name used in the database and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Camera => "camera",
            Self::Gps => "gps",
            Self::Sidecar => "sidecar",
            Self::FileName => "file_name",
            Self::DoubtfulClock => "doubtful_clock",
            Self::Scan => "scan",
            Self::FileTime => "file_time",
        }
    }

    /// The confidence with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [
            Self::Owner,
            Self::Camera,
            Self::Gps,
            Self::Sidecar,
            Self::FileName,
            Self::DoubtfulClock,
            Self::Scan,
            Self::FileTime,
        ];
        all.into_iter().find(|c| c.name() == name)
    }
}

impl Precision {
    /// The stable name used in the database and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::AboutYear => "about_year",
        }
    }

    /// The precision with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Time, Self::Day, Self::Month, Self::Year, Self::AboutYear].into_iter().find(|p| p.name() == name)
    }
}

/// A UTC offset in whole minutes, east positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UtcOffset(i16);

impl UtcOffset {
    /// An offset, if clocks anywhere keep one that large (±15 hours).
    pub fn from_minutes(minutes: i32) -> Option<Self> {
        (minutes.abs() <= 15 * 60).then_some(Self(minutes as i16))
    }

    /// Minutes east of UTC.
    pub fn minutes(self) -> i32 {
        self.0.into()
    }
}

/// A local time as milliseconds since 1970-01-01T00:00 of the same wall clock: what the database sorts by.
pub fn millis(at: DateTime) -> i64 {
    let seconds_of_day = i64::from(at.hour()) * 3600 + i64::from(at.minute()) * 60 + i64::from(at.second());
    (day_number(at.date()) * 86_400 + seconds_of_day) * 1000 + i64::from(at.subsec_nanosecond()) / 1_000_000
}

/// The local time that [`millis`] made the number from; `None` outside the years −9999 to 9999.
pub fn moment_of(millis: i64) -> Option<DateTime> {
    let day = day_from_number(millis.div_euclid(86_400_000))?;
    let rest = millis.rem_euclid(86_400_000);
    let (seconds, ms) = (rest / 1000, rest % 1000);
    let at = |n: i64| n as i8;
    Some(day.at(at(seconds / 3600), at(seconds / 60 % 60), at(seconds % 60), (ms * 1_000_000) as i32))
}

/// Days since 1970-01-01.
pub fn day_number(day: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    i64::from((day - epoch).get_days())
}

/// The day that [`day_number`] made the number from; `None` outside the years −9999 to 9999.
pub fn day_from_number(number: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(number).ok()?;
    Date::constant(1970, 1, 1).checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_time_survives_the_way_through_a_number() {
        for text in ["1969-12-31T23:59:59.999", "2020-02-29T12:00:00.5", "1582-10-15T00:00:00", "9999-12-31T23:59:59"] {
            let at: DateTime = text.parse().unwrap();
            assert_eq!(moment_of(millis(at)), Some(at), "{text}");
        }
        assert_eq!(moment_of(i64::MAX), None);
        assert_eq!(day_from_number(i64::MIN), None);
    }

    #[test]
    fn only_a_day_known_from_a_trusted_source_makes_an_anniversary() {
        let at: DateTime = "2019-05-04T10:00:00".parse().unwrap();
        let taken = |precision, confidence| Taken { at, precision, offset: None, confidence };
        let cases = [
            (Precision::Time, Confidence::Camera, true),
            (Precision::Day, Confidence::Owner, true),
            (Precision::Time, Confidence::FileName, true),
            (Precision::AboutYear, Confidence::Owner, false),
            (Precision::Month, Confidence::Owner, false),
            (Precision::Time, Confidence::Scan, false),
            (Precision::Time, Confidence::FileTime, false),
            (Precision::Time, Confidence::DoubtfulClock, false),
        ];
        for (precision, confidence, expected) in cases {
            assert_eq!(taken(precision, confidence).makes_anniversary(), expected, "{precision:?} {confidence:?}");
        }
    }

    #[test]
    fn names_lead_back_to_what_they_name() {
        assert_eq!(Confidence::from_name(Confidence::DoubtfulClock.name()), Some(Confidence::DoubtfulClock));
        assert_eq!(Precision::from_name("about_year"), Some(Precision::AboutYear));
        assert_eq!(Confidence::from_name("hearsay"), None);
    }
}
