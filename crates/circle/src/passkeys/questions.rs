//! What browsers were asked and have not answered yet.

use jiff::{SignedDuration, Timestamp};
use model::{LibraryId, SessionId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Tx, values};

use super::{PasskeyQuestion, trouble};
use crate::CircleError;
use crate::secrets::Key;

/// Questions to nobody in particular.
pub(super) const NOBODYS: LibraryId = LibraryId(0);

/// Somebody looks for their key, or has to unlock their phone first.
const ANSWERED_WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// Anybody may ask for a question before the door; so many are kept at once, and the oldest makes room.
const MOST_OF_NOBODY: i64 = 200;

pub(super) fn keep(
    tx: &mut Tx<'_>,
    library: LibraryId,
    session: Option<SessionId>,
    question: &impl Serialize,
    state: &impl Serialize,
    now: Timestamp,
) -> Result<PasskeyQuestion, CircleError> {
    tx.execute("DELETE FROM passkey_questions WHERE until_ms <= ?1", values![now.as_millisecond()])?;
    if library == NOBODYS {
        let sql = "DELETE FROM passkey_questions WHERE library = ?1 AND ticket NOT IN
                   (SELECT ticket FROM passkey_questions WHERE library = ?1 ORDER BY until_ms DESC LIMIT ?2)";
        tx.execute(sql, values![library, MOST_OF_NOBODY - 1])?;
    }
    let ticket = Key::fresh(library)?;
    let (question, state) = (json(question)?, json(state)?);
    let sql =
        "INSERT INTO passkey_questions (library, ticket, session, question, until_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    let until = (now + ANSWERED_WITHIN).as_millisecond();
    tx.execute(sql, values![library, ticket.kept(), session, state, until])?;
    Ok(PasskeyQuestion { question, ticket: ticket.spelled() })
}

/// Takes what was asked, if it was asked of that session and not answered yet.
pub(super) fn take<T: DeserializeOwned>(
    tx: &mut Tx<'_>,
    ticket: &str,
    session: Option<SessionId>,
    now: Timestamp,
) -> Result<Option<T>, CircleError> {
    let Some(ticket) = Key::read(ticket) else { return Ok(None) };
    let sql = "DELETE FROM passkey_questions WHERE library = ?1 AND ticket = ?2 AND until_ms > ?3
               RETURNING session, question";
    let asked = values![ticket.library(), ticket.kept(), now.as_millisecond()];
    let taken = tx.maybe(sql, asked, |row| Ok((row.get::<Option<SessionId>>(0)?, row.get::<String>(1)?)))?;
    let Some((_, state)) = taken.filter(|(of, _)| *of == session) else { return Ok(None) };
    // A question that an earlier Perennial asked may read differently; it is asked again.
    Ok(serde_json::from_str(&state).ok())
}

fn json(value: &impl Serialize) -> Result<String, CircleError> {
    serde_json::to_string(value).map_err(trouble)
}
