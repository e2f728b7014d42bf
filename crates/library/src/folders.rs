//! The folders that a library looks into, and whether it looks at all just now.

mod asked;
mod look;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use circle::Viewer;
use jiff::Timestamp;
use model::{Folder, FolderId};
use store::{Row, StoreError, Tx, jobs, values};

use crate::work::look_at;

pub use asked::{AddFolderError, AskedBy, LONGEST_PATH, add_asked_folder, may_be_added};
pub use look::trouble_of;

pub(crate) use look::note_look;

/// Remembers a folder that whoever runs the program named, and asks for a look through it; one that was let go is looked into again,
/// and keeps its number.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn add_folder(tx: &mut Tx<'_>, viewer: Viewer, path: &Path, now: Timestamp) -> Result<FolderId, StoreError> {
    let id = note_folder(tx, viewer, path, now)?;
    tx.execute("UPDATE folders SET given = 1 WHERE library = ?1 AND id = ?2", values![viewer.library(), id])?;
    Ok(id)
}

/// Whether whoever runs the program named the folder at `path` themselves.
pub(crate) fn is_given(tx: &mut Tx<'_>, viewer: Viewer, path: &Path) -> Result<bool, StoreError> {
    let sql = "SELECT given FROM folders WHERE library = ?1 AND path = ?2";
    Ok(tx.maybe(sql, values![viewer.library(), bytes_of(path)], |row| row.get(0))?.unwrap_or(false))
}

fn note_folder(tx: &mut Tx<'_>, viewer: Viewer, path: &Path, now: Timestamp) -> Result<FolderId, StoreError> {
    let library = viewer.library();
    let find = "SELECT id FROM folders WHERE library = ?1 AND path = ?2";
    if let Some(known) = tx.maybe(find, values![library, bytes_of(path)], |row| row.get(0))? {
        take_folder_back(tx, viewer, known, now)?;
        return Ok(known);
    }
    let id = FolderId(tx.take_numbers(library, "folder", 1)?);
    let sql = "INSERT INTO folders (library, id, path, added_ms) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, values![library, id, bytes_of(path), now.as_millisecond()])?;
    jobs::ask(tx, &look_at(viewer, id), now, now)?;
    Ok(id)
}

/// Looks into a folder no more. Its photos stay, and so does the folder; whoever looks through it just now finds out soon.
/// Answers whether it was looked into.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn let_folder_go(tx: &mut Tx<'_>, viewer: Viewer, id: FolderId, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE folders SET let_go_ms = ?3 WHERE library = ?1 AND id = ?2 AND let_go_ms IS NULL";
    let known = tx.execute(sql, values![viewer.library(), id, now.as_millisecond()])? > 0;
    jobs::withdraw(tx, &look_at(viewer, id))?;
    Ok(known)
}

/// Takes [`let_folder_go`] back, and asks for a look through it. Answers whether there was such a folder.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn take_folder_back(tx: &mut Tx<'_>, viewer: Viewer, id: FolderId, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE folders SET let_go_ms = NULL WHERE library = ?1 AND id = ?2";
    let known = tx.execute(sql, values![viewer.library(), id])? > 0;
    if known {
        jobs::ask(tx, &look_at(viewer, id), now, now)?;
    }
    Ok(known)
}

/// The folders that a library looks into, oldest first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn folders(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Folder>, StoreError> {
    let sql = "SELECT id, path, added_ms, looked_ms, look, given FROM folders
               WHERE library = ?1 AND let_go_ms IS NULL ORDER BY added_ms, id";
    tx.all(sql, values![viewer.library()], read)
}

/// Lets nothing come in until [`resume`], a restart or not. Pausing twice is as good as once.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn pause(tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE libraries SET paused_ms = ?2 WHERE library = ?1 AND paused_ms IS NULL";
    tx.execute(sql, values![viewer.library(), now.as_millisecond()])?;
    Ok(())
}

/// Lets photos come in again.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn resume(tx: &mut Tx<'_>, viewer: Viewer) -> Result<(), StoreError> {
    tx.execute("UPDATE libraries SET paused_ms = NULL WHERE library = ?1", values![viewer.library()])?;
    Ok(())
}

/// Since when nothing comes in because somebody asked for that; `None` when photos may come in.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn paused_since(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT paused_ms FROM libraries WHERE library = ?1";
    let since = tx.maybe(sql, values![viewer.library()], |row| row.get::<Option<i64>>(0))?;
    since.flatten().map(time_of).transpose()
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

fn read(row: &Row<'_>) -> Result<Folder, StoreError> {
    let look = row.get::<Option<i64>>(3)?.zip(row.get::<Option<String>>(4)?);
    let look = look.map(|(ms, text)| Ok::<_, StoreError>(look::read(time_of(ms)?, &text))).transpose()?;
    let (path, added, given) = (path_of(row.get(1)?), time_of(row.get(2)?)?, row.get(5)?);
    Ok(Folder { id: row.get(0)?, path, added, given, look })
}

fn time_of(ms: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|e| StoreError::Unexpected(e.to_string()))
}
