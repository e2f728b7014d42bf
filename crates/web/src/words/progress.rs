//! How far long work is.

use std::time::Duration;

use model::{Stage, Standing};

use super::Words;

impl Words {
    /// How far an import is.
    pub fn coming_in(self, now: &Standing) -> String {
        let figures = |count| self.figures(count).into();
        match now.stage {
            Stage::Resting => self.say("coming-resting"),
            Stage::Counting => self.with("coming-counting", &[("total", figures(now.total))]),
            Stage::BringingIn => {
                let (done, total) = (("done", figures(now.done)), ("total", figures(now.total)));
                let rate = ("rate", figures(now.per_second));
                match now.left.map(|left| self.roughly(left)) {
                    Some(left) => self.with("coming-in-left", &[done, total, rate, ("left", left.into())]),
                    None => self.with("coming-in", &[done, total, rate]),
                }
            }
        }
    }

    /// A length of time by its two largest parts: "2 days, 1 hour", "30 seconds". What comes after them says nothing more.
    pub fn length(self, time: Duration) -> String {
        let seconds = time.as_secs();
        let counted = |key: &str, count: u64| (count > 0).then(|| self.count(key, count));
        let parts = [
            counted("length-days", seconds / 86_400),
            counted("hours", seconds / 3_600 % 24),
            counted("minutes", seconds / 60 % 60),
            counted("seconds", seconds % 60),
        ];
        parts.into_iter().flatten().take(2).collect::<Vec<_>>().join(", ")
    }

    /// A length of time, roughly: "40 seconds", "3 minutes".
    pub fn roughly(self, time: Duration) -> String {
        match time.as_secs() {
            seconds @ 0..=90 => self.count("seconds", seconds.max(1)),
            seconds @ 91..=5_400 => self.count("minutes", seconds.div_ceil(60)),
            seconds => self.count("hours", seconds.div_ceil(3_600)),
        }
    }
}
