//! What is kept with care, in words that do not hurt.

use care::{Kind, Loss, Plan, Want};

use super::Words;

impl Words {
    /// What was lost.
    pub fn kind(self, kind: &Kind) -> String {
        self.say(match kind {
            Kind::Death => "kind-death",
            Kind::PregnancyLoss => "kind-pregnancy-loss",
            Kind::Separation => "kind-separation",
            Kind::Illness => "kind-illness",
            Kind::Other => "kind-other",
        })
    }

    /// A loss on a list that is read on every visit: a quiet phrase, and the day.
    pub fn kept(self, loss: &Loss) -> String {
        let what = self.say(match loss.kind {
            Kind::Death => "kept-death",
            Kind::PregnancyLoss => "kept-pregnancy-loss",
            Kind::Separation => "kept-separation",
            Kind::Illness => "kept-illness",
            Kind::Other => "kept-other",
        });
        match loss.the_day() {
            Some(day) => self.with("kept-of", &[("what", what.into()), ("day", self.plain_day(day).into())]),
            None => what,
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
