//! Many lives, on as many threads as are wanted; the same whatever their number.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::chance::Chance;
use crate::life::Life;
use crate::lived::{Tally, lived};
use crate::policies::Named;
use crate::returning::days;

/// The seed of the life of that number.
pub fn seed_of(seed: u64, number: u64) -> u64 {
    Chance::of(&[seed, number]).next()
}

/// Lives `count` lives under each of the policies: for each policy, in their order, a tally for each life, in theirs.
pub fn live(seed: u64, count: u64, policies: &[Named], threads: usize) -> Vec<Vec<Tally>> {
    let next = AtomicU64::new(0);
    let done: Mutex<Vec<(u64, Vec<Tally>)>> = Mutex::new(Vec::with_capacity(count as usize));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return;
            }
            let tallies = one(seed_of(seed, number), policies);
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
    let of = |policy: usize| lives.iter().map(|(_, tallies)| tallies[policy].clone()).collect();
    (0..policies.len()).map(of).collect()
}

/// One life under each of the policies.
fn one(seed: u64, policies: &[Named]) -> Vec<Tally> {
    let life = Life::born(seed);
    let days = days(&life);
    policies.iter().map(|policy| lived(&life, &days, (policy.begin)(&life).as_mut())).collect()
}
