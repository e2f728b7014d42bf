//! Which days of earlier years return on a day.

use jiff::civil::Date;

use crate::REST_DAYS;

/// Which days return on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anniversary {
    /// Month × 100 + day of the month.
    pub month_day: i64,
    /// A second such day: 29 February, on the 28th of a common year.
    pub leap_day_too: Option<i64>,
    /// The last day that is old enough, in days since 1970-01-01.
    pub until_day: i64,
}

/// Which days of earlier years return on `day`: the same day of the month, and 29 February on 28 February in a year that
/// has no other; nothing from the last [`REST_DAYS`] days.
pub fn anniversary(day: Date) -> Anniversary {
    let month_day = month_day(day);
    let leap_day_too = (month_day == 228 && !day.in_leap_year()).then_some(229);
    Anniversary { month_day, leap_day_too, until_day: model::day_number(day) - REST_DAYS }
}

/// Month × 100 + day of the month: what a day shares with its anniversaries.
pub(crate) fn month_day(day: Date) -> i64 {
    i64::from(day.month()) * 100 + i64::from(day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_leap_day_returns_on_the_28th_of_common_years_only() {
        let of = |day: &str| {
            let found = anniversary(day.parse().unwrap());
            (found.month_day, found.leap_day_too)
        };
        assert_eq!(of("2025-02-28"), (228, Some(229)));
        assert_eq!(of("2024-02-28"), (228, None));
        assert_eq!(of("2024-02-29"), (229, None));
        assert_eq!(of("1900-02-28"), (228, Some(229)));
        assert_eq!(of("2000-02-28"), (228, None));
        assert_eq!(of("2026-11-23"), (1123, None));
    }
}
