//! What the coming days hold, in words: no pictures, and no names of what is asked about or held.

use care::{DayAhead, Hard, Kind, Plan, Quiet, What, plan_for};
use jiff::civil::Date;

use super::Words;

impl Words {
    /// A hard day as it falls on a day: its owner's words for it, or neutral ones, and which day it belongs to.
    pub fn hard(self, hard: &Hard, day: Date) -> String {
        let named = self.hard_named(&hard.called);
        let named = match hard.on == day {
            true => named,
            false => {
                let on = self.day_of_the_year(hard.on);
                self.with("ahead-hard-beside", &[("named", named.into()), ("day", on.into())])
            }
        };
        match self.would_have_been(hard) {
            Some(age) => format!("{named} · {age}"),
            None => named,
        }
    }

    /// "Would have been six", where that is wished.
    fn would_have_been(self, hard: &Hard) -> Option<String> {
        // Of somebody who died, on a birthday of theirs, and never of a pregnancy that ended.
        let told = hard.ages && hard.kind == Some(Kind::Death) && hard.what == What::Birthday;
        let first = hard.first.filter(|_| told)?;
        let years = u16::try_from(hard.on.year() - first.year()).ok().filter(|years| *years > 0)?;
        Some(self.count("ahead-would-have-been", years))
    }

    /// "Three memories come." On a quiet day, and where there is nothing to say, nothing.
    pub fn comes(self, day: &DayAhead) -> Option<String> {
        if day.quiet.is_some() {
            return None;
        }
        let comes = (day.shown > 0).then(|| self.count("ahead-comes", day.shown));
        let waits = (day.asked > 0).then(|| self.say("ahead-waits"));
        let said: Vec<String> = comes.into_iter().chain(waits).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// What is offered on a quiet day, and nothing for another.
    pub fn why_quiet(self, day: &DayAhead) -> Option<String> {
        Some(match day.quiet.as_ref()? {
            Quiet::Tender { until } => self.fill("ahead-tender", "until", self.plain_day(*until)),
            Quiet::Hard { .. } if plan_for(&day.hard) == Some(Plan::QuietLook) => self.say("ahead-quiet-look"),
            Quiet::Hard { .. } => self.say("ahead-silence"),
        })
    }
}
