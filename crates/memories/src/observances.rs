//! The calendar of observances: days on which people think of somebody or something, the year round.
//!
//! The entries are data that anybody can read and mend (`crates/memories/observances/`, a file a group), each with a rule and
//! a source. Nothing here knows a clock or a database.

mod about;
mod calendars;
mod data;
mod easter;
mod rule;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

pub use about::About;
pub use rule::{HebrewMonth, IslamicMonth, Month, Numbered, Rule, Weekday};

/// One observance, in one or more countries, by one rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observance {
    /// Which it is.
    pub id: ObservanceId,
    /// The name of its name: entries that people call alike share one. The words themselves are the pages' to say.
    pub name: String,
    /// Whom or what it is about.
    pub about: About,
    /// ISO 3166-1 alpha-2 codes of where it is kept; none for the world over.
    #[serde(default)]
    pub countries: Vec<String>,
    /// When it is.
    pub rule: Rule,
    /// Who says so.
    pub source: String,
    /// How many days it lasts, from its day on.
    #[serde(default = "one")]
    pub days: u8,
    /// Whether it begins at sunset of the day before.
    #[serde(default)]
    pub eve: bool,
}

/// The name of an observance, such as `mothers-day-us`. It never changes, so that others can keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObservanceId(&'static str);

impl ObservanceId {
    /// As it is kept and sent.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// As it is kept where a number is: FNV-1a of its name in 64 bits. No two of the calendar have the same.
    pub fn number(self) -> i64 {
        let hash = self
            .0
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        hash as i64
    }

    /// The one that is kept by that number, if the calendar has it.
    pub fn numbered(number: i64) -> Option<Self> {
        observances().iter().map(|observance| observance.id).find(|id| id.number() == number)
    }
}

impl fmt::Display for ObservanceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl<'de> Deserialize<'de> for ObservanceId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        // Read from the embedded calendar alone, once, and needed for as long as the program runs.
        Ok(Self(String::deserialize(from)?.leak()))
    }
}

/// Every observance, in the order of the calendar's files.
pub fn observances() -> &'static [Observance] {
    &data::ALL
}

/// The observance by that id.
pub fn observance(id: &str) -> Option<&'static Observance> {
    observances().iter().find(|observance| observance.id.as_str() == id)
}

/// What is observed on `day` the world over and in those countries (ISO 3166-1 alpha-2 codes).
pub fn observed_on(day: Date, countries: &[String]) -> Vec<&'static Observance> {
    let here = |observance: &&Observance| observance.is_kept_in(countries) && observance.is_on(day);
    observances().iter().filter(here).collect()
}

impl Observance {
    /// Its days in that year: one as a rule, two or none by calendars whose years are shorter, and none where it is not known.
    pub fn on(&self, year: i16) -> Vec<Date> {
        self.rule.on(year)
    }

    /// Whether it is on that day. Of one that lasts longer it is the first.
    pub fn is_on(&self, day: Date) -> bool {
        self.rule.is_on(day)
    }

    /// From its evening before, if it begins there, to its last day, each time it begins in that year.
    pub fn lasts(&self, year: i16) -> Vec<RangeInclusive<Date>> {
        let whole = |first: Date| {
            let last = first.saturating_add((i32::from(self.days) - 1).days());
            first.saturating_sub(i32::from(self.eve).days())..=last
        };
        self.on(year).into_iter().map(whole).collect()
    }

    /// Whether it is kept the world over or in any of those countries.
    pub fn is_kept_in(&self, countries: &[String]) -> bool {
        self.countries.is_empty() || self.countries.iter().any(|code| countries.contains(code))
    }
}

fn one() -> u8 {
    1
}
