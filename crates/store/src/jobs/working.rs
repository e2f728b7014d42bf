//! Taking a job, holding it, and saying what came of it.

use jiff::Timestamp;
use model::LibraryId;

use super::Job;
use super::deciding::{AfterFailure, TERM, after_failure};
use crate::{Row, StoreError, Tx, Value, parameters, values};

/// Proof that one worker alone works on a job, until it runs out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// What is worked on.
    pub job: Job,
    /// Which attempt this is since it was last done, counted from 1. Attempts that ended without a word count too.
    pub attempt: u32,
    /// When it was taken, or renewed last, to hold until.
    pub until: Timestamp,
    /// The job's own number, which no later job has.
    id: i64,
    /// Which lease of that job it is.
    number: i64,
    /// How often the job had been asked for when it was taken.
    asked: i64,
}

/// Takes the job of these kinds that has been due for the longest, if one is. `by` says to people who works on it.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn take(
    tx: &mut Tx<'_>,
    library: LibraryId,
    kinds: &[&str],
    by: &str,
    now: Timestamp,
) -> Result<Option<Lease>, StoreError> {
    if kinds.is_empty() {
        return Ok(None);
    }
    let these = format!("kind IN ({})", parameters(5, kinds.len()));
    let kinds: Vec<Value> = kinds.iter().map(|kind| Value::from(*kind)).collect();
    take_where(tx, library, &these, &kinds, by, now)
}

/// Takes that very job, whether or not it is due, unless somebody holds it.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn take_this(tx: &mut Tx<'_>, job: &Job, by: &str, now: Timestamp) -> Result<Option<Lease>, StoreError> {
    let due = "UPDATE jobs SET due_ms = ?4 WHERE library = ?1 AND kind = ?2 AND key = ?3 AND due_ms > ?4";
    tx.execute(due, values![job.library, &job.kind, &job.key, now.as_millisecond()])?;
    take_where(tx, job.library, "kind = ?5 AND key = ?6", &[(&job.kind).into(), (&job.key).into()], by, now)
}

/// Holds a job for another term, and notes how far it is, as JSON, for whoever looks. `None`: it is lost, and whoever worked
/// on it stops.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn renew(
    tx: &mut Tx<'_>,
    lease: &Lease,
    standing: Option<&str>,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let until = until(now);
    let renewed = match standing {
        Some(standing) => {
            let set = "leased_until_ms = ?5, standing = ?6";
            acknowledge(tx, lease, now, set, &[until.as_millisecond().into(), standing.into()])
        }
        None => acknowledge(tx, lease, now, "leased_until_ms = ?5", &[until.as_millisecond().into()]),
    };
    Ok(renewed?.then_some(until))
}

/// Whether the lease still holds. What is written after this in the same transaction is written by whoever holds the job, or
/// not at all.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn is_held(tx: &mut Tx<'_>, lease: &Lease, now: Timestamp) -> Result<bool, StoreError> {
    // Written rather than read, so that nobody else takes it before this transaction ends.
    acknowledge(tx, lease, now, "lease = lease", &[])
}

/// Whether the job is still there and nobody else took it, as far as reading tells. For noticing early that it was withdrawn;
/// what is acknowledged is checked when it is.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn is_ours(tx: &mut Tx<'_>, lease: &Lease) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM jobs WHERE library = ?1 AND id = ?2 AND lease = ?3";
    let values = values![lease.job.library, lease.id, lease.number];
    Ok(tx.maybe(sql, values, |row| row.get::<i64>(0))?.is_some())
}

/// It is done; `next` says when there is more of it to do. What was asked for meanwhile is due at once. Answers whether the
/// lease still held: if not, nothing is acknowledged.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn done(tx: &mut Tx<'_>, lease: &Lease, next: Option<Timestamp>, now: Timestamp) -> Result<bool, StoreError> {
    if next.is_none() {
        let sql =
            "DELETE FROM jobs WHERE library = ?1 AND id = ?2 AND lease = ?3 AND leased_until_ms > ?4 AND asked = ?5";
        let values = values![lease.job.library, lease.id, lease.number, now.as_millisecond(), lease.asked];
        if tx.execute(sql, values)? > 0 {
            return Ok(true);
        }
    }
    let set = "leased_by = NULL, leased_until_ms = NULL, attempts = 0, why = NULL, standing = NULL,
               due_ms = CASE WHEN asked = ?5 THEN ?6 ELSE ?4 END";
    acknowledge(tx, lease, now, set, &[lease.asked.into(), next.unwrap_or(now).as_millisecond().into()])
}

