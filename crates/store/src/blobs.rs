//! Blobs: renditions now, whatever is too large for a row later. In a local folder now, on S3 later.

mod at_once;

use std::path::{Path, PathBuf};

use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload, path::Path as Key};
use tokio::runtime::{Builder, Runtime};

use crate::folder::privacy;

/// A place for blobs. Calls block.
pub struct Blobs {
    place: Box<dyn ObjectStore>,
    runtime: Runtime,
    /// The local folder they are in, if they are in one.
    folder: Option<PathBuf>,
}

/// A blob could not be kept or fetched.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BlobError(String);

impl Blobs {
    /// Blobs in a local folder, made if it is not there.
    ///
    /// # Errors
    /// What the operating system says.
    pub fn in_folder(folder: &Path) -> Result<Self, BlobError> {
        privacy::make_folder(folder).map_err(|e| BlobError(format!("{}: {e}", folder.display())))?;
        // Rows that are acknowledged speak of these files: they must survive a power cut too.
        let place = LocalFileSystem::new_with_prefix(folder).map_err(said)?.with_fsync(true);
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.map_err(|e| BlobError(e.to_string()))?;
        Ok(Self { place: Box::new(place), runtime, folder: Some(folder.to_owned()) })
    }

    /// Keeps `bytes` under `key`; what was there is replaced whole or not at all.
    ///
    /// # Errors
    /// A full or read-only disk, or an unreachable service.
    pub fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), BlobError> {
        let key = Key::from(key);
        self.runtime.block_on(self.place.put(&key, PutPayload::from(bytes))).map_err(said)?;
        Ok(())
    }

    /// The bytes under `key`, or `None` when there is nothing.
    ///
    /// # Errors
    /// An unreadable disk or an unreachable service.
    pub fn get(&self, key: &str) -> Result<Option<Vec<u8>>, BlobError> {
        if let Some(path) = self.path_of(key) {
            return match std::fs::read(&path) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(BlobError(format!("{}: {error}", path.display()))),
            };
        }
        let key = Key::from(key);
        let fetched = self.runtime.block_on(async { self.place.get(&key).await?.bytes().await });
        match fetched {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(said(error)),
        }
    }

    /// The bytes under `key`, where nobody has to wait for them: a local file that the system holds in memory whole. `None` says
    /// nothing; [`Blobs::get`] knows.
    pub fn get_at_once(&self, key: &str) -> Option<Bytes> {
        at_once::read(&self.path_of(key)?)
    }

    /// Where a blob lies in a local folder: the file that `object_store` makes of a key in which nothing needs to be spelled
    /// otherwise.
    fn path_of(&self, key: &str) -> Option<PathBuf> {
        let plain = |part: &str| {
            let letters = part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
            letters && !part.is_empty() && !part.starts_with('.')
        };
        key.split('/').all(plain).then(|| Some(self.folder.as_ref()?.join(key))).flatten()
    }

    /// How much room all blobs take, in bytes. Looks at each of them, so it takes a while where there are many.
    ///
    /// # Errors
    /// An unreadable disk or an unreachable service.
    pub fn used(&self) -> Result<u64, BlobError> {
        let sizes = self.place.list(None).try_fold(0, |sum, blob| async move { Ok(sum + blob.size) });
        self.runtime.block_on(sizes).map_err(said)
    }

    /// How much room is left for more, in bytes, where there is a limit and the system tells.
    pub fn free(&self) -> Option<u64> {
        #[cfg(unix)]
        {
            let disk = rustix::fs::statvfs(self.folder.as_deref()?).ok()?;
            Some(disk.f_bavail.saturating_mul(disk.f_frsize))
        }
        #[cfg(not(unix))]
        None
    }

    /// Lets go of what is under `key`; nothing there is fine.
    ///
    /// # Errors
    /// A read-only disk or an unreachable service.
    pub fn remove(&self, key: &str) -> Result<(), BlobError> {
        match self.runtime.block_on(self.place.delete(&Key::from(key))) {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(said(error)),
        }
    }
}

fn said(error: Error) -> BlobError {
    BlobError(error.to_string())
}
