//! Hard days of one's own, as they are kept.

use circle::Viewer;
use jiff::Timestamp;
use model::HardDayId;
use store::{StoreError, Tx, values};

use super::HardDay;
use crate::log::{Entry, note};
use crate::loss::{LossError, check_returning, tidy};

/// A change of a hard day, to be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HardDayChangeId(pub i64);

/// How many hard days of one's own somebody may have.
const MOST: usize = 200;
/// The longest name of one, in characters.
const LONGEST: usize = 200;

/// The hard days that the viewer made without a loss.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn own_hard_days(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(HardDayId, HardDay)>, StoreError> {
    let sql = "SELECT id, body FROM hard_days WHERE library = ?1 AND person = ?2 AND removed_ms IS NULL ORDER BY id";
    let days = tx.once("hard days", viewer.numbers([0; 2]), |tx| {
        tx.all(sql, values![viewer.library(), viewer.person()], |row| {
            let said = serde_json::from_str(&row.get::<String>(1)?);
            Ok((row.get(0)?, said.map_err(|error| StoreError::Unexpected(error.to_string()))?))
        })
    });
    Ok(days?.to_vec())
}

/// Makes a day a hard day.
///
/// # Errors
/// [`LossError`] says what cannot be kept; nothing was changed then.
pub(crate) fn add_hard_day(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    said: &HardDay,
    now: Timestamp,
) -> Result<HardDayId, LossError> {
    if own_hard_days(tx, viewer)?.len() >= MOST {
        return Err(LossError::TooMany(MOST));
    }
    let written = written(said)?;
    let id = HardDayId(tx.take_numbers(viewer.library(), "hard_day", 1)?);
    let sql = "INSERT INTO hard_days (library, id, person, body, made_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, values![viewer.library(), id, viewer.person(), written, now.as_millisecond()])?;
    note(tx, viewer, now, &Entry::HardDayAdded { day: id })?;
    Ok(id)
}

/// Changes what is said of a hard day of the viewer's own; how it was is kept, so that the change can be taken back by its number.
///
/// # Errors
/// [`LossError`] says what cannot be kept; [`LossError::NotThere`] where there is no such day. Nothing was changed then.
pub(crate) fn change_hard_day(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: HardDayId,
    said: &HardDay,
    now: Timestamp,
) -> Result<HardDayChangeId, LossError> {
    let change = tx.take_numbers(viewer.library(), "hard_day_change", 1)?;
    let sql = "UPDATE hard_days SET before = body, body = ?4, last_change = ?5
               WHERE library = ?1 AND person = ?2 AND id = ?3 AND removed_ms IS NULL";
    if tx.execute(sql, values![viewer.library(), viewer.person(), id, written(said)?, change])? == 0 {
        return Err(LossError::NotThere);
    }
    note(tx, viewer, now, &Entry::PlanChosen)?;
    Ok(HardDayChangeId(change))
}

/// Takes the latest change of a hard day back. Answers whether there was such a change; one after which another came stands.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn take_back_hard_day(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    change: HardDayChangeId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE hard_days SET body = before, before = NULL
               WHERE library = ?1 AND person = ?2 AND last_change = ?3 AND removed_ms IS NULL AND before IS NOT NULL";
    let taken_back = tx.execute(sql, values![viewer.library(), viewer.person(), change.0])? > 0;
    if taken_back {
        note(tx, viewer, now, &Entry::PlanChosen)?;
    }
    Ok(taken_back)
}

/// A hard day is one no longer, or, with `back`, is one again. Answers whether that changed anything.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn remove_hard_day(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: HardDayId,
    back: bool,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = match back {
        true => {
            "UPDATE hard_days SET removed_ms = NULL WHERE library = ?1 AND person = ?2 AND id = ?3
                 AND removed_ms IS NOT NULL AND ?4 > 0"
        }
        false => {
            "UPDATE hard_days SET removed_ms = ?4 WHERE library = ?1 AND person = ?2 AND id = ?3 AND removed_ms IS NULL"
        }
    };
    let values = values![viewer.library(), viewer.person(), id, now.as_millisecond()];
    let changed = tx.execute(sql, values)? > 0;
    if changed {
        let entry = if back { Entry::HardDayAdded { day: id } } else { Entry::HardDayRemoved { day: id } };
        note(tx, viewer, now, &entry)?;
    }
    Ok(changed)
}

/// What was said, in order, as it is kept.
fn written(said: &HardDay) -> Result<String, LossError> {
    let said = HardDay { called: tidy(&said.called, LONGEST)?, day: said.day.clone() };
    check_returning(&said.day)?;
    Ok(serde_json::to_string(&said).map_err(|error| StoreError::Unexpected(error.to_string()))?)
}
