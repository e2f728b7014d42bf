//! Taking back what was done to a loss.

use circle::Viewer;
use jiff::Timestamp;
use model::LossId;
use store::{StoreError, Tx, values};

use super::Loss;
use super::deaths::note_deaths;
use super::rows::{loss, read_said, write};
use crate::log::{Entry, note};

/// A change of a loss, to be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LossChangeId(pub i64);

/// Notes how a loss is before it is changed, and answers that too; `None` where there is no such loss.
pub(super) fn note_before(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: LossId,
    now: Timestamp,
) -> Result<Option<(LossChangeId, Loss)>, StoreError> {
    let (library, person) = (viewer.library(), viewer.person());
    let sql = "SELECT body FROM losses WHERE library = ?1 AND person = ?2 AND id = ?3 AND removed_ms IS NULL";
    let Some(before) = tx.maybe(sql, values![library, person, id], |row| row.get::<String>(0))? else {
        return Ok(None);
    };
    let was = read_said(&before)?;
    let change = tx.take_numbers(library, "loss_change", 1)?;
    let sql = "INSERT INTO loss_changes (library, id, person, loss, before, made_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    tx.execute(sql, values![library, change, person, id, before, now.as_millisecond()])?;
    Ok(Some((LossChangeId(change), was)))
}

/// Takes the latest change of a loss back. Answers which loss it was, or `None` where there is no such change, it was taken
/// back already, or a later one stands.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn take_back_loss_change(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    change: LossChangeId,
    now: Timestamp,
) -> Result<Option<LossId>, StoreError> {
    let (library, person) = (viewer.library(), viewer.person());
    let sql = "SELECT loss, before FROM loss_changes c WHERE library = ?1 AND person = ?2 AND id = ?3 AND undone_ms IS NULL
               AND NOT EXISTS (SELECT 1 FROM loss_changes l WHERE l.library = c.library AND l.loss = c.loss AND l.id > c.id
                               AND l.undone_ms IS NULL)";
    let found = tx.maybe(sql, values![library, person, change.0], |row| Ok((row.get::<LossId>(0)?, row.get(1)?)))?;
    let Some((id, before)): Option<(LossId, String)> = found else { return Ok(None) };
    let was = read_said(&before)?;
    write(tx, viewer, id, &before, now)?;
    note_deaths(tx, viewer, id, Some(&was), now)?;
    let sql = "UPDATE loss_changes SET undone_ms = ?3 WHERE library = ?1 AND id = ?2";
    tx.execute(sql, values![library, change.0, now.as_millisecond()])?;
    note(tx, viewer, now, &Entry::LossChanged { loss: id })?;
    Ok(Some(id))
}

/// Brings a removed loss back, as it was. Answers whether there was one.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn restore_loss(tx: &mut Tx<'_>, viewer: Viewer, id: LossId, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE losses SET removed_ms = NULL
               WHERE library = ?1 AND person = ?2 AND id = ?3 AND removed_ms IS NOT NULL";
    let restored = tx.execute(sql, values![viewer.library(), viewer.person(), id])? > 0;
    if restored {
        let back = loss(tx, viewer, id)?.map(|kept| kept.loss);
        note_deaths(tx, viewer, id, back.as_ref(), now)?;
        note(tx, viewer, now, &Entry::LossRestored { loss: id })?;
    }
    Ok(restored)
}
