//! Hiding and removing photos. Originals are never touched.

use circle::Viewer;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use model::PhotoId;
use store::{StoreError, Tx, Value, jobs, values};

use crate::work::let_go_of_removed;
use crate::{mark_changed, photo, photos};

/// How long a removed photo can be taken back.
pub const REMOVAL_UNDONE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Hides a photo: it stays in the library and never returns by itself. Answers whether there is such a photo.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn hide(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId) -> Result<bool, StoreError> {
    change(tx, viewer, id, "UPDATE photos SET hidden = 1 WHERE library = ?1 AND id = ?2", &[])
}

/// Takes [`hide`] back.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn unhide(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId) -> Result<bool, StoreError> {
    change(tx, viewer, id, "UPDATE photos SET hidden = 0, hidden_with = NULL WHERE library = ?1 AND id = ?2", &[])
}

/// Hides those photos that are not hidden yet, in one act. Answers its number, by which it is taken back.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn hide_together(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId]) -> Result<i64, StoreError> {
    let act = tx.take_numbers(viewer.library(), "hiding", 1)?;
    for photo in photos(tx, viewer, ids)? {
        let sql = "UPDATE photos SET hidden = 1, hidden_with = ?3 WHERE library = ?1 AND id = ?2 AND hidden = 0";
        tx.execute(sql, values![viewer.library(), photo.id, act])?;
        mark_changed(tx, viewer.library(), photo.taken.as_ref())?;
    }
    Ok(act)
}

/// Takes [`hide_together`] back: whatever it hid and is still hidden by it. Answers how many there were.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn unhide_together(tx: &mut Tx<'_>, viewer: Viewer, act: i64) -> Result<usize, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND hidden_with = ?2";
    let hidden: Vec<PhotoId> = tx.all(sql, values![viewer.library(), act], |row| row.get(0))?;
    hidden.iter().try_fold(0, |done, id| Ok(done + usize::from(unhide(tx, viewer, *id)?)))
}

/// Screenshots, papers, memes and the like of a day that are neither hidden nor removed, in order of time.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn screens_on(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<PhotoId>, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms < ?3 AND genre <> 'photo'
               AND hidden = 0 AND removed_ms IS NULL ORDER BY taken_ms, id";
    let begins = model::day_number(day) * 86_400_000;
    tx.all(sql, values![viewer.library(), begins, begins + 86_400_000], |row| row.get(0))
}

/// Removes a photo from the library on purpose. Its files stay where they are, and do not bring it back. What was made of it
/// is let go once it can be taken back no more: that is asked for here, so it happens however long nobody looks.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn remove(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId, now: Timestamp) -> Result<bool, StoreError> {
    // Removing twice, from two windows, does not make it last longer.
    let sql = "UPDATE photos SET removed_ms = COALESCE(removed_ms, ?3) WHERE library = ?1 AND id = ?2";
    let known = change(tx, viewer, id, sql, &[now.as_millisecond().into()])?;
    if known {
        let due = now.saturating_add(REMOVAL_UNDONE).unwrap_or(now);
        jobs::ask(tx, &let_go_of_removed(viewer), due, now)?;
    }
    Ok(known)
}

/// Takes [`remove`] back, as long as that can be done. Answers whether there is such a photo and it could.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn restore(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId, now: Timestamp) -> Result<bool, StoreError> {
    let removed = photo(tx, viewer, id)?.and_then(|photo| photo.removed_ms);
    if removed.is_some_and(|at| at <= gone_by(now)) {
        return Ok(false);
    }
    change(tx, viewer, id, "UPDATE photos SET removed_ms = NULL WHERE library = ?1 AND id = ?2", &[])
}

/// The removed photos that can still be taken back, the latest first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn removed(tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<Vec<PhotoId>, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND removed_ms > ?2 ORDER BY removed_ms DESC, id DESC";
    tx.all(sql, values![viewer.library(), gone_by(now)], |row| row.get(0))
}

fn change(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId, sql: &str, more: &[Value]) -> Result<bool, StoreError> {
    let Some(photo) = photo(tx, viewer, id)? else { return Ok(false) };
    tx.execute(sql, &[&[viewer.library().into(), id.into()], more].concat())?;
    mark_changed(tx, viewer.library(), photo.taken.as_ref())?;
    Ok(true)
}

/// What was removed by then is gone for good.
pub(crate) fn gone_by(now: Timestamp) -> i64 {
    now.as_millisecond() - REMOVAL_UNDONE.as_millis() as i64
}
