//! Signing in by name and password, and setting another password.

use jiff::{SignedDuration, Timestamp};
use store::{StoreError, Tx, values};

use crate::accounts::{self, Account};
use crate::attempts::{self, Lane};
use crate::caller::Caller;
use crate::once::void_codes;
use crate::passwords::{self, Password, PasswordHash};
use crate::sessions::{Entered, Opened, end_all, open_session};
use crate::tokens::revoke_all;
use crate::{CircleError, Door, Viewer, known};

/// What comes of asking to be let in.
pub enum SignIn {
    /// In.
    In(Box<Opened>),
    /// Not in. Whether the name or the password was wrong is not said.
    Refused,
    /// Not looked at yet: too many attempts came before this one.
    Wait(SignedDuration),
}

impl Door {
    /// Whether an account by that name signed in from that device before; for whoever gives out turns.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn knows(&self, name: &str, caller: &Caller, now: Timestamp) -> Result<bool, CircleError> {
        if caller.known.is_none() {
            return Ok(false);
        }
        self.store.read(|tx| {
            let account = accounts::with_password(tx, name)?.map(|(account, _)| account);
            Ok(matches!(lane_of(tx, name, account.as_ref(), caller, now)?, Lane::Own(_)))
        })
    }

    /// Whether anybody at all signed in from that device before.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn knows_device(&self, caller: &Caller, now: Timestamp) -> Result<bool, CircleError> {
        if caller.known.is_none() {
            return Ok(false);
        }
        self.store.read(|tx| Ok(known::known_to_anybody(tx, caller.known.as_deref(), now)?.is_some()))
    }

    /// Signs somebody in by name and password. Takes its time, outside of any transaction.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn sign_in(&self, name: &str, password: &str, caller: &Caller, now: Timestamp) -> Result<SignIn, CircleError> {
        let begun = self.store.write(|tx| {
            let known = accounts::with_password(tx, name)?;
            let lane = lane_of(tx, name, known.as_ref().map(|(account, _)| account), caller, now)?;
            Ok::<_, StoreError>((attempts::begin(tx, &lane, now)?, lane, known))
        })?;
        let (lane, known) = match begun {
            (Some(wait), ..) => return Ok(SignIn::Wait(wait)),
            (None, lane, known) => (lane, known),
        };
        let right = passwords::is_right(known.as_ref().map(|(_, hash)| hash), password);
        let Some((account, hash)) = known.filter(|_| right) else { return Ok(SignIn::Refused) };
        self.store.write(|tx| {
            // A password that was replaced while this one was looked at opens nothing any more.
            if accounts::password_of(tx, &account)? != Some(hash) {
                return Ok(SignIn::Refused);
            }
            attempts::forgive(tx, &lane)?;
            Ok(SignIn::In(Box::new(open_session(tx, account, caller, now)?)))
        })
    }

    /// Sets another password for somebody who is signed in and knows the one they have. All their sessions and tokens end, and the
    /// session they are in goes on under a new key.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn change_password(
        &self,
        entered: &Entered,
        known: &str,
        new: &Password,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<SignIn, CircleError> {
        let (lane, hash) = match self.look_at(entered, known, now)? {
            LookedAt::Right(lane, hash) => (lane, hash),
            LookedAt::Wrong => return Ok(SignIn::Refused),
            LookedAt::Wait(wait) => return Ok(SignIn::Wait(wait)),
        };
        let new = new.hash()?;
        let account = &entered.account;
        self.store.write(|tx| {
            if accounts::password_of(tx, account)? != Some(hash) {
                return Ok(SignIn::Refused);
            }
            attempts::forgive(tx, &lane)?;
            replace(tx, entered.viewer, &new)?;
            Ok(SignIn::In(Box::new(open_session(tx, account.clone(), caller, now)?)))
        })
    }

    /// Puts another password in place for whoever is locked out, and ends all sessions and tokens of theirs. Takes its time.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the password cannot be hashed: nothing is changed then.
    pub fn replace_password(&self, viewer: Viewer, new: &Password) -> Result<(), CircleError> {
        let new = new.hash()?;
        self.store.write(|tx| Ok(replace(tx, viewer, &new)?))
    }

    /// Looks at the password of somebody who is signed in. A good one is to be forgiven by whoever asked, once what it was for is
    /// done.
    pub(crate) fn look_at(&self, entered: &Entered, said: &str, now: Timestamp) -> Result<LookedAt, CircleError> {
        let lane = Lane::of_session(entered);
        let (wait, known) = self.store.write(|tx| {
            Ok::<_, StoreError>((attempts::begin(tx, &lane, now)?, accounts::password_of(tx, &entered.account)?))
        })?;
        if let Some(wait) = wait {
            return Ok(LookedAt::Wait(wait));
        }
        let right = passwords::is_right(known.as_ref(), said);
        Ok(known.filter(|_| right).map_or(LookedAt::Wrong, |hash| LookedAt::Right(lane, hash)))
    }
}

/// What comes of looking at the password of somebody who is signed in.
pub(crate) enum LookedAt {
    /// It is theirs.
    Right(Lane, PasswordHash),
    /// It is not.
    Wrong,
    /// Not looked at yet.
    Wait(SignedDuration),
}

/// The lane in which a caller tries a name that is, perhaps, that account's.
pub(crate) fn lane_of(
    tx: &mut Tx<'_>,
    name: &str,
    account: Option<&Account>,
    caller: &Caller,
    now: Timestamp,
) -> Result<Lane, StoreError> {
    if let Some(account) = account
        && let Some(device) = known::recognised(tx, account, caller.known.as_deref(), now)?
    {
        return Ok(Lane::of_device(account, &device));
    }
    Ok(Lane::Strangers { name: Some(name.to_owned()), address: caller.address })
}

/// Puts another password in place. Whatever else let in by the earlier one ends: sessions, tokens, links.
pub(crate) fn replace(tx: &mut Tx<'_>, viewer: Viewer, new: &PasswordHash) -> Result<(), StoreError> {
    let sql = "UPDATE accounts SET password = ?3 WHERE library = ?1 AND person = ?2";
    tx.execute(sql, values![viewer.library(), viewer.person(), &new.0])?;
    end_all(tx, viewer)?;
    revoke_all(tx, viewer)?;
    void_codes(tx, viewer)
}
