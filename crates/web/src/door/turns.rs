//! Turns: what takes its time is done for a few at a time, so that a crowd keeps nobody waiting who was here before.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use circle::counted_as;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;

use crate::House;
use crate::trouble::Trouble;

/// Who waits for a turn. Each of the two has turns of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// Whoever is signed in, or comes with a device that was signed in before.
    Known,
    /// Anybody else, from that address.
    Stranger(IpAddr),
}

/// So many known ones wait at once.
const KNOWN: usize = 20;
/// So many strangers wait at once, and so many of them from one address.
const STRANGERS: (usize, usize) = (40, 3);
/// So many questions strangers may ask in a minute, and so many from one address.
const QUESTIONS: (u32, u32) = (300, 20);

/// Looks at a password, in its turn: hashing one takes its time and its memory, on purpose.
pub(crate) async fn unhurried<T: Send + 'static>(
    house: &House,
    whose: Waiting,
    work: impl FnOnce(&House) -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    static KNOWN_ONES: Semaphore = Semaphore::const_new(1);
    static OTHERS: Semaphore = Semaphore::const_new(1);
    static CROWD: Mutex<Crowd> = Mutex::new(Crowd::new());
    let _place = Place::take(&CROWD, whose).ok_or(Trouble::Crowded)?;
    let turns = if whose == Waiting::Known { &KNOWN_ONES } else { &OTHERS };
    let _turn = turns.acquire().await.map_err(|_| Trouble::Late)?;
    house.ask(work).await
}

/// Whether somebody may ask one more question now.
pub(crate) fn may_ask(whose: Waiting, now: Timestamp) -> bool {
    static ASKED: Mutex<Asked> = Mutex::new(Asked::new());
    match whose {
        Waiting::Known => true,
        Waiting::Stranger(address) => {
            ASKED.lock().unwrap_or_else(PoisonError::into_inner).once_more(counted_as(address), now)
        }
    }
}

/// Who waits just now.
struct Crowd {
    known: usize,
    strangers: Option<HashMap<IpAddr, usize>>,
}

/// A place among those who wait, free again when dropped.
struct Place {
    crowd: &'static Mutex<Crowd>,
    whose: Waiting,
}

impl Place {
    fn take(crowd: &'static Mutex<Crowd>, whose: Waiting) -> Option<Self> {
        let taken = crowd.lock().unwrap_or_else(PoisonError::into_inner).join(whose);
        taken.then_some(Self { crowd, whose })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.crowd.lock().unwrap_or_else(PoisonError::into_inner).leave(self.whose);
    }
}

impl Crowd {
    const fn new() -> Self {
        Self { known: 0, strangers: None }
    }

    /// One more wants to wait; answers whether there is room.
    fn join(&mut self, whose: Waiting) -> bool {
        match whose {
            Waiting::Known if self.known >= KNOWN => return false,
            Waiting::Known => self.known += 1,
            Waiting::Stranger(address) => {
                let strangers = self.strangers.get_or_insert_default();
                let mine = strangers.get(&counted_as(address)).copied().unwrap_or(0);
                let (in_all, from_one) = STRANGERS;
                if mine >= from_one || strangers.values().sum::<usize>() >= in_all {
                    return false;
                }
                strangers.insert(counted_as(address), mine + 1);
            }
        }
        true
    }

    fn leave(&mut self, whose: Waiting) {
        match whose {
            Waiting::Known => self.known -= 1,
            Waiting::Stranger(address) => {
                let strangers = self.strangers.get_or_insert_default();
                let left = strangers.get(&counted_as(address)).map_or(0, |mine| mine - 1);
                if left == 0 {
                    strangers.remove(&counted_as(address));
                } else {
                    strangers.insert(counted_as(address), left);
                }
            }
        }
    }
}

/// How many questions strangers asked in this minute.
struct Asked {
    since: Option<Timestamp>,
    in_all: u32,
    by_one: Option<HashMap<IpAddr, u32>>,
}

impl Asked {
    const fn new() -> Self {
        Self { since: None, in_all: 0, by_one: None }
    }

    fn once_more(&mut self, address: IpAddr, now: Timestamp) -> bool {
        let this_minute = |since: Timestamp| now >= since && now.duration_since(since) < SignedDuration::from_mins(1);
        if !self.since.is_some_and(this_minute) {
            *self = Self { since: Some(now), ..Self::new() };
        }
        let asked = self.by_one.get_or_insert_default().entry(address).or_default();
        let (in_all, from_one) = QUESTIONS;
        if *asked >= from_one || self.in_all >= in_all {
            return false;
        }
        *asked += 1;
        self.in_all += 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(network: u8, host: u8) -> Waiting {
        Waiting::Stranger([198, 51, network, host].into())
    }

    #[test]
    fn a_crowd_of_strangers_takes_no_place_of_a_known_one() {
        let mut crowd = Crowd::new();
        let waiting = |crowd: &mut Crowd| (0..200).filter(|n| crowd.join(from(100, n % 50))).count();
        assert_eq!(waiting(&mut crowd), 40, "so many in all");
        assert!(!crowd.join(from(101, 1)), "the crowd is full for strangers");
        assert!(crowd.join(Waiting::Known));
        crowd.leave(from(100, 0));
        assert!(crowd.join(from(101, 1)), "there is room again");
        assert_eq!((0..50).filter(|_| crowd.join(Waiting::Known)).count(), 19);
    }

    #[test]
    fn one_address_waits_a_few_times_whichever_of_its_network() {
        let mut crowd = Crowd::new();
        let one = |n: u32| Waiting::Stranger(format!("2001:db8::{n}").parse().unwrap());
        assert_eq!((0..10).filter(|n| crowd.join(one(*n))).count(), 3);
        (0..3).for_each(|n| crowd.leave(one(n)));
        assert_eq!(crowd.strangers, Some(HashMap::new()), "nothing is kept of who is gone");
    }

    #[test]
    fn questions_are_few_from_one_address_and_bounded_in_all() {
        let at = |seconds: i64| Timestamp::from_second(1_000_000 + seconds).unwrap();
        let mut asked = Asked::new();
        let one = |n: u8| IpAddr::from([198, 51, 100, n]);
        assert_eq!((0..100).filter(|_| asked.once_more(one(1), at(0))).count(), 20);
        assert!(asked.once_more(one(2), at(59)), "another address may");
        assert!(!asked.once_more(one(1), at(59)) && asked.once_more(one(1), at(60)), "until the minute is over");
        let many = (0..200).flat_map(|n| [one(n); 5]).filter(|from| asked.once_more(*from, at(61))).count();
        assert_eq!(many, 299, "in all");
        assert!(asked.once_more(one(1), at(0)), "a clock that went back keeps nobody waiting");
    }
}
