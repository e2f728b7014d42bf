//! A loss: said once, by one person, for themselves. How far it reaches, and what they want for each part of that.

mod by_hand;
mod checked;
mod deaths;
mod defaults;
mod drafts;
mod first;
mod implied;
mod kept;
mod offered;
mod parts;
mod rows;
mod taken_back;
mod when;

use jiff::ToSpan;
use jiff::civil::Date;
use model::{MomentId, PersonId, PhotoId, PlaceId, Position};
use serde::{Deserialize, Serialize};

use crate::Want;

pub use by_hand::ByHand;
pub(crate) use by_hand::{forget_examples, take_by_hand};
pub use checked::{LossError, MOST_AROUND, MOST_EXAMPLES, MOST_LOSSES, WIDEST};
pub(crate) use checked::{check_returning, tidy};
pub use defaults::{FirstWords, Sight};
pub(crate) use drafts::{begin_loss, change_draft, draft, keep_draft};
pub(crate) use implied::implied_observances;
pub(crate) use kept::{add_loss, change_loss, remove_loss};
pub use offered::Offer;
pub(crate) use offered::{decline_offer, offer_loss, offered_to, offers_to, reopen_offer, take_offer, withdraw_offer};
pub use parts::{Part, PartOf};
pub use rows::KeptLoss;
pub(crate) use rows::{loss, losses};
pub use taken_back::LossChangeId;
pub(crate) use taken_back::{restore_loss, take_back_loss_change};
pub use when::When;

/// What was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Death,
    PregnancyLoss,
    Separation,
    Illness,
    Animal,
    Home,
    Other,
}

impl Kind {
    /// All of them, as they are offered.
    pub const ALL: [Self; 7] =
        [Self::Death, Self::PregnancyLoss, Self::Separation, Self::Illness, Self::Animal, Self::Home, Self::Other];

    /// The stable name used in the database, in forms and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Death => "death",
            Self::PregnancyLoss => "pregnancy_loss",
            Self::Separation => "separation",
            Self::Illness => "illness",
            Self::Animal => "animal",
            Self::Home => "home",
            Self::Other => "other",
        }
    }

    /// The kind with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A loss as a person says it. A kind and one date are enough.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loss {
    /// What was lost.
    pub kind: Kind,
    /// A name or a few words by which its owner knows it. May be empty.
    #[serde(default)]
    pub called: String,
    /// Private words. May be empty.
    #[serde(default)]
    pub words: String,
    /// Who it is about. May be nobody.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// When it happened, where less than a day is known of that.
    #[serde(default)]
    pub about: Option<When>,
    /// When it lasted.
    #[serde(default)]
    pub periods: Vec<Period>,
    /// Days that return.
    #[serde(default)]
    pub days: Vec<Returning>,
    /// Where it was.
    #[serde(default)]
    pub places: Vec<LossPlace>,
    /// Albums, keywords and words in captions.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Photos that stand for it.
    #[serde(default)]
    pub examples: Vec<PhotoId>,
    /// Who was with its owner then.
    #[serde(default)]
    pub companions: Vec<PersonId>,
    /// How far it reaches, and what is wanted for each part of that.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// Whether its days come without the people whom it is about: what else is of the same moment comes as it would.
    #[serde(default)]
    pub without_them: bool,
    /// What its owner took into its reach by hand.
    #[serde(default)]
    pub taken_in: Vec<Chosen>,
    /// What its owner took out of its reach by hand.
    #[serde(default)]
    pub taken_out: Vec<Chosen>,
    /// On which day the question whether all this is still right may wait on the care page. It is never pushed.
    #[serde(default)]
    pub review: Option<Date>,
    /// Whether "would have been 6" may be said.
    #[serde(default)]
    pub ages: bool,
}

/// A time that a loss lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// Its first day.
    pub from: Date,
    /// Its last day; nothing while it lasts.
    pub to: Option<Date>,
}

/// A day that returns every year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returning {
    /// Which day it is.
    pub what: What,
    /// The day as it was; nothing for an observance.
    #[serde(default)]
    pub date: Option<Date>,
    /// What its owner wants for it when it returns.
    pub plan: Plan,
    /// How many days before it the plan begins, 0 to 14.
    #[serde(default)]
    pub before: u8,
    /// How many days after it the plan ends, 0 to 14.
    #[serde(default)]
    pub after: u8,
}

