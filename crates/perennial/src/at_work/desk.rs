//! Where pages see what goes on, and ask for more. What is asked for is a row before the page answers.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use circle::Viewer;
use jiff::Timestamp;
use library::{AddFolderError, AskedBy};
use model::{AddedFolder, FolderId, FolderRefused, LibraryId, Standing};
use store::jobs::{self, Listed, State, state};
use store::{Store, StoreError};
use web::{ComingIn, Now, Takes, Unanswered, UnreadFiles, UnreadPage, Watched, Work, WorkState};

use super::hand::Shared;
use super::noticing::Order;
use super::standing::{running, together};
use crate::house::now;

/// How long Today tells how far an import is without looking again.
const FRESH: Duration = Duration::from_secs(1);

/// What pages and the work share.
pub(crate) struct Desk {
    shared: Arc<Shared>,
    /// Perennial's own folder, which holds no photos to bring in.
    data: PathBuf,
    orders: Mutex<Sender<Order>>,
    watched: Mutex<Vec<(LibraryId, FolderId, Watched)>>,
    standing: Mutex<BTreeMap<LibraryId, (Instant, Standing)>>,
}

impl Desk {
    pub(super) fn new(shared: Arc<Shared>, data: &Path, orders: Sender<Order>) -> Self {
        let (orders, data) = (Mutex::new(orders), data.to_owned());
        Self { shared, data, orders, watched: Mutex::default(), standing: Mutex::default() }
    }

    /// Takes note of how folders are watched.
    pub(super) fn told(&self, watched: Vec<(LibraryId, FolderId, Watched)>) {
        *locked(&self.watched) = watched;
    }

    pub(super) fn order(&self, order: Order) {
        // Nobody takes orders any more: the program is ending.
        let _ = locked(&self.orders).send(order);
    }

    fn store(&self) -> &Store {
        &self.shared.importer.store
    }

    /// Pages name folders where photos are allowed to be.
    fn page(&self) -> AskedBy<'_> {
        AskedBy::Page(&self.shared.importer.roots)
    }

    /// Something was written down: whoever works, watches or tells how far it is looks again.
    fn changed(&self, order: Order) {
        locked(&self.standing).clear();
        self.shared.bell.ring();
        self.order(order);
    }
}

impl ComingIn for Desk {
    fn now(&self, viewer: Viewer) -> Result<Now, Unanswered> {
        let read = self.store().read(|tx| {
            let could_not = library::unread_counts(tx, viewer)?.iter().map(|(_, count)| count).sum();
            let paused = library::paused_since(tx, viewer)?.is_some();
            let (jobs, at) = (jobs::listed(tx, viewer.library())?, (self.shared.clock)(tx)?);
            Ok((library::folders(tx, viewer)?, paused, could_not, jobs, at))
        });
        let (folders, paused, could_not, jobs, at) = read.map_err(unanswered)?;
        let running = running(&jobs, at);
        let waits = |job: &&jobs::Listed| job.job.kind == library::LOOKING && state(job, at) == State::Due;
        let waiting = jobs.iter().filter(waits).filter_map(|job| job.job.key.parse().ok()).map(FolderId).collect();
        let ours = |(library, id, watched): &(LibraryId, FolderId, Watched)| {
            (*library == viewer.library()).then_some((*id, *watched))
        };
        let watched = locked(&self.watched).iter().filter_map(ours).collect();
        // Where two processes look through two folders, no single one is named.
        let folder = if let [(folder, _)] = running[..] { Some(folder) } else { None };
        let standing = together(running.into_iter().map(|(_, standing)| standing));
        let work = jobs.iter().filter_map(|job| told(job, at)).collect();
        Ok(Now { folders, paused, could_not, standing, folder, waiting, watched, work })
    }

    fn standing(&self, viewer: Viewer) -> Result<Standing, Unanswered> {
        let known = locked(&self.standing).get(&viewer.library()).copied();
        if let Some((_, standing)) = known.filter(|(at, _)| at.elapsed() < FRESH) {
            return Ok(standing);
        }
        let read = self.store().read(|tx| Ok((jobs::listed(tx, viewer.library())?, (self.shared.clock)(tx)?)));
        let (jobs, at) = read.map_err(unanswered)?;
        let standing = together(running(&jobs, at).into_iter().map(|(_, standing)| standing));
        locked(&self.standing).insert(viewer.library(), (Instant::now(), standing));
        Ok(standing)
    }

    fn may_be_added(&self, viewer: Viewer, asked: &Path) -> Result<Result<(), FolderRefused>, Unanswered> {
        match library::may_be_added(self.store(), viewer, &self.data, (asked, self.page())) {
            Ok(()) => Ok(Ok(())),
            Err(AddFolderError::Refused(why)) => Ok(Err(why)),
            Err(AddFolderError::Store(error)) => Err(unanswered(error)),
        }
    }

