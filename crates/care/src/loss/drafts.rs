//! Drafts of losses: what somebody began to say, kept as a row that counts for nothing until it is kept for good. One that was left is
//! forgotten after a day.

use std::collections::HashMap;

use circle::Viewer;
use jiff::Timestamp;
use model::{DraftId, LossId};
use store::{StoreError, Tx, values};

use super::rows::{as_shown_now, read_said, written};
use super::{Loss, LossError, add_loss};

/// How long a draft is kept, in milliseconds: a day.
const KEPT: i64 = 24 * 3_600 * 1_000;

/// Keeps what was said so far. Nothing of it counts. Answers its number.
///
/// # Errors
/// [`LossError`] says what cannot be kept; nothing was changed then.
pub(crate) fn begin_loss(tx: &mut Tx<'_>, viewer: Viewer, said: Loss, now: Timestamp) -> Result<DraftId, LossError> {
    let said = said.checked(tx, viewer, None)?;
    let (library, at) = (viewer.library(), now.as_millisecond());
    tx.execute("DELETE FROM loss_drafts WHERE library = ?1 AND made_ms < ?2", values![library, at - KEPT])?;
    let id = DraftId(tx.take_numbers(library, "loss_draft", 1)?);
    let sql = "INSERT INTO loss_drafts (library, id, person, body, made_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, values![library, id, viewer.person(), written(&said)?, at])?;
    Ok(id)
}

/// A draft of the viewer's, unless it is forgotten.
///
/// # Errors
/// Where the database cannot be asked, and [`StoreError::Unexpected`] where it cannot be read.
pub(crate) fn draft(tx: &mut Tx<'_>, viewer: Viewer, id: DraftId, now: Timestamp) -> Result<Option<Loss>, StoreError> {
    let sql = "SELECT body FROM loss_drafts WHERE library = ?1 AND person = ?2 AND id = ?3 AND made_ms >= ?4";
    let values = values![viewer.library(), viewer.person(), id, now.as_millisecond() - KEPT];
    let Some(body) = tx.maybe(sql, values, |row| row.get::<String>(0))? else { return Ok(None) };
    let mut said = read_said(&body)?;
    as_shown_now(tx, viewer, &mut said, &mut HashMap::new())?;
    Ok(Some(said))
}

/// Says it otherwise. Still nothing of it counts.
///
/// # Errors
/// As for [`begin_loss`]; [`LossError::NotThere`] where there is no such draft any more.
pub(crate) fn change_draft(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: DraftId,
    said: Loss,
    now: Timestamp,
) -> Result<(), LossError> {
    let before = draft(tx, viewer, id, now)?.ok_or(LossError::NotThere)?;
    let said = said.checked(tx, viewer, Some(&before))?;
    let sql = "UPDATE loss_drafts SET body = ?4 WHERE library = ?1 AND person = ?2 AND id = ?3";
    tx.execute(sql, values![viewer.library(), viewer.person(), id, written(&said)?])?;
    Ok(())
}

/// Keeps it for good: it counts from then on. Answers the loss.
///
/// # Errors
/// As for [`add_loss`]; [`LossError::NotThere`] where there is no such draft any more.
pub(crate) fn keep_draft(tx: &mut Tx<'_>, viewer: Viewer, id: DraftId, now: Timestamp) -> Result<LossId, LossError> {
    let said = draft(tx, viewer, id, now)?.ok_or(LossError::NotThere)?;
    let loss = add_loss(tx, viewer, said, now)?;
    let sql = "DELETE FROM loss_drafts WHERE library = ?1 AND person = ?2 AND id = ?3";
    tx.execute(sql, values![viewer.library(), viewer.person(), id])?;
    Ok(loss)
}
