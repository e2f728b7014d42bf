//! Hard days: days that return with a plan of their owner's. On them nothing is offered but what was chosen.

mod kept;

use std::hash::{DefaultHasher, Hash, Hasher};

use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use model::{HardDayId, LossId};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx};

pub use kept::HardDayChangeId;
pub(crate) use kept::{add_hard_day, change_hard_day, own_hard_days, remove_hard_day, take_back_hard_day};

use crate::loss::{KeptLoss, Kind, Loss, Plan, Returning, What, losses};

/// A hard day that its owner made without a loss.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HardDay {
    /// What its owner calls it. May be empty.
    #[serde(default)]
    pub called: String,
    /// Which day returns, and what is wanted for it.
    pub day: Returning,
}

/// What a hard day comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Source {
    /// A day of a loss: which loss, and which of its days.
    Loss(LossId, DayOfLoss),
    /// A day of its own.
    Own(HardDayId),
}

/// Which day of a loss it is, by what it is and when: not by its place among the others, which changes when one of them goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DayOfLoss(u64);

impl DayOfLoss {
    /// Which one a day that returns is. Two that are the same day of the same kind are one.
    pub fn of(returning: &Returning) -> Self {
        let mut hasher = DefaultHasher::new();
        (&returning.what, returning.date).hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// That day of a loss, if it still has it.
pub(crate) fn day_of_loss(loss: &mut Loss, day: DayOfLoss) -> Option<&mut Returning> {
    loss.days.iter_mut().find(|returning| DayOfLoss::of(returning) == day)
}

/// A hard day as it falls on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hard {
    /// What it comes from.
    pub source: Source,
    /// Of what kind of loss, if of any.
    pub kind: Option<Kind>,
    /// What its owner calls the loss or the day. May be empty.
    pub called: String,
    /// Which day it is.
    pub what: What,
    /// The day itself, of which that day may be before or after.
    pub on: Date,
    /// The day as it was first; nothing for an observance.
    pub first: Option<Date>,
    /// What is wanted for it.
    pub plan: Plan,
    /// How many days before it the plan begins.
    pub before: u8,
    /// How many days after it the plan ends.
    pub after: u8,
    /// Whether "would have been 6" may be said.
    pub ages: bool,
}

/// The hard days that `day` is part of. Pure.
pub fn hard_on(day: Date, losses: &[KeptLoss], own: &[(HardDayId, HardDay)]) -> Vec<Hard> {
    let of_losses = losses.iter().flat_map(|kept| {
        kept.loss.days.iter().filter_map(|returning| {
            let on = falls_on(returning, day)?;
            Some(Hard {
                kind: Some(kept.loss.kind),
                called: kept.loss.called.clone(),
                ages: kept.loss.ages,
                ..hard(returning, on, Source::Loss(kept.id, DayOfLoss::of(returning)))
            })
        })
    });
    let own = own.iter().filter_map(|(id, said)| {
        let on = falls_on(&said.day, day)?;
        Some(Hard { called: said.called.clone(), ..hard(&said.day, on, Source::Own(*id)) })
    });
    of_losses.chain(own).collect()
}

fn hard(returning: &Returning, on: Date, source: Source) -> Hard {
    Hard {
        source,
        kind: None,
        called: String::new(),
        what: returning.what.clone(),
        on,
        first: returning.date,
        plan: returning.plan,
        before: returning.before,
        after: returning.after,
        ages: false,
    }
}

/// What is wanted for a day that several hard days meet on: the most silent of it.
pub fn plan_for(hard: &[Hard]) -> Option<Plan> {
    let careful = |plan: &Plan| match plan {
        Plan::AsUsual => 0,
        Plan::QuietLook => 1,
        Plan::Silence => 2,
    };
    hard.iter().map(|hard| hard.plan).max_by_key(careful)
}

/// The day itself on whose account `day` is hard, if it is.
fn falls_on(returning: &Returning, day: Date) -> Option<Date> {
    // The plan begins some days before and ends some days after, over the turn of a year too.
    let (first, last) = (back(day, returning.after), on(day, returning.before));
    (first.year()..=last.year()).flat_map(|year| days_in(returning, year)).find(|on| (first..=last).contains(on))
}

fn back(day: Date, days: u8) -> Date {
    day.checked_sub(i64::from(days).days()).unwrap_or(Date::MIN)
}

fn on(day: Date, days: u8) -> Date {
    day.checked_add(i64::from(days).days()).unwrap_or(Date::MAX)
}

/// The days of a year on which it returns. The day as it was first is one of them; 29 February is met on the 28th of a year
/// that has no other.
fn days_in(returning: &Returning, year: i16) -> Vec<Date> {
    match (&returning.what, returning.date) {
        (What::Observance(id), _) => observance_days(id, year),
        (_, Some(date)) if year >= date.year() => {
            let same = Date::new(year, date.month(), date.day());
            same.or_else(|_| Date::new(year, date.month(), date.day() - 1)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the calendar knows an observance.
pub(crate) fn observance_is_known(id: &str) -> bool {
    memories::observance(id).is_some()
}

fn observance_days(id: &str, year: i16) -> Vec<Date> {
    memories::observance(id).map(|observance| observance.on(year)).unwrap_or_default()
}

/// All that makes days hard for one viewer, read once for as many days as are asked about.
pub(crate) struct HardDays {
    losses: Vec<KeptLoss>,
    own: Vec<(HardDayId, HardDay)>,
}

impl HardDays {
    pub(crate) fn of(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Self, StoreError> {
        Ok(Self { losses: losses(tx, viewer)?, own: own_hard_days(tx, viewer)? })
    }

    /// The hard days that a day is part of.
    pub(crate) fn on(&self, day: Date) -> Vec<Hard> {
        hard_on(day, &self.losses, &self.own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn check(first: &str, before: u8, after: u8, on: &str, expected: Option<&str>) {
        let what = What::TheDay;
        let returning = Returning { what, date: Some(day(first)), plan: Plan::Silence, before, after };
        assert_eq!(falls_on(&returning, day(on)), expected.map(day), "{first} -{before} +{after} on {on}");
    }

    #[test]
    fn a_day_returns_every_year_with_the_days_around_it() {
        check("2020-09-28", 0, 0, "2021-09-28", Some("2021-09-28"));
        check("2020-09-28", 0, 0, "2021-09-27", None);
        check("2020-09-28", 1, 0, "2021-09-27", Some("2021-09-28"));
        check("2020-09-28", 0, 14, "2026-10-12", Some("2026-09-28"));
        check("2020-09-28", 0, 14, "2026-10-13", None);
        check("2020-09-28", 0, 0, "2019-09-28", None);
        check("2020-09-28", 0, 0, "2020-09-28", Some("2020-09-28"));
    }

    #[test]
    fn the_days_around_it_reach_over_the_turn_of_a_year_and_the_leap_day_is_not_forgotten() {
        check("2020-01-03", 14, 0, "2022-12-25", Some("2023-01-03"));
        check("2020-12-30", 0, 5, "2023-01-02", Some("2022-12-30"));
        check("2020-02-29", 0, 0, "2021-02-28", Some("2021-02-28"));
        check("2020-02-29", 0, 0, "2024-02-29", Some("2024-02-29"));
        check("2020-02-29", 0, 0, "2024-02-28", None);
        check("9999-12-31", 14, 14, "9999-12-31", Some("9999-12-31"));
    }
}
