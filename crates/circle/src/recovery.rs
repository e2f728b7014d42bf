//! Recovery codes: for whoever has lost password and passkeys. Ten, shown once, each good once.

use jiff::{SignedDuration, Timestamp};
use store::{Store, Tx, values};

use crate::accounts;
use crate::attempts::{begin_attempt, forgive};
use crate::passwords::Password;
use crate::secrets::Code;
use crate::sessions::{Entered, open_session};
use crate::sign_in::{Caller, LookedAt, SignIn, is_still, look_at, replace_password};
use crate::{CircleError, Viewer};

/// How many are made at a time.
const CODES: usize = 10;

/// What comes of asking for new codes.
pub enum NewCodes {
    /// They are made; the earlier ones are void.
    Made(Vec<Code>),
    /// That was not the password; the earlier ones are good as before.
    Refused,
    /// Not looked at yet: too many attempts came before this one.
    Wait(SignedDuration),
}

/// Makes new codes for somebody who is signed in and knows their password. A code sets another password, so whoever finds a
/// browser open does not get them.
///
/// # Errors
/// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
pub fn renew_recovery_codes(
    store: &Store,
    entered: &Entered,
    known: &str,
    caller: &Caller,
    now: Timestamp,
) -> Result<NewCodes, CircleError> {
    let name = &entered.account.details.name;
    let (account, hash) = match look_at(store, name, known, caller, now)? {
        LookedAt::Right(account, hash) if account.viewer == entered.viewer => (account, hash),
        LookedAt::Right(..) | LookedAt::Wrong => return Ok(NewCodes::Refused),
        LookedAt::Wait(wait) => return Ok(NewCodes::Wait(wait)),
    };
    store.write(|tx| {
        if !is_still(tx, &account, &hash)? {
            return Ok(NewCodes::Refused);
        }
        forgive(tx, Some(name), caller.address)?;
        Ok(NewCodes::Made(make_recovery_codes(tx, entered.viewer)?))
    })
}

/// Makes ten new codes; earlier ones are void. They are shown now and never again.
///
/// # Errors
/// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
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
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn recovery_codes_left(tx: &mut Tx<'_>, viewer: Viewer) -> Result<u64, CircleError> {
    let sql = "SELECT COUNT(*) FROM recovery_codes c JOIN accounts a ON a.library = c.library AND a.id = c.account
               WHERE c.library = ?1 AND a.person = ?2 AND c.used_ms IS NULL";
    Ok(tx.one(sql, values![viewer.library(), viewer.person()], |row| row.get::<i64>(0))? as u64)
}

/// Signs somebody in by a recovery code, with a new password. All their other sessions end.
///
/// # Errors
/// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
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
