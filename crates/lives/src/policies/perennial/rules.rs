//! Which of its rules Perennial goes by, so that each can be left out to see what it buys and what it costs.

use care::{Presence, Signals};

/// Rules of care. As it begins, all that the program has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// By which signs caution asks.
    pub signs: Signs,
    /// On how many days of a calendar week a card may stand.
    pub card_days: usize,
    /// Whether pictures with somebody who died or was parted from stay away, as they do unless their owner says otherwise; if not,
    /// they are asked about.
    pub away: bool,
    /// Whether what caution suspects around those whose pictures stay away waits without a card.
    pub silent: bool,
    /// Whether the days of a separation come without whom it is about; if not, their moments are asked about whole.
    pub without_them: bool,
    /// Whether "nothing now" ends what caution asks by absence.
    pub nothing_now_counts: bool,
    /// Whether a loss that was said ends it too, but for those whom losses are about.
    pub said_counts: bool,
    /// Whether what is suspected around whoever the days come without waits all the same, without a card, where nobody was found.
    pub waits_around_spared: bool,
    /// Whether a welcome frees whoever is in what was welcomed, as it once did.
    pub welcome_of_people: bool,
    /// Whether a day asks on which something was put away for long in an earlier year, as it once did.
    pub put_away_before: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            signs: Signs::ALL,
            card_days: care::CARD_DAYS,
            away: true,
            silent: true,
            without_them: true,
            nothing_now_counts: true,
            said_counts: false,
            waits_around_spared: false,
            welcome_of_people: false,
            put_away_before: false,
        }
    }
}

/// The signs by which caution asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signs {
    /// Words of illness and farewell.
    pub words: bool,
    /// The last days before a death that is known.
    pub last_days: bool,
    /// The last moments with somebody who was often there.
    pub farewells: bool,
    /// Every moment with somebody who was close and is gone.
    pub gone: bool,
    /// The days around the sight of somebody who is missed.
    pub around: bool,
    /// How much somebody must have been there to count as gone, where it is more than `care` asks for.
    pub least: Option<Least>,
}

/// How much somebody must have been there to count as gone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Least {
    /// On how many days of their last year they were seen.
    pub days: u32,
    /// On which part of the days on which anything was photographed.
    pub share: f64,
    /// How many times they would have been seen since.
    pub missed: f64,
}

impl Least {
    /// As much as whoever is missed everywhere.
    pub const MUCH: Self = Self { days: care::OFTEN, share: 0.1, missed: 5.0 };

    pub(super) fn holds(self, presence: Presence) -> bool {
        let share = f64::from(presence.days) / f64::from(presence.of.max(1));
        presence.days >= self.days && share >= self.share && share * f64::from(presence.since) >= self.missed
    }
}

impl Signs {
    /// All of them.
    pub const ALL: Self = Self { words: true, last_days: true, farewells: true, gone: true, around: true, least: None };
    /// None of them.
    pub const NONE: Self =
        Self { words: false, last_days: false, farewells: false, gone: false, around: false, least: None };
    /// Without those of absence.
    pub const TOLD: Self = Self { words: true, last_days: true, ..Self::NONE };

    /// Of what a library tells, what is told by these signs. (Words are left out of the photos.)
    pub(super) fn only(self, mut told: Signals) -> Signals {
        if !self.last_days {
            told.deaths.clear();
        }
        if !self.farewells {
            told.farewells.clear();
        }
        if !self.gone {
            told.gone.clear();
        }
        if !self.around {
            told.missed_on.clear();
            told.silent_on.clear();
        }
        told
    }
}
