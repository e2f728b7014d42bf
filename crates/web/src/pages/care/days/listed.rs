//! Hard days as they are listed, with what was picked for a quiet look.

use care::{Cleared, DayOfLoss, HardDay, Photo, Plan, Returning, Source, Visit, What};

use super::super::typed::Typed;
use crate::pages::form::version;
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::Words;

/// A hard day as it is listed.
pub(crate) struct Listed {
    /// What it comes from, by its sealed name.
    pub(crate) source: String,
    /// Which of one's own it is.
    pub(crate) own: Option<i64>,
    /// In its owner's words, or neutral ones.
    pub(crate) named: String,
    /// Which day of the year it is.
    pub(crate) day: String,
    pub(crate) plan: Plan,
    /// As the form that changes it has it: what it is called, its date, and the days before and after.
    pub(crate) typed: [String; 4],
    /// The version of what is kept of it, which the form brings back.
    pub(crate) was: String,
    /// Whether it has a date of its own: a day of the calendar has none.
    pub(crate) dated: bool,
    /// Whether that form is open: something in it has to be asked again.
    pub(crate) asked_again: bool,
    pub(crate) picked: Vec<Picked>,
}

/// Something that was picked for a quiet look.
pub(crate) struct Picked {
    /// The sealed name by which it is taken out.
    pub(crate) name: String,
    /// Its picture, where it may be shown here as well.
    pub(crate) photo: Option<Cleared<Photo>>,
    /// Of which day it is, in words.
    pub(crate) of: String,
}

/// The hard days of one's own, and those of what is kept with care.
pub(crate) fn listed(visit: &mut Visit<'_, '_>, visitor: &Visitor) -> Result<(Vec<Listed>, Vec<Listed>), Trouble> {
    let (mut mine, mut of_losses) = (Vec::new(), Vec::new());
    for (id, day) in &visit.own_hard_days()? {
        let source = Source::Own(*id);
        mine.push(Listed {
            own: Some(id.0),
            was: version_of(day)?,
            ..one(visit, visitor, source, &day.called, &day.day)?
        });
    }
    for kept in &visit.losses()? {
        for day in &kept.loss.days {
            let source = Source::Loss(kept.id, DayOfLoss::of(day));
            of_losses.push(one(visit, visitor, source, &kept.loss.called, day)?);
        }
    }
    Ok((mine, of_losses))
}

fn one(
    visit: &mut Visit<'_, '_>,
    visitor: &Visitor,
    source: Source,
    called: &str,
    day: &Returning,
) -> Result<Listed, Trouble> {
    let words = visitor.words;
    let mut picked = Vec::new();
    for pick in visit.picked(source)? {
        let of = match pick.of {
            Some(day) => words.fill("away-a-photo-of", "day", words.plain_day(day)),
            None => words.say("away-a-photo"),
        };
        picked.push(Picked { photo: pick.photo, name: pick.name.unwrap_or_default(), of });
    }
    // A day of the calendar that has no other name goes by its own.
    let (named, on) = match (&day.what, called.trim()) {
        (What::Observance(id), "") => (words.observance_named(id), words.say("hard-of-the-calendar")),
        _ => (words.hard_named(called), words.day_that_returns(day)),
    };
    Ok(Listed {
        source: visit.name_of(source).unwrap_or_default(),
        own: None,
        named,
        day: words.with_days_around(on, day),
        plan: day.plan,
        typed: [
            called.to_owned(),
            day.date.map(|date| words.plain_day(date)).unwrap_or_default(),
            day.before.to_string(),
            day.after.to_string(),
        ],
        was: String::new(),
        dated: day.date.is_some(),
        asked_again: false,
        picked,
    })
}

/// The version of what is kept of a day. What is wanted for it is chosen apart, and is no part of that.
pub(super) fn version_of(day: &HardDay) -> Result<String, Trouble> {
    let day = HardDay { day: Returning { plan: Plan::default(), ..day.day.clone() }, ..day.clone() };
    let body = serde_json::to_string(&day).map_err(|error| Trouble::Inside(error.to_string()))?;
    Ok(version(&[&body]))
}

impl Listed {
    /// Shows again what was typed and not understood.
    pub(super) fn retyped(&mut self, typed: &Typed) {
        self.typed = ["called", "date", "before", "after"].map(|name| typed.one(name));
        self.asked_again = true;
    }
}

impl Words {
    /// A hard day in its owner's words, or neutral ones.
    pub(crate) fn hard_named(self, called: &str) -> String {
        if called.trim().is_empty() { self.say("hard-yours") } else { called.to_owned() }
    }

    /// A day of one's own among others: in its owner's words, or by which day it is.
    pub(crate) fn own_day_named(self, called: &str, day: &Returning) -> String {
        if called.trim().is_empty() {
            let on = self.day_that_returns(day);
            return self.with("kept-of", &[("what", self.say("hard-yours").into()), ("day", on.into())]);
        }
        called.to_owned()
    }

    /// On which day of the year it returns.
    fn day_that_returns(self, day: &Returning) -> String {
        match (&day.what, day.date) {
            (What::Observance(id), _) => self.observance_named(id),
            (_, Some(date)) => self.day_of_the_year(date),
            (_, None) => String::new(),
        }
    }

    fn with_days_around(self, on: String, day: &Returning) -> String {
        let around = [("hard-before", day.before), ("hard-after", day.after)].into_iter();
        let around = around.filter(|(_, days)| *days > 0).map(|(key, days)| self.count(key, days));
        let around: Vec<String> = around.collect();
        let around: Vec<&str> = around.iter().map(String::as_str).collect();
        match around.is_empty() {
            true => on,
            false => self.with("hard-around", &[("day", on.into()), ("around", self.listed(&around).into())]),
        }
    }
}
