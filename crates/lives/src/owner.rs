//! How a person uses a program's controls. The same person meets every policy, with the same luck.

use crate::assumptions::{ANSWER, CLOSED, ENOUGH, OPENS, SAYS_AFTER, THEN, WILLING};
use crate::chance::Chance;

/// How the owner deals with programs.
#[derive(Clone, Debug, PartialEq)]
pub struct Owner {
    /// Whether and when they use a control at all.
    pub willing: Willing,
    /// For each loss: days from it (or from joining) until it is said, for those who do so beforehand.
    pub says_after: [i64; 3],
    /// For each loss: hurts that are borne before anything is done, for those who act after.
    pub bears: [u32; 3],
}

/// How the owners of all lives deal with the first question, and with controls where that is not as assumed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Owners {
    /// When all of them use controls; nothing: each as they were born.
    pub willing: Option<Willing>,
    /// The part of them who answer the first question truly: with what they lost by then, or that it is nothing.
    pub answer: f64,
    /// What the others do.
    pub others: Unanswered,
}

impl Owners {
    /// As assumed: each as they were born, six of ten answer.
    pub const ASSUMED: Self = Self { willing: None, answer: ANSWER[1], others: Unanswered::Left };
    /// Everybody says everything before its first anniversary, what was there before at the first question.
    pub const SAYING: Self = Self { willing: Some(Willing::Before), answer: 1.0, others: Unanswered::Left };
    /// Nobody ever says anything.
    pub const SILENT: Self = Self { willing: Some(Willing::Never), answer: 0.0, others: Unanswered::Left };
}

/// What is done about the first question by those who do not answer it truly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// They leave it and look at what comes all the same.
    Left,
    /// They press "nothing now" to have it out of the way, whatever they lost.
    NothingNow,
}

/// When somebody uses a program's controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Willing {
    /// Before the first anniversary.
    Before,
    /// Only after having been hurt.
    AfterAHurt,
    /// Never.
    Never,
}

impl Willing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Before, Self::AfterAHurt, Self::Never];
}

/// What is done with a veil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Opened, and left at that.
    Opened,
    /// Opened, and then "welcome from now on".
    Welcomed,
    /// Opened, and then "keep away".
    Regretted,
    /// Left closed, without a word.
    Left,
    /// "Not this year", unopened.
    NotThisYear,
    /// "Keep away", unopened.
    KeptAway,
}

impl Answer {
    /// Whether what is behind the veil was seen.
    pub fn saw(self) -> bool {
        matches!(self, Self::Opened | Self::Welcomed | Self::Regretted)
    }
}

impl Owner {
    pub(crate) fn born(chance: &mut Chance) -> Self {
        let willing = Willing::ALL[chance.weighed(&WILLING)];
        let says_after = std::array::from_fn(|_| chance.whole(SAYS_AFTER));
        let bears = std::array::from_fn(|_| 1 + (1.0 - chance.part()).log(1.0 - ENOUGH) as u32);
        Self { willing, says_after, bears }
    }

    /// What the owner does with a veil that hides what would hurt, or would not. `luck` is of the day and the memory, so that
    /// every policy that veils it meets the same.
    pub(crate) fn answers(&self, would_hurt: bool, dear: bool, mut luck: Chance) -> Answer {
        let opens = luck.odds(if would_hurt { OPENS.1 } else { OPENS.0 });
        let then = luck.part();
        if self.willing == Willing::Never {
            // Looking is not using a control; all else is.
            return if opens { Answer::Opened } else { Answer::Left };
        }
        match (opens, would_hurt) {
            (true, true) if then < THEN.1 => Answer::Regretted,
            (true, false) if dear && then < THEN.0 => Answer::Welcomed,
            (true, _) => Answer::Opened,
            (false, true) if then < CLOSED.1 => Answer::KeptAway,
            (false, true) if then < CLOSED.1 + CLOSED.0 => Answer::NotThisYear,
            (false, _) => Answer::Left,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_never_uses_a_control_looks_at_most() {
        let mut owner = Owner::born(&mut Chance::of(&[1]));
        owner.willing = Willing::Never;
        for luck in 0..1_000 {
            let answer = owner.answers(luck % 2 == 0, true, Chance::of(&[luck]));
            assert!(matches!(answer, Answer::Opened | Answer::Left), "{answer:?}");
        }
    }

    #[test]
    fn owners_differ_as_the_assumptions_say() {
        let willing = |kind| (0..4_000).filter(|&seed| Owner::born(&mut Chance::of(&[seed])).willing == kind).count();
        for (kind, share) in Willing::ALL.into_iter().zip(WILLING) {
            let part = willing(kind) as f64 / 4_000.0;
            assert!((part - share).abs() < 0.03, "{kind:?} {part}");
        }
        let mean =
            (0..4_000).map(|seed| f64::from(Owner::born(&mut Chance::of(&[seed])).bears[0])).sum::<f64>() / 4_000.0;
        assert!((mean - 1.0 / ENOUGH).abs() < 0.2, "{mean}");
    }
}
