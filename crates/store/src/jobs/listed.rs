//! What the queue holds, for whoever looks.

use jiff::Timestamp;
use model::LibraryId;

use super::Job;
use crate::{Row, StoreError, Tx, Value, parameters, values};

/// A job as its row tells it; [`super::state`] says where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number, by which it is asked for again.
    pub id: i64,
    /// What is to be done.
    pub job: Job,
    /// When it was asked for first.
    pub made: Timestamp,
    /// It is not begun before this.
    pub due: Timestamp,
    /// How often it was begun since it was last done.
    pub attempts: u32,
    /// Who works on it, or did when they were killed.
    pub leased_by: Option<String>,
    /// When the lease of whoever works on it runs out, unless it is renewed.
    pub leased_until: Option<Timestamp>,
    /// The stable name of what went wrong last.
    pub why: Option<String>,
    /// How far it is, as JSON, as noted by whoever works on it.
    pub standing: Option<String>,
    /// Since when it is not tried any more.
    pub given_up: Option<Timestamp>,
}

/// All jobs of a library, in the order in which they are due.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn listed(tx: &mut Tx<'_>, library: LibraryId) -> Result<Vec<Listed>, StoreError> {
    let sql = "SELECT id, kind, key, made_ms, due_ms, attempts, leased_by, leased_until_ms, why, standing, given_up_ms
               FROM jobs WHERE library = ?1 ORDER BY due_ms, id";
    tx.all(sql, values![library], |row| read(row, library))
}

/// When the next job of these kinds may be begun, as far as is known now: when the first is due, or a lease runs out.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn next_due(tx: &mut Tx<'_>, library: LibraryId, kinds: &[&str]) -> Result<Option<Timestamp>, StoreError> {
    if kinds.is_empty() {
        return Ok(None);
    }
    let sql = format!(
        "SELECT MIN(CASE WHEN leased_until_ms > due_ms THEN leased_until_ms ELSE due_ms END) FROM jobs
         WHERE library = ?1 AND kind IN ({}) AND given_up_ms IS NULL",
        parameters(2, kinds.len())
    );
    let mut values: Vec<Value> = vec![library.into()];
    values.extend(kinds.iter().map(|kind| Value::from(*kind)));
    tx.one(&sql, &values, |row| row.get::<Option<i64>>(0))?.map(time_of).transpose()
}

fn read(row: &Row<'_>, library: LibraryId) -> Result<Listed, StoreError> {
    let time = |index| row.get::<Option<i64>>(index)?.map(time_of).transpose();
    Ok(Listed {
        id: row.get(0)?,
        job: Job { library, kind: row.get(1)?, key: row.get(2)? },
        made: time_of(row.get(3)?)?,
        due: time_of(row.get(4)?)?,
        attempts: u32::try_from(row.get::<i64>(5)?).unwrap_or(u32::MAX),
        leased_by: row.get(6)?,
        leased_until: time(7)?,
        why: row.get(8)?,
        standing: row.get(9)?,
        given_up: time(10)?,
    })
}

fn time_of(ms: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|e| StoreError::Unexpected(e.to_string()))
}
