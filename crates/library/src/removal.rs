//! Hiding and removing photos. Originals are never touched.

use circle::Viewer;
use jiff::Timestamp;
use model::PhotoId;
use store::{StoreError, Tx, Value};

use crate::{mark_changed, photo};

/// Hides a photo: it stays in the library and never returns by itself. Answers whether there is such a photo.
///
/// # Errors
/// The database's own refusal.
pub fn hide(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId) -> Result<bool, StoreError> {
    change(tx, viewer, id, "UPDATE photos SET hidden = 1 WHERE library = ?1 AND id = ?2", &[])
}

/// Takes [`hide`] back.
///
/// # Errors
/// The database's own refusal.
pub fn unhide(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId) -> Result<bool, StoreError> {
    change(tx, viewer, id, "UPDATE photos SET hidden = 0 WHERE library = ?1 AND id = ?2", &[])
}

/// Removes a photo from the library on purpose. Its files stay where they are, and do not bring it back.
///
/// # Errors
/// The database's own refusal.
pub fn remove(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE photos SET removed_ms = ?3 WHERE library = ?1 AND id = ?2";
    change(tx, viewer, id, sql, &[now.as_millisecond().into()])
}

/// Takes [`remove`] back.
///
/// # Errors
/// The database's own refusal.
pub fn restore(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId) -> Result<bool, StoreError> {
    change(tx, viewer, id, "UPDATE photos SET removed_ms = NULL WHERE library = ?1 AND id = ?2", &[])
}

fn change(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId, sql: &str, more: &[Value]) -> Result<bool, StoreError> {
    let Some(photo) = photo(tx, viewer, id)? else { return Ok(false) };
    tx.execute(sql, &[&[viewer.library().into(), id.into()], more].concat())?;
    mark_changed(tx, viewer.library(), photo.taken.as_ref())?;
    Ok(true)
}
