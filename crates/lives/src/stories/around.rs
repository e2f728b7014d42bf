//! Whom somebody has around them.

use family::Who;
use jiff::civil::Date;

use super::{Someone, day};

fn someone(name: &'static str, look: Who, often: [f64; 3], birthday: (i8, i8)) -> Someone {
    Someone { name, look, from: day("2000-01-01"), until: Date::MAX, often, birthday }
}

pub(super) fn partner(name: &'static str, birthday: (i8, i8)) -> Someone {
    someone(name, Who::Father, [0.55, 0.45, 0.8], birthday)
}

pub(super) fn child(name: &'static str, look: Who, birthday: (i8, i8)) -> Someone {
    someone(name, look, [0.65, 0.5, 0.85], birthday)
}

/// A mother or a father, a grandparent: seen at feasts, now and then elsewhere.
pub(super) fn parent(name: &'static str, birthday: (i8, i8)) -> Someone {
    someone(name, Who::Grandmother, [0.08, 0.08, 0.5], birthday)
}

pub(super) fn sibling(name: &'static str, birthday: (i8, i8)) -> Someone {
    someone(name, Who::Sam, [0.05, 0.06, 0.4], birthday)
}

pub(super) fn friend(name: &'static str, look: Who, birthday: (i8, i8)) -> Someone {
    someone(name, look, [0.04, 0.16, 0.3], birthday)
}

impl Someone {
    pub(super) fn from(mut self, on: &str) -> Self {
        self.from = day(on);
        self
    }

    pub(super) fn until(mut self, on: &str) -> Self {
        self.until = day(on);
        self
    }

    /// So many times as often.
    pub(super) fn often(mut self, times: f64) -> Self {
        self.often = self.often.map(|part| (part * times).min(0.95));
        self
    }
}

/// Friends who come and go without anything having happened.
pub(super) fn friends() -> [Someone; 4] {
    [
        friend("Priya Nair", Who::Priya, (8, 30)),
        friend("Joanna Bell", Who::Joanna, (12, 12)).until("2021-09-01"),
        friend("Sam Okafor", Who::Sam, (5, 6)).from("2019-05-01").until("2024-03-01"),
        friend("Lucía Prieto", Who::Joanna, (2, 14)).from("2022-02-01"),
    ]
}

/// Two children and their father, where nothing else is said.
pub(super) fn household() -> [Someone; 3] {
    [
        partner("Tomas Marsh", (11, 2)),
        child("Ada Marsh", Who::Daughter, (9, 25)),
        child("Finn Marsh", Who::Son, (6, 3)).from("2018-06-03"),
    ]
}
