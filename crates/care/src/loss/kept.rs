//! Keeping losses. What is written counts from the next request on, everywhere.

use circle::Viewer;
use jiff::Timestamp;
use model::LossId;
use store::{StoreError, Tx, values};

use super::deaths::note_deaths;
use super::rows::{write, written};
use super::taken_back::{LossChangeId, note_before};
use super::{Loss, LossError, MOST_LOSSES};
use crate::first_visit::answered_by_a_loss;
use crate::log::{Entry, note};

/// Keeps a new loss. A death that it tells of is known to the viewer from then on: no birthday of theirs returns, and no age is told.
///
/// # Errors
/// [`LossError`] says what cannot be kept; nothing was changed then.
pub(crate) fn add_loss(tx: &mut Tx<'_>, viewer: Viewer, said: Loss, now: Timestamp) -> Result<LossId, LossError> {
    let said = said.checked(tx, viewer, None)?;
    let library = viewer.library();
    let sql = "SELECT COUNT(*) FROM losses WHERE library = ?1 AND person = ?2 AND removed_ms IS NULL";
    let there: i64 = tx.one(sql, values![library, viewer.person()], |row| row.get(0))?;
    if usize::try_from(there).is_ok_and(|there| there >= MOST_LOSSES) {
        return Err(LossError::TooMany(MOST_LOSSES));
    }
    let id = LossId(tx.take_numbers(library, "loss", 1)?);
    let sql = "INSERT INTO losses (library, id, person, body, made_ms, changed_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?5)";
    tx.execute(sql, values![library, id, viewer.person(), written(&said)?, now.as_millisecond()])?;
    note_deaths(tx, viewer, id, Some(&said), now)?;
    note(tx, viewer, now, &Entry::LossAdded { loss: id })?;
    answered_by_a_loss(tx, viewer, now)?;
    Ok(id)
}

/// Changes a loss. Answers the change, by which it is taken back.
///
/// # Errors
/// As for [`add_loss`].
pub(crate) fn change_loss(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: LossId,
    said: Loss,
    now: Timestamp,
) -> Result<LossChangeId, LossError> {
    let (change, before) = note_before(tx, viewer, id, now)?.ok_or(LossError::NotThere)?;
    let said = said.checked(tx, viewer, Some(&before))?;
    write(tx, viewer, id, &written(&said)?, now)?;
    note_deaths(tx, viewer, id, Some(&said), now)?;
    note(tx, viewer, now, &Entry::LossChanged { loss: id })?;
    Ok(change)
}

/// Removes a loss: what it kept back may return, at once. Answers whether there was one. [`super::restore_loss`] takes it back.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn remove_loss(tx: &mut Tx<'_>, viewer: Viewer, id: LossId, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE losses SET removed_ms = ?4 WHERE library = ?1 AND person = ?2 AND id = ?3 AND removed_ms IS NULL";
    let removed = tx.execute(sql, values![viewer.library(), viewer.person(), id, now.as_millisecond()])? > 0;
    if removed {
        note_deaths(tx, viewer, id, None, now)?;
        note(tx, viewer, now, &Entry::LossRemoved { loss: id })?;
    }
    Ok(removed)
}
