//! The work behind the pages: what the queue holds is worked off, and folders are watched.
//!
//! Two threads work, one at what may take hours and one at all else, so that neither waits for the other; a third hears of
//! changes and asks for work. Other processes on the same database do the same beside them: what is to be done, who does it
//! and how far it is are rows that all of them see.

mod bell;
mod desk;
mod hand;
mod noticing;
mod standing;
#[cfg(test)]
mod tests;
mod watching;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread::{JoinHandle, spawn};

use library::Importer;

use crate::jobs::{Clock, KINDS, Kind};

pub(crate) use hand::{Hand, Shared};

use desk::Desk;
use noticing::{Noticing, Order};

/// The work behind the pages. Ends with [`AtWork::end`].
pub(crate) struct AtWork {
    shared: Arc<Shared>,
    desk: Arc<Desk>,
    threads: Vec<JoinHandle<()>>,
}

impl AtWork {
    /// Begins to work. `data` is Perennial's own folder, which holds no photos to bring in.
    pub(crate) fn begin(importer: Importer, data: &Path, clock: Clock) -> Self {
        Self::with(importer, data, clock, KINDS)
    }

    fn with(importer: Importer, data: &Path, clock: Clock, kinds: &'static [&'static dyn Kind]) -> Self {
        let (told, orders) = channel();
        let shared = Arc::new(Shared::new(importer, clock));
        let desk = Arc::new(Desk::new(Arc::clone(&shared), data, told.clone()));
        let noticing = Noticing::new(Arc::clone(&shared), Arc::clone(&desk), kinds, told, orders);
        // What changed while nobody looked is asked for before anything is worked on.
        let mut threads = vec![spawn(move || noticing.go_on())];
        for is_long in [true, false] {
            let kinds = kinds.iter().copied().filter(|kind| kind.is_long() == is_long).collect();
            let hand = Hand::new(Arc::clone(&shared), kinds);
            threads.push(spawn(move || hand.work_off()));
        }
        Self { shared, desk, threads }
    }

    /// Where pages see what goes on, and ask for more.
    pub(crate) fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.desk)
    }

    /// Stops what is running, keeps what is done, gives back what is not, and waits for that.
    pub(crate) fn end(self) {
        self.shared.end();
        self.desk.order(Order::End);
        for thread in self.threads {
            let _ = thread.join();
        }
    }
}
