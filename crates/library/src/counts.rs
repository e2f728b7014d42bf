//! How much there is.

use circle::Viewer;
use serde::Serialize;
use store::{StoreError, Tx, values};

/// How much a library holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Photos that were not removed.
    pub photos: u64,
    /// Of those, photos that cannot be shown.
    pub not_shown: u64,
}

/// How much the viewer's library holds.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn counts(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Counts, StoreError> {
    let sql = "SELECT COUNT(*), COUNT(not_shown) FROM photos WHERE library = ?1 AND removed_ms IS NULL";
    tx.one(sql, values![viewer.library()], |row| {
        Ok(Counts { photos: row.get::<i64>(0)? as u64, not_shown: row.get::<i64>(1)? as u64 })
    })
}

/// Whether the viewer's library holds any photo that was not removed.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn has_photos(tx: &mut Tx<'_>, viewer: Viewer) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND removed_ms IS NULL LIMIT 1";
    Ok(tx.maybe(sql, values![viewer.library()], |row| row.get::<i64>(0))?.is_some())
}

/// How many bytes the originals of the viewer's photos have, wherever they lie. It is about disks and not about photos: what
/// is put away takes its room as well.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn bytes_of_originals(tx: &mut Tx<'_>, viewer: Viewer) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM photos WHERE library = ?1 AND removed_ms IS NULL";
    tx.one(sql, values![viewer.library()], |row| Ok(row.get::<i64>(0)? as u64))
}

/// How many bytes the renditions take, as measured last; nothing while that was never done.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn bytes_of_renditions(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Option<u64>, StoreError> {
    let sql = "SELECT renditions_bytes FROM libraries WHERE library = ?1";
    let bytes = tx.maybe(sql, values![viewer.library()], |row| row.get::<Option<i64>>(0))?.flatten();
    Ok(bytes.map(|bytes| bytes as u64))
}

/// Notes how many bytes the renditions take.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn note_bytes_of_renditions(tx: &mut Tx<'_>, viewer: Viewer, bytes: u64) -> Result<(), StoreError> {
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
    tx.execute("UPDATE libraries SET renditions_bytes = ?2 WHERE library = ?1", values![viewer.library(), bytes])?;
    Ok(())
}
