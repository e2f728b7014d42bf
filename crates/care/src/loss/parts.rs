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
        Self { of, want, until: None }
    }

    /// Whether what is wanted for it still counts on a day.
    pub fn counts_on(&self, day: Date) -> bool {
        self.until.is_none_or(|until| until > day)
    }

    /// The same by the more careful of two days, the earlier first: what is careful counts where it counts on either, a welcome
    /// where it counts on both.
    pub fn counts_by(&self, (first, last): (Date, Date)) -> bool {
        self.counts_on(if self.want == Want::Welcome { last } else { first })
    }
}
