//! The parts of a reach, each with a wish of its own.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Want;

/// A part of a loss's reach, with what is wanted for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which part.
    pub of: PartOf,
    /// What is wanted for what is in it.
    pub want: Want,
    /// The first day on which that no longer counts; nothing for good.
    #[serde(default)]
    pub until: Option<Date>,
    /// What is wanted from that day on; nothing is said then where it is none.
    #[serde(default)]
    pub then: Option<Want>,
}

/// The parts that a reach may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartOf {
    /// The day on which it happened, with days around it.
    TheDay {
        /// Days before it.
        before: u16,
        /// Days after it.
        after: u16,
    },
    /// Its periods, with days around them.
    Periods {
        /// Days before them.
        before: u16,
        /// Days after them.
        after: u16,
    },
    /// Photos of the people whom it is about.
    People,
    /// The moments of its examples, and those in its periods that the people whom it is about are in.
    SameMoment,
    /// Its places.
    Places {
        /// At any time, or only within its periods.
        always: bool,
    },
    /// Photos of its companions within its periods.
    Companions,
    /// Its albums, keywords and words.
    Words,
    /// What looks like its examples.
    Alike,
    /// What was taken into it by hand.
    Chosen,
}

impl PartOf {
    /// Whether it reaches whatever belongs together with a photo that it reaches.
    pub(crate) fn spreads(self) -> bool {
        matches!(self, Self::SameMoment | Self::Alike | Self::Chosen)
    }

    /// The part of that name, without days around it, and with its places only within its periods.
    pub fn from_name(name: &str) -> Option<Self> {
        let (before, after) = (0, 0);
        let all = [
            Self::TheDay { before, after },
            Self::Periods { before, after },
            Self::People,
            Self::SameMoment,
            Self::Places { always: false },
            Self::Companions,
            Self::Words,
            Self::Alike,
            Self::Chosen,
        ];
        all.into_iter().find(|part| part.name() == name)
    }

    /// The stable name used in forms and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::TheDay { .. } => "the_day",
            Self::Periods { .. } => "periods",
            Self::People => "people",
            Self::SameMoment => "same_moment",
            Self::Places { .. } => "places",
            Self::Companions => "companions",
            Self::Words => "words",
            Self::Alike => "alike",
            Self::Chosen => "chosen",
        }
    }
}

impl Part {
    /// A part for good.
    pub fn of(of: PartOf, want: Want) -> Self {
        Self { of, want, until: None, then: None }
    }

    /// What is wanted for it on a day, where anything is.
    pub fn want_on(&self, day: Date) -> Option<Want> {
        if self.until.is_none_or(|until| until > day) { Some(self.want) } else { self.then }
    }

    /// The same by the more careful of two days, the earlier first: what is careful counts where it counts on either, a welcome
    /// where it counts on both.
    pub fn want_by(&self, (first, last): (Date, Date)) -> Option<Want> {
        match (self.want_on(first), self.want_on(last)) {
            (Some(first), Some(last)) => Some(first.max(last)),
            (first, last) => first.or(last).filter(|want| *want != Want::Welcome),
        }
    }

    /// Whether anything is wanted for it on a day.
    pub fn counts_on(&self, day: Date) -> bool {
        self.want_on(day).is_some()
    }

    /// Whether anything is wanted for it by the more careful of two days, the earlier first.
    pub fn counts_by(&self, days: (Date, Date)) -> bool {
        self.want_by(days).is_some()
    }

    /// The part as it counts by the more careful of two days: with what is wanted then, and until when.
    pub(crate) fn as_it_counts(&self, days: (Date, Date)) -> Option<Self> {
        let stands = self.until.is_none_or(|until| until > days.0);
        let until = self.until.filter(|_| stands);
        Some(Self { want: self.want_by(days)?, until, then: self.then.filter(|_| stands), ..*self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Want::{AskFirst, KeepAway, Welcome};

    #[test]
    fn what_is_wanted_then_takes_the_place_of_what_was_and_of_two_days_the_more_careful_counts() {
        let (before, on): (Date, Date) = ("2027-11-27".parse().unwrap(), "2027-11-28".parse().unwrap());
        let cases = [
            (KeepAway, None, [Some(KeepAway), None, Some(KeepAway)]),
            (KeepAway, Some(AskFirst), [Some(KeepAway), Some(AskFirst), Some(KeepAway)]),
            (KeepAway, Some(Welcome), [Some(KeepAway), Some(Welcome), Some(KeepAway)]),
            (Welcome, None, [Some(Welcome), None, None]),
            (Welcome, Some(AskFirst), [Some(Welcome), Some(AskFirst), Some(AskFirst)]),
        ];
        for (want, then, [earlier, later, both]) in cases {
            let part = Part { want, then, until: Some(on), of: PartOf::People };
            assert_eq!([part.want_on(before), part.want_on(on)], [earlier, later], "{want:?} {then:?}");
            assert_eq!(part.want_by((before, on)), both, "{want:?} {then:?}");
            assert_eq!(part.as_it_counts((on, on)).map(|part| (part.want, part.until)), later.map(|want| (want, None)));
            assert_eq!(part.as_it_counts((before, on)).map(|part| part.want), both, "{want:?} {then:?}");
        }
        let for_good = Part::of(PartOf::People, KeepAway);
        assert!(for_good.counts_on(Date::MAX) && for_good.counts_by((before, Date::MAX)));
    }
}
