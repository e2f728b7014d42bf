//! Asking for work, in the transaction that makes it necessary.

use jiff::Timestamp;
use model::LibraryId;

use super::Job;
use crate::{StoreError, Tx, values};

/// Asks for a job that is due at `due`, because something happened that makes it necessary. Asking twice is as good as once,
/// and the earlier time counts. While somebody works on it, it is done once more afterwards; while it waits after a failure,
/// it goes on waiting; where it was given up, it is begun afresh.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn ask(tx: &mut Tx<'_>, job: &Job, due: Timestamp, now: Timestamp) -> Result<(), StoreError> {
    let again = "UPDATE jobs SET asked = asked + 1,
                     due_ms = CASE WHEN given_up_ms IS NOT NULL THEN ?4
                                   WHEN why IS NULL AND due_ms > ?4 THEN ?4 ELSE due_ms END,
                     attempts = CASE WHEN given_up_ms IS NOT NULL THEN 0 ELSE attempts END,
                     why = CASE WHEN given_up_ms IS NOT NULL THEN NULL ELSE why END,
                     given_up_ms = NULL
                 WHERE library = ?1 AND kind = ?2 AND key = ?3";
    let values = values![job.library, &job.kind, &job.key, due.as_millisecond()];
    if tx.execute(again, values)? == 0 {
        insert(tx, job, due, now)?;
    }
    Ok(())
}

/// Asks for a job as somebody does who wants it now: whatever went wrong before is forgotten, and nothing is waited for.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn ask_anew(tx: &mut Tx<'_>, job: &Job, now: Timestamp) -> Result<(), StoreError> {
    let again = "UPDATE jobs SET asked = asked + 1, due_ms = CASE WHEN due_ms > ?4 THEN ?4 ELSE due_ms END,
                     attempts = 0, why = NULL, given_up_ms = NULL
                 WHERE library = ?1 AND kind = ?2 AND key = ?3";
    if tx.execute(again, values![job.library, &job.kind, &job.key, now.as_millisecond()])? == 0 {
        insert(tx, job, now, now)?;
    }
    Ok(())
}

/// Asks for a job that should be there anyway: where it is known, in whatever state, nothing changes.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn ensure(tx: &mut Tx<'_>, job: &Job, due: Timestamp, now: Timestamp) -> Result<(), StoreError> {
    let known = "SELECT id FROM jobs WHERE library = ?1 AND kind = ?2 AND key = ?3";
    let known = tx.maybe(known, values![job.library, &job.kind, &job.key], |row| row.get::<i64>(0))?;
    if known.is_none() {
        insert(tx, job, due, now)?;
    }
    Ok(())
}

/// Asks anew for a job by its number, as [`super::Listed`] tells it. Answers whether there is such a job.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn try_again(tx: &mut Tx<'_>, library: LibraryId, id: i64, now: Timestamp) -> Result<bool, StoreError> {
    let find = "SELECT kind, key FROM jobs WHERE library = ?1 AND id = ?2";
    let job = tx.maybe(find, values![library, id], |row| Ok(Job { library, kind: row.get(0)?, key: row.get(1)? }))?;
    job.map_or(Ok(false), |job| ask_anew(tx, &job, now).map(|()| true))
}

/// Nobody needs that job any more. Whoever works on it has lost it, and finds out when renewing. Answers whether there was one.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn withdraw(tx: &mut Tx<'_>, job: &Job) -> Result<bool, StoreError> {
    let sql = "DELETE FROM jobs WHERE library = ?1 AND kind = ?2 AND key = ?3";
    Ok(tx.execute(sql, values![job.library, &job.kind, &job.key])? > 0)
}

/// A number of its own keeps leases of a job that is done and asked for again apart from those of before.
fn insert(tx: &mut Tx<'_>, job: &Job, due: Timestamp, now: Timestamp) -> Result<(), StoreError> {
    let id = tx.take_numbers(job.library, "job", 1)?;
    let sql = "INSERT INTO jobs (library, kind, key, id, made_ms, due_ms, asked, attempts, lease)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, 0, 0)
               ON CONFLICT (library, kind, key) DO UPDATE SET asked = jobs.asked + 1";
    let (made, due) = (now.as_millisecond(), due.as_millisecond());
    tx.execute(sql, values![job.library, &job.kind, &job.key, id, made, due])?;
    Ok(())
}
