//! The counts, where they are kept. All of them are of library 0: they are of nobody.

use jiff::{SignedDuration, Timestamp};
use store::{StoreError, Tx, values};

use super::{Count, Kind, Lane, Subject, decide};

/// Notes an attempt before it is looked at, so that a hundred at the same time count as a hundred. Answers how long to wait, where
/// it comes too early and is not to be looked at.
pub(crate) fn begin(tx: &mut Tx<'_>, lane: &Lane, now: Timestamp) -> Result<Option<SignedDuration>, StoreError> {
    forget(tx, now)?;
    let subjects = lane.subjects();
    let mut counts: Vec<(Kind, Count)> = Vec::new();
    for (kind, subject) in &subjects {
        counts.push((*kind, count_of(tx, subject, now)?));
    }
    let decision = decide(&counts);
    for ((_, subject), (_, count)) in subjects.iter().zip(&counts).take(decision.counts) {
        let sql = "INSERT INTO sign_in_failures (library, subject, failures, last_ms) VALUES (0, ?1, ?2, ?3)
                   ON CONFLICT (library, subject) DO UPDATE SET failures = ?2, last_ms = ?3";
        tx.execute(sql, values![subject.clone(), count.and_one().failures, now.as_millisecond()])?;
    }
    Ok(decision.wait)
}

/// The attempt was a good one, and does not count. What others did on the same name, or from the same address, still does.
pub(crate) fn forgive(tx: &mut Tx<'_>, lane: &Lane) -> Result<(), StoreError> {
    for (kind, subject) in lane.subjects() {
        let sql = match kind {
            Kind::Own => "DELETE FROM sign_in_failures WHERE library = 0 AND subject = ?1",
            Kind::Address | Kind::Name | Kind::Everybody => {
                "UPDATE sign_in_failures SET failures = failures - 1
                 WHERE library = 0 AND subject = ?1 AND failures > 0"
            }
        };
        tx.execute(sql, values![subject])?;
    }
    Ok(())
}

/// Forgets what is over a day old, and what a clock that was ahead noted for a time to come: nobody waits for that.
fn forget(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), StoreError> {
    let (day_ago, soon) = (now - SignedDuration::from_hours(24), now + SignedDuration::from_mins(1));
    let sql = "DELETE FROM sign_in_failures WHERE library = 0 AND (last_ms < ?1 OR last_ms > ?2)";
    tx.execute(sql, values![day_ago.as_millisecond(), soon.as_millisecond()])?;
    Ok(())
}

fn count_of(tx: &mut Tx<'_>, subject: &Subject, now: Timestamp) -> Result<Count, StoreError> {
    let sql = "SELECT failures, last_ms FROM sign_in_failures WHERE library = 0 AND subject = ?1";
    let found = tx.maybe(sql, values![subject.clone()], |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?)))?;
    let (failures, last) = found.unwrap_or((0, now.as_millisecond()));
    let ago = SignedDuration::from_millis(now.as_millisecond() - last).max(SignedDuration::ZERO);
    Ok(Count { failures: u32::try_from(failures).unwrap_or(u32::MAX), ago })
}
