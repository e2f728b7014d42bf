//! What goes on behind the pages: folders are brought in, watched, and looked through again when asked.

mod desk;
mod watching;

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use library::{Importer, Progress, Report};
use model::{Folder, FolderId};

use crate::failure::Failure;
use crate::house::now;

use desk::{Desk, Order};
use watching::Watching;

/// How often it is looked for folders that another program added, and for disks that came back.
const NOTICE: Duration = Duration::from_secs(30);
/// How often it is looked for photos whose time to be brought back is over, where nothing comes in.
const LETTING_GO: Duration = Duration::from_secs(24 * 60 * 60);

/// The work behind the pages. Ends with [`AtWork::end`].
pub(crate) struct AtWork {
    desk: Arc<Desk>,
    thread: JoinHandle<()>,
}

impl AtWork {
    /// Brings in the folders that the library looks into, and watches them.
    pub(crate) fn begin(importer: Importer, data: &Path) -> Self {
        let (told, orders) = channel();
        let desk = Arc::new(Desk::new(&importer, data, told.clone()));
        let shared = Arc::clone(&desk);
        let thread = std::thread::spawn(move || Work::new(importer, shared, orders, told).go_on());
        Self { desk, thread }
    }

    /// Where pages see what goes on, and leave their orders.
    pub(crate) fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.desk)
    }

    /// Stops what is running, keeps what came in, and waits for that.
    pub(crate) fn end(self) {
        self.desk.end();
        let _ = self.thread.join();
    }
}

/// The one thread that works.
struct Work {
    importer: Importer,
    desk: Arc<Desk>,
    orders: Receiver<Order>,
    folders: Vec<Folder>,
    paused: bool,
    /// What is to be looked through, the folder that was added first at the front.
    next: BTreeSet<FolderId>,
    watching: Watching,
    /// When it was last looked for what can be let go.
    let_go: Option<Instant>,
}

/// Whether to go on; `Break` when the program ends.
type GoingOn = ControlFlow<()>;

impl Work {
    fn new(importer: Importer, desk: Arc<Desk>, orders: Receiver<Order>, told: Sender<Order>) -> Self {
        let (folders, next, watching) = (Vec::new(), BTreeSet::new(), Watching::new(told));
        Self { importer, desk, orders, folders, paused: false, next, watching, let_go: None }
    }

    fn go_on(mut self) {
        self.take_notice();
        self.desk.measured(self.importer.blobs.used().ok());
        loop {
            if self.bring_in_all().is_break() {
                return;
            }
            let going_on = match self.orders.recv_timeout(NOTICE) {
                Ok(order) => self.take(order),
                Err(RecvTimeoutError::Timeout) => {
                    if is_due(self.let_go, Instant::now()) {
                        self.let_go();
                    }
                    self.take(Order::Notice)
                }
                Err(RecvTimeoutError::Disconnected) => GoingOn::Break(()),
            };
            if going_on.is_break() || self.take_waiting().is_break() {
                return;
            }
        }
    }

    /// Brings in what is to be brought in, unless there is a pause.
    fn bring_in_all(&mut self) -> GoingOn {
        let mut came_in = None;
        while let Some(id) = self.next.first().copied().filter(|_| !self.paused) {
            self.next.remove(&id);
            let progress = Arc::new(Progress::default());
            self.desk.show(Arc::clone(&progress), Some(id), self.waiting());
            // Whoever stops something from here on stops this one; what was ordered before is taken notice of now.
            self.take_waiting()?;
            let Some(folder) = self.folders.iter().find(|f| f.id == id && !self.paused).cloned() else {
                self.next.extend(self.folders.iter().map(|f| f.id).filter(|known| *known == id));
                continue;
            };
            let report = self.bring_in(&folder.path, &progress);
            came_in = came_in.max(report.as_ref().map(|report| report.came_in));
            self.take_waiting()?;
            // Stopped by a pause: it goes on from there. Stopped because nobody looks into it any more: it does not.
            if report.is_some_and(|report| report.stopped) && self.folders.iter().any(|f| f.id == id) {
                self.next.insert(id);
            }
        }
        self.desk.show(Arc::default(), None, self.waiting());
        if let Some(came_in) = came_in {
            self.let_go();
            rest(&self.importer);
            if came_in > 0 {
                self.desk.measured(self.importer.blobs.used().ok());
            }
        }
        self.word_all()?;
        // What was ordered meanwhile does not wait for the next order.
        if self.next.is_empty() || self.paused { GoingOn::Continue(()) } else { self.bring_in_all() }
    }

