//! What is kept with care, in words that do not hurt.

use care::{Kind, Loss, Plan, Want, When};

use super::Words;

impl Words {
    /// What was lost.
    pub fn kind(self, kind: &Kind) -> String {
        self.say(match kind {
            Kind::Death => "kind-death",
            Kind::PregnancyLoss => "kind-pregnancy-loss",
            Kind::Separation => "kind-separation",
            Kind::Illness => "kind-illness",
            Kind::Animal => "kind-animal",
            Kind::Home => "kind-home",
            Kind::Other => "kind-other",
        })
    }

    /// A loss on a list that is read on every visit: a quiet phrase, and the day.
    pub fn kept(self, loss: &Loss) -> String {
        let what = self.kind(&loss.kind);
        match loss.when() {
            Some(when) => self.with("kept-of", &[("what", what.into()), ("day", self.when_it_was(when).into())]),
            None => what,
        }
    }

    /// When it was, as well as it is known: "28 September 2020", "November 2025", "2019", "about 2019", or from when to when it may
    /// have been.
    pub fn when_it_was(self, when: When) -> String {
        let When { first, last } = when;
        let years = last.year() - first.year();
        match (first.day(), first.month(), years) {
            _ if let Some(day) = when.day() => self.plain_day(day),
            (1, month, 0) if last == first.last_of_month() => self.month(first.year(), month),
            (1, 1, 0) if last == first.last_of_year() => first.year().to_string(),
            (1, 7, 2) if (last.month(), last.day()) == (6, 30) => self.fill("date-about", "year", first.year() + 1),
            _ => self
                .with("reach-days", &[("first", self.plain_day(first).into()), ("last", self.plain_day(last).into())]),
        }
    }

    /// What is wanted for something.
    pub fn want(self, want: Want) -> String {
        self.say(match want {
            Want::KeepAway => "want-keep-away",
            Want::AskFirst => "want-ask-first",
            Want::Welcome => "want-welcome",
        })
    }

    /// What is wanted for a hard day.
    pub fn plan(self, plan: Plan) -> String {
        self.say(match plan {
            Plan::Silence => "plan-silence",
            Plan::QuietLook => "plan-quiet-look",
            Plan::AsUsual => "plan-as-usual",
        })
    }

    /// A part of a reach, by its stable name.
    pub fn part(self, name: &str) -> String {
        self.say(match name {
            "the_day" => "part-the-day",
            "periods" => "part-periods",
            "people" => "part-people",
            "same_moment" => "part-same-moment",
            "places" => "part-places",
            "companions" => "part-companions",
            "words" => "part-words",
            "alike" => "part-alike",
            _ => "part-chosen",
        })
    }

    /// A day that returns, by its stable name.
    pub fn what(self, name: &str) -> String {
        self.say(match name {
            "the_day" => "what-the-day",
            "due_date" => "what-due-date",
            "birthday" => "what-birthday",
            "wedding_day" => "what-wedding-day",
            _ => "what-another",
        })
    }
}
