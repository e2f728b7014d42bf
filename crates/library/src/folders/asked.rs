//! A folder that somebody asks to look into: whether it can be, said kindly where it cannot.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use circle::Viewer;
use jiff::Timestamp;
use model::{AddedFolder, Folder, FolderRefused};
use sources::Roots;
use store::{Store, StoreError};

use super::{add_folder, folders, let_folder_go, note_folder};

/// Longest path that a folder of photos may have, in bytes: an index row of PostgreSQL holds about 2,700.
pub const LONGEST_PATH: usize = 2_000;

/// A folder is not looked into, or that could not be noted.
#[derive(Debug, thiserror::Error)]
pub enum AddFolderError {
    /// It cannot be looked into.
    #[error(transparent)]
    Refused(#[from] FolderRefused),
    /// It could not be noted.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Who asks for a folder.
#[derive(Clone, Copy, Debug)]
pub enum AskedBy<'a> {
    /// Whoever runs the program, on the command line: they may look anywhere, and are told why something cannot be.
    CommandLine,
    /// A page, or a program with a token. They may name folders in these roots alone, and learn nothing of what else is there.
    Page(&'a Roots),
}

/// Looks into one more folder from now on, if it can be looked into. `own` is Perennial's data folder. Folders inside of it
/// that were looked into on their own become a part of it.
///
/// # Errors
/// [`AddFolderError::Refused`] with the reason; nothing is changed then.
pub fn add_asked_folder(
    store: &Store,
    viewer: Viewer,
    own: &Path,
    (asked, by): (&Path, AskedBy<'_>),
    now: Timestamp,
) -> Result<AddedFolder, AddFolderError> {
    // The disk is asked before the database is written to: a slow network folder holds nobody up.
    let path = opened(asked, by)?;
    store.write(|tx| {
        let known = folders(tx, viewer)?;
        settled_among(&path, own, &known)?;
        let inside: Vec<Folder> = known.into_iter().filter(|folder| folder.path.starts_with(&path)).collect();
        for folder in &inside {
            let_folder_go(tx, viewer, folder.id, now)?;
        }
        let id = match by {
            AskedBy::CommandLine => add_folder(tx, viewer, &path, now)?,
            AskedBy::Page(_) => note_folder(tx, viewer, &path, now)?,
        };
        Ok(AddedFolder { id, path, took_in: inside })
    })
}

/// Whether [`add_asked_folder`] would look into a folder as things are. Nothing is changed.
///
/// # Errors
/// [`AddFolderError::Refused`] with the reason.
pub fn may_be_added(
    store: &Store,
    viewer: Viewer,
    own: &Path,
    (asked, by): (&Path, AskedBy<'_>),
) -> Result<(), AddFolderError> {
    let path = opened(asked, by)?;
    let known = store.read(|tx| folders(tx, viewer))?;
    Ok(settled_among(&path, own, &known)?)
}

/// The whole path of a folder that may be looked into and can be opened.
fn opened(asked: &Path, by: AskedBy<'_>) -> Result<PathBuf, FolderRefused> {
    if asked.as_os_str().is_empty() {
        return Err(FolderRefused::Empty);
    }
    if !asked.is_absolute() {
        return Err(FolderRefused::NotWhole);
    }
    if asked.as_os_str().len() > LONGEST_PATH {
        return Err(FolderRefused::TooLong);
    }
    match by {
        AskedBy::CommandLine => opened_within(asked, &Roots::anywhere()),
        // What is there and what is not is one answer: a page is no way to look around on the machine.
        AskedBy::Page(roots) => opened_within(asked, roots).map_err(|_| FolderRefused::NotHere),
    }
}

fn opened_within(asked: &Path, roots: &Roots) -> Result<PathBuf, FolderRefused> {
    let path = asked.canonicalize().map_err(|error| refusal(error.kind()))?;
    if path.as_os_str().len() > LONGEST_PATH {
        return Err(FolderRefused::TooLong);
    }
    if !roots.hold(&path) {
        return Err(FolderRefused::NotHere);
    }
    if !path.is_dir() {
        return Err(FolderRefused::NotAFolder);
    }
    fs::read_dir(&path).map_err(|error| refusal(error.kind()))?;
    Ok(path)
}

fn refusal(kind: ErrorKind) -> FolderRefused {
    match kind {
        ErrorKind::PermissionDenied => FolderRefused::NotReadable,
        ErrorKind::InvalidFilename => FolderRefused::TooLong,
        _ => FolderRefused::NotThere,
    }
}

fn settled_among(path: &Path, own: &Path, known: &[Folder]) -> Result<(), FolderRefused> {
    let own = own.canonicalize().unwrap_or_else(|_| own.to_owned());
    if path.starts_with(own) {
        return Err(FolderRefused::Own);
    }
    match known.iter().find(|folder| path.starts_with(&folder.path)) {
        Some(folder) if folder.path == path => Err(FolderRefused::Known),
        Some(folder) => Err(FolderRefused::Inside(folder.path.clone())),
        None => Ok(()),
    }
}
