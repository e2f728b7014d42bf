//! Noting what was shown: behind the pages, so that a look waits for no writer and a failing note empties no page.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use circle::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use store::{OfVersion, Store};

use super::Who;
use crate::log::{Entry, note_once};
use crate::week::note_drawn;

/// How many entries are known to be noted.
const KNOWN: usize = 64;

/// One thread that writes notes down, from the first note on. When it is dropped, what waits is written first.
pub(super) struct Noting {
    store: Arc<Store>,
    at_work: Mutex<Option<AtWork>>,
    /// What was noted already as the data are: whoever looks again at that version gives no more work.
    noted: Arc<Noted>,
}

/// What is known to be among the latest entries of a version of the data.
type Noted = OfVersion<Vec<(Viewer, Entry)>>;

struct AtWork {
    orders: Sender<Order>,
    thread: JoinHandle<()>,
}

enum Order {
    Note {
        viewer: Viewer,
        at: Timestamp,
        their_day: Date,
        entries: Vec<Entry>,
    },
    /// Tells when everything before it is written.
    Tell(Sender<()>),
}

impl Noting {
    pub(super) fn new(store: Arc<Store>) -> Self {
        Self { store, at_work: Mutex::new(None), noted: Arc::default() }
    }

    /// Has entries noted, each once for as long as nothing else came of it. They are of a visit that saw that version of the data.
    pub(super) fn note(&self, who: &Who, version: i64, mut entries: Vec<Entry>) {
        if entries.is_empty() {
            return;
        }
        self.noted.at(version, |noted| {
            entries.retain(|entry| !noted.iter().any(|(viewer, one)| *viewer == who.viewer && one == entry));
        });
        if !entries.is_empty() {
            let (viewer, at, their_day) = (who.viewer, who.now.timestamp(), who.today());
            self.order(Order::Note { viewer, at, their_day, entries });
        }
    }

    /// Waits until what was shown by now is written, if anything was.
    pub(super) fn wait(&self) {
        let (tell, told) = channel();
        if self.at_work.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            self.order(Order::Tell(tell));
            // Nobody tells when the thread is gone; then nothing waits.
            let _ = told.recv();
        }
    }

    fn order(&self, order: Order) {
        let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        let working = at_work.get_or_insert_with(|| {
            let (orders, taken) = channel();
            let (store, noted) = (Arc::clone(&self.store), Arc::clone(&self.noted));
            AtWork { orders, thread: std::thread::spawn(move || write_down(&store, &noted, &taken)) }
        });
        let _ = working.orders.send(order);
    }
}

fn write_down(store: &Store, noted: &Noted, orders: &Receiver<Order>) {
    while let Ok(order) = orders.recv() {
        match order {
            Order::Note { viewer, at, their_day, entries } => {
                for entry in entries {
                    if let Entry::Shown { day, asked: 1.., .. } = entry
                        && day == their_day
                        && let Err(error) = note_drawn(store, viewer, day)
                    {
                        tracing::warn!("that a card was drawn could not be noted: {error}");
                    }
                    match note_once(store, viewer, at, &entry) {
                        Ok(None) => {}
                        Ok(Some(version)) => {
                            noted.at(version, |noted| {
                                if noted.len() < KNOWN {
                                    noted.push((viewer, entry));
                                }
                            });
                        }
                        Err(error) => tracing::warn!("what was shown could not be noted: {error}"),
                    }
                }
            }
            Order::Tell(tell) => _ = tell.send(()),
        }
    }
}

impl Drop for Noting {
    fn drop(&mut self) {
        if let Some(AtWork { orders, thread }) = self.at_work.lock().unwrap_or_else(PoisonError::into_inner).take() {
            drop(orders);
            let _ = thread.join();
        }
    }
}
