//! Whoever brings photos in, for tests: folders are written down, and nothing is ever looked through.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use circle::Viewer;
use library::{AddFolderError, AskedBy, Roots};
use model::{AddedFolder, FolderId, FolderRefused, Stage, Standing};
use store::{Blobs, Store, StoreError};
use testkit::{House, now};
use web::{ComingIn, Now, Takes, Unanswered, UnreadFiles, UnreadPage};

/// The folders of a test house.
pub(crate) struct Folders {
    store: Arc<Store>,
    blobs: Arc<Blobs>,
    own: PathBuf,
    /// Where pages may name folders: beside the house, as far as the folders of these tests are.
    roots: Roots,
    standing: Standing,
    /// What happens while a folder is looked at.
    meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

impl Folders {
    /// Nothing runs.
    pub(crate) fn of(house: &House) -> Self {
        let (store, blobs) = (Arc::clone(&house.store), Arc::clone(&house.blobs));
        let (own, standing) = (house.folder.path().to_owned(), Standing::default());
        let roots = Roots::of(own.parent().map(Path::to_owned));
        Self { store, blobs, own, roots, standing, meanwhile: Mutex::default() }
    }

    /// An import runs that never gets further.
    pub(crate) fn running(house: &House) -> Self {
        let (total, done, left) = (1_500, 300, Some(Duration::from_secs(3 * 3_600)));
        let standing = Standing { stage: Stage::BringingIn, total, done, left, ..Standing::default() };
        Self { standing, ..Self::of(house) }
    }

    /// Something happens once, while it is looked whether a folder can be added.
    pub(crate) fn meanwhile(self, happens: impl FnOnce() + Send + 'static) -> Self {
        Self { meanwhile: Mutex::new(Some(Box::new(happens))), ..self }
    }
}

impl ComingIn for Folders {
    fn now(&self, viewer: Viewer) -> Result<Now, Unanswered> {
        let read = self.store.read(|tx| {
            let could_not = library::unread_counts(tx, viewer)?.iter().map(|(_, count)| count).sum();
            let (folders, paused) = (library::folders(tx, viewer)?, library::paused_since(tx, viewer)?.is_some());
            Ok(Now { folders, paused, could_not, standing: self.standing, ..Now::default() })
        });
        read.map_err(unanswered)
    }

    fn standing(&self, _viewer: Viewer) -> Result<Standing, Unanswered> {
        Ok(self.standing)
    }

    fn may_be_added(&self, viewer: Viewer, asked: &Path) -> Result<Result<(), FolderRefused>, Unanswered> {
        if let Some(happens) = self.meanwhile.lock().unwrap().take() {
            happens();
        }
        match library::may_be_added(&self.store, viewer, &self.own, (asked, AskedBy::Page(&self.roots))) {
            Ok(()) => Ok(Ok(())),
            Err(AddFolderError::Refused(why)) => Ok(Err(why)),
            Err(AddFolderError::Store(error)) => Err(unanswered(error)),
        }
    }

    fn add_folder(&self, viewer: Viewer, asked: &Path) -> Result<Result<AddedFolder, FolderRefused>, Unanswered> {
        match library::add_asked_folder(
            &self.store,
            viewer,
            &self.own,
            (asked, AskedBy::Page(&self.roots)),
            now().timestamp(),
        ) {
            Ok(added) => Ok(Ok(added)),
            Err(AddFolderError::Refused(why)) => Ok(Err(why)),
            Err(AddFolderError::Store(error)) => Err(unanswered(error)),
        }
    }

    fn let_folder_go(&self, viewer: Viewer, folder: FolderId) -> Result<bool, Unanswered> {
        let at = now().timestamp();
        self.store.write(|tx| library::let_folder_go(tx, viewer, folder, at)).map_err(unanswered)
    }

    fn take_folder_back(&self, viewer: Viewer, folder: FolderId) -> Result<bool, Unanswered> {
        let at = now().timestamp();
        self.store.write(|tx| library::take_folder_back(tx, viewer, folder, at)).map_err(unanswered)
    }

    fn look_again(&self, viewer: Viewer, folder: Option<FolderId>) -> Result<bool, Unanswered> {
        let folders = self.store.read(|tx| library::folders(tx, viewer)).map_err(unanswered)?;
        Ok(folder.is_none_or(|id| folders.iter().any(|folder| folder.id == id)))
    }

    fn pause(&self, viewer: Viewer) -> Result<(), Unanswered> {
        self.store.write(|tx| library::pause(tx, viewer, now().timestamp())).map_err(unanswered)
    }

    fn resume(&self, viewer: Viewer) -> Result<(), Unanswered> {
        self.store.write(|tx| library::resume(tx, viewer)).map_err(unanswered)
    }

    fn try_again(&self, viewer: Viewer, work: i64) -> Result<bool, Unanswered> {
        let at = now().timestamp();
        self.store.write(|tx| store::jobs::try_again(tx, viewer.library(), work, at)).map_err(unanswered)
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
            renditions: None,
            database: self.store.size().map_err(unanswered)?,
            free: self.blobs.free(),
            engine: self.store.engine_name(),
        })
    }
}

fn unanswered(error: StoreError) -> Unanswered {
    Unanswered(error.to_string())
}
