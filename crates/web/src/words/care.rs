//! What is kept with care, in words that do not hurt.

use care::{Kind, Plan, Want};

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
