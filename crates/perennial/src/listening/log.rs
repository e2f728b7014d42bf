//! What is told of connections that were closed: each reason once a minute at most, with how often it came.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Why a connection was not taken, or was closed before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The head of a request was begun and not finished in time.
    Head,
    /// A body was not finished in time.
    Body,
    /// Nothing moved any more in the midst of a request or of its answer.
    Idle,
    /// All places were taken.
    InAll,
    /// All places for one address were taken.
    FromOne,
    /// All places were taken, and whoever held the most made room.
    MadeRoom,
}

const EVERY: Duration = Duration::from_secs(60);

#[derive(Default)]
pub(super) struct Log {
    said: Mutex<[Said; 7]>,
}

/// One reason: when it was told last, and how often it came since.
#[derive(Clone, Copy, Default)]
struct Said {
    told: Option<Instant>,
    since: u64,
}

impl Log {
    /// Tells of it, if it is time to.
    pub(super) fn note(&self, why: Why, from: IpAddr) {
        let Some(times) = self.count(why as usize, Instant::now()) else { return };
        let what = match why {
            Why::Head => "requests that were begun and not finished in time were given up",
            Why::Body => "requests whose body did not come in time were given up",
            Why::Idle => "connections on which nothing moved any more were closed",
            Why::InAll => "connections were refused: there are as many as can be",
            Why::FromOne => "connections were refused: their address has as many as it may",
            Why::MadeRoom => "connections were closed to make room: there are as many as can be",
        };
        tracing::warn!(times, last_from = %from, "{what}");
    }

    /// Tells that the system gives no more connections, if it is time to.
    pub(super) fn no_more(&self, error: &std::io::Error) {
        if let Some(times) = self.count(6, Instant::now()) {
            tracing::warn!(times, "no connection can be taken: {error}");
        }
    }

    fn count(&self, which: usize, now: Instant) -> Option<u64> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)[which].again(now)
    }
}

impl Said {
    /// It came once more. Answers how often since it was last told, where it is to be told now.
    fn again(&mut self, now: Instant) -> Option<u64> {
        self.since += 1;
        if self.told.is_some_and(|told| now.duration_since(told) < EVERY) {
            return None;
        }
        self.told = Some(now);
        Some(std::mem::take(&mut self.since))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_often_is_told_once_in_a_while_with_how_often() {
        let (began, mut said) = (Instant::now(), Said::default());
        let at = |seconds| began + Duration::from_secs(seconds);
        let told: Vec<_> = [0, 1, 30, 59, 60, 61, 200].map(|second| said.again(at(second))).into();
        assert_eq!(told, [Some(1), None, None, None, Some(4), None, Some(2)]);
    }

    #[test]
    fn each_reason_is_told_on_its_own() {
        let (log, now) = (Log::default(), Instant::now());
        assert_eq!(log.count(Why::Head as usize, now), Some(1));
        assert_eq!(log.count(Why::Head as usize, now), None);
        assert_eq!(log.count(Why::MadeRoom as usize, now), Some(1));
        assert_eq!(log.count(6, now), Some(1));
    }
}
