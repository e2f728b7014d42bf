//! One writer at a time, in the order in which they came.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::{Patience, StoreError};

/// Whether to wait for a turn to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    /// As long as the patience lasts.
    ForATurn,
    /// Not at all: where another writes, nothing is written.
    NotAtAll,
}

/// The turns to write.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    taken: bool,
    waiting: VecDeque<u64>,
    next: u64,
}

/// A turn to write; the next one's begins when it is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'a>(&'a Turns);

impl Turns {
    /// A turn, as soon as it is there. `None` when it was not to be waited for.
    ///
    /// # Errors
    /// [`StoreError::Late`] when the patience ends first; nobody stands in line for it any more.
    pub(crate) fn take(&self, patience: &Patience, wait: Wait) -> Result<Option<Turn<'_>>, StoreError> {
        let mut queue = self.queue();
        if wait == Wait::NotAtAll && (queue.taken || !queue.waiting.is_empty()) {
            return Ok(None);
        }
        let me = queue.next;
        queue.next += 1;
        queue.waiting.push_back(me);
        while queue.taken || queue.waiting.front() != Some(&me) {
            match patience.check() {
                Ok(left) => {
                    queue = self.changed.wait_timeout(queue, left).unwrap_or_else(PoisonError::into_inner).0;
                }
                Err(late) => {
                    queue.waiting.retain(|waits| *waits != me);
                    self.changed.notify_all();
                    return Err(late);
                }
            }
        }
        queue.waiting.pop_front();
        queue.taken = true;
        Ok(Some(Turn(self)))
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Nothing in here panics half way.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.queue().taken = false;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn long() -> Patience {
        Patience::lasting(Duration::from_secs(3_600))
    }

    #[test]
    fn whoever_does_not_wait_gets_a_turn_only_where_nobody_writes() {
        let turns = Turns::default();
        let turn = turns.take(&long(), Wait::NotAtAll).unwrap();
        assert!(turn.is_some());
        assert!(turns.take(&long(), Wait::NotAtAll).unwrap().is_none());
        drop(turn);
        assert!(turns.take(&long(), Wait::NotAtAll).unwrap().is_some());
    }

    #[test]
    fn whoever_gave_up_stands_in_nobodys_way() {
        let turns = Turns::default();
        let turn = turns.take(&long(), Wait::ForATurn).unwrap();
        assert!(matches!(turns.take(&Patience::until(Instant::now()), Wait::ForATurn), Err(StoreError::Late)));
        drop(turn);
        assert!(turns.take(&long(), Wait::NotAtAll).unwrap().is_some());
    }

    #[test]
    fn turns_come_in_the_order_in_which_they_were_asked_for() {
        let (turns, came) = (Turns::default(), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            let first = turns.take(&long(), Wait::ForATurn).unwrap();
            for who in 0..4 {
                let (turns, came) = (&turns, &came);
                scope.spawn(move || {
                    let _turn = turns.take(&long(), Wait::ForATurn).unwrap();
                    came.lock().unwrap().push(who);
                });
                // The next one comes when this one stands in line.
                while turns.queue().waiting.len() <= who {
                    std::thread::yield_now();
                }
            }
            drop(first);
        });
        assert_eq!(came.into_inner().unwrap(), [0, 1, 2, 3]);
    }
}
