//! Letting go of what was made of photos that were removed too long ago to be taken back.

use circle::Viewer;
use jiff::Timestamp;
use model::PhotoId;
use store::{BlobError, Blobs, Store, StoreError, Tx, values};

use crate::photos::{rendition_keys, rendition_stem};
use crate::removal::{REMOVAL_UNDONE, gone_by};

/// Why renditions cannot be let go.
#[derive(Debug, thiserror::Error)]
pub enum LetGoError {
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// They could not be removed.
    #[error("renditions cannot be let go: {0}")]
    Blobs(#[from] BlobError),
}

/// How many photos one call lets go of; there is always a next rest.
const AT_ONCE: usize = 1000;

/// Lets go of the renditions of photos that were removed too long ago to be taken back. What is known of them stays, so that
/// their files do not bring them back. Answers how many there were.
///
/// # Errors
/// [`LetGoError`]; what was let go before stays so.
pub fn let_go(store: &Store, blobs: &Blobs, viewer: Viewer, now: Timestamp) -> Result<usize, LetGoError> {
    let find = "SELECT id, content FROM photos WHERE library = ?1 AND removed_ms <= ?2 AND let_go = 0
                ORDER BY removed_ms LIMIT ?3";
    let gone: Vec<(PhotoId, Vec<u8>)> = store.read(|tx| {
        tx.all(find, values![viewer.library(), gone_by(now), AT_ONCE], |row| Ok((row.get(0)?, row.get(1)?)))
    })?;
    for (id, content) in &gone {
        for key in rendition_keys(&rendition_stem(viewer.library(), content)) {
            blobs.remove(&key)?;
        }
        let done = "UPDATE photos SET let_go = 1 WHERE library = ?1 AND id = ?2";
        store.write(|tx| tx.execute(done, values![viewer.library(), *id]))?;
    }
    Ok(gone.len())
}

/// When the next removed photo can be taken back no more, and what was made of it is let go; nothing where none waits.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn next_to_let_go(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT MIN(removed_ms) FROM photos WHERE library = ?1 AND removed_ms IS NOT NULL AND let_go = 0";
    let first: Option<i64> = tx.one(sql, values![viewer.library()], |row| row.get(0))?;
    let due = first.map(|ms| ms.saturating_add(REMOVAL_UNDONE.as_millis() as i64));
    due.map(|ms| Timestamp::from_millisecond(ms).map_err(|e| StoreError::Unexpected(e.to_string()))).transpose()
}
