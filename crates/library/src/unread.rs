//! The files that could not be read, and why.

use circle::Viewer;
use model::{FileId, Unread};
use store::{Row, StoreError, Tx, values};

use crate::folders::path_of;

/// The files that could not be read when last looked at, by path.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn unread(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Unread>, StoreError> {
    let sql = "SELECT id, path, why, reason FROM files WHERE library = ?1 AND state = 'unread' ORDER BY path";
    tx.all(sql, values![viewer.library()], read)
}

/// At most `most` of the files that could not be read when last looked at: those before `before`, the latest first; of one
/// reason, where one is named.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn unread_page(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    before: Option<FileId>,
    reason: Option<&str>,
    most: usize,
) -> Result<Vec<Unread>, StoreError> {
    let sql = "SELECT id, path, why, reason FROM files
               WHERE library = ?1 AND state = 'unread' AND id < ?2 AND COALESCE(why, '') = COALESCE(?3, why, '')
               ORDER BY id DESC LIMIT ?4";
    tx.all(sql, values![viewer.library(), before.unwrap_or(FileId(i64::MAX)), reason, most], read)
}

/// How many files could not be read when last looked at, by the stable name of the reason; the most frequent first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn unread_counts(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(String, u64)>, StoreError> {
    let sql = "SELECT COALESCE(why, ''), COUNT(*) FROM files WHERE library = ?1 AND state = 'unread'
               GROUP BY COALESCE(why, '') ORDER BY COUNT(*) DESC, COALESCE(why, '')";
    tx.all(sql, values![viewer.library()], |row| Ok((row.get(0)?, row.get::<i64>(1)? as u64)))
}

fn read(row: &Row<'_>) -> Result<Unread, StoreError> {
    Ok(Unread {
        id: row.get(0)?,
        path: path_of(row.get(1)?),
        reason: row.get::<Option<String>>(2)?.unwrap_or_default(),
        why: row.get::<Option<String>>(3)?.unwrap_or_default(),
    })
}
