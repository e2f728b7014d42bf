//! The first visit, walked through as the four people of the story, in a real browser on a phone before the real program: how many taps
//! and letters and how far a page it takes them to say what they would not meet unasked, and what was to be seen before they were asked.

mod people;
mod walked;

use jiff::civil::Date;

pub use people::people;
pub use walked::{Walked, table, walk};

/// Somebody who comes for the first time.
pub struct Person {
    /// Who they are, for tables.
    pub name: &'static str,
    /// The pictures that they have, as of a day.
    pub(crate) pictures: Vec<Seen>,
    /// What they answer.
    pub(crate) answers: Answers,
}

/// A picture, and what it is to them.
pub(crate) struct Seen {
    pub(crate) told: family::Told,
    pub(crate) is: Is,
}

/// What a picture is to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Is {
    /// It hurts.
    Hurting,
    /// It shows whom they would keep, in a moment in which something hurts too.
    Dear,
    /// It has nothing to do with it.
    Other,
}

/// What somebody answers to the first question.
pub(crate) enum Answers {
    Nothing,
    /// By the words of the first page, a face to tap, and a date as they write it.
    Says {
        kind: &'static str,
        face: Option<&'static str>,
        day: Date,
    },
}
