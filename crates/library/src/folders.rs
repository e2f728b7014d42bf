//! The folders that a library looks into.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use model::LibraryId;
use store::{StoreError, Tx, values};

/// Remembers a folder, so that `serve` looks into it again. Known folders stay as they are.
///
/// # Errors
/// The database's own refusal.
pub fn add_folder(tx: &mut Tx<'_>, library: LibraryId, path: &Path, now: Timestamp) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO folders (library, path, added_ms) VALUES (?1, ?2, ?3) ON CONFLICT (library, path) DO NOTHING";
    tx.execute(sql, values![library, bytes_of(path), now.as_millisecond()])?;
    Ok(())
}

/// The folders that a library looks into, oldest first.
///
/// # Errors
/// The database's own refusal.
pub fn folders(tx: &mut Tx<'_>, library: LibraryId) -> Result<Vec<PathBuf>, StoreError> {
    let sql = "SELECT path FROM folders WHERE library = ?1 ORDER BY added_ms, path";
    tx.all(sql, values![library], |row| Ok(path_of(row.get(0)?)))
}

/// A path as the bytes that the database keeps: a name need not be UTF-8 to hold a photo.
pub(crate) fn bytes_of(path: &Path) -> Vec<u8> {
    path.as_os_str().as_encoded_bytes().to_vec()
}

/// The path that [`bytes_of`] made the bytes from.
pub(crate) fn path_of(bytes: Vec<u8>) -> PathBuf {
    #[cfg(unix)]
    return PathBuf::from(<OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes));
    #[cfg(not(unix))]
    return PathBuf::from(OsString::from(String::from_utf8_lossy(&bytes).into_owned()));
}
