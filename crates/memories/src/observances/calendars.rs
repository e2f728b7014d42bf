//! Days of other calendars. The arithmetic is `icu_calendar`'s.

use icu_calendar::types::Month;
use icu_calendar::{AsCalendar, Date as Their};
use jiff::civil::Date;

/// The fixed day number that calendars are compared by, of 1 January 1970.
const EPOCH: i64 = 719_163;

/// The days of a Gregorian year that are that day of that month in another calendar: none, one or two.
pub(super) fn days<C: AsCalendar + Copy>(calendar: C, year: i16, month: u8, day: u8) -> Vec<Date> {
    let theirs = |month, day| {
        let ours = Their::try_new_iso(year.into(), month, day).ok()?;
        Some(ours.to_calendar(calendar).year().extended_year())
    };
    let (Some(first), Some(last)) = (theirs(1, 1), theirs(12, 31)) else { return Vec::new() };
    let found = (first..=last).filter_map(|year| {
        let theirs = Their::try_new(year.into(), Month::new(month), day, calendar).ok()?;
        model::day_from_number(theirs.to_rata_die().to_i64_date() - EPOCH)
    });
    found.filter(|day| day.year() == year).collect()
}
