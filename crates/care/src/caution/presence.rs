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
}

impl Presence {
    /// Whether somebody who was much there is gone: as often as they were there, they would have been seen many times since. What became of
    /// them may be tender, in every moment with them, and in those around them in which nobody found them. Fewer sights tell of nobody: a
    /// child who spent ten weeks elsewhere, or a library with few pictures a year, would make every other day ask
    /// (`docs/care-benchmark.md`).
    pub fn is_gone(self) -> bool {
        self.days >= OFTEN && self.share() >= MUCH && f64::from(self.since) * self.share() >= LONG_MISSED
    }

    fn share(self) -> f64 {
        f64::from(self.days) / f64::from(self.of.max(1))
    }
}

/// How many times whoever is gone would have been seen since.
const LONG_MISSED: f64 = 5.0;
/// The part of the days on which anything is photographed that is with somebody who is much there.
const MUCH: f64 = 0.1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_who_was_much_there_is_gone_when_they_would_have_been_seen_many_times() {
        let check = |days, of, since, gone| {
            let presence = Presence { days, of, since };
            assert_eq!(presence.is_gone(), gone, "{presence:?}");
        };
        check(30, 100, 17, true);
        check(30, 100, 16, false);
        check(10, 100, 50, true);
        check(10, 100, 49, false);
        check(9, 60, 500, false);
        check(10, 101, 500, false);
        check(15, 50, 17, true);
        check(15, 50, 16, false);
        check(30, 100, 0, false);
        check(0, 0, 0, false);
    }
}