    fn add_folder(&self, viewer: Viewer, asked: &Path) -> Result<Result<AddedFolder, FolderRefused>, Unanswered> {
        match library::add_asked_folder(self.store(), viewer, &self.data, (asked, self.page()), now().timestamp()) {
            Ok(added) => {
                self.changed(Order::Notice);
                Ok(Ok(added))
            }
            Err(AddFolderError::Refused(why)) => Ok(Err(why)),
            Err(AddFolderError::Store(error)) => Err(unanswered(error)),
        }
    }

    fn let_folder_go(&self, viewer: Viewer, folder: FolderId) -> Result<bool, Unanswered> {
        let let_go = self.store().write(|tx| library::let_folder_go(tx, viewer, folder, now().timestamp()));
        let known = let_go.map_err(unanswered)?;
        self.changed(Order::Notice);
        Ok(known)
    }

    fn take_folder_back(&self, viewer: Viewer, folder: FolderId) -> Result<bool, Unanswered> {
        let taken = self.store().write(|tx| library::take_folder_back(tx, viewer, folder, now().timestamp()));
        let known = taken.map_err(unanswered)?;
        self.changed(Order::Notice);
        Ok(known)
    }

    fn look_again(&self, viewer: Viewer, folder: Option<FolderId>) -> Result<bool, Unanswered> {
        let asked = self.shared.write_queue(|tx, now| {
            let folders = library::folders(tx, viewer)?;
            let wanted: Vec<FolderId> =
                folders.iter().map(|known| known.id).filter(|id| folder.is_none_or(|one| one == *id)).collect();
            wanted.iter().try_for_each(|id| jobs::ask_anew(tx, &library::look_at(viewer, *id), now))?;
            Ok(folder.is_none() || !wanted.is_empty())
        });
        let known = asked.map_err(unanswered)?;
        self.changed(Order::TryWatching);
        Ok(known)
    }

    fn pause(&self, viewer: Viewer) -> Result<(), Unanswered> {
        self.store().write(|tx| library::pause(tx, viewer, now().timestamp())).map_err(unanswered)?;
        self.changed(Order::Notice);
        Ok(())
    }

    fn resume(&self, viewer: Viewer) -> Result<(), Unanswered> {
        self.store().write(|tx| library::resume(tx, viewer)).map_err(unanswered)?;
        self.changed(Order::Notice);
        Ok(())
    }

    fn try_again(&self, viewer: Viewer, work: i64) -> Result<bool, Unanswered> {
        let asked = self.shared.write_queue(|tx, now| jobs::try_again(tx, viewer.library(), work, now));
        let known = asked.map_err(unanswered)?;
        self.changed(Order::Notice);
        Ok(known)
    }

    fn unread(&self, viewer: Viewer, asked: &UnreadPage) -> Result<UnreadFiles, Unanswered> {
        let read = self.store().read(|tx| {
            let files = library::unread_page(tx, viewer, asked.before, asked.reason.as_deref(), asked.most)?;
            Ok(UnreadFiles { counts: library::unread_counts(tx, viewer)?, files })
        });
        read.map_err(unanswered)
    }

    fn takes(&self, viewer: Viewer) -> Result<Takes, Unanswered> {
        let read = self
            .store()
            .read(|tx| Ok((library::bytes_of_originals(tx, viewer)?, library::bytes_of_renditions(tx, viewer)?)));
        let (originals, renditions) = read.map_err(unanswered)?;
        let (database, free) = (self.store().size().map_err(unanswered)?, self.shared.importer.blobs.free());
        Ok(Takes { originals, renditions, database, free, engine: self.store().engine_name() })
    }
}

/// What is told of a job besides looks that run or wait, which their folders tell of; nothing of what is due some other day.
fn told(job: &Listed, now: Timestamp) -> Option<Work> {
    let is_look = job.job.kind == library::LOOKING;
    let state = match state(job, now) {
        State::Runs | State::Due if is_look => return None,
        State::Waits(_) => return None,
        State::Runs => WorkState::Runs,
        State::Due => WorkState::Waits,
        State::TriedAgain(at) => WorkState::TriedAgain(at),
        State::GivenUp(at) => WorkState::GivenUp(at),
    };
    let folder = is_look.then(|| job.job.key.parse().ok().map(FolderId)).flatten();
    Some(Work { id: job.id, kind: job.job.kind.clone(), folder, state, why: job.why.clone() })
}

fn unanswered(error: StoreError) -> Unanswered {
    Unanswered(error.to_string())
}

fn locked<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}
