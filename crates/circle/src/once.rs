//! Codes that open a door once: printed by whoever sits at the machine.

use jiff::{SignedDuration, Timestamp};
use model::{AccountId, LibraryId};
use store::{StoreError, Tx, values};

use crate::accounts::{self, Account};
use crate::caller::Caller;
use crate::secrets::Code;
use crate::sessions::{Opened, open_session};
use crate::{CircleError, Door, Viewer};

/// A code lies in a terminal for a while before somebody types it.
const SET_UP_FOR: SignedDuration = SignedDuration::from_hours(24);
/// A link is followed at once.
const LINK_FOR: SignedDuration = SignedDuration::from_mins(30);

impl Door {
    /// Makes the code that set-up asks for when it comes from elsewhere. Earlier ones are void.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn make_set_up_code(&self, now: Timestamp) -> Result<Code, CircleError> {
        self.store.write(|tx| {
            void_set_up_codes(tx)?;
            keep(tx, LibraryId(0), None, now + SET_UP_FOR)
        })
    }

    /// Makes a code by which somebody comes in once, soon.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn make_once_code(&self, account: &Account, now: Timestamp) -> Result<Code, CircleError> {
        self.store.write(|tx| {
            tx.execute("DELETE FROM once_codes WHERE until_ms <= ?1", values![now.as_millisecond()])?;
            keep(tx, account.viewer.library(), Some(account.id), now + LINK_FOR)
        })
    }

    /// Opens a session by such a code, if what somebody presents is one: it is void afterwards.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn open_by_once_code(
        &self,
        presented: &str,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<Option<Opened>, CircleError> {
        let Some(code) = Code::read(presented) else { return Ok(None) };
        self.store.write(|tx| {
            let sql = "DELETE FROM once_codes WHERE code = ?1 AND account IS NOT NULL AND until_ms > ?2
                       RETURNING library, account";
            let taken = values![code.kept(), now.as_millisecond()];
            let Some((library, id)) = tx.maybe(sql, taken, |row| Ok((row.get(0)?, row.get(1)?)))? else {
                return Ok(None);
            };
            let Some(account) = accounts::by_id(tx, library, id)? else { return Ok(None) };
            open_session(tx, account, caller, now).map(Some)
        })
    }
}

/// Whether that is the code for set-up; it stays good.
pub(crate) fn is_set_up_code(tx: &mut Tx<'_>, code: &Code, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "SELECT until_ms FROM once_codes WHERE library = 0 AND code = ?1 AND account IS NULL AND until_ms > ?2";
    Ok(tx.maybe(sql, values![code.kept(), now.as_millisecond()], |row| row.get::<i64>(0))?.is_some())
}

/// Voids all codes for set-up: whoever printed one has no more use for it.
pub(crate) fn void_set_up_codes(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute("DELETE FROM once_codes WHERE library = 0", &[])?;
    Ok(())
}

/// Voids all codes of somebody.
pub(crate) fn void_codes(tx: &mut Tx<'_>, viewer: Viewer) -> Result<(), StoreError> {
    let sql = "DELETE FROM once_codes
               WHERE library = ?1 AND account IN (SELECT id FROM accounts WHERE library = ?1 AND person = ?2)";
    tx.execute(sql, values![viewer.library(), viewer.person()])?;
    Ok(())
}

fn keep(
    tx: &mut Tx<'_>,
    library: LibraryId,
    account: Option<AccountId>,
    until: Timestamp,
) -> Result<Code, CircleError> {
    let code = Code::fresh()?;
    let sql = "INSERT INTO once_codes (library, code, account, until_ms) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, values![library, code.kept(), account, until.as_millisecond()])?;
    Ok(code)
}
