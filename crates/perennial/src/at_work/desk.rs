//! Where pages see what goes on, and leave their orders.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use library::Progress;
use model::FolderId;
use web::{ComingIn, Now, Watched};

/// What pages and the work share.
pub(crate) struct Desk {
    orders: Mutex<Sender<Order>>,
    shown: Mutex<Shown>,
}

/// What the work is asked for.
pub(super) enum Order {
    /// Something changed in that folder.
    Changed(PathBuf),
    /// Look through that folder again, or through all.
    Look(Option<FolderId>),
    /// Read again what is written down.
    Notice,
    /// The program ends.
    End,
}

#[derive(Default)]
struct Shown {
    progress: Arc<Progress>,
    folder: Option<FolderId>,
    waiting: Vec<FolderId>,
    watched: Vec<(FolderId, Watched)>,
    renditions: Option<u64>,
}

impl Desk {
    pub(super) fn new(orders: Sender<Order>) -> Self {
        Self { orders: Mutex::new(orders), shown: Mutex::default() }
    }

    pub(super) fn show(&self, progress: Arc<Progress>, folder: Option<FolderId>, waiting: Vec<FolderId>) {
        let mut shown = self.shown();
        (shown.progress, shown.folder, shown.waiting) = (progress, folder, waiting);
    }

    pub(super) fn told(&self, waiting: Vec<FolderId>, watched: Vec<(FolderId, Watched)>) {
        let mut shown = self.shown();
        (shown.waiting, shown.watched) = (waiting, watched);
    }

    pub(super) fn measured(&self, renditions: Option<u64>) {
        self.shown().renditions = renditions;
    }

    pub(super) fn end(&self) {
        self.order(Order::End);
        self.shown().progress.stop();
    }

    fn order(&self, order: Order) {
        // Nobody takes orders any more: the program is ending.
        let _ = self.orders.lock().unwrap_or_else(PoisonError::into_inner).send(order);
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ComingIn for Desk {
    fn now(&self) -> Now {
        let shown = self.shown();
        Now {
            standing: shown.progress.standing(),
            folder: shown.folder,
            waiting: shown.waiting.clone(),
            watched: shown.watched.clone(),
            renditions: shown.renditions,
        }
    }

    fn look(&self, folder: Option<FolderId>) {
        self.order(Order::Look(folder));
    }

    fn stop(&self, folder: Option<FolderId>) {
        // The order comes first: either the work finds it before it begins, or what it began is stopped here.
        self.order(Order::Notice);
        let shown = self.shown();
        if folder.is_none() || folder == shown.folder {
            shown.progress.stop();
        }
    }

    fn notice(&self) {
        self.order(Order::Notice);
    }
}
