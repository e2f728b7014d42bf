//! Recovery codes: for whoever has lost password and passkeys. Ten, shown once, each good once.

use jiff::Timestamp;
use store::{Store, Tx, values};

use crate::accounts;
use crate::attempts::{begin_attempt, forgive};
use crate::passwords::Password;
use crate::secrets::Code;
use crate::sessions::open_session;
use crate::sign_in::{Caller, SignIn, replace_password};
use crate::{CircleError, Viewer};

/// How many are made at a time.
const CODES: usize = 10;

/// Makes ten new codes; earlier ones are void. They are shown now and never again.
///
/// # Errors
/// The database's own refusal, or no randomness.
pub fn make_recovery_codes(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Code>, CircleError> {
    let (library, person) = (viewer.library(), viewer.person());
    let void = "DELETE FROM recovery_codes
                WHERE library = ?1 AND account IN (SELECT id FROM accounts WHERE library = ?1 AND person = ?2)";
    tx.execute(void, values![library, person])?;
    let codes = (0..CODES).map(|_| Code::fresh()).collect::<Result<Vec<_>, _>>()?;
    for code in &codes {
        let sql = "INSERT INTO recovery_codes (library, account, code)
                   SELECT library, id, ?3 FROM accounts WHERE library = ?1 AND person = ?2";
        tx.execute(sql, values![library, person, code.kept()])?;
    }
    Ok(codes)
}

/// How many of somebody's codes are still good.
///
/// # Errors
/// The database's own refusal.
pub fn recovery_codes_left(tx: &mut Tx<'_>, viewer: Viewer) -> Result<u64, CircleError> {
    let sql = "SELECT COUNT(*) FROM recovery_codes c JOIN accounts a ON a.library = c.library AND a.id = c.account
               WHERE c.library = ?1 AND a.person = ?2 AND c.used_ms IS NULL";
    Ok(tx.one(sql, values![viewer.library(), viewer.person()], |row| row.get::<i64>(0))? as u64)
}

/// Signs somebody in by a recovery code, with a new password. All their other sessions end.
///
/// # Errors
/// The database's own refusal, or no randomness.
pub fn recover(
    store: &Store,
    name: &str,
    code: &str,
    new: &Password,
    caller: &Caller,
    now: Timestamp,
) -> Result<SignIn, CircleError> {
    if let Some(wait) = store.write(|tx| begin_attempt(tx, Some(name), caller.address, now))? {
        return Ok(SignIn::Wait(wait));
    }
    // Hashed for whoever asks, so that the answer does not tell by its time whether the name is known.
    let new = new.hash()?;
    let Some(code) = Code::read(code) else { return Ok(SignIn::Refused) };
    store.write(|tx| {
        let Some(account) = accounts::account_named(tx, name)? else { return Ok(SignIn::Refused) };
        let sql = "UPDATE recovery_codes SET used_ms = ?4
                   WHERE library = ?1 AND account = ?2 AND code = ?3 AND used_ms IS NULL";
        let used = values![account.viewer.library(), account.id, code.kept(), now.as_millisecond()];
        if tx.execute(sql, used)? == 0 {
            return Ok(SignIn::Refused);
        }
        forgive(tx, Some(name), caller.address)?;
        replace_password(tx, account.viewer, &new)?;
        Ok(SignIn::In(Box::new(open_session(tx, account, &caller.device, now)?)))
    })
}
