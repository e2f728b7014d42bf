//! Many lives, on as many threads as are wanted; the same whatever their number.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::chance::Chance;
use crate::life::Life;
use crate::lived::{Tally, lived};
use crate::owner::Owners;
use crate::policies::Named;
use crate::returning::days;

/// The seed of the life of that number.
pub fn seed_of(seed: u64, number: u64) -> u64 {
    Chance::of(&[seed, number]).next()
}

/// A policy, and how the owners deal with it.
#[derive(Clone)]
pub struct Run {
    /// The policy.
    pub policy: Named,
    /// The owners.
    pub owners: Owners,
}

impl Run {
    /// A policy as owners are assumed to be.
    pub fn assumed(policy: Named) -> Self {
        Self { policy, owners: Owners::ASSUMED }
    }
}

/// Lives `count` lives in each of the runs: for each run, in their order, a tally for each life, in theirs.
pub fn live(seed: u64, count: u64, runs: &[Run], threads: usize) -> Vec<Vec<Tally>> {
    let next = AtomicU64::new(0);
    let done: Mutex<Vec<(u64, Vec<Tally>)>> = Mutex::new(Vec::with_capacity(count as usize));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return;
            }
            let tallies = one(seed_of(seed, number), runs);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((number, tallies));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(work);
        }
    });
    let mut lives = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    lives.sort_by_key(|(number, _)| *number);
    let of = |run: usize| lives.iter().map(|(_, tallies)| tallies[run].clone()).collect();
    (0..runs.len()).map(of).collect()
}

/// One life in each of the runs.
fn one(seed: u64, runs: &[Run]) -> Vec<Tally> {
    let born = Life::born(seed);
    let days = days(&born);
    let mut life = born.clone();
    let in_run = |run: &Run| {
        life.owner.willing = run.owners.willing.unwrap_or(born.owner.willing);
        lived(&life, &days, run.policy.begin(&life).as_mut(), &run.owners)
    };
    runs.iter().map(in_run).collect()
}
