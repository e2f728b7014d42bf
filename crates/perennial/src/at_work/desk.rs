//! Where pages see what goes on, and leave their orders.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use circle::Viewer;
use library::{AddFolderError, Importer, Progress};
use model::{AddedFolder, FolderId, FolderRefused, Standing};
use store::{Blobs, Store, StoreError};
use web::{ComingIn, Now, Takes, Unanswered, UnreadFiles, UnreadPage, Watched};

use crate::house::now;

/// What pages and the work share.
pub(crate) struct Desk {
    store: Arc<Store>,
    blobs: Arc<Blobs>,
    /// Perennial's own folder, which holds no photos to bring in.
    data: PathBuf,
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
    pub(super) fn new(importer: &Importer, data: &Path, orders: Sender<Order>) -> Self {
        let (store, blobs) = (Arc::clone(&importer.store), Arc::clone(&importer.blobs));
        Self { store, blobs, data: data.to_owned(), orders: Mutex::new(orders), shown: Mutex::default() }
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

    /// Stops what runs (in that folder, where one is named) as soon as it can. What came in stays.
    fn stop(&self, folder: Option<FolderId>) {
        // The order comes first: either the work finds it before it begins, or what it began is stopped here.
        self.order(Order::Notice);
        let shown = self.shown();
        if folder.is_none() || folder == shown.folder {
            shown.progress.stop();
        }
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
    fn now(&self, viewer: Viewer) -> Result<Now, Unanswered> {
        let read = self.store.read(|tx| {
            let could_not = library::unread_counts(tx, viewer)?.iter().map(|(_, count)| count).sum();
            let paused = library::paused_since(tx, viewer)?.is_some();
            Ok((library::folders(tx, viewer)?, paused, could_not))
        });
        let (folders, paused, could_not) = read.map_err(unanswered)?;
        let shown = self.shown();
        let (waiting, watched) = (shown.waiting.clone(), shown.watched.clone());
        Ok(Now {
            folders,
            paused,
            could_not,
            standing: shown.progress.standing(),
            folder: shown.folder,
            waiting,
            watched,
        })
    }

    fn standing(&self, _viewer: Viewer) -> Result<Standing, Unanswered> {
        Ok(self.shown().progress.standing())
    }

    fn may_be_added(&self, viewer: Viewer, asked: &Path) -> Result<Result<(), FolderRefused>, Unanswered> {
        match library::may_be_added(&self.store, viewer, &self.data, asked) {
            Ok(()) => Ok(Ok(())),
            Err(AddFolderError::Refused(why)) => Ok(Err(why)),
            Err(AddFolderError::Store(error)) => Err(unanswered(error)),
        }
    }

    fn add_folder(&self, viewer: Viewer, asked: &Path) -> Result<Result<AddedFolder, FolderRefused>, Unanswered> {
        let added = match library::add_asked_folder(&self.store, viewer, &self.data, asked, now().timestamp()) {
            Ok(added) => added,
            Err(AddFolderError::Refused(why)) => return Ok(Err(why)),
            Err(AddFolderError::Store(error)) => return Err(unanswered(error)),
        };
        // What was looked through on its own is looked through as a part of this one.
        if !added.took_in.is_empty() {
            self.stop(None);
        }
        self.order(Order::Notice);
        Ok(Ok(added))
    }

    fn let_folder_go(&self, viewer: Viewer, folder: FolderId) -> Result<bool, Unanswered> {
        let let_go = self.store.write(|tx| library::let_folder_go(tx, viewer, folder, now().timestamp()));
        let known = let_go.map_err(unanswered)?;
        self.stop(Some(folder));
        Ok(known)
    }

    fn take_folder_back(&self, viewer: Viewer, folder: FolderId) -> Result<bool, Unanswered> {
        let known = self.store.write(|tx| library::take_folder_back(tx, viewer, folder)).map_err(unanswered)?;
        self.order(Order::Notice);
        Ok(known)
    }

    fn look_again(&self, viewer: Viewer, folder: Option<FolderId>) -> Result<bool, Unanswered> {
        let folders = self.store.read(|tx| library::folders(tx, viewer)).map_err(unanswered)?;
        let known = folder.is_none_or(|id| folders.iter().any(|folder| folder.id == id));
        if known {
            self.order(Order::Look(folder));
        }
        Ok(known)
    }

    fn pause(&self, viewer: Viewer) -> Result<(), Unanswered> {
        self.store.write(|tx| library::pause(tx, viewer, now().timestamp())).map_err(unanswered)?;
        self.stop(None);
        Ok(())
    }

    fn resume(&self, viewer: Viewer) -> Result<(), Unanswered> {
        self.store.write(|tx| library::resume(tx, viewer)).map_err(unanswered)?;
        self.order(Order::Notice);
        Ok(())
    }

    fn unread(&self, viewer: Viewer, asked: &UnreadPage) -> Result<UnreadFiles, Unanswered> {
        let read = self.store.read(|tx| {
            let files = library::unread_page(tx, viewer, asked.before, asked.reason.as_deref(), asked.most)?;
            Ok(UnreadFiles { counts: library::unread_counts(tx, viewer)?, files })
        });
        read.map_err(unanswered)
    }

    fn takes(&self, viewer: Viewer) -> Result<Takes, Unanswered> {
        Ok(Takes {
            originals: self.store.read(|tx| library::bytes_of_originals(tx, viewer)).map_err(unanswered)?,
            renditions: self.shown().renditions,
            database: self.store.size().map_err(unanswered)?,
            free: self.blobs.free(),
            engine: self.store.engine_name(),
        })
    }
}

fn unanswered(error: StoreError) -> Unanswered {
    Unanswered(error.to_string())
}
