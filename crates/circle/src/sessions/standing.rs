//! How a session stands: whether it holds, and what is due. Pure: it is told the time.

use jiff::{SignedDuration, Timestamp};

/// A session that nobody uses for so long is over.
pub const IDLE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// No session lasts longer.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(365 * 24);
/// What the browser holds is replaced about so often while it is used.
const RENEWED_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// Requests on their way may still carry what was replaced.
const ON_THEIR_WAY: SignedDuration = SignedDuration::from_mins(1);
/// "Last seen" is kept to so much: reading does not write each time.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// What is to be noted of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing.
    Nothing,
    /// That it was seen.
    Seen,
    /// The browser holds the new key now: the earlier one goes soon.
    LetEarlierGo {
        /// When, in milliseconds.
        until: i64,
    },
    /// It is time for a new key.
    Renew,
}

/// What is known of a session, with times in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    /// Whether the key presented is the one before the current one.
    pub(crate) by_earlier: bool,
    /// Whether there is one before the current one.
    pub(crate) has_earlier: bool,
    /// Until when that one is good; open while the current one has not been seen.
    pub(crate) earlier_until: Option<i64>,
    pub(crate) made: i64,
    pub(crate) renewed: i64,
    pub(crate) seen: i64,
}

impl Standing {
    /// Whether it lets somebody in.
    pub(crate) fn holds(&self, now: Timestamp) -> bool {
        let in_time = self.seen >= before(now, IDLE) && self.made >= before(now, LONGEST);
        let gone = self.by_earlier && self.earlier_until.is_some_and(|until| until <= now.as_millisecond());
        in_time && !gone
    }

    /// What is due.
    pub(crate) fn due(&self, turns_page: bool, now: Timestamp) -> Due {
        let since_renewed = SignedDuration::from_millis(now.as_millisecond() - self.renewed);
        if self.by_earlier {
            // The answer with the new cookie got lost: another one is made, unless it is only still on its way.
            let lost = self.earlier_until.is_none() && since_renewed > ON_THEIR_WAY;
            return if lost && turns_page { Due::Renew } else { Due::Nothing };
        }
        if self.has_earlier && self.earlier_until.is_none() {
            return Due::LetEarlierGo { until: now.as_millisecond() + ON_THEIR_WAY.as_millis() as i64 };
        }
        if turns_page && since_renewed >= RENEWED_EVERY {
            return Due::Renew;
        }
        if self.seen < before(now, SEEN_EVERY) { Due::Seen } else { Due::Nothing }
    }
}

/// So long ago, in milliseconds.
pub(crate) fn before(now: Timestamp, span: SignedDuration) -> i64 {
    now.as_millisecond() - span.as_millis() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_790_000_000_000;
    const MINUTE: i64 = 60_000;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(START + ms).unwrap()
    }

    fn fresh() -> Standing {
        let (made, renewed, seen) = (START, START, START);
        Standing { by_earlier: false, has_earlier: false, earlier_until: None, made, renewed, seen }
    }

    #[test]
    fn a_session_ends_after_thirty_idle_days_and_after_a_year_of_use() {
        assert!(fresh().holds(at(30 * DAY)));
        assert!(!fresh().holds(at(30 * DAY + 1)));
        let used = |days: i64| Standing { seen: START + (days - 1) * DAY, ..fresh() };
        assert!(used(365).holds(at(365 * DAY)));
        assert!(!used(366).holds(at(365 * DAY + 1)));
    }

    #[test]
    fn reading_writes_only_now_and_then_and_keys_are_replaced_when_a_page_is_turned() {
        for (ms, turns_page, due) in [
            (0, true, Due::Nothing),
            (4 * MINUTE, true, Due::Nothing),
            (6 * MINUTE, true, Due::Seen),
            (6 * MINUTE, false, Due::Seen),
            (HOUR, true, Due::Renew),
            (HOUR, false, Due::Seen),
            (-HOUR, true, Due::Nothing),
        ] {
            assert_eq!(fresh().due(turns_page, at(ms)), due, "{ms} {turns_page}");
        }
    }

    #[test]
    fn the_earlier_key_holds_until_the_new_one_is_seen_and_a_minute_longer() {
        let renewed = Standing { has_earlier: true, ..fresh() };
        assert_eq!(renewed.due(false, at(5)), Due::LetEarlierGo { until: START + 5 + MINUTE });
        let by_earlier = Standing { by_earlier: true, ..renewed };
        assert!(by_earlier.holds(at(DAY)), "the answer with the new one may have been lost");
        assert_eq!(by_earlier.due(true, at(MINUTE)), Due::Nothing, "or is still on its way");
        assert_eq!(by_earlier.due(true, at(MINUTE + 1)), Due::Renew);
        assert_eq!(by_earlier.due(false, at(DAY)), Due::Nothing);
        let let_go = Standing { earlier_until: Some(START + MINUTE), ..by_earlier };
        assert!(let_go.holds(at(MINUTE - 1)) && !let_go.holds(at(MINUTE)));
        assert_eq!(let_go.due(true, at(1)), Due::Nothing, "what was replaced replaces nothing");
    }
}
