//! When a job is due, when a lease is lost, and how long to wait after a failure. Pure: the time is an argument.

use jiff::{SignedDuration, Timestamp};

use super::Listed;

/// How long a lease holds if it is not renewed: whoever was killed holds nobody up for longer.
pub const TERM: SignedDuration = SignedDuration::from_secs(60);
/// How often a lease is renewed by whoever works.
pub const RENEWAL: SignedDuration = SignedDuration::from_secs(20);
/// How often a job is begun before it is given up.
pub const MOST_ATTEMPTS: u32 = 8;

/// The first wait after a failure; each one after it is four times as long.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(30);
/// The longest wait after a failure.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(6);

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody works on it.
    Runs,
    /// It may be begun.
    Due,
    /// It is due later.
    Waits(Timestamp),
    /// It went wrong, and is tried again then.
    TriedAgain(Timestamp),
    /// It went wrong so often that it is left alone since then, until somebody asks for it.
    GivenUp(Timestamp),
}

/// What follows when a job went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterFailure {
    /// It is tried again then.
    Again(Timestamp),
    /// It was tried often enough.
    GivenUp,
}

/// Where a job stands at `now`.
pub fn state(job: &Listed, now: Timestamp) -> State {
    if let Some(since) = job.given_up {
        return State::GivenUp(since);
    }
    if job.leased_until.is_some_and(|until| holds(until, now)) {
        return State::Runs;
    }
    match (&job.why, job.due > now) {
        (_, false) => State::Due,
        (Some(_), true) => State::TriedAgain(job.due),
        (None, true) => State::Waits(job.due),
    }
}

/// Whether a lease that runs out at `until` still holds at `now`. One that ran out is lost, whether or not somebody else has
/// taken the job since.
pub fn holds(until: Timestamp, now: Timestamp) -> bool {
    until > now
}

/// How long to wait after the `attempt`th attempt, counted from 1, went wrong.
pub fn wait_after(attempt: u32) -> SignedDuration {
    let times = 4_i32.saturating_pow(attempt.saturating_sub(1));
    FIRST_WAIT.checked_mul(times).map_or(LONGEST_WAIT, |wait| wait.min(LONGEST_WAIT))
}

/// What follows when the `attempt`th attempt, counted from 1, went wrong at `now`.
pub fn after_failure(attempt: u32, now: Timestamp) -> AfterFailure {
    if attempt >= MOST_ATTEMPTS {
        return AfterFailure::GivenUp;
    }
    AfterFailure::Again(now.saturating_add(wait_after(attempt)).unwrap_or(now))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use model::LibraryId;

    use super::*;
    use crate::jobs::Job;

    fn now() -> Timestamp {
        "2026-09-28T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn each_wait_is_longer_than_the_one_before_up_to_a_quarter_of_a_day() {
        let waits: Vec<i64> = (1..=MOST_ATTEMPTS).map(|attempt| wait_after(attempt).as_secs()).collect();
        assert_eq!(waits, [30, 120, 480, 1_920, 7_680, 21_600, 21_600, 21_600]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT);
        assert_eq!(wait_after(0), FIRST_WAIT);
    }

    #[test]
    fn what_goes_wrong_is_tried_again_until_it_is_given_up() {
        assert_eq!(after_failure(1, now()), AfterFailure::Again(now() + 30.seconds()));
        assert_eq!(after_failure(MOST_ATTEMPTS - 1, now()), AfterFailure::Again(now() + 6.hours()));
        assert_eq!(after_failure(MOST_ATTEMPTS, now()), AfterFailure::GivenUp);
        assert_eq!(after_failure(1, Timestamp::MAX), AfterFailure::Again(Timestamp::MAX), "no time is too late");
    }

    #[test]
    fn a_lease_is_lost_the_moment_it_runs_out() {
        assert!(holds(now() + 1.millisecond(), now()));
        assert!(!holds(now(), now()));
    }

    #[test]
    fn a_job_stands_where_its_row_says() {
        let job = Listed {
            id: 1,
            job: Job::new(LibraryId(1), "looking", 3),
            made: now(),
            due: now(),
            attempts: 0,
            leased_by: None,
            leased_until: None,
            why: None,
            standing: None,
            given_up: None,
        };
        assert_eq!(state(&job, now()), State::Due);
        assert_eq!(state(&job, now() - 1.second()), State::Waits(now()));
        let failed = Listed { why: Some("folder".to_owned()), ..job.clone() };
        assert_eq!(state(&failed, now() - 1.second()), State::TriedAgain(now()));
        let leased = Listed { leased_until: Some(now() + 1.second()), ..failed };
        assert_eq!(state(&leased, now()), State::Runs);
        assert_eq!(state(&leased, now() + 1.second()), State::Due, "whoever had it was killed");
        assert_eq!(state(&Listed { given_up: Some(now()), ..leased }, now()), State::GivenUp(now()));
    }
}
