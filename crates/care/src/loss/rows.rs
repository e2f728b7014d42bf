//! The rows of losses: reading them, with people as they are shown now, and writing what was said.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::Timestamp;
use model::{LossId, PersonId};
use store::{Row, StoreError, Tx, values};

use super::Loss;

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