/// Which day it is that returns.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The day on which it happened.
    TheDay,
    /// The day for which a birth was expected.
    DueDate,
    /// A birthday.
    Birthday,
    /// A wedding day.
    WeddingDay,
    /// Another day of their own.
    Another,
    /// An observance of the calendar, by its id.
    Observance(String),
}

/// What is wanted for a hard day. (A tribute is another way to meet one, and joins these.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plan {
    /// Nothing is offered.
    #[default]
    Silence,
    /// Only what was picked for it, and only when its owner opens it.
    QuietLook,
    /// As on any other day.
    AsUsual,
}

impl Plan {
    /// All of them, as they are offered.
    pub const ALL: [Self; 3] = [Self::Silence, Self::QuietLook, Self::AsUsual];

    /// The stable name used in the database, in forms and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Silence => "silence",
            Self::QuietLook => "quiet_look",
            Self::AsUsual => "as_usual",
        }
    }

    /// The plan with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plan| plan.name() == name)
    }
}

/// A place that belongs to a loss.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LossPlace {
    /// Within so many metres of a point.
    Around {
        /// The point.
        point: Position,
        /// The radius, in metres, at least 1.
        metres: u32,
    },
    /// A town by its id.
    Town(PlaceId),
}

/// A photo or a moment that was chosen by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    /// One photo.
    Photo(PhotoId),
    /// One moment: its photos, however they are grouped later. Taken in, it brings what comes to it later along.
    Moment(MomentId),
}

impl Chosen {
    /// The moment, where it is one.
    pub(crate) fn moment(self) -> Option<MomentId> {
        match self {
            Self::Moment(id) => Some(id),
            Self::Photo(_) => None,
        }
    }
}

impl Loss {
    /// The day on which it happened, where that was said.
    pub fn the_day(&self) -> Option<Date> {
        self.days.iter().find(|day| day.what == What::TheDay).and_then(|day| day.date)
    }

    /// When it happened, as well as that is known: the day, or the days that it may have been; else the first of its times.
    pub fn when(&self) -> Option<When> {
        let lasted =
            || self.periods.first().map(|period| When { first: period.from, last: period.to.unwrap_or(period.from) });
        self.the_day().map(When::from).or(self.about).or_else(lasted)
    }

    /// Whether pictures of the people whom it is about are kept away, by the more careful of two days, the earlier first: then what
    /// is suspected around them waits without a word.
    pub fn silent(&self, days: (Date, Date)) -> bool {
        let sight = self.parts.iter().find(|part| part.of == PartOf::People);
        !self.people.is_empty() && sight.and_then(|part| part.want_by(days)) == Some(Want::KeepAway)
    }

    /// Takes a part in, in the place of the one of its name where there is one.
    pub fn say_part(&mut self, part: Part) {
        match self.parts.iter_mut().find(|other| other.of.name() == part.of.name()) {
            Some(other) => *other = part,
            None => self.parts.push(part),
        }
    }

    /// The part of that name.
    pub fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.of.name() == name)
    }

    /// Whether the question whether all this is still right waits on `day`.
    pub fn waits_for_review(&self, day: Date) -> bool {
        self.review.is_some_and(|review| review <= day)
    }

    /// The days (in days since 1970-01-01, both included) on which a part of it lies, for the parts that are of time.
    pub(crate) fn spans(&self, of: PartOf) -> Vec<(i64, i64)> {
        match of {
            PartOf::TheDay { before, after } => {
                let happened = self.days.iter().filter(|day| day.what == What::TheDay).filter_map(|day| day.date);
                happened.map(|day| span(day, Some(day), before, after)).collect()
            }
            PartOf::Periods { before, after } => {
                self.periods.iter().map(|period| span(period.from, period.to, before, after)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The days of its periods as the part of that name widens them.
    pub(crate) fn periods_widened(&self) -> Vec<(i64, i64)> {
        let widened = self.parts.iter().find(|part| matches!(part.of, PartOf::Periods { .. }));
        self.spans(widened.map_or(PartOf::Periods { before: 0, after: 0 }, |part| part.of))
    }
}

fn span(from: Date, to: Option<Date>, before: u16, after: u16) -> (i64, i64) {
    let last = to.map_or(i64::MAX, |to| model::day_number(to).saturating_add(after.into()));
    (model::day_number(from).saturating_sub(before.into()), last)
}

impl Period {
    /// So many days before and after a day.
    pub(crate) fn around(day: Date, before: i64, after: i64) -> Self {
        let from = day.checked_sub(before.days()).unwrap_or(Date::MIN);
        Self { from, to: Some(day.checked_add(after.days()).unwrap_or(Date::MAX)) }
    }
}
