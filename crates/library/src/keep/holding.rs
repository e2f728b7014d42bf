//! Which files hold a photo.

use media::NotShown;
use model::{LibraryId, PhotoId};
use store::{StoreError, Tx, values};

use super::NewFile;
use crate::folders::bytes_of;
use crate::mark_changed;
use crate::photos::read_taken;

/// Notes that those files are here and hold that photo. What one of them held before is let go, and files of the photo that
/// were missing are forgotten: it was moved.
pub(super) fn hold(tx: &mut Tx<'_>, library: LibraryId, id: PhotoId, files: &[NewFile]) -> Result<(), StoreError> {
    let mut let_go = Vec::new();
    for file in files {
        let_go.extend(holds(tx, library, file)?.filter(|before| *before != id));
        let role = if file.motion { "motion" } else { "whole" };
        note(tx, library, &file.path, &file.stamp, role, Some(id), None)?;
    }
    let moved = "DELETE FROM files WHERE library = ?1 AND photo = ?2 AND state = 'missing'";
    tx.execute(moved, values![library, id])?;
    let left_out = "SELECT taken_ms, taken_precision, taken_offset, taken_confidence FROM photos
                    WHERE library = ?1 AND id = ?2 AND left_out = 1";
    let returns = tx.maybe(left_out, values![library, id], |row| read_taken(row, 0))?;
    mark_changed(tx, library, returns.flatten().as_ref())?;
    let here = "UPDATE photos SET missing = 0, left_out = 0 WHERE library = ?1 AND id = ?2";
    tx.execute(here, values![library, id])?;
    let_go.into_iter().try_for_each(|before| settle_unheld(tx, library, before))
}

/// The photo that a file holds, by what was noted last.
pub(super) fn holds(tx: &mut Tx<'_>, library: LibraryId, file: &NewFile) -> Result<Option<PhotoId>, StoreError> {
    let sql = "SELECT photo FROM files WHERE library = ?1 AND path = ?2 AND photo IS NOT NULL";
    tx.maybe(sql, values![library, bytes_of(&file.path)], |row| row.get(0))
}

/// A photo that no file holds any more is missing, and stays. Only half of a copy, of which its owner said nothing, is
/// forgotten: it never was a photo.
fn settle_unheld(tx: &mut Tx<'_>, library: LibraryId, id: PhotoId) -> Result<(), StoreError> {
    let held = "SELECT COUNT(*) FROM files WHERE library = ?1 AND photo = ?2 AND role = 'whole' AND state = 'here'";
    if tx.one(held, values![library, id], |row| row.get::<i64>(0))? > 0 {
        return Ok(());
    }
    let taken = "SELECT taken_ms, taken_precision, taken_offset, taken_confidence FROM photos
                 WHERE library = ?1 AND id = ?2";
    let taken = tx.maybe(taken, values![library, id], |row| read_taken(row, 0))?.flatten();
    let forget = "DELETE FROM photos WHERE library = ?1 AND id = ?2 AND not_shown = 'truncated' AND hidden = 0
                  AND removed_ms IS NULL AND COALESCE(taken_confidence, '') <> 'owner'";
    if tx.execute(forget, values![library, id])? == 0 {
        tx.execute("UPDATE photos SET missing = 1 WHERE library = ?1 AND id = ?2", values![library, id])?;
        return Ok(());
    }
    mark_changed(tx, library, taken.as_ref())?;
    for sql in [
        "DELETE FROM photo_dates WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_people WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_names WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_people_said WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_people_beside WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_places WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_places_beside WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_positions_beside WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_words WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_words_beside WHERE library = ?1 AND photo = ?2",
        "DELETE FROM photo_keywords WHERE library = ?1 AND photo = ?2",
        "DELETE FROM files WHERE library = ?1 AND photo = ?2",
    ] {
        tx.execute(sql, values![library, id])?;
    }
    Ok(())
}

/// Notes that a file is here and holds nothing that could be read.
pub(crate) fn note_unread(
    tx: &mut Tx<'_>,
    library: LibraryId,
    path: &std::path::Path,
    stamp: &str,
    why: &NotShown,
) -> Result<(), StoreError> {
    note(tx, library, path, stamp, "whole", None, Some(why))
}

fn note(
    tx: &mut Tx<'_>,
    library: LibraryId,
    path: &std::path::Path,
    stamp: &str,
    role: &str,
    photo: Option<PhotoId>,
    why: Option<&NotShown>,
) -> Result<(), StoreError> {
    let id = tx.take_numbers(library, "file", 1)?;
    let state = if photo.is_some() { "here" } else { "unread" };
    let sql = "INSERT INTO files (library, id, path, role, photo, stamp, state, reason, why)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
               ON CONFLICT (library, path) DO UPDATE SET role = excluded.role, photo = COALESCE(excluded.photo, files.photo),
                   stamp = excluded.stamp, state = excluded.state, reason = excluded.reason, why = excluded.why";
    let (said, name) = (why.map(ToString::to_string), why.map(NotShown::name));
    tx.execute(sql, values![library, id, bytes_of(path), role, photo, stamp, state, said, name])?;
    Ok(())
}
