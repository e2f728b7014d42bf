//! Noticing what there is to do: folders are watched, and what changed is asked for.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use circle::Viewer;
use jiff::Timestamp;
use model::{Folder, FolderId};
use store::{StoreError, Tx, jobs};

use super::desk::Desk;
use super::hand::Shared;
use super::watching::Watching;
use crate::failure::Failure;
use crate::jobs::Kind;

/// How often it is looked for folders that another program added, for disks that came back, and for what nobody asked for.
const NOTICE: Duration = Duration::from_secs(30);

/// What is told to whoever notices.
pub(super) enum Order {
    /// Something changed in that folder.
    Changed(PathBuf),
    /// Read again what is written down.
    Notice,
    /// Somebody asked for a look; they may have raised the system's limit of watches meanwhile.
    TryWatching,
    /// The program ends.
    End,
}

/// The thread that notices.
pub(super) struct Noticing {
    shared: Arc<Shared>,
    desk: Arc<Desk>,
    kinds: &'static [&'static dyn Kind],
    orders: Receiver<Order>,
    watching: Watching,
    folders: Vec<(Viewer, Folder)>,
}

impl Noticing {
    pub(super) fn new(
        shared: Arc<Shared>,
        desk: Arc<Desk>,
        kinds: &'static [&'static dyn Kind],
        told: Sender<Order>,
        orders: Receiver<Order>,
    ) -> Self {
        let roots = shared.importer.roots.clone();
        Self { shared, desk, kinds, orders, watching: Watching::new(told, roots), folders: Vec::new() }
    }

    pub(super) fn go_on(mut self) {
        // Watching begins before the first look, so that nothing that changes meanwhile is missed.
        self.take_notice();
        self.ask(|kind, tx, viewer, now| kind.make_up(tx, viewer, now));
        loop {
            let going_on = match self.orders.recv_timeout(NOTICE) {
                Ok(order) => self.take(order),
                Err(RecvTimeoutError::Timeout) => self.take(Order::Notice),
                Err(RecvTimeoutError::Disconnected) => ControlFlow::Break(()),
            };
            if going_on.is_break() {
                return;
            }
        }
    }

    fn take(&mut self, order: Order) -> ControlFlow<()> {
        match order {
            Order::End => return ControlFlow::Break(()),
            Order::Changed(path) => self.changed(&path),
            Order::Notice => {
                self.take_notice();
                self.ask(|kind, tx, viewer, now| kind.find(tx, viewer, now));
            }
            Order::TryWatching => {
                self.take_notice();
                self.watching.try_again(&self.folders);
                self.desk.told(self.watching.standing());
            }
        }
        ControlFlow::Continue(())
    }

    /// Watches the folders that are looked into now. Those that came back are looked through.
    fn take_notice(&mut self) {
        let read = self.shared.importer.store.read(|tx| {
            let mut all = Vec::new();
            for viewer in library::owners(tx)? {
                all.extend(library::folders(tx, viewer)?.into_iter().map(|folder| (viewer, folder)));
            }
            Ok::<_, StoreError>(all)
        });
        match read {
            Ok(folders) => self.folders = folders,
            Err(error) => tracing::warn!("the folders cannot be read: {}", Failure::from(error)),
        }
        let came_back = self.watching.settle(&self.folders);
        self.desk.told(self.watching.standing());
        // A disk was put in: whatever went wrong while it was not there is no reason to wait.
        self.look_at(&came_back, jobs::ask_anew);
    }

    fn changed(&self, path: &Path) {
        let of = |(viewer, folder): &(Viewer, Folder)| (folder.path == path).then_some((*viewer, folder.id));
        let folders: Vec<(Viewer, FolderId)> = self.folders.iter().filter_map(of).collect();
        self.look_at(&folders, |tx, job, now| jobs::ask(tx, job, now, now));
    }

    fn look_at(
        &self,
        folders: &[(Viewer, FolderId)],
        ask: impl Fn(&mut Tx<'_>, &jobs::Job, Timestamp) -> Result<(), StoreError>,
    ) {
        if folders.is_empty() {
            return;
        }
        let asked = self.shared.write_queue(|tx, now| {
            folders.iter().try_for_each(|(viewer, id)| ask(tx, &library::look_at(*viewer, *id), now))
        });
        self.asked(asked);
    }

    /// Asks for what there is to do, by whatever each kind of work says.
    fn ask(&self, what: impl Fn(&dyn Kind, &mut Tx<'_>, Viewer, Timestamp) -> Result<(), StoreError>) {
        let asked = self.shared.write_queue(|tx, now| {
            let viewers = library::owners(tx)?;
            viewers.iter().try_for_each(|viewer| self.kinds.iter().try_for_each(|kind| what(*kind, tx, *viewer, now)))
        });
        self.asked(asked);
    }

    fn asked(&self, asked: Result<(), StoreError>) {
        if let Err(error) = asked {
            tracing::warn!("work cannot be asked for: {}", Failure::from(error));
        }
        self.shared.bell.ring();
    }
}
