//! Whoever brings photos in, as pages see them, and what pages may ask of them.

use std::path::Path;

use circle::Viewer;
use library::{AddFolderError, AddedFolder, Progress, Standing};
use model::FolderId;
use store::StoreError;

use crate::House;

/// Whoever brings photos in.
///
/// Which folders are looked into, and whether anything comes in at all, is kept in the database; [`House::add_folder`] and
/// the methods beside it write that down and then call these. So a page never waits for an import, and what was asked for
/// holds after a restart.
pub trait ComingIn: Send + Sync {
    /// What goes on now.
    fn now(&self) -> Now;
    /// Looks through a folder again, or through all of them.
    fn look(&self, folder: Option<FolderId>);
    /// Stops what runs (in that folder, where one is named) as soon as it can. What came in stays.
    fn stop(&self, folder: Option<FolderId>);
    /// Takes notice of what was written down: folders that came and went, a pause that began or ended.
    fn notice(&self);
}

/// What goes on behind the pages at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    /// How far the running import is.
    pub standing: Standing,
    /// The folder that it looks through.
    pub folder: Option<FolderId>,
    /// The folders that wait for their turn.
    pub waiting: Vec<FolderId>,
    /// What is known of watching each folder.
    pub watched: Vec<(FolderId, Watched)>,
    /// How much the renditions take, in bytes, as measured after the last import.
    pub renditions: Option<u64>,
}

/// Whether changes in a folder are heard of while they happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watched {
    /// They are.
    Yes,
    /// The folder is not there. It is watched again when it is.
    NotThere,
    /// The system watches as much as it may.
    TooMany,
    /// Something else hinders it; the log says what.
    No,
}

/// Nobody brings anything in: for a house that only shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct AtRest;

impl ComingIn for AtRest {
    fn now(&self) -> Now {
        let (waiting, watched) = (Vec::new(), Vec::new());
        Now { standing: Progress::default().standing(), folder: None, waiting, watched, renditions: None }
    }

    fn look(&self, _folder: Option<FolderId>) {}

    fn stop(&self, _folder: Option<FolderId>) {}

    fn notice(&self) {}
}

/// What pages, the API and the first set-up ask for. These calls wait for the database, so they belong in [`House::ask`].
impl House {
    /// Looks into one more folder from now on, and begins at once. The path is as somebody typed it.
    ///
    /// # Errors
    /// [`AddFolderError::Refused`] with the reason, in which case nothing changed.
    pub fn add_folder(&self, viewer: Viewer, asked: &Path) -> Result<AddedFolder, AddFolderError> {
        let added = library::add_asked_folder(&self.store, viewer, &self.data, asked, (self.clock)().timestamp())?;
        // What was looked through on its own is looked through as a part of this one.
        if !added.took_in.is_empty() {
            self.coming_in.stop(None);
        }
        self.coming_in.notice();
        Ok(added)
    }

    /// Looks into a folder no more; its photos stay. Answers whether it was looked into.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn let_folder_go(&self, viewer: Viewer, folder: FolderId) -> Result<bool, StoreError> {
        let now = (self.clock)().timestamp();
        let known = self.store.write(|tx| library::let_folder_go(tx, viewer, folder, now))?;
        self.coming_in.stop(Some(folder));
        Ok(known)
    }

    /// Takes [`House::let_folder_go`] back. Answers whether there was such a folder.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn take_folder_back(&self, viewer: Viewer, folder: FolderId) -> Result<bool, StoreError> {
        let known = self.store.write(|tx| library::take_folder_back(tx, viewer, folder))?;
        self.coming_in.notice();
        Ok(known)
    }

    /// Looks through a folder again, or through all of them. Answers whether that folder is looked into.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn rescan(&self, viewer: Viewer, folder: Option<FolderId>) -> Result<bool, StoreError> {
        let folders = self.store.read(|tx| library::folders(tx, viewer))?;
        let known = folder.is_none_or(|id| folders.iter().any(|folder| folder.id == id));
        if known {
            self.coming_in.look(folder);
        }
        Ok(known)
    }

    /// Lets nothing come in until [`House::resume`].
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn pause(&self, viewer: Viewer) -> Result<(), StoreError> {
        self.store.write(|tx| library::pause(tx, viewer, (self.clock)().timestamp()))?;
        self.coming_in.stop(None);
        Ok(())
    }

    /// Lets photos come in again.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn resume(&self, viewer: Viewer) -> Result<(), StoreError> {
        self.store.write(|tx| library::resume(tx, viewer))?;
        self.coming_in.notice();
        Ok(())
    }
}
