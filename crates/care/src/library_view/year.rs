//! A year of the shelf: how many photos it has, and its months.

use jiff::ToSpan;
use jiff::civil::Date;
use library::{Known, ShelfDay};

/// The photos of a year, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearOfShelf {
    /// The year.
    pub year: i16,
    /// How many photos it has.
    pub photos: u64,
    /// Its months that have any (1 to 12), with how many; 0 for one in which all there is is asked about first.
    pub months: Vec<(i8, u64)>,
    /// How many photos are of that year and nobody knows when in it.
    pub some_time: u64,
    /// Whether something that is asked about first is among those.
    pub asked_some_time: bool,
}

impl YearOfShelf {
    pub(super) fn empty(year: i16) -> Self {
        Self { year, photos: 0, months: Vec::new(), some_time: 0, asked_some_time: false }
    }

    /// The time that the year spans: its first day, and the first day after it.
    pub fn span(&self) -> (Date, Date) {
        let first = Date::new(self.year, 1, 1).unwrap_or(Date::MIN);
        (first, first.checked_add(1.year()).unwrap_or(Date::MAX))
    }

    /// Something of that month is asked about first.
    pub(super) fn ask(&mut self, month: i8) {
        let at = self.months.partition_point(|(other, _)| *other < month);
        if self.months.get(at).is_none_or(|(other, _)| *other != month) {
            self.months.insert(at, (month, 0));
        }
    }

    pub(super) fn add(&mut self, day: &ShelfDay) {
        self.photos += day.photos;
        if day.known == Known::Year {
            self.some_time += day.photos;
            return;
        }
        let month = day.day.month();
        match self.months.last_mut().filter(|(last, _)| *last == month) {
            Some((_, photos)) => *photos += day.photos,
            None => self.months.push((month, day.photos)),
        }
    }
}
