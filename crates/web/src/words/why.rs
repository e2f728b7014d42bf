//! Reasons and the log, in words that do not hurt: they name no event, nobody and no place.

use care::{Because, Entry, Logged, Verdict, WhatChanged};
use jiff::tz::TimeZone;

use super::Words;

impl Words {
    /// What care answers.
    pub fn verdict(self, verdict: Verdict) -> String {
        self.say(match verdict {
            Verdict::Cleared => "why-cleared",
            Verdict::Veiled => "why-veiled",
            Verdict::Held => "why-held",
        })
    }

    /// A reason for it.
    pub fn because(self, because: &Because, zone: &TimeZone) -> String {
        match because {
            Because::Wish(wish) => {
                let (want, what) = (self.want(wish.want), self.put_away(wish, zone));
                self.with("why-wish", &[("want", want.into()), ("what", what.into())])
            }
            Because::Loss { called, part, want, until, .. } => {
                let part = match called.trim() {
                    "" => self.part(part),
                    called => format!("{called}, {}", self.part(part)),
                };
                let all = [("want", self.want(*want).into()), ("part", part.into())];
                match until {
                    Some(until) => {
                        let [want, part] = all;
                        self.with("why-loss-until", &[want, part, ("until", self.plain_day(*until).into())])
                    }
                    None => self.with("why-loss", &all),
                }
            }
            Because::Person { said, .. } => self.fill("why-person", "said", self.of_person(*said)),
            Because::Copy => self.say("why-copy"),
            Because::Caution(sign) => self.sign(*sign),
        }
    }

    /// Something that happened between a person and care.
    pub fn logged(self, logged: &Logged) -> String {
        let key = match &logged.entry {
            Entry::LossAdded { .. } => "log-loss-added",
            Entry::LossChanged { .. } => "log-loss-changed",
            Entry::LossRemoved { .. } => "log-loss-removed",
            Entry::LossRestored { .. } => "log-loss-restored",
            Entry::LossOffered { .. } => "log-loss-offered",
            Entry::Wished { want, .. } => return self.fill("log-wished", "want", self.want(*want)),
            Entry::Lifted { .. } => "log-lifted",
            Entry::TakenBack { .. } => "log-taken-back",
            Entry::Opened => "log-opened",
            Entry::TenderFrom { until, .. } => return self.fill("log-tender", "until", self.plain_day(*until)),
            Entry::TenderEnded => "log-tender-ended",
            Entry::HardDayAdded { .. } => "log-day-added",
            Entry::HardDayRemoved { .. } => "log-day-removed",
            Entry::PlanChosen => "log-plan-chosen",
            Entry::FirstVisit { .. } => "log-first-visit",
            Entry::PersonSaid { .. } => "log-person-said",
            Entry::CautionFine { .. } => "log-caution-fine",
            Entry::CautionOn => "log-caution-on",
            Entry::CautionOff => "log-caution-off",
            Entry::LibraryShowsEverything => "log-library-open",
            Entry::LibraryIsQuiet => "log-library-quiet",
            Entry::Changed { of, how_many } => {
                let key = match of {
                    WhatChanged::Dates => "log-changed-dates",
                    WhatChanged::Turned => "log-changed-turned",
                    WhatChanged::Hidden => "log-changed-hidden",
                    WhatChanged::Removed => "log-changed-removed",
                    WhatChanged::Words => "log-changed-words",
                    WhatChanged::Moments => "log-changed-moments",
                    WhatChanged::People => "log-changed-people",
                };
                return self.count(key, how_many);
            }
            Entry::Shown { day, quiet: true, .. } => return self.fill("log-quiet", "day", self.plain_day(*day)),
            Entry::Shown { day, shown, asked, .. } => {
                let number = |count: &u32| self.figures(u64::from(*count)).into();
                let values = [("day", self.plain_day(*day).into()), ("shown", number(shown)), ("asked", number(asked))];
                return self.with("log-shown", &values);
            }
        };
        self.say(key)
    }

    /// When it happened, where somebody lives.
    pub fn logged_at(self, logged: &Logged, zone: &TimeZone) -> String {
        let at = logged.at.to_zoned(zone.clone());
        format!("{}, {}", self.plain_day(at.date()), at.strftime("%H:%M"))
    }
}