    /// Notes the words of photos that came in before there was search, a few at a time, until somebody orders something.
    fn word_all(&mut self) -> GoingOn {
        loop {
            match library::word_some(&self.importer.store, self.importer.viewer.library()) {
                Ok(true) => self.take_waiting()?,
                Ok(false) => return GoingOn::Continue(()),
                Err(error) => {
                    tracing::warn!("the words of photos wait until later: {error}");
                    return GoingOn::Continue(());
                }
            }
            if !self.next.is_empty() {
                return GoingOn::Continue(());
            }
        }
    }

    fn bring_in(&self, folder: &Path, progress: &Progress) -> Option<Report> {
        // A mistake of ours in one import must not end all later ones without a word.
        match catch_unwind(AssertUnwindSafe(|| self.importer.run(folder, progress, &now()))) {
            Ok(Ok(report)) => {
                tracing::info!(folder = %folder.display(), "{report}");
                return Some(report);
            }
            Ok(Err(error)) => tracing::warn!(folder = %folder.display(), "{}", Failure::from(error)),
            Err(_) => {
                tracing::error!(folder = %folder.display(), "an import panicked; it is tried again on the next change");
            }
        }
        None
    }

    /// Takes the orders that wait.
    fn take_waiting(&mut self) -> GoingOn {
        while let Ok(order) = self.orders.try_recv() {
            self.take(order)?;
        }
        GoingOn::Continue(())
    }

    fn take(&mut self, order: Order) -> GoingOn {
        match order {
            Order::End => return GoingOn::Break(()),
            Order::Changed(path) => self.next.extend(self.folders.iter().filter(|f| f.path == path).map(|f| f.id)),
            Order::Look(folder) => {
                self.take_notice();
                let wanted = |f: &&Folder| folder.is_none_or(|id| f.id == id);
                self.next.extend(self.folders.iter().filter(wanted).map(|f| f.id));
                // Whoever asks may have raised the system's limit meanwhile.
                self.watching.try_again(&self.folders);
            }
            Order::Notice => self.take_notice(),
        }
        self.desk.told(self.waiting(), self.watching.standing());
        GoingOn::Continue(())
    }

    /// Reads what is written down: folders that are new are looked through, those that are gone are let go.
    fn take_notice(&mut self) {
        let viewer = self.importer.viewer;
        let read = self.importer.store.read(|tx| {
            let folders = library::folders(tx, viewer)?;
            Ok::<_, store::StoreError>((folders, library::paused_since(tx, viewer)?.is_some()))
        });
        match read {
            Ok((folders, paused)) => {
                self.paused = paused;
                let is_new = |folder: &&Folder| !self.folders.iter().any(|known| known.id == folder.id);
                self.next.extend(folders.iter().filter(is_new).map(|folder| folder.id));
                self.next.retain(|id| folders.iter().any(|folder| folder.id == *id));
                self.folders = folders;
            }
            Err(error) => tracing::warn!("the folders cannot be read: {}", Failure::from(error)),
        }
        // Watching begins before the first look, so that nothing that changes meanwhile is missed.
        self.next.extend(self.watching.settle(&self.folders));
        self.desk.told(self.waiting(), self.watching.standing());
    }

    /// Lets go of what was removed so long ago that it is not brought back any more.
    fn let_go(&mut self) {
        self.let_go = Some(Instant::now());
        let importer = &self.importer;
        match library::let_go(&importer.store, &importer.blobs, importer.viewer, now().timestamp()) {
            Ok(0) => {}
            Ok(photos) => tracing::info!(photos, "what was removed over 30 days ago was let go"),
            Err(error) => tracing::warn!("{error}. It is tried again later."),
        }
    }

    fn waiting(&self) -> Vec<FolderId> {
        self.next.iter().copied().collect()
    }
}

/// Whether it is time to look again for what can be let go.
fn is_due(last: Option<Instant>, now: Instant) -> bool {
    last.is_none_or(|last| now.saturating_duration_since(last) >= LETTING_GO)
}

/// Nothing to do: workers go home, and memory goes back to the system.
fn rest(importer: &Importer) {
    if let Some(confinement) = importer.workers.confinement() {
        tracing::info!("workers were held in by: {confinement}");
    }
    importer.workers.retire();
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: malloc_trim only gives free pages back; it may be called at any time from any thread.
    unsafe {
        libc::malloc_trim(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_let_go_is_looked_for_once_a_day() {
        let now = Instant::now();
        assert!(is_due(None, now), "after a start");
        assert!(!is_due(Some(now), now + LETTING_GO / 2));
        assert!(is_due(Some(now), now + LETTING_GO));
    }
}
