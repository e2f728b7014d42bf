//! How a life is filled with people, places and days, before anything is known of it.

pub(crate) mod days;
pub(crate) mod people;
pub(crate) mod places;
pub(crate) mod words;

use model::{PersonId, PlaceId};

use crate::life::{Loss, MomentKind, Person, Spot, Tie};

/// A day of the year as month × 100 + day.
pub(crate) fn month_day(day: i64) -> i64 {
    model::day_from_number(day).map_or(101, |date| i64::from(date.month()) * 100 + i64::from(date.day()))
}

/// Days of a year, on average.
pub(crate) const YEAR: f64 = 365.25;

/// A life while it is made.
pub(crate) struct Making {
    pub(crate) seed: u64,
    pub(crate) first: i64,
    pub(crate) last: i64,
    pub(crate) people: Vec<Person>,
    pub(crate) spots: Vec<Spot>,
    pub(crate) losses: Vec<Loss>,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) language: words::Language,
}

/// A moment as it was, before a camera and a program made something else of it.
pub(crate) struct Draft {
    pub(crate) day: i64,
    /// Minutes since midnight at its first photo.
    pub(crate) minute: i64,
    pub(crate) kind: MomentKind,
    pub(crate) spot: PlaceId,
    pub(crate) there: Vec<PersonId>,
    pub(crate) photos: Vec<Shot>,
    /// Words of the album or folder it lies in.
    pub(crate) words: &'static [&'static str],
}

/// A photo as it was.
pub(crate) struct Shot {
    pub(crate) with: Vec<PersonId>,
    pub(crate) ties: Vec<Tie>,
}

impl Making {
    /// Everybody who could be in a picture on that day.
    pub(crate) fn around(&self, day: i64) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.from <= day && day < person.until)
    }
}
