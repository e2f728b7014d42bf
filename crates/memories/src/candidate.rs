//! A memory that a day could bring back, before care has looked at it.

use model::{PersonId, PhotoId};

use crate::{Moment, ObservanceId};

/// A memory that could return, uncleared.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Why it would return.
    pub reason: Reason,
    /// The moment that returns; `None` for a memory that is gathered from many.
    pub moment: Option<Moment>,
    /// Photos to show, in order of choice. A few more than are shown, so that what is held can be replaced.
    pub picks: Vec<Pick>,
}

/// A photo of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The photo.
    pub photo: PhotoId,
    /// Its place in the order of time.
    pub place: i64,
    /// The day it was taken, in days since 1970-01-01.
    pub day: i64,
}

/// Why a memory returns today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A moment of exactly so many years ago.
    OnThisDay {
        /// How many years, at least one.
        years: u16,
        /// It was 29 February, and returns on the 28th because this year has no other.
        leap_day: bool,
    },
    /// A living person's birthday.
    Birthday {
        /// Who.
        person: PersonId,
        /// Their name.
        name: String,
        /// How old they become.
        age: u16,
    },
    /// A day of the calendar of observances: those whom it is about, or the feast itself, over the years.
    Observance {
        /// Which one.
        observance: ObservanceId,
        /// The living whom it is about and who are in the pictures; nobody for a feast.
        people: Vec<PersonId>,
    },
}
