//! When an observance is.

use icu_calendar::cal::{ChineseTraditional, Ethiopian, Hebrew, Hijri, KoreanTraditional, Persian};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday as Day};
use serde::Deserialize;

use super::calendars::days;
use super::easter;

/// When an observance is, as the calendar's files say it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// The same day of the same month.
    Fixed {
        /// Day of the month.
        day: i8,
        /// The month.
        month: Month,
    },
    /// Such as the second Sunday of May.
    Nth {
        /// 1 for the first to 5 for the fifth; −1 for the last, −2 for the last but one.
        nth: i8,
        /// The day of the week.
        weekday: Weekday,
        /// The month.
        month: Month,
    },
    /// The first such day of the week on or after a day.
    From {
        /// The day of the week.
        weekday: Weekday,
        /// The first day that it can be.
        day: i8,
        /// The month of that day.
        month: Month,
    },
    /// So many days after Easter Sunday of the Western churches; before it where negative.
    Easter(i32),
    /// The same for the Orthodox churches.
    OrthodoxEaster(i32),
    /// A day of the Hebrew calendar.
    Hebrew {
        /// Day of the month.
        day: u8,
        /// The month.
        month: HebrewMonth,
    },
    /// A day of the Islamic calendar as Umm al-Qura computes it. Where the moon is looked for, it may be a day earlier or later.
    Islamic {
        /// Day of the month.
        day: u8,
        /// The month.
        month: IslamicMonth,
    },
    /// A day of the Chinese calendar; leap months do not count.
    Chinese(Numbered),
    /// A day of the Korean calendar; leap months do not count.
    Korean(Numbered),
    /// A day of the Persian solar calendar.
    Persian(Numbered),
    /// A day of the Ethiopian calendar.
    Ethiopian(Numbered),
    /// Days that are proclaimed or published year by year; in other years it is not known.
    Dates(Vec<Date>),
    /// By one rule, unless that falls on the day of another; then by a third.
    Unless {
        /// As a rule.
        rule: Box<Rule>,
        /// Not on this one's day.
        falls_on: Box<Rule>,
        /// But then by this one.
        then: Box<Rule>,
    },
}

/// A day of a month that goes by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    /// Day of the month.
    pub day: u8,
    /// The month, from 1.
    pub month: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday = 1,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Month {
    January = 1,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}

/// A month of the Hebrew calendar. Adar of a leap year is the second one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum HebrewMonth {
    Tishri = 1,
    Heshvan,
    Kislev,
    Tevet,
    Shevat,
    Adar,
    Nisan,
    Iyar,
    Sivan,
    Tammuz,
    Av,
    Elul,
}

/// A month of the Islamic calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum IslamicMonth {
    Muharram = 1,
    Safar,
    RabiAlAwwal,
    RabiAlThani,
    JumadaAlAwwal,
    JumadaAlThani,
    Rajab,
    Shaban,
    Ramadan,
    Shawwal,
    DhuAlQadah,
    DhuAlHijjah,
}

impl Rule {
    /// Its days in that year, in order.
    pub fn on(&self, year: i16) -> Vec<Date> {
        match self {
            Self::Fixed { day, month } => one(date(year, *month, *day)),
            Self::Nth { nth, weekday, month } => {
                one(date(year, *month, 1).and_then(|first| first.nth_weekday_of_month(*nth, weekday.day()).ok()))
            }
            Self::From { weekday, day, month } => {
                let wait = |first: Date| first.weekday().until(weekday.day());
                one(date(year, *month, *day).and_then(|first| first.checked_add(wait(first).days()).ok()))
            }
            Self::Easter(after) => one(easter::western(year).and_then(|day| day.checked_add(after.days()).ok())),
            Self::OrthodoxEaster(after) => {
                one(easter::orthodox(year).and_then(|day| day.checked_add(after.days()).ok()))
            }
            Self::Hebrew { day, month } => days(Hebrew, year, *month as u8, *day),
            Self::Islamic { day, month } => days(Hijri::new_umm_al_qura(), year, *month as u8, *day),
            Self::Chinese(Numbered { day, month }) => days(ChineseTraditional::new(), year, *month, *day),
            Self::Korean(Numbered { day, month }) => days(KoreanTraditional::new(), year, *month, *day),
            Self::Persian(Numbered { day, month }) => days(Persian, year, *month, *day),
            Self::Ethiopian(Numbered { day, month }) => days(Ethiopian::new(), year, *month, *day),
            Self::Dates(dates) => dates.iter().filter(|date| date.year() == year).copied().collect(),
            Self::Unless { rule, falls_on, then } => {
                let (usual, not) = (rule.on(year), falls_on.on(year));
                if usual.iter().any(|day| not.contains(day)) { then.on(year) } else { usual }
            }
        }
    }

    /// Whether it is on that day.
    pub fn is_on(&self, day: Date) -> bool {
        match self {
            // Most rules say at once that it is not: this is asked of each of them, for each day of a year.
            Self::Fixed { day: of_month, month } => (*of_month, *month as i8) == (day.day(), day.month()),
            Self::Nth { weekday, month, .. } if (weekday.day(), *month as i8) != (day.weekday(), day.month()) => false,
            Self::From { weekday, .. } if weekday.day() != day.weekday() => false,
            Self::Dates(dates) => dates.contains(&day),
            _ => self.on(day.year()).contains(&day),
        }
    }

    /// Whether it is the same day of the month in every year.
    pub fn is_fixed(&self) -> bool {
        matches!(self, Self::Fixed { .. })
    }
}

impl Weekday {
    fn day(self) -> Day {
        Day::from_monday_one_offset(self as i8).unwrap_or(Day::Sunday)
    }
}

fn date(year: i16, month: Month, day: i8) -> Option<Date> {
    Date::new(year, month as i8, day).ok()
}

fn one(day: Option<Date>) -> Vec<Date> {
    day.into_iter().collect()
}
