//! Forms that are sent twice: the key of a form is written down in the transaction of what it changes, so that the second
//! sending finds it there and changes nothing.

use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;
use model::LibraryId;

use crate::{StoreError, Tx, values};

/// How long a key is remembered, in milliseconds: a day.
const REMEMBERED: i64 = 24 * 60 * 60 * 1000;
/// How many keys of one library are remembered at most; the oldest go first.
const MOST: i64 = 5_000;

/// One sending of a form. What the [`crate::Errand`] that carries it writes counts once for each key, however often it is sent.
#[derive(Debug)]
pub struct FormKey {
    library: LibraryId,
    key: String,
    sent: Timestamp,
    /// Whether this sending is the one that counts.
    counts: AtomicBool,
    /// Whether another sending with this key counted before.
    sent_before: AtomicBool,
}

/// What the sending that counted was answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstAnswer {
    /// The HTTP status; none where it was never answered, because the program ended.
    pub status: Option<u16>,
    /// Where it led.
    pub location: Option<String>,
    /// What it said, where a program asked.
    pub body: Option<String>,
}

impl FormKey {
    /// A key of a library's forms. It is compared as it is; whoever makes it puts everything in that tells sendings apart.
    pub fn new(library: LibraryId, key: String, sent: Timestamp) -> Self {
        Self { library, key, sent, counts: AtomicBool::new(false), sent_before: AtomicBool::new(false) }
    }

    /// Whether something was changed by this sending.
    pub fn counts(&self) -> bool {
        self.counts.load(Ordering::Acquire)
    }

    /// Whether an earlier sending had counted, so that this one changed nothing.
    pub fn was_sent_before(&self) -> bool {
        self.sent_before.load(Ordering::Acquire)
    }

    /// What the sending that counted was answered with; `None` where none has counted yet.
    ///
    /// # Errors
    /// Where the statement cannot be run or its answer not read.
    pub fn first_answer(&self, tx: &mut Tx<'_>) -> Result<Option<FirstAnswer>, StoreError> {
        let sql = "SELECT status, location, body FROM form_keys WHERE library = ?1 AND key = ?2 AND sent_ms > ?3";
        let since = self.sent.as_millisecond() - REMEMBERED;
        tx.maybe(sql, values![self.library, &self.key, since], |row| {
            let status = row.get::<Option<i64>>(0)?.and_then(|status| u16::try_from(status).ok());
            Ok(FirstAnswer { status, location: row.get(1)?, body: row.get(2)? })
        })
    }

    /// Notes what this sending is answered with, for those that come after it.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn note_answer(&self, tx: &mut Tx<'_>, answer: &FirstAnswer) -> Result<(), StoreError> {
        let sql = "UPDATE form_keys SET status = ?3, location = ?4, body = ?5 WHERE library = ?1 AND key = ?2";
        let status = answer.status.map(i64::from);
        tx.execute(sql, values![self.library, &self.key, status, answer.location.clone(), answer.body.clone()])?;
        Ok(())
    }

    /// Forgets this sending: it was refused, and may be sent again.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn forget(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        tx.execute("DELETE FROM form_keys WHERE library = ?1 AND key = ?2", values![self.library, &self.key])?;
        Ok(())
    }

    /// Writes the key down beside what is changed, once for each sending.
    pub(crate) fn claim(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        if self.counts() {
            return Ok(());
        }
        let (library, sent) = (self.library, self.sent.as_millisecond());
        let old = "DELETE FROM form_keys WHERE library = ?1 AND sent_ms <= ?2";
        tx.execute(old, values![library, sent - REMEMBERED])?;
        let too_many = "DELETE FROM form_keys WHERE library = ?1 AND sent_ms <
            (SELECT sent_ms FROM form_keys WHERE library = ?1 ORDER BY sent_ms DESC LIMIT 1 OFFSET ?2)";
        tx.execute(too_many, values![library, MOST])?;
        let sql = "INSERT INTO form_keys (library, key, sent_ms) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        if tx.execute(sql, values![library, &self.key, sent])? == 0 {
            self.sent_before.store(true, Ordering::Release);
            return Err(StoreError::SentBefore);
        }
        Ok(())
    }

    /// What was changed by it is kept.
    pub(crate) fn claimed(&self) {
        self.counts.store(true, Ordering::Release);
    }
}
