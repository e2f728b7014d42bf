//! Set-up: the first account. It is made once.

use jiff::{SignedDuration, Timestamp};
use model::PersonId;
use store::{StoreError, Tx};

use crate::accounts::{Account, Details, account_of, insert, is_free};
use crate::attempts::{self, Lane};
use crate::caller::Caller;
use crate::once::{is_set_up_code, void_set_up_codes};
use crate::passwords::PasswordHash;
use crate::recovery::make_recovery_codes;
use crate::secrets::{Code, random};
use crate::sessions::{Opened, open_session};
use crate::{CircleError, Door, Viewer};

/// Whether somebody may set the house up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaySetUp {
    /// By the code that was printed last.
    Yes,
    /// That is not the code.
    Refused,
    /// Not looked at yet: too many attempts came before this one.
    Wait(SignedDuration),
}

impl Door {
    /// Whether somebody has set up an account here.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn is_set_up(&self) -> Result<bool, CircleError> {
        self.store.read(|tx| Ok(is_set_up(tx)?))
    }

    /// Whether somebody from elsewhere may set the house up by that code, which stays good.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn may_set_up(&self, code: &str, caller: &Caller, now: Timestamp) -> Result<MaySetUp, CircleError> {
        let lane = Lane::Strangers { name: None, address: caller.address };
        self.store.write(|tx| {
            if let Some(wait) = attempts::begin(tx, &lane, now)? {
                return Ok(MaySetUp::Wait(wait));
            }
            if !is_good(tx, code, now)? {
                return Ok(MaySetUp::Refused);
            }
            attempts::forgive(tx, &lane)?;
            Ok(MaySetUp::Yes)
        })
    }

    /// Makes the owner's account and their recovery codes, and lets them in: by the code that was printed, where one is asked for.
    /// `None` if there is an account already, or the code is not good: then nothing is changed. Of several at the same time, one is
    /// the first.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn set_up(
        &self,
        owner: Viewer,
        details: &Details,
        password: &PasswordHash,
        code: Option<&str>,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<Option<(Opened, Vec<Code>)>, CircleError> {
        self.store.write(|tx| {
            if let Some(code) = code
                && !is_good(tx, code, now)?
            {
                return Ok(None);
            }
            let Some(account) = make_first(tx, owner, details, password, now)? else { return Ok(None) };
            let codes = make_recovery_codes(tx, owner)?;
            Ok(Some((open_session(tx, account, caller, now)?, codes)))
        })
    }

    /// Makes the owner's account and nothing else, for whoever sits at the machine. `None` if there is an account already.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn make_first_account(
        &self,
        owner: Viewer,
        details: &Details,
        password: &PasswordHash,
        now: Timestamp,
    ) -> Result<Option<Account>, CircleError> {
        self.store.write(|tx| make_first(tx, owner, details, password, now))
    }

    /// Makes an account for somebody who sees the same library as whoever has an account already, for whoever sits at the machine.
    /// `person`: who they are in it. `None` if somebody signs in by that name, or as that person.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn make_account_beside(
        &self,
        known: &Account,
        person: PersonId,
        details: &Details,
        password: &PasswordHash,
        now: Timestamp,
    ) -> Result<Option<Account>, CircleError> {
        self.store.write(|tx| {
            let viewer = Viewer::at_the_machine(known.viewer.library(), person);
            let taken = account_of(tx, viewer)?.is_some() || !is_free(tx, &details.name, None)?;
            match taken {
                true => Ok(None),
                false => Ok(Some(insert(tx, viewer, details, password, random()?, now)?)),
            }
        })
    }
}

fn is_set_up(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    Ok(tx.one("SELECT COUNT(*) FROM accounts", &[], |row| row.get::<i64>(0))? > 0)
}

fn is_good(tx: &mut Tx<'_>, code: &str, now: Timestamp) -> Result<bool, StoreError> {
    Code::read(code).map_or(Ok(false), |code| is_set_up_code(tx, &code, now))
}

fn make_first(
    tx: &mut Tx<'_>,
    owner: Viewer,
    details: &Details,
    password: &PasswordHash,
    now: Timestamp,
) -> Result<Option<Account>, CircleError> {
    if is_set_up(tx)? {
        return Ok(None);
    }
    void_set_up_codes(tx)?;
    Ok(Some(insert(tx, owner, details, password, random()?, now)?))
}
