//! Signing in by name and password, and setting another password.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use store::{Store, Tx, values};

use crate::accounts::{self, Account};
use crate::attempts::{begin_attempt, forgive};
use crate::device::Device;
use crate::once::void_codes;
use crate::passwords::{self, Password, PasswordHash};
use crate::sessions::{Entered, Opened, end_all, open_session};
use crate::{CircleError, Viewer};

/// From where somebody asks to come in.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Their address.
    pub address: IpAddr,
    /// Their device.
    pub device: Device,
}

/// What comes of asking to be let in.
pub enum SignIn {
    /// In.
    In(Box<Opened>),
    /// Not in. Whether the name or the password was wrong is not said.
    Refused,
    /// Not looked at yet: too many attempts came before this one.
    Wait(SignedDuration),
}

/// Signs somebody in by name and password. Takes its time, outside of any transaction.
///
/// # Errors
/// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
pub fn sign_in(
    store: &Store,
    name: &str,
    password: &str,
    caller: &Caller,
    now: Timestamp,
) -> Result<SignIn, CircleError> {
    let (account, hash) = match look_at(store, name, password, caller, now)? {
        LookedAt::Right(account, hash) => (*account, hash),
        LookedAt::Wrong => return Ok(SignIn::Refused),
        LookedAt::Wait(wait) => return Ok(SignIn::Wait(wait)),
    };
    store.write(|tx| {
        // A password that was replaced while this one was looked at opens nothing any more.
        if !is_still(tx, &account, &hash)? {
            return Ok(SignIn::Refused);
        }
        forgive(tx, Some(name), caller.address)?;
        Ok(SignIn::In(Box::new(open_session(tx, account, &caller.device, now)?)))
    })
}

/// Sets another password for somebody who is signed in and knows the one they have. All their sessions end, and the one they
/// are in goes on under a new key.
///
/// # Errors
/// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
pub fn change_password(
    store: &Store,
    entered: &Entered,
    known: &str,
    new: &Password,
    caller: &Caller,
    now: Timestamp,
) -> Result<SignIn, CircleError> {
    let name = &entered.account.details.name;
    let (account, hash) = match look_at(store, name, known, caller, now)? {
        LookedAt::Right(account, hash) if account.viewer == entered.viewer => (*account, hash),
        LookedAt::Right(..) | LookedAt::Wrong => return Ok(SignIn::Refused),
        LookedAt::Wait(wait) => return Ok(SignIn::Wait(wait)),
    };
    let new = new.hash()?;
    store.write(|tx| {
        if !is_still(tx, &account, &hash)? {
            return Ok(SignIn::Refused);
        }
        forgive(tx, Some(name), caller.address)?;
        replace_password(tx, entered.viewer, &new)?;
        Ok(SignIn::In(Box::new(open_session(tx, account, &caller.device, now)?)))
    })
}

/// Puts another password in place, and ends all sessions of its owner.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn replace_password(tx: &mut Tx<'_>, viewer: Viewer, new: &PasswordHash) -> Result<(), CircleError> {
    let sql = "UPDATE accounts SET password = ?3 WHERE library = ?1 AND person = ?2";
    tx.execute(sql, values![viewer.library(), viewer.person(), &new.0])?;
    end_all(tx, viewer)?;
    void_codes(tx, viewer)
}

/// What comes of looking at a password.
pub(crate) enum LookedAt {
    /// It is the password of this account.
    Right(Box<Account>, PasswordHash),
    /// It is nobody's by that name.
    Wrong,
    /// Not looked at yet.
    Wait(SignedDuration),
}

/// Looks at a password, in its turn. A good one is to be forgiven by whoever asked, once what it was for is done.
pub(crate) fn look_at(
    store: &Store,
    name: &str,
    password: &str,
    caller: &Caller,
    now: Timestamp,
) -> Result<LookedAt, CircleError> {
    if let Some(wait) = store.write(|tx| begin_attempt(tx, Some(name), caller.address, now))? {
        return Ok(LookedAt::Wait(wait));
    }
    let known = store.read(|tx| accounts::with_password(tx, name))?;
    let right = passwords::is_right(known.as_ref().map(|(_, hash)| hash), password);
    Ok(match known.filter(|_| right) {
        Some((account, hash)) => LookedAt::Right(Box::new(account), hash),
        None => LookedAt::Wrong,
    })
}

/// Whether that is still the password of an account.
pub(crate) fn is_still(tx: &mut Tx<'_>, account: &Account, hash: &PasswordHash) -> Result<bool, CircleError> {
    let sql = "SELECT password FROM accounts WHERE library = ?1 AND id = ?2";
    let kept = tx.maybe(sql, values![account.viewer.library(), account.id], |row| row.get::<String>(0))?;
    Ok(kept.as_ref() == Some(&hash.0))
}
