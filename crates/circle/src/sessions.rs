//! Sessions: who is signed in, and where. Of the cookie only a hash is kept, and what a browser holds changes with use.

mod remembered;
mod standing;

use std::sync::Arc;

use jiff::Timestamp;
use model::SessionId;
use store::{StoreError, Tx, values};

pub(crate) use remembered::Remembered;
pub use standing::{Due, IDLE, LONGEST};

use crate::accounts::{self, Account};
use crate::caller::Caller;
use crate::device::Device;
use crate::secrets::Key;
use crate::{CircleError, Door, Viewer, known};
use standing::Standing;

/// Somebody came in by their session.
pub struct Entered {
    /// Who looks.
    pub viewer: Viewer,
    /// Their account.
    pub account: Account,
    /// The session they came by.
    pub session: SessionId,
    standing: Standing,
    presented: Vec<u8>,
}

/// A session was opened: its key goes to the browser, once.
pub struct Opened {
    /// Whose it is.
    pub account: Account,
    /// Its number.
    pub session: SessionId,
    /// What the browser keeps of it.
    pub key: Key,
    /// What the browser keeps for longer, by which it is known when somebody signs in there again.
    pub known: Key,
}

/// A session, as its owner sees it in a list.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// Browser and system.
    pub device: Device,
    /// When somebody signed in.
    pub made: Timestamp,
    /// When it was last used, to a few minutes.
    pub seen: Timestamp,
}

impl Door {
    /// Who comes in by what their browser holds. `None` if nobody does: no such key, or its time is over.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn enter(&self, presented: &str, now: Timestamp) -> Result<Option<Arc<Entered>>, CircleError> {
        self.store.read(|tx| {
            let Some(entered) = enter(tx, presented, now)?.map(Arc::new) else { return Ok(None) };
            self.remembered.learn(tx.version()?, &entered);
            Ok(Some(entered))
        })
    }

    /// The same, where it was looked up already and nothing was written since, in this process or in another: that is asked each
    /// time, so a session that was ended is gone at once. `None` says nothing; [`Door::enter`] knows. It waits for nobody.
    pub fn enter_at_once(&self, presented: &str, now: Timestamp) -> Option<Arc<Entered>> {
        let key = Key::read(presented)?;
        let entered = self.remembered.at(self.store.version_now()?, &key)?;
        entered.standing.holds(now).then_some(entered)
    }

    /// Notes what is due. Answers the new key for the browser, if it gets one.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn keep_up(&self, entered: &Entered, due: Due, now: Timestamp) -> Result<Option<Key>, CircleError> {
        match due {
            Due::Nothing => Ok(None),
            // It is noted in passing: where another writes just now, the next request notes it.
            due => Ok(self.store.write_unless_busy(|tx| keep_up(tx, entered, due, now))?.flatten()),
        }
    }

    /// The sessions of somebody, the one last used first.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn sessions(&self, viewer: Viewer, now: Timestamp) -> Result<Vec<Session>, CircleError> {
        let sql = "SELECT s.id, s.browser, s.system, s.made_ms, s.seen_ms
                   FROM sessions s JOIN accounts a ON a.library = s.library AND a.id = s.account
                   WHERE s.library = ?1 AND a.person = ?2 AND s.seen_ms >= ?3 AND s.made_ms >= ?4
                   ORDER BY s.seen_ms DESC, s.id DESC";
        let time = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
        let (idle, oldest) = (standing::before(now, IDLE), standing::before(now, LONGEST));
        self.store.read(|tx| {
            Ok(tx.all(sql, values![viewer.library(), viewer.person(), idle, oldest], |row| {
                let device = Device { browser: row.get(1)?, system: row.get(2)? };
                Ok(Session { id: row.get(0)?, device, made: time(row.get(3)?), seen: time(row.get(4)?) })
            })?)
        })
    }

    /// Ends one session of somebody. `false` if there is none by that number, or it is not theirs.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn end_session(&self, viewer: Viewer, session: SessionId) -> Result<bool, CircleError> {
        self.store.write(|tx| Ok(end_session(tx, viewer, session)?))
    }

    /// Ends all sessions of somebody but one; answers how many.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn end_others(&self, viewer: Viewer, but: SessionId) -> Result<u64, CircleError> {
        let sql = format!("DELETE FROM sessions WHERE library = ?1 AND {THEIRS} AND id <> ?3");
        self.store.write(|tx| Ok(tx.execute(&sql, values![viewer.library(), viewer.person(), but])?))
    }
}

