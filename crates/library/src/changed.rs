//! The days on which photos came, went or moved: what is counted anew, and what moments must be grouped again.

use model::{LibraryId, Taken};
use store::{StoreError, Tx, values};

use crate::shelf::recount;

/// Notes that a photo came to, left or moved within the day it was taken on.
pub(crate) fn mark_changed(tx: &mut Tx<'_>, library: LibraryId, taken: Option<&Taken>) -> Result<(), StoreError> {
    let Some(taken) = taken else { return Ok(()) };
    day_changed(tx, library, model::day_number(taken.at.date()))
}

/// Notes that something changed on that day (in days since 1970-01-01) without a photo having moved: where its moments part.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn day_changed(tx: &mut Tx<'_>, library: LibraryId, day: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO changed_days (library, day) VALUES (?1, ?2) ON CONFLICT (library, day) DO NOTHING";
    tx.execute(sql, values![library, day])?;
    Ok(())
}

/// Whether any day waits to be grouped again.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn changed_days(tx: &mut Tx<'_>, library: LibraryId) -> Result<bool, StoreError> {
    let sql = "SELECT day FROM changed_days WHERE library = ?1 LIMIT 1";
    Ok(tx.maybe(sql, values![library], |row| row.get::<i64>(0))?.is_some())
}

/// The days that wait to be grouped again, in order (as numbers: days since 1970-01-01). They wait no longer: their photos
/// are counted here, and whoever takes them groups them in the same transaction.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn take_changed_days(tx: &mut Tx<'_>, library: LibraryId) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT day FROM changed_days WHERE library = ?1 ORDER BY day";
    let days = tx.all(sql, values![library], |row| row.get(0))?;
    if !days.is_empty() {
        tx.execute("DELETE FROM changed_days WHERE library = ?1", values![library])?;
        days.iter().try_for_each(|day| recount(tx, library, *day))?;
    }
    Ok(days)
}
