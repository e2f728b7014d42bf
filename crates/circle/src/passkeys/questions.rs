//! What browsers were asked and have not answered yet.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use model::{LibraryId, SessionId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{StoreError, Tx, values};

use super::{PasskeyQuestion, trouble};
use crate::CircleError;
use crate::caller::counted_as;
use crate::secrets::{Key, kept};

/// Whose question it is.
pub(super) enum Asker {
    /// Of whoever is signed in.
    Session(LibraryId, SessionId),
    /// Of a device that somebody signed in from before.
    Device(Key),
    /// Of an address that nothing is known of.
    Stranger(IpAddr),
}

/// Questions of strangers.
const NOBODYS: LibraryId = LibraryId(0);

/// Somebody looks for their key, or has to unlock their phone first.
const ANSWERED_WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// So many questions of one asker are kept at once; the oldest makes room.
const MOST_OF_ONE: i64 = 5;

/// So many of all strangers are kept at once; the oldest of whoever has the most makes room.
const MOST_OF_STRANGERS: i64 = 1_000;

impl Asker {
    fn library(&self) -> LibraryId {
        match self {
            Self::Session(library, _) => *library,
            Self::Device(key) => key.library(),
            Self::Stranger(_) => NOBODYS,
        }
    }

    fn session(&self) -> Option<SessionId> {
        if let Self::Session(_, session) = self { Some(*session) } else { None }
    }

    /// What is kept of who asked.
    fn kept(&self) -> Vec<u8> {
        match self {
            Self::Session(_, session) => kept(format!("session {session}").as_bytes()),
            Self::Device(key) => kept(&[&b"device "[..], &key.kept()].concat()),
            Self::Stranger(address) => kept(format!("address {}", counted_as(*address)).as_bytes()),
        }
    }
}

pub(super) fn keep(
    tx: &mut Tx<'_>,
    asker: &Asker,
    question: &impl Serialize,
    state: &impl Serialize,
    now: Timestamp,
) -> Result<PasskeyQuestion, CircleError> {
    let library = asker.library();
    make_room(tx, library, &asker.kept(), now)?;
    let ticket = Key::fresh(library)?;
    let (question, state) = (json(question)?, json(state)?);
    let sql = "INSERT INTO passkey_questions (library, ticket, session, question, until_ms, asker)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let until = (now + ANSWERED_WITHIN).as_millisecond();
    tx.execute(sql, values![library, ticket.kept(), asker.session(), state, until, asker.kept()])?;
    Ok(PasskeyQuestion { question, ticket: ticket.spelled() })
}

/// Lets go of what is over, of what one asker has too much of, and of what strangers have too much of.
fn make_room(tx: &mut Tx<'_>, library: LibraryId, asker: &[u8], now: Timestamp) -> Result<(), StoreError> {
    tx.execute("DELETE FROM passkey_questions WHERE until_ms <= ?1", values![now.as_millisecond()])?;
    let mine = "DELETE FROM passkey_questions WHERE library = ?1 AND asker = ?2 AND ticket NOT IN
                (SELECT ticket FROM passkey_questions WHERE library = ?1 AND asker = ?2
                 ORDER BY until_ms DESC, ticket LIMIT ?3)";
    tx.execute(mine, values![library, asker.to_vec(), MOST_OF_ONE - 1])?;
    if library != NOBODYS {
        return Ok(());
    }
    let count = "SELECT COUNT(*) FROM passkey_questions WHERE library = ?1";
    if tx.one(count, values![library], |row| row.get::<i64>(0))? < MOST_OF_STRANGERS {
        return Ok(());
    }
    let oldest_of_most = "DELETE FROM passkey_questions WHERE library = ?1 AND ticket IN
        (SELECT q.ticket FROM passkey_questions q
         JOIN (SELECT asker, COUNT(*) AS has FROM passkey_questions WHERE library = ?1 GROUP BY asker) most
             ON most.asker = q.asker
         WHERE q.library = ?1 ORDER BY most.has DESC, q.until_ms, q.ticket LIMIT 1)";
    tx.execute(oldest_of_most, values![library])?;
    Ok(())
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
