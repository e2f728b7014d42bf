//! The files that hold photos.

use std::path::PathBuf;

use circle::Viewer;
use model::{FileId, LibraryId, PhotoId};
use store::{StoreError, Tx, Value, values};

use crate::folders::{bytes_of, path_of};

/// What is noted of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Noted {
    pub(crate) id: FileId,
    pub(crate) path: PathBuf,
    pub(crate) photo: Option<PhotoId>,
    pub(crate) stamp: String,
    /// Whether it is neither missing nor left out.
    pub(crate) is_seen: bool,
}

/// The files that hold a photo, missing ones too, in the order they were found.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn files_of(tx: &mut Tx<'_>, viewer: Viewer, photo: PhotoId) -> Result<Vec<PathBuf>, StoreError> {
    // The plus keeps an engine that knows no numbers yet from walking all files in that order.
    let sql = "SELECT path FROM files WHERE library = ?1 AND photo = ?2 ORDER BY +id";
    tx.all(sql, values![viewer.library(), photo], |row| Ok(path_of(row.get(0)?)))
}

/// A file that holds the photo's original and was there when last looked at.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn original_of(tx: &mut Tx<'_>, viewer: Viewer, photo: PhotoId) -> Result<Option<PathBuf>, StoreError> {
    let sql = "SELECT path FROM files
               WHERE library = ?1 AND photo = ?2 AND role = 'whole' AND state = 'here' ORDER BY +id LIMIT 1";
    tx.maybe(sql, values![viewer.library(), photo], |row| Ok(path_of(row.get(0)?)))
}

/// How many paths one statement takes.
pub(crate) const AT_ONCE: usize = 32;

/// What is noted of at most [`AT_ONCE`] paths.
pub(crate) fn noted(tx: &mut Tx<'_>, library: LibraryId, paths: &[&std::path::Path]) -> Result<Vec<Noted>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let list = store::parameters(2, AT_ONCE);
        format!("SELECT id, path, photo, stamp, state FROM files WHERE library = ?1 AND path IN ({list})")
    });
    debug_assert!(paths.len() <= AT_ONCE);
    let mut wanted = vec![Value::from(library)];
    // No path is empty, so an empty one fills what is not needed.
    wanted.extend((0..AT_ONCE).map(|i| Value::Bytes(paths.get(i).map(|p| bytes_of(p)).unwrap_or_default())));
    tx.all(&SQL, &wanted, read)
}

/// The files noted as here or unread below `folder`.
pub(crate) fn noted_below(
    tx: &mut Tx<'_>,
    library: LibraryId,
    folder: &std::path::Path,
    mut tell: impl FnMut(Noted),
) -> Result<(), StoreError> {
    // "/" sorts right before "0", so this is every path that begins with the folder and a separator.
    let (mut from, mut to) = (bytes_of(folder), bytes_of(folder));
    if from.last() != Some(&b'/') {
        from.push(b'/');
        to.push(b'/');
    }
    if let Some(last) = to.last_mut() {
        *last = b'0';
    }
    let sql = "SELECT id, path, photo, stamp, state FROM files
               WHERE library = ?1 AND path >= ?2 AND path < ?3 AND state IN ('here', 'unread')";
    tx.all(sql, values![library, from, to], |row| {
        tell(read(row)?);
        Ok(())
    })?;
    Ok(())
}

/// Notes that a file is gone. Its photo is missing when no other file holds it; a file that moved is forgotten instead.
pub(crate) fn note_gone(tx: &mut Tx<'_>, library: LibraryId, file: &Noted) -> Result<Gone, StoreError> {
    let elsewhere = "SELECT COUNT(*) FROM files
                     WHERE library = ?1 AND photo = ?2 AND id <> ?3 AND state = 'here' AND role = 'whole'";
    // What could never be read is not missed either.
    let Some(photo) = file.photo else { return forget(tx, library, file.id).map(|()| Gone::Forgotten) };
    let others: i64 = tx.one(elsewhere, values![library, photo, file.id], |row| row.get(0))?;
    if others > 0 {
        return forget(tx, library, file.id).map(|()| Gone::Moved);
    }
    tx.execute("UPDATE files SET state = 'missing' WHERE library = ?1 AND id = ?2", values![library, file.id])?;
    tx.execute("UPDATE photos SET missing = 1 WHERE library = ?1 AND id = ?2", values![library, photo])?;
    Ok(Gone::Missing)
}

/// Notes that somebody asked not to look where that file is. Its photo is left out of memories unless another file holds it
/// elsewhere; it comes back when it is found again.
pub(crate) fn note_left_out(tx: &mut Tx<'_>, viewer: Viewer, file: &Noted) -> Result<(), StoreError> {
    let library = viewer.library();
    tx.execute("UPDATE files SET state = 'left_out' WHERE library = ?1 AND id = ?2", values![library, file.id])?;
    let Some(id) = file.photo else { return Ok(()) };
    let sql = "UPDATE photos SET left_out = 1 WHERE library = ?1 AND id = ?2 AND NOT EXISTS
               (SELECT 1 FROM files f WHERE f.library = photos.library AND f.photo = photos.id AND f.state = 'here'
                AND f.role = 'whole')";
    tx.execute(sql, values![library, id])?;
    let photo = crate::photo(tx, viewer, id)?;
    crate::mark_changed(tx, library, photo.and_then(|photo| photo.taken).as_ref())
}

/// What a vanished file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gone {
    /// The photo is held by another file.
    Moved,
    /// It was the last one.
    Missing,
    /// It held no photo.
    Forgotten,
}

fn forget(tx: &mut Tx<'_>, library: LibraryId, file: FileId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM files WHERE library = ?1 AND id = ?2", values![library, file])?;
    Ok(())
}

fn read(row: &store::Row<'_>) -> Result<Noted, StoreError> {
    Ok(Noted {
        id: row.get(0)?,
        path: path_of(row.get(1)?),
        photo: row.get(2)?,
        stamp: row.get(3)?,
        is_seen: matches!(row.get::<String>(4)?.as_str(), "here" | "unread"),
    })
}
