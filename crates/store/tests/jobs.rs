//! The queue: leases, fencing, waits and dead letters, on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Barrier, Mutex};

use jiff::{SignedDuration, Timestamp, ToSpan};
use model::LibraryId;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::jobs::{self, AfterFailure, Job, Lease, MOST_ATTEMPTS, State, TERM};
use store::{Store, StoreError};
use testkit::{House, houses, now};

const LIBRARY: LibraryId = LibraryId(1);
const KIND: &str = "looking";

fn at() -> Timestamp {
    now().timestamp()
}

fn job(key: impl ToString) -> Job {
    Job::new(LIBRARY, KIND, key)
}

fn write<T>(store: &Store, work: impl FnOnce(&mut store::Tx<'_>) -> Result<T, StoreError>) -> T {
    store.write(work).unwrap()
}

fn ask(house: &House, key: impl ToString, due: Timestamp) {
    write(&house.store, |tx| jobs::ask(tx, &job(key), due, at()));
}

fn take(house: &House, now: Timestamp) -> Option<Lease> {
    write(&house.store, |tx| jobs::take(tx, LIBRARY, &[KIND], "somebody", now))
}

fn only(house: &House) -> jobs::Listed {
    let mut all = house.store.read(|tx| jobs::listed(tx, LIBRARY)).unwrap();
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn a_job_is_taken_once_done_once_and_gone() {
    for house in houses() {
        ask(&house, "a", at());
        ask(&house, "a", at());
        let lease = take(&house, at()).unwrap();
        assert_eq!((lease.job.clone(), lease.attempt), (job("a"), 1));
        assert_eq!(take(&house, at()), None, "somebody has it");
        assert!(write(&house.store, |tx| jobs::done(tx, &lease, None, at())));
        assert!(!write(&house.store, |tx| jobs::done(tx, &lease, None, at())), "acknowledged once");
        assert_eq!(house.store.read(|tx| jobs::listed(tx, LIBRARY)).unwrap(), []);
    }
}

#[test]
fn a_job_waits_until_it_is_due_and_the_earlier_time_counts() {
    for house in houses() {
        ask(&house, "a", at() + 2.hours());
        ask(&house, "a", at() + 1.hour());
        ask(&house, "a", at() + 3.hours());
        assert_eq!(take(&house, at() + 59.minutes()), None);
        let next = house.store.read(|tx| jobs::next_due(tx, LIBRARY, &[KIND])).unwrap();
        assert_eq!(next, Some(at() + 1.hour()));
        // A day without the program is made up for.
        assert!(take(&house, at() + 24.hours()).is_some());
    }
}

#[test]
fn jobs_of_other_kinds_and_libraries_are_left_alone() {
    for house in houses() {
        write(&house.store, |tx| jobs::ask(tx, &Job::new(LIBRARY, "other", ""), at(), at()));
        write(&house.store, |tx| jobs::ask(tx, &Job::new(LibraryId(2), KIND, ""), at(), at()));
        assert_eq!(take(&house, at()), None);
        assert!(write(&house.store, |tx| jobs::take(tx, LIBRARY, &[KIND, "other"], "x", at())).is_some());
        assert_eq!(write(&house.store, |tx| jobs::take(tx, LIBRARY, &[], "x", at())), None);
    }
}

#[test]
fn what_is_asked_for_while_somebody_works_on_it_is_done_once_more() {
    for house in houses() {
        ask(&house, "a", at());
        let lease = take(&house, at()).unwrap();
        ask(&house, "a", at());
        assert!(write(&house.store, |tx| jobs::done(tx, &lease, None, at())));
        let again = take(&house, at()).unwrap();
        assert_eq!(again.attempt, 1, "it is not a second attempt at the same");
        assert!(write(&house.store, |tx| jobs::done(tx, &again, Some(at() + 1.hour()), at())));
        assert_eq!(jobs::state(&only(&house), at()), State::Waits(at() + 1.hour()), "there is more of it later");
    }
}

#[test]
fn a_lease_runs_out_when_its_holder_was_killed_and_then_acknowledges_nothing() {
    for house in houses() {
        ask(&house, "a", at());
        let killed = take(&house, at()).unwrap();
        let until = at() + TERM;
        assert_eq!(take(&house, until - 1.millisecond()), None);
        // Whoever comes late has lost it, even while nobody else took it.
        assert!(!write(&house.store, |tx| jobs::done(tx, &killed, None, until)));
        assert_eq!(write(&house.store, |tx| jobs::renew(tx, &killed, None, until)), None);
        let second = take(&house, until).unwrap();
        assert_eq!(second.attempt, 2);
        for late in [at(), until] {
            assert!(!write(&house.store, |tx| jobs::is_held(tx, &killed, late)));
            assert!(!write(&house.store, |tx| jobs::done(tx, &killed, None, late)));
            assert_eq!(write(&house.store, |tx| jobs::failed(tx, &killed, "worker", late)), None);
            assert!(!write(&house.store, |tx| jobs::give_back(tx, &killed, late)));
            assert_eq!(write(&house.store, |tx| jobs::renew(tx, &killed, Some("{}"), late)), None);
        }
        assert!(write(&house.store, |tx| jobs::done(tx, &second, None, until)));
    }
}

#[test]
fn a_lease_of_before_says_nothing_of_a_job_that_was_done_and_asked_for_again() {
    for house in houses() {
        ask(&house, "a", at());
        let slow = take(&house, at()).unwrap();
        let quick = take(&house, at() + TERM).unwrap();
        assert!(write(&house.store, |tx| jobs::done(tx, &quick, None, at() + TERM)));
        ask(&house, "a", at());
        let third = take(&house, at() + TERM).unwrap();
        // By its own clock, the slow one still holds something.
        assert!(!write(&house.store, |tx| jobs::done(tx, &slow, None, at())));
        assert!(write(&house.store, |tx| jobs::is_held(tx, &third, at() + TERM)));
    }
}

#[test]
fn a_renewed_lease_holds_and_says_how_far_it_is() {
    for house in houses() {
        ask(&house, "a", at());
        let lease = take(&house, at()).unwrap();
        let later = at() + TERM - 1.second();
        assert_eq!(write(&house.store, |tx| jobs::renew(tx, &lease, Some("{\"done\":3}"), later)), Some(later + TERM));
        write(&house.store, |tx| jobs::renew(tx, &lease, None, later));
        let listed = only(&house);
        assert_eq!((listed.standing.as_deref(), listed.leased_by.as_deref()), (Some("{\"done\":3}"), Some("somebody")));
        assert_eq!(take(&house, at() + TERM), None);
        assert!(write(&house.store, |tx| jobs::done(tx, &lease, None, at() + TERM)));
    }
}

#[test]
fn what_goes_wrong_waits_longer_each_time_and_is_given_up_in_the_end() {
    for house in houses() {
        ask(&house, "a", at());
        let mut now = at();
        for attempt in 1..MOST_ATTEMPTS {
            let lease = take(&house, now).unwrap();
            assert_eq!(lease.attempt, attempt);
            let after = write(&house.store, |tx| jobs::failed(tx, &lease, "folder", now));
            let again = now + jobs::wait_after(attempt);
            assert_eq!(after, Some(AfterFailure::Again(again)));
            assert_eq!(jobs::state(&only(&house), now), State::TriedAgain(again));
            // What happens meanwhile does not make it try sooner.
            ask(&house, "a", now);
            assert_eq!(take(&house, again - 1.millisecond()), None);
            now = again;
        }
        let lease = take(&house, now).unwrap();
        let after = write(&house.store, |tx| jobs::failed(tx, &lease, "folder", now));
        assert_eq!(after, Some(AfterFailure::GivenUp));
        let letter = only(&house);
        assert_eq!((jobs::state(&letter, now), letter.why.as_deref()), (State::GivenUp(now), Some("folder")));
        assert_eq!(take(&house, now + 10_000.hours()), None);
        write(&house.store, |tx| jobs::ensure(tx, &job("a"), now, now));
        assert_eq!(take(&house, now), None, "that it should be there is no reason to begin afresh");
        assert!(write(&house.store, |tx| jobs::try_again(tx, LIBRARY, letter.id, now)));
        assert!(!write(&house.store, |tx| jobs::try_again(tx, LIBRARY, letter.id + 1, now)));
        assert!(!write(&house.store, |tx| jobs::try_again(tx, LibraryId(2), letter.id, now)));
        assert_eq!(take(&house, now).unwrap().attempt, 1);
    }
}

#[test]
fn whoever_wants_it_now_does_not_wait_for_the_next_try() {
    for house in houses() {
        ask(&house, "a", at());
        let lease = take(&house, at()).unwrap();
        write(&house.store, |tx| jobs::failed(tx, &lease, "folder", at()));
        assert_eq!(take(&house, at()), None);
        write(&house.store, |tx| jobs::ask_anew(tx, &job("a"), at()));
        assert_eq!(take(&house, at()).unwrap().attempt, 1);
    }
}

#[test]
fn what_was_given_up_is_begun_afresh_when_something_new_happens() {
    for house in houses() {
        ask(&house, "a", at());
        write(&house.store, |tx| tx.execute("UPDATE jobs SET attempts = 7, why = 'folder'", &[]));
        let lease = take(&house, at()).unwrap();
        assert_eq!(write(&house.store, |tx| jobs::failed(tx, &lease, "folder", at())), Some(AfterFailure::GivenUp));
        ask(&house, "a", at());
        assert_eq!(take(&house, at()).unwrap().attempt, 1);
    }
}

#[test]
fn what_is_given_back_is_begun_at_once_and_the_attempt_does_not_count() {
    for house in houses() {
        ask(&house, "a", at());
        let lease = take(&house, at()).unwrap();
        assert!(write(&house.store, |tx| jobs::give_back(tx, &lease, at())));
        assert_eq!(take(&house, at()).unwrap().attempt, 1);
    }
}

#[test]
fn what_nobody_needs_any_more_is_lost_to_whoever_works_on_it() {
    for house in houses() {
        ask(&house, "a", at());
        let lease = take(&house, at()).unwrap();
        assert!(write(&house.store, |tx| jobs::withdraw(tx, &job("a"))));
        assert!(!write(&house.store, |tx| jobs::withdraw(tx, &job("a"))));
        assert_eq!(write(&house.store, |tx| jobs::renew(tx, &lease, None, at())), None);
        assert!(!write(&house.store, |tx| jobs::done(tx, &lease, None, at())));
    }
}

#[test]
fn that_very_job_is_taken_before_it_is_due_but_not_from_whoever_has_it() {
    for house in houses() {
        ask(&house, "a", at());
        ask(&house, "b", at() + 1.hour());
        let lease = write(&house.store, |tx| jobs::take_this(tx, &job("b"), "a command", at())).unwrap();
        assert_eq!(lease.job, job("b"));
        assert_eq!(write(&house.store, |tx| jobs::take_this(tx, &job("b"), "another", at())), None);
        assert_eq!(write(&house.store, |tx| jobs::take_this(tx, &job("c"), "another", at())), None);
    }
}

#[test]
fn whoever_knows_to_be_alone_frees_what_was_killed() {
    for house in houses() {
        ask(&house, "a", at());
        let killed = take(&house, at()).unwrap();
        write(&house.store, jobs::free_all);
        assert_eq!(take(&house, at()).unwrap().attempt, 2);
        assert!(!write(&house.store, |tx| jobs::is_held(tx, &killed, at())));
    }
}

#[test]
fn two_processes_never_do_a_thing_twice() {
    for house in houses() {
        let jobs_in_all = 40;
        for key in 0..jobs_in_all {
            ask(&house, key, at());
        }
        let (others, begin, done) = (house.again(), Barrier::new(4), Mutex::new(Vec::new()));
        let work = |store: &Store| {
            begin.wait();
            while let Some(lease) = write(store, |tx| jobs::take(tx, LIBRARY, &[KIND], "x", at())) {
                done.lock().unwrap().push(lease.job.key.clone());
                assert!(write(store, |tx| jobs::done(tx, &lease, None, at())));
            }
        };
        std::thread::scope(|scope| {
            for store in [&*house.store, &others, &*house.store, &others] {
                scope.spawn(|| work(store));
            }
        });
        let mut done = done.into_inner().unwrap();
        done.sort();
        assert_eq!(done.len(), jobs_in_all, "{done:?}");
        done.dedup();
        assert_eq!(done.len(), jobs_in_all, "each was done once");
    }
}

/// What happens next in a random story of two workers.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Somebody asks for the job.
    Ask(u8),
    /// A worker looks for something to do, if its hands are empty.
    Take(usize),
    /// It renews its lease.
    Renew(usize),
    /// It says that it is done.
    Done(usize),
    /// It says that it went wrong.
    Failed(usize),
    /// It ends calmly.
    GiveBack(usize),
    /// It is killed, and another begins in its place. The killed one may still stir: its lease is kept.
    Kill(usize),
    /// Somebody who was thought dead says that they are done.
    Stir(usize),
    /// Time passes, in seconds.
    Wait(i64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let worker = 0..2_usize;
    let step = prop_oneof![
        3 => (0..4_u8).prop_map(Step::Ask),
        4 => worker.clone().prop_map(Step::Take),
        2 => worker.clone().prop_map(Step::Renew),
        3 => worker.clone().prop_map(Step::Done),
        1 => worker.clone().prop_map(Step::Failed),
        1 => worker.clone().prop_map(Step::GiveBack),
        2 => worker.prop_map(Step::Kill),
        2 => (0..8_usize).prop_map(Step::Stir),
        3 => (0..90_i64).prop_map(Step::Wait),
    ];
    proptest::collection::vec(step, 0..60)
}

/// What should be true, kept apart from the queue: who holds what until when, and what was asked for and not yet done.
#[derive(Default)]
struct Truth {
    held: BTreeMap<Job, (Lease, Timestamp)>,
    wanted: BTreeSet<Job>,
    /// What was asked for again while somebody worked on it.
    wanted_again: BTreeSet<Job>,
}

impl Truth {
    fn holds(&self, lease: &Lease, now: Timestamp) -> bool {
        self.held.get(&lease.job).is_some_and(|(holder, until)| holder == lease && *until > now)
    }
}

fn lived_through(house: &House, steps: &[Step]) -> Result<(), TestCaseError> {
    write(&house.store, |tx| tx.execute("DELETE FROM jobs", &[]));
    let others = house.again();
    let stores = [&*house.store, &others];
    let (mut now, mut truth) = (at(), Truth::default());
    let mut hands: [Option<Lease>; 2] = [None, None];
    let mut dead: Vec<Lease> = Vec::new();
    for step in steps {
        match *step {
            Step::Wait(seconds) => now += SignedDuration::from_secs(seconds),
            Step::Ask(key) => {
                write(&house.store, |tx| jobs::ask(tx, &job(key), now, now));
                let runs = truth.held.get(&job(key)).is_some_and(|(_, until)| *until > now);
                if runs {
                    truth.wanted_again.insert(job(key))
                } else {
                    truth.wanted.insert(job(key))
                };
            }
            Step::Take(worker) if hands[worker].is_none() => {
                let lease = write(stores[worker], |tx| jobs::take(tx, LIBRARY, &[KIND], "x", now));
                if let Some(lease) = &lease {
                    let held = truth.held.get(&lease.job).is_some_and(|(_, until)| *until > now);
                    prop_assert!(!held, "taken from under somebody's hands: {:?}", lease);
                    prop_assert!(truth.wanted.contains(&lease.job));
                    truth.wanted_again.remove(&lease.job);
                    truth.held.insert(lease.job.clone(), (lease.clone(), lease.until));
                }
                hands[worker] = lease;
            }
            Step::Renew(worker) => {
                let Some(lease) = &hands[worker] else { continue };
                let held = truth.holds(lease, now);
                let until = write(stores[worker], |tx| jobs::renew(tx, lease, None, now));
                prop_assert_eq!(until.is_some(), held);
                if let Some(until) = until {
                    truth.held.insert(lease.job.clone(), (lease.clone(), until));
                }
            }
            Step::Done(worker) => {
                let Some(lease) = hands[worker].take() else { continue };
                acknowledged(stores[worker], &mut truth, &lease, now)?;
            }
            Step::Stir(which) => {
                let Some(lease) = dead.get(which).cloned() else { continue };
                acknowledged(stores[which % 2], &mut truth, &lease, now)?;
            }
            Step::Failed(worker) => {
                let Some(lease) = hands[worker].take() else { continue };
                let held = truth.holds(&lease, now);
                let after = write(stores[worker], |tx| jobs::failed(tx, &lease, "worker", now));
                prop_assert_eq!(after.is_some(), held);
                if held {
                    truth.held.remove(&lease.job);
                }
            }
            Step::GiveBack(worker) => {
                let Some(lease) = hands[worker].take() else { continue };
                let held = truth.holds(&lease, now);
                prop_assert_eq!(write(stores[worker], |tx| jobs::give_back(tx, &lease, now)), held);
                if held {
                    truth.held.remove(&lease.job);
                }
            }
            Step::Kill(worker) => dead.extend(hands[worker].take()),
            Step::Take(_) => {}
        }
        agrees(house, &truth, now)?;
    }
    // In the end somebody comes who has all the time in the world: nothing that was asked for is left.
    for _ in 0..200 {
        if house.store.read(|tx| jobs::listed(tx, LIBRARY)).unwrap().is_empty() {
            prop_assert!(truth.wanted.is_empty(), "lost: {:?}", truth.wanted);
            return Ok(());
        }
        now += SignedDuration::from_hours(6);
        for letter in house.store.read(|tx| jobs::listed(tx, LIBRARY)).unwrap() {
            if letter.given_up.is_some() {
                write(&house.store, |tx| jobs::try_again(tx, LIBRARY, letter.id, now));
            }
        }
        while let Some(lease) = write(&house.store, |tx| jobs::take(tx, LIBRARY, &[KIND], "x", now)) {
            truth.held.insert(lease.job.clone(), (lease.clone(), lease.until));
            truth.wanted_again.remove(&lease.job);
            acknowledged(&house.store, &mut truth, &lease, now)?;
        }
    }
    Err(TestCaseError::fail("it never ends"))
}

/// Says that it is done; what was not asked for again meanwhile is wanted no more, and only if the lease held.
fn acknowledged(store: &Store, truth: &mut Truth, lease: &Lease, now: Timestamp) -> Result<(), TestCaseError> {
    let held = truth.holds(lease, now);
    prop_assert_eq!(write(store, |tx| jobs::done(tx, lease, None, now)), held, "{:?}", lease);
    if held {
        truth.held.remove(&lease.job);
        if !truth.wanted_again.remove(&lease.job) {
            truth.wanted.remove(&lease.job);
        }
    }
    Ok(())
}

/// The rows say what is true: everything wanted is there, and runs exactly where somebody holds it.
fn agrees(house: &House, truth: &Truth, now: Timestamp) -> Result<(), TestCaseError> {
    let rows = house.store.read(|tx| jobs::listed(tx, LIBRARY)).unwrap();
    let there: BTreeSet<Job> = rows.iter().map(|row| row.job.clone()).collect();
    prop_assert_eq!(&there, &truth.wanted);
    for row in rows {
        let held = truth.held.get(&row.job).is_some_and(|(_, until)| *until > now);
        prop_assert_eq!(jobs::state(&row, now) == State::Runs, held, "{:?}", row);
    }
    Ok(())
}

#[test]
fn whoever_is_killed_when_each_job_is_done_and_nobody_acknowledges_what_they_lost() {
    let house = House::on_sqlite();
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(200) });
    runner.run(&steps(), |steps| lived_through(&house, &steps)).unwrap();
}

#[test]
fn the_same_holds_on_every_engine() {
    let houses = houses();
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(24) });
    runner.run(&steps(), |steps| houses.iter().try_for_each(|house| lived_through(house, &steps))).unwrap();
}
