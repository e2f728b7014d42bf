//! The places there are, and who holds them. Where all are taken, whoever holds the most makes room: strangers with many
//! connections keep out one another, and nobody with a few.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::log::Why;

/// Gives out places.
#[derive(Clone)]
pub(super) struct Desk(Arc<Mutex<Given>>);

/// A place that somebody holds; free again when dropped.
pub(super) struct Place {
    desk: Desk,
    number: u64,
    of: Holder,
    /// Whether somebody else had to go for it.
    pub(super) made_room: bool,
    /// Comes when this place is needed for somebody who holds fewer.
    pub(super) needed: oneshot::Receiver<()>,
}

struct Given {
    places: Places,
    next: u64,
    to_be_told: HashMap<u64, oneshot::Sender<()>>,
}

/// Whose a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Holder {
    /// A reverse proxy of ours: behind it is everybody.
    Proxy,
    /// One address, or one network of IPv6.
    One(IpAddr),
}

/// Who holds which places, in the order in which they were taken.
struct Places {
    in_all: usize,
    from_one: usize,
    held: HashMap<Holder, Vec<u64>>,
}

/// What comes of asking for a place.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Taken,
    /// Taken, and this one has to go.
    TakenFrom(u64),
    Refused(Why),
}

impl Desk {
    pub(super) fn new(in_all: usize, from_one: usize) -> Self {
        let places = Places { in_all, from_one, held: HashMap::new() };
        Self(Arc::new(Mutex::new(Given { places, next: 0, to_be_told: HashMap::new() })))
    }

    /// A place for a connection from that address, or why there is none.
    pub(super) fn take(&self, from: IpAddr, by_proxy: bool) -> Result<Place, Why> {
        let of = if by_proxy { Holder::Proxy } else { Holder::One(circle::counted_as(from)) };
        let mut given = self.given();
        given.next += 1;
        let number = given.next;
        let made_room = match given.places.ask(of, number) {
            Answer::Taken => false,
            Answer::TakenFrom(other) => {
                // It may have ended by itself meanwhile.
                given.to_be_told.remove(&other).map(|gone| gone.send(()));
                true
            }
            Answer::Refused(why) => return Err(why),
        };
        let (tell, needed) = oneshot::channel();
        given.to_be_told.insert(number, tell);
        Ok(Place { desk: self.clone(), number, of, made_room, needed })
    }

    fn given(&self) -> MutexGuard<'_, Given> {
        // Nothing is half done where it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut given = self.desk.given();
        given.places.leave(self.of, self.number);
        given.to_be_told.remove(&self.number);
    }
}

impl Places {
    fn ask(&mut self, of: Holder, number: u64) -> Answer {
        let mine = self.held.get(&of).map_or(0, Vec::len);
        if of != Holder::Proxy && mine >= self.from_one {
            return Answer::Refused(Why::FromOne);
        }
        let mut answer = Answer::Taken;
        if self.held.values().map(Vec::len).sum::<usize>() >= self.in_all {
            let strangers = self.held.iter().filter(|(holder, _)| **holder != Holder::Proxy);
            let Some((most, numbers)) = strangers.max_by_key(|(_, numbers)| numbers.len()) else {
                return Answer::Refused(Why::InAll);
            };
            // Whoever would hold as many afterwards has no better right to it.
            if of != Holder::Proxy && numbers.len() <= mine + 1 {
                return Answer::Refused(Why::InAll);
            }
            let (most, oldest) = (*most, numbers[0]);
            self.leave(most, oldest);
            answer = Answer::TakenFrom(oldest);
        }
        self.held.entry(of).or_default().push(number);
        answer
    }

    fn leave(&mut self, of: Holder, number: u64) {
        if let Some(numbers) = self.held.get_mut(&of) {
            numbers.retain(|one| *one != number);
            if numbers.is_empty() {
                self.held.remove(&of);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(n: u8) -> Holder {
        Holder::One([192, 0, 2, n].into())
    }

    fn places(in_all: usize, from_one: usize) -> Places {
        Places { in_all, from_one, held: HashMap::new() }
    }

    #[test]
    fn nobody_takes_more_than_their_part_and_a_proxy_as_many_as_there_are() {
        let mut places = places(10, 3);
        let taken = |places: &mut Places, of, numbers: std::ops::Range<u64>| {
            numbers.filter(|number| places.ask(of, *number) == Answer::Taken).count()
        };
        assert_eq!(taken(&mut places, one(1), 0..5), 3);
        assert_eq!(taken(&mut places, Holder::Proxy, 10..15), 5);
        assert_eq!(places.ask(one(1), 20), Answer::Refused(Why::FromOne));
        places.leave(one(1), 0);
        assert_eq!(places.ask(one(1), 21), Answer::Taken, "a place that was left is free");
    }

    #[test]
    fn where_all_places_are_taken_whoever_holds_the_most_makes_room() {
        let mut places = places(6, 3);
        for number in 0..3 {
            assert_eq!(places.ask(one(1), number), Answer::Taken);
            assert_eq!(places.ask(one(2), 10 + number), Answer::Taken);
        }
        let first = places.ask(one(3), 20);
        assert!([Answer::TakenFrom(0), Answer::TakenFrom(10)].contains(&first), "{first:?}: the oldest of them");
        let second = places.ask(one(4), 21);
        assert!([Answer::TakenFrom(0), Answer::TakenFrom(10)].contains(&second) && second != first, "{second:?}");
        assert_eq!(places.ask(one(3), 22), Answer::Refused(Why::InAll), "nobody holds more than it then would");
        assert!(matches!(places.ask(Holder::Proxy, 23), Answer::TakenFrom(1 | 11)), "behind a proxy is everybody");
        assert_eq!(places.held.values().map(Vec::len).sum::<usize>(), 6);
    }

    #[test]
    fn a_place_is_free_again_when_it_is_dropped_and_told_when_it_is_needed() {
        let desk = Desk::new(2, 2);
        let from = |n: u8| IpAddr::from([192, 0, 2, n]);
        let (mut first, mut second) = (desk.take(from(1), false).unwrap(), desk.take(from(1), false).unwrap());
        assert_eq!(desk.take(from(1), false).err(), Some(Why::FromOne));
        let third = desk.take(from(2), false).unwrap();
        assert!(third.made_room && first.needed.try_recv().is_ok() && second.needed.try_recv().is_err());
        drop((first, second, third));
        assert!(!desk.take(from(2), false).unwrap().made_room);
        assert!(desk.given().to_be_told.is_empty() && desk.given().places.held.is_empty());
    }
}