/// Opens a session for whoever was just let in. The key is always a new one, whatever the browser held before; the session that it
/// was in ends, and its device is known from now on.
pub(crate) fn open_session(
    tx: &mut Tx<'_>,
    account: Account,
    caller: &Caller,
    now: Timestamp,
) -> Result<Opened, CircleError> {
    if let Some(before) = &caller.session
        && let Some(entered) = enter(tx, before, now)?
    {
        end_session(tx, entered.viewer, entered.session)?;
    }
    let library = account.viewer.library();
    let ended = "DELETE FROM sessions WHERE library = ?1 AND (seen_ms < ?2 OR made_ms < ?3)";
    let ms = now.as_millisecond();
    tx.execute(ended, values![library, ms - IDLE.as_millis() as i64, ms - LONGEST.as_millis() as i64])?;
    let key = Key::fresh(library)?;
    let session = SessionId(tx.take_numbers(library, "session", 1)?);
    let sql = "INSERT INTO sessions (library, id, account, token, browser, system, made_ms, renewed_ms, seen_ms)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?7)";
    let device = &caller.device;
    tx.execute(sql, values![library, session, account.id, key.kept(), &device.browser, &device.system, ms])?;
    let known = known::remember(tx, &account, caller.known.as_deref(), now)?;
    Ok(Opened { account, session, key, known })
}

fn enter(tx: &mut Tx<'_>, presented: &str, now: Timestamp) -> Result<Option<Entered>, StoreError> {
    let Some(key) = Key::read(presented) else { return Ok(None) };
    let (at, kept) = (accounts::WIDTH, key.kept());
    let sql = format!(
        "SELECT {}, s.id, s.token, s.earlier, s.earlier_until_ms, s.made_ms, s.renewed_ms, s.seen_ms
         FROM sessions s JOIN accounts a ON a.library = s.library AND a.id = s.account
         WHERE s.library = ?1 AND (s.token = ?2 OR s.earlier = ?2)",
        accounts::COLUMNS
    );
    let found = tx.maybe(&sql, values![key.library(), kept.clone()], |row| {
        let account = accounts::read(row)?;
        let standing = Standing {
            by_earlier: row.get::<Vec<u8>>(at + 1)? != kept,
            has_earlier: row.get::<Option<Vec<u8>>>(at + 2)?.is_some(),
            earlier_until: row.get(at + 3)?,
            made: row.get(at + 4)?,
            renewed: row.get(at + 5)?,
            seen: row.get(at + 6)?,
        };
        Ok(Entered { viewer: account.viewer, account, session: row.get(at)?, standing, presented: kept.clone() })
    })?;
    Ok(found.filter(|entered| entered.standing.holds(now)))
}

impl Entered {
    /// What is to be noted of this request. `turns_page` where the answer can carry a new cookie that will not get lost
    /// among other answers.
    pub fn due(&self, turns_page: bool, now: Timestamp) -> Due {
        self.standing.due(turns_page, now)
    }
}

fn keep_up(tx: &mut Tx<'_>, entered: &Entered, due: Due, now: Timestamp) -> Result<Option<Key>, CircleError> {
    let (library, session, ms) = (entered.viewer.library(), entered.session, now.as_millisecond());
    match due {
        Due::Nothing => Ok(None),
        Due::Seen => {
            let sql = "UPDATE sessions SET seen_ms = ?3 WHERE library = ?1 AND id = ?2";
            tx.execute(sql, values![library, session, ms])?;
            Ok(None)
        }
        Due::LetEarlierGo { until } => {
            let sql = "UPDATE sessions SET seen_ms = ?3, earlier_until_ms = ?4
                       WHERE library = ?1 AND id = ?2 AND earlier_until_ms IS NULL";
            tx.execute(sql, values![library, session, ms, until])?;
            Ok(None)
        }
        Due::Renew => {
            let key = Key::fresh(library)?;
            // Of two requests at the same time one renews, and the other's answer leaves the cookie alone.
            let sql =
                "UPDATE sessions SET token = ?3, earlier = ?4, earlier_until_ms = NULL, renewed_ms = ?5, seen_ms = ?5
                       WHERE library = ?1 AND id = ?2 AND renewed_ms = ?6";
            let presented = entered.presented.clone();
            let renewed = values![library, session, key.kept(), presented, ms, entered.standing.renewed];
            Ok((tx.execute(sql, renewed)? == 1).then_some(key))
        }
    }
}

fn end_session(tx: &mut Tx<'_>, viewer: Viewer, session: SessionId) -> Result<bool, StoreError> {
    let sql = format!("DELETE FROM sessions WHERE library = ?1 AND {THEIRS} AND id = ?3");
    Ok(tx.execute(&sql, values![viewer.library(), viewer.person(), session])? > 0)
}

/// Ends all sessions of somebody.
pub(crate) fn end_all(tx: &mut Tx<'_>, viewer: Viewer) -> Result<(), StoreError> {
    let sql = format!("DELETE FROM sessions WHERE library = ?1 AND {THEIRS}");
    tx.execute(&sql, values![viewer.library(), viewer.person()])?;
    Ok(())
}

/// Of the account of person `?2` in library `?1`.
const THEIRS: &str = "account IN (SELECT id FROM accounts WHERE library = ?1 AND person = ?2)";
