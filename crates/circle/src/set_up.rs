//! Set-up: the first account. It is made once.

use jiff::Timestamp;
use store::Tx;

use crate::accounts::{Account, Details, insert};
use crate::passwords::PasswordHash;
use crate::secrets::random;
use crate::{CircleError, Viewer};

/// Whether somebody has set up an account here.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn is_set_up(tx: &mut Tx<'_>) -> Result<bool, CircleError> {
    Ok(tx.maybe("SELECT id FROM accounts LIMIT 1", &[], |row| row.get::<i64>(0))?.is_some())
}

/// Makes the owner's account. `None` if there is one already: of two at the same time, one is the first.
///
/// # Errors
/// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
pub fn set_up(
    tx: &mut Tx<'_>,
    owner: Viewer,
    details: &Details,
    password: &PasswordHash,
    now: Timestamp,
) -> Result<Option<Account>, CircleError> {
    if is_set_up(tx)? {
        return Ok(None);
    }
    // Whoever printed a code for set-up has no more use for it.
    tx.execute("DELETE FROM once_codes WHERE library = 0", &[])?;
    Ok(Some(insert(tx, owner, details, password, random()?, now)?))
}
