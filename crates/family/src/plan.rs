//! What is asked for.

use jiff::civil::Date;

/// Which twelve years, how many pictures, how large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Nothing is dated on or after this day.
    pub today: Date,
    /// How many years back the pictures go; the story needs twelve.
    pub years: u16,
    /// How many pictures. The story, birthdays, holidays and journeys take some 800 and are never left out; the rest is
    /// ordinary weeks.
    pub photos: usize,
    /// Another seed, other ordinary weeks; the story stays.
    pub seed: u64,
    /// Width and height of a picture held level.
    pub size: (u32, u32),
}

impl Plan {
    /// The family of the demo and of the tests.
    pub fn demo(today: Date) -> Self {
        Self { today, years: 12, photos: 1500, seed: 28, size: (1280, 960) }
    }

    /// The plan's day, that many years earlier; 28 February where a year has no 29th.
    pub fn years_ago(&self, years: i16) -> Date {
        same_day(self.today, self.today.year() - years)
    }
}

/// The same day of another year; 28 February where that year has no 29th.
pub(crate) fn same_day(date: Date, year: i16) -> Date {
    on(year, date.month(), date.day())
}

/// A date that exists: the last day of the month at most.
pub(crate) fn on(year: i16, month: i8, day: i8) -> Date {
    let first = Date::new(year, month.clamp(1, 12), 1).unwrap_or(Date::ZERO);
    Date::new(year, first.month(), day.clamp(1, first.days_in_month())).unwrap_or(first)
}

/// A date that many days later (or earlier).
pub(crate) fn days_after(date: Date, days: i32) -> Date {
    date.saturating_add(jiff::Span::new().days(days))
}