/// It went wrong; `why` is the stable name of the reason. Answers what follows, or `None` where the lease no longer held.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn failed(tx: &mut Tx<'_>, lease: &Lease, why: &str, now: Timestamp) -> Result<Option<AfterFailure>, StoreError> {
    let after = after_failure(lease.attempt, now);
    let free = "leased_by = NULL, leased_until_ms = NULL, standing = NULL, why = ?5";
    let acknowledged = match after {
        AfterFailure::Again(at) => {
            let set = format!("{free}, due_ms = ?6");
            acknowledge(tx, lease, now, &set, &[why.into(), at.as_millisecond().into()])?
        }
        AfterFailure::GivenUp => acknowledge(tx, lease, now, &format!("{free}, given_up_ms = ?4"), &[why.into()])?,
    };
    Ok(acknowledged.then_some(after))
}

/// Gives a job back undone, because whoever works ends or was asked to stop: the attempt does not count, and somebody else may
/// go on at once. Answers whether the lease still held.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn give_back(tx: &mut Tx<'_>, lease: &Lease, now: Timestamp) -> Result<bool, StoreError> {
    let set = "leased_by = NULL, leased_until_ms = NULL, standing = NULL, attempts = attempts - 1";
    acknowledge(tx, lease, now, set, &[])
}

/// Ends all leases of all libraries, for whoever knows that nobody else can be working: those who held them were killed.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn free_all(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute("UPDATE jobs SET leased_by = NULL, leased_until_ms = NULL WHERE leased_until_ms IS NOT NULL", &[])?;
    Ok(())
}

fn take_where(
    tx: &mut Tx<'_>,
    library: LibraryId,
    which: &str,
    more: &[Value],
    by: &str,
    now: Timestamp,
) -> Result<Option<Lease>, StoreError> {
    // The condition stands twice: of two who found the same row at the same time, the second finds it taken.
    let sql = format!(
        "UPDATE jobs SET leased_by = ?2, leased_until_ms = ?3, lease = lease + 1, attempts = attempts + 1, standing = NULL
         WHERE library = ?1 AND (leased_until_ms IS NULL OR leased_until_ms <= ?4) AND id =
             (SELECT j.id FROM jobs j WHERE j.library = ?1 AND {which} AND j.due_ms <= ?4 AND j.given_up_ms IS NULL
              AND (j.leased_until_ms IS NULL OR j.leased_until_ms <= ?4) ORDER BY j.due_ms, j.id LIMIT 1)
         RETURNING kind, key, id, lease, attempts, asked"
    );
    let until = until(now);
    let mut all: Vec<Value> = vec![library.into(), by.into(), until.as_millisecond().into()];
    all.push(now.as_millisecond().into());
    all.extend_from_slice(more);
    tx.maybe(&sql, &all, |row| read(row, library, until))
}

/// Changes the row of a lease that still holds; nothing happens where it does not.
fn acknowledge(tx: &mut Tx<'_>, lease: &Lease, now: Timestamp, set: &str, more: &[Value]) -> Result<bool, StoreError> {
    let sql = format!("UPDATE jobs SET {set} WHERE library = ?1 AND id = ?2 AND lease = ?3 AND leased_until_ms > ?4");
    let values = values![lease.job.library, lease.id, lease.number, now.as_millisecond()];
    Ok(tx.execute(&sql, &[values, more].concat())? > 0)
}

fn until(now: Timestamp) -> Timestamp {
    now.saturating_add(TERM).unwrap_or(now)
}

fn read(row: &Row<'_>, library: LibraryId, until: Timestamp) -> Result<Lease, StoreError> {
    Ok(Lease {
        job: Job { library, kind: row.get(0)?, key: row.get(1)? },
        id: row.get(2)?,
        number: row.get(3)?,
        attempt: u32::try_from(row.get::<i64>(4)?).unwrap_or(u32::MAX),
        asked: row.get(5)?,
        until,
    })
}
