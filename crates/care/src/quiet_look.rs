//! What somebody picked for a quiet look on a hard day.

use circle::Viewer;
use jiff::Timestamp;
use model::PhotoId;
use store::{StoreError, Tx, values};

use crate::hard_days::{Hard, Source, day_of_loss, own_hard_days, plan_for};
use crate::loss::{Plan, loss};

/// Picks a photo for the quiet look on a hard day, or, with `out`, takes it out again. Answers whether that changed anything.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn pick(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    source: Source,
    photo: PhotoId,
    out: bool,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let (kind, id) = columns(source);
    let (library, person) = (viewer.library(), viewer.person());
    if out {
        let sql = "DELETE FROM quiet_looks WHERE library = ?1 AND person = ?2 AND source = ?3 AND source_id = ?4 AND photo = ?5";
        return Ok(tx.execute(sql, values![library, person, kind, id, photo])? > 0);
    }
    if library::photo(tx, viewer, photo)?.is_none() {
        return Ok(false);
    }
    let sql =
        "INSERT INTO quiet_looks (library, person, source, source_id, photo, picked_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT (library, person, source, source_id, photo) DO NOTHING";
    Ok(tx.execute(sql, values![library, person, kind, id, photo, now.as_millisecond()])? > 0)
}

/// What was picked for one hard day, in the order in which it was picked.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn quiet_look(tx: &mut Tx<'_>, viewer: Viewer, source: Source) -> Result<Vec<PhotoId>, StoreError> {
    let (kind, id) = columns(source);
    let sql = "SELECT photo FROM quiet_looks WHERE library = ?1 AND person = ?2 AND source = ?3 AND source_id = ?4
               ORDER BY picked_ms, photo";
    tx.all(sql, values![viewer.library(), viewer.person(), kind, id], |row| row.get(0))
}

/// What was picked for the hard days that meet on a day, where a quiet look is what their owner wants.
pub(crate) fn quiet_look_for(tx: &mut Tx<'_>, viewer: Viewer, hard: &[Hard]) -> Result<Vec<PhotoId>, StoreError> {
    let mut found: Vec<PhotoId> = Vec::new();
    if plan_for(hard) != Some(Plan::QuietLook) {
        return Ok(found);
    }
    for hard in hard.iter().filter(|hard| hard.plan == Plan::QuietLook) {
        for photo in quiet_look(tx, viewer, hard.source)? {
            if !found.contains(&photo) {
                found.push(photo);
            }
        }
    }
    Ok(found)
}

/// Whether the viewer has that hard day.
pub(crate) fn known_source(tx: &mut Tx<'_>, viewer: Viewer, source: Source) -> Result<bool, StoreError> {
    Ok(match source {
        Source::Own(id) => own_hard_days(tx, viewer)?.iter().any(|(own, _)| *own == id),
        Source::Loss(id, day) => {
            loss(tx, viewer, id)?.is_some_and(|mut kept| day_of_loss(&mut kept.loss, day).is_some())
        }
    })
}

/// All days of a loss share what was picked for them.
fn columns(source: Source) -> (&'static str, i64) {
    match source {
        Source::Loss(id, _) => ("loss", id.0),
        Source::Own(id) => ("day", id.0),
    }
}
