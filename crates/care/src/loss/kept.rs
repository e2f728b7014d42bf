//! Losses as they are kept, and the SQL of them. What is written counts from the next request on, everywhere.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::Timestamp;
use model::{LossId, PersonId};
use store::{Row, StoreError, Tx, values};

use super::deaths::note_deaths;
use super::taken_back::{LossChangeId, note_before};
use super::{Loss, LossError, MOST_LOSSES};
use crate::log::{Entry, note};

/// A loss with its id.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptLoss {
    /// Its id.
    pub id: LossId,
    /// What was said.
    pub loss: Loss,
    /// When it was entered.
    pub made: Timestamp,
}

/// The viewer's losses, the first entered first.
///
/// # Errors
/// Where the database cannot be asked, and [`StoreError::Unexpected`] where one cannot be read: then nothing may be shown.
pub(crate) fn losses(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<KeptLoss>, StoreError> {
    Ok(tx.once("losses", viewer.numbers([0; 2]), |tx| all_losses(tx, viewer))?.to_vec())
}

fn all_losses(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<KeptLoss>, StoreError> {
    let sql =
        "SELECT id, body, made_ms FROM losses WHERE library = ?1 AND person = ?2 AND removed_ms IS NULL ORDER BY id";
    let mut found = tx.all(sql, values![viewer.library(), viewer.person()], read)?;
    let mut known = HashMap::new();
    for kept in &mut found {
        as_shown_now(tx, viewer, &mut kept.loss, &mut known)?;
    }
    Ok(found)
}

/// One of the viewer's losses.
///
/// # Errors
/// As for [`losses`].
pub(crate) fn loss(tx: &mut Tx<'_>, viewer: Viewer, id: LossId) -> Result<Option<KeptLoss>, StoreError> {
    let sql = "SELECT id, body, made_ms FROM losses
               WHERE library = ?1 AND person = ?2 AND id = ?3 AND removed_ms IS NULL";
    let mut found = tx.maybe(sql, values![viewer.library(), viewer.person(), id], read)?;
    if let Some(kept) = &mut found {
        as_shown_now(tx, viewer, &mut kept.loss, &mut HashMap::new())?;
    }
    Ok(found)
}

/// Keeps a new loss. A death is noted as a fact of whom it is about, where nothing was known of it: no birthday of theirs
/// returns, and no age is told.
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

pub(super) fn write(tx: &mut Tx<'_>, viewer: Viewer, id: LossId, said: &str, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE losses SET body = ?4, changed_ms = ?5 WHERE library = ?1 AND person = ?2 AND id = ?3";
    tx.execute(sql, values![viewer.library(), viewer.person(), id, said, now.as_millisecond()])?;
    Ok(())
}

pub(super) fn written(said: &Loss) -> Result<String, StoreError> {
    serde_json::to_string(said).map_err(|error| StoreError::Unexpected(error.to_string()))
}

pub(super) fn read_said(said: &str) -> Result<Loss, StoreError> {
    serde_json::from_str(said).map_err(|error| StoreError::Unexpected(format!("a loss that cannot be read: {error}")))
}

fn read(row: &Row<'_>) -> Result<KeptLoss, StoreError> {
    let made = Timestamp::from_millisecond(row.get(2)?)
        .map_err(|_| StoreError::Unexpected("a loss from outside of time".to_owned()))?;
    Ok(KeptLoss { id: row.get(0)?, loss: read_said(&row.get::<String>(1)?)?, made })
}

/// What was said of somebody before they were merged holds for whoever they turned out to be.
pub(super) fn as_shown_now(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    loss: &mut Loss,
    known: &mut HashMap<PersonId, PersonId>,
) -> Result<(), StoreError> {
    for person in loss.people.iter_mut().chain(&mut loss.companions) {
        let shown = match known.get(person) {
            Some(shown) => *shown,
            None => library::now_shown_as(tx, viewer, *person)?.unwrap_or(*person),
        };
        known.insert(*person, shown);
        *person = shown;
    }
    for people in [&mut loss.people, &mut loss.companions] {
        let mut named = HashSet::new();
        people.retain(|person| named.insert(*person));
    }
    Ok(())
}
