//! The data folder: one place for the database, the renditions and nothing else.

pub(crate) mod privacy;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

pub use privacy::StaysOpen;

use crate::Database;

/// A folder that Perennial keeps its own things in. Photos stay where they are.
#[derive(Clone, Debug)]
pub struct DataFolder {
    path: PathBuf,
    stays_open: Vec<StaysOpen>,
}

/// Proof that this program works in a data folder, alone or with others that it knows of; let go when dropped, even by a crash.
#[derive(Debug)]
pub struct FolderLock {
    _lock: File,
}

/// Why a data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It cannot be made or written.
    #[error("the data folder {path} cannot be written: {reason}")]
    NotWritable {
        /// The folder.
        path: PathBuf,
        /// What the operating system said.
        reason: io::Error,
    },
    /// Another Perennial holds it.
    #[error("the data folder {path} is in use by another Perennial{}", .process.map(|p| format!(" (process {p})")).unwrap_or_default())]
    InUse {
        /// The folder.
        path: PathBuf,
        /// The other's process id, if it said so.
        process: Option<u32>,
    },
}

impl FolderError {
    /// What a person can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotWritable { .. } => {
                "Check its permissions and the space on that disk, or choose another with --data."
            }
            Self::InUse { .. } => "Stop the other one first, or choose another folder with --data.",
        }
    }
}

impl DataFolder {
    /// The folder at `path`, made if it is not there. It is closed to other users of the machine, and so is what is kept in it;
    /// [`DataFolder::stays_open`] says of what that is not true.
    ///
    /// # Errors
    /// [`FolderError::NotWritable`].
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        let trouble = |reason| FolderError::NotWritable { path: path.to_owned(), reason };
        privacy::make_folder(path).map_err(trouble)?;
        // A probe tells "read-only" and "full" apart from later, more puzzling failures.
        let probe = path.join(".probe");
        fs::write(&probe, b"perennial").and_then(|()| fs::remove_file(&probe)).map_err(trouble)?;
        // A data folder inside a folder of photos must not feed on its own renditions.
        fs::write(path.join(".nomedia"), b"").map_err(trouble)?;
        let folder = Self { path: path.to_owned(), stays_open: Vec::new() };
        let stays_open = privacy::close(path, &folder.blobs());
        Ok(Self { stays_open, ..folder })
    }

    /// Holds the folder for one program alone: it imports or serves, and the database is in here.
    ///
    /// # Errors
    /// [`FolderError::InUse`], [`FolderError::NotWritable`].
    pub fn hold(&self) -> Result<FolderLock, FolderError> {
        let mut lock = self.lock_file()?;
        self.locked(&mut lock, File::try_lock)?;
        let sign = |file: &mut File| {
            file.set_len(0)?;
            file.rewind()?;
            writeln!(file, "{}", std::process::id())
        };
        sign(&mut lock).map_err(|reason| self.trouble(reason))?;
        Ok(FolderLock { _lock: lock })
    }

    /// Holds the folder together with other programs that share a database elsewhere: only blobs are in here, and what each
    /// program works on is in the database. A program that wants the folder alone is kept out, and keeps these out.
    ///
    /// # Errors
    /// [`FolderError::InUse`], [`FolderError::NotWritable`].
    pub fn share(&self) -> Result<FolderLock, FolderError> {
        let mut lock = self.lock_file()?;
        self.locked(&mut lock, File::try_lock_shared)?;
        // No single process holds it, so none is named.
        lock.set_len(0).map_err(|reason| self.trouble(reason))?;
        Ok(FolderLock { _lock: lock })
    }

    fn lock_file(&self) -> Result<File, FolderError> {
        let path = self.path.join("perennial.lock");
        privacy::make_file(&path);
        let opened = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path);
        opened.map_err(|reason| self.trouble(reason))
    }

    fn locked(&self, lock: &mut File, how: impl Fn(&File) -> Result<(), TryLockError>) -> Result<(), FolderError> {
        match how(lock) {
            Ok(()) => Ok(()),
            Err(TryLockError::WouldBlock) => {
                let mut said = String::new();
                let process = lock.read_to_string(&mut said).ok().and_then(|_| said.trim().parse().ok());
                Err(FolderError::InUse { path: self.path.clone(), process })
            }
            Err(TryLockError::Error(reason)) => Err(self.trouble(reason)),
        }
    }

    fn trouble(&self, reason: io::Error) -> FolderError {
        FolderError::NotWritable { path: self.path.clone(), reason }
    }

    /// The embedded database in this folder.
    pub fn database(&self) -> Database {
        Database::File(self.path.join("perennial.db"))
    }

    /// Where blobs are kept in this folder.
    pub fn blobs(&self) -> PathBuf {
        self.path.join("blobs")
    }

    /// What other users of the machine can read, or why the folder is left open to them. Nothing, as a rule.
    pub fn stays_open(&self) -> &[StaysOpen] {
        &self.stays_open
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
