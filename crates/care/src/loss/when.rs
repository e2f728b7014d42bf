//! When it was, as well as somebody knows it: a day, a month, a year, or about a year.

use jiff::ToSpan;
use jiff::civil::Date;
use library::GivenDate;
use model::Precision;
use serde::{Deserialize, Serialize};

/// When something was: the first and the last day that it may have been, both included. Of a day that is known they are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct When {
    /// The first day that it may have been.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl When {
    /// What a date means that somebody gave: "about 2019" is half a year before that year began to half a year before it ended,
    /// and as much after.
    pub fn of(given: &GivenDate) -> Self {
        let day = given.at().date();
        let to = |last: Result<Date, jiff::Error>| Self { first: day, last: last.unwrap_or(Date::MAX) };
        match given.precision() {
            Precision::Time | Precision::Day => Self::from(day),
            Precision::Month => to(Ok(day.last_of_month())),
            Precision::Year => to(Ok(day.last_of_year())),
            Precision::AboutYear => {
                let first = day.checked_sub(6.months()).unwrap_or(Date::MIN);
                Self { first, ..to(day.checked_add(18.months()).and_then(Date::yesterday)) }
            }
        }
    }

    /// The day, where it is known.
    pub fn day(&self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }
}

impl From<Date> for When {
    fn from(day: Date) -> Self {
        Self { first: day, last: day }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_wide_as_it_was_given() {
        for (text, first, last) in [
            ("2020-09-28", "2020-09-28", "2020-09-28"),
            ("28 September 2020 16:30", "2020-09-28", "2020-09-28"),
            ("November 2025", "2025-11-01", "2025-11-30"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2019", "2019-01-01", "2019-12-31"),
            ("about 2019", "2018-07-01", "2020-06-30"),
        ] {
            let when = When::of(&text.parse().unwrap());
            assert_eq!(when, When { first: first.parse().unwrap(), last: last.parse().unwrap() }, "{text}");
            assert_eq!(when.day().is_some(), first == last, "{text}");
        }
    }
}
