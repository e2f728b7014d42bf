//! Kinds of work that tests look at.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use circle::Viewer;
use jiff::Timestamp;
use store::{StoreError, Tx};

use crate::jobs::{Kind, Outcome, Trouble, Work};

/// What their rows are called.
pub(super) const KIND: &str = "test";

macro_rules! asks_for_nothing {
    () => {
        fn name(&self) -> &'static str {
            KIND
        }

        fn find(&self, _tx: &mut Tx<'_>, _viewer: Viewer, _now: Timestamp) -> Result<(), StoreError> {
            Ok(())
        }
    };
}

/// Notes what it did.
#[derive(Default)]
pub(super) struct Counting(Mutex<Vec<String>>);

impl Counting {
    pub(super) fn fresh() -> &'static Self {
        Box::leak(Box::default())
    }

    pub(super) fn done(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Kind for Counting {
    asks_for_nothing!();

    fn work(&self, work: &Work<'_>) -> Result<Outcome, Trouble> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(work.lease.job.key.clone());
        Ok(Outcome::Done)
    }
}

/// Works until it is asked to stop.
#[derive(Default)]
pub(super) struct Waiting(AtomicUsize);

impl Waiting {
    pub(super) fn fresh() -> &'static Self {
        Box::leak(Box::default())
    }

    /// How often it was begun.
    pub(super) fn begun(&self) -> usize {
        self.0.load(Relaxed)
    }
}

impl Kind for Waiting {
    asks_for_nothing!();

    fn is_paused(&self) -> bool {
        true
    }

    fn work(&self, work: &Work<'_>) -> Result<Outcome, Trouble> {
        self.0.fetch_add(1, Relaxed);
        while !work.progress.is_stopping() {
            std::thread::yield_now();
        }
        Ok(Outcome::Stopped)
    }
}

/// Goes wrong.
pub(super) struct Failing;

impl Kind for Failing {
    asks_for_nothing!();

    fn work(&self, _work: &Work<'_>) -> Result<Outcome, Trouble> {
        Err(Trouble::new("folder", "the disk is not there"))
    }
}

/// Has a mistake in it.
pub(super) struct Panicking;

impl Kind for Panicking {
    asks_for_nothing!();

    fn work(&self, _work: &Work<'_>) -> Result<Outcome, Trouble> {
        panic!("a mistake")
    }
}
