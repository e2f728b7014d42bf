//! A folder that somebody asks to look into: whether it can be, said kindly where it cannot.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use circle::Viewer;
use jiff::Timestamp;
use model::FolderId;
use store::{Store, StoreError};

use super::{Folder, add_folder, folders, let_folder_go};

/// Longest path that a folder of photos may have, in bytes: an index row of PostgreSQL holds about 2,700.
pub const LONGEST_PATH: usize = 2_000;

/// A folder that is looked into from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedFolder {
    /// Its number.
    pub id: FolderId,
    /// Its whole path, links resolved.
    pub path: PathBuf,
    /// Folders inside of it that were looked into on their own before, and are a part of it now.
    pub took_in: Vec<Folder>,
}

/// Why a folder is not looked into.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FolderRefused {
    /// Nothing was named.
    #[error("no folder was named")]
    Empty,
    /// It means something else depending on where one stands.
    #[error("this is not a whole path")]
    NotWhole,
    /// There is nothing of that name.
    #[error("there is nothing of that name")]
    NotThere,
    /// It is a file.
    #[error("this is a file, not a folder")]
    NotAFolder,
    /// The operating system does not let Perennial look into it.
    #[error("Perennial may not look into it")]
    NotReadable,
    /// Perennial keeps its own things there.
    #[error("Perennial keeps its own things there")]
    Own,
    /// It is looked into already.
    #[error("it is looked into already")]
    Known,
    /// A folder that it is in is looked into already.
    #[error("it is part of {0}, which is looked into already")]
    Inside(PathBuf),
    /// A longer path than can be kept.
    #[error("its path is too long to be kept")]
    TooLong,
}

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

/// Looks into one more folder from now on, if it can be looked into. `own` is Perennial's data folder. Folders inside of it
/// that were looked into on their own become a part of it.
///
/// # Errors
/// [`AddFolderError::Refused`] with the reason; nothing is changed then.
pub fn add_asked_folder(
    store: &Store,
    viewer: Viewer,
    own: &Path,
    asked: &Path,
    now: Timestamp,
) -> Result<AddedFolder, AddFolderError> {
    // The disk is asked before the database is written to: a slow network folder holds nobody up.
    let path = opened(asked)?;
    store.write(|tx| {
        let known = folders(tx, viewer)?;
        settled_among(&path, own, &known)?;
        let inside: Vec<Folder> = known.into_iter().filter(|folder| folder.path.starts_with(&path)).collect();
        for folder in &inside {
            let_folder_go(tx, viewer, folder.id, now)?;
        }
        let id = add_folder(tx, viewer, &path, now)?;
        Ok(AddedFolder { id, path, took_in: inside })
    })
}

/// The whole path of a folder that can be opened.
fn opened(asked: &Path) -> Result<PathBuf, FolderRefused> {
    if asked.as_os_str().is_empty() {
        return Err(FolderRefused::Empty);
    }
    if !asked.is_absolute() {
        return Err(FolderRefused::NotWhole);
    }
    let path = asked.canonicalize().map_err(|error| refusal(error.kind()))?;
    if path.as_os_str().len() > LONGEST_PATH {
        return Err(FolderRefused::TooLong);
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

impl FolderRefused {
    /// The stable name used in JSON and by whoever words it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotWhole => "not_whole",
            Self::NotThere => "not_there",
            Self::NotAFolder => "not_a_folder",
            Self::NotReadable => "not_readable",
            Self::Own => "own",
            Self::Known => "known",
            Self::Inside(_) => "inside",
            Self::TooLong => "too_long",
        }
    }

    /// What a person can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty | Self::NotWhole => "Give the whole path, from the root on, such as /home/ana/Pictures.",
            Self::NotThere => "Check the spelling. Is the disk it lies on there?",
            Self::NotAFolder => "Name the folder that the file lies in.",
            Self::NotReadable => "Let the user that Perennial runs as read it, then try again.",
            Self::Own => "Choose a folder of photos.",
            Self::Known | Self::Inside(_) => "Nothing more is needed: what is in it comes in by itself.",
            Self::TooLong => "Choose a folder with a shorter path.",
        }
    }
}
