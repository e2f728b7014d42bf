//! How much somebody was there, and whether they are missed.

use super::OFTEN;

/// How often somebody was there, and for how long nobody has seen them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// On how many days of their last year they were seen.
    pub days: u32,
    /// On how many days of that year anything was photographed.
    pub of: u32,
    /// On how many days since then anything was photographed.
    pub since: u32,
    /// How many days lie between the first sight of them and the last.
    pub known_for: i64,
}

impl Presence {
    /// Whether somebody who was close is gone: as often as they were there, they would have been seen several times since. Where
    /// nobody was seen for long enough, what became of them may be tender, in every moment with them.
    pub fn is_gone(self) -> bool {
        let share = self.share();
        let close = share >= CLOSE && (self.known_for >= KNOWN || share >= VERY_CLOSE);
        let (seen, missed) = if self.of >= MANY_DAYS { SOONER } else { (SEEN, MISSED) };
        close && self.days >= seen && f64::from(self.since) * share >= missed
    }

    /// Whether somebody who is gone was there so much that they may have been at moments in which nobody found them. A library with few
    /// pictures a year cannot tell: there everybody is seldom seen.
    pub fn is_missed_everywhere(self) -> bool {
        self.is_gone()
            && self.days >= OFTEN
            && self.share() >= MUCH
            && f64::from(self.since) * self.share() >= LONG_MISSED
    }

    fn share(self) -> f64 {
        f64::from(self.days) / f64::from(self.of.max(1))
    }
}

/// On how many days of their last year somebody was seen, of whom it can be told that they are missed.
const SEEN: u32 = 6;
/// How many times they would have been seen since.
const MISSED: f64 = 3.0;
/// On how many days of a year something is photographed in a library that tells sooner who is missed: chance alone keeps nobody out
/// of sight for long there.
const MANY_DAYS: u32 = 60;
/// On how many days somebody was seen in their last year, and how many times they would have been seen since, in such a library.
const SOONER: (u32, f64) = (3, 2.0);
/// How many times whoever is missed everywhere would have been seen since.
const LONG_MISSED: f64 = 5.0;
/// Of the days on which anything is photographed, the part with somebody who is close.
const CLOSE: f64 = 0.02;
/// The part with somebody who is there much.
const MUCH: f64 = 0.1;
/// The part with somebody who is very close, however short a time they are known.
const VERY_CLOSE: f64 = 0.3;
/// For how many days somebody is known who is close.
const KNOWN: i64 = 730;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_who_was_close_is_gone_when_they_would_have_been_seen_several_times() {
        let check = |days, of, since, known_for, gone, everywhere| {
            let presence = Presence { days, of, since, known_for };
            assert_eq!((presence.is_gone(), presence.is_missed_everywhere()), (gone, everywhere), "{presence:?}");
        };
        check(30, 100, 10, 3_000, true, false);
        check(30, 100, 17, 3_000, true, true);
        check(30, 100, 7, 3_000, true, false);
        check(30, 100, 6, 3_000, false, false);
        check(3, 100, 67, 3_000, true, false);
        check(3, 100, 66, 3_000, false, false);
        check(2, 60, 500, 3_000, false, false);
        check(15, 50, 10, 3_000, true, false);
        check(15, 50, 9, 3_000, false, false);
        check(5, 59, 500, 3_000, false, false);
        check(6, 59, 30, 3_000, true, false);
        check(6, 59, 29, 3_000, false, false);
        check(30, 100, 0, 3_000, false, false);
        check(5, 10, 100, 3_000, false, false);
        check(6, 100, 51, 3_000, true, false);
        check(10, 100, 50, 3_000, true, true);
        check(9, 60, 60, 3_000, true, false);
        check(6, 100, 500, 700, false, false);
        check(31, 100, 10, 20, true, false);
        check(6, 301, 5_000, 3_000, false, false);
        check(0, 0, 0, 0, false, false);
    }
}
