//! Recovery codes: for whoever has lost password and passkeys. Ten, shown once, each good once.

use jiff::{SignedDuration, Timestamp};
use store::{StoreError, Tx, values};

use crate::accounts;
use crate::attempts::{self, Lane};
use crate::caller::Caller;
use crate::passwords::Password;
use crate::secrets::Code;
use crate::sessions::{Entered, open_session};
use crate::sign_in::{LookedAt, SignIn, lane_of, replace};
use crate::{CircleError, Door, Viewer};

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

impl Door {
    /// Makes new codes for somebody who is signed in and knows their password. A code sets another password, so whoever finds a
    /// browser open does not get them.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn renew_recovery_codes(
        &self,
        entered: &Entered,
        known: &str,
        now: Timestamp,
    ) -> Result<NewCodes, CircleError> {
        let (lane, hash) = match self.look_at(entered, known, now)? {
            LookedAt::Right(lane, hash) => (lane, hash),
            LookedAt::Wrong => return Ok(NewCodes::Refused),
            LookedAt::Wait(wait) => return Ok(NewCodes::Wait(wait)),
        };
        self.store.write(|tx| {
            if accounts::password_of(tx, &entered.account)? != Some(hash) {
                return Ok(NewCodes::Refused);
            }
            attempts::forgive(tx, &lane)?;
            Ok(NewCodes::Made(make_recovery_codes(tx, entered.viewer)?))
        })
    }

    /// How many of somebody's codes are still good.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn recovery_codes_left(&self, viewer: Viewer) -> Result<u64, CircleError> {
        let sql = "SELECT COUNT(*) FROM recovery_codes c JOIN accounts a ON a.library = c.library AND a.id = c.account
                   WHERE c.library = ?1 AND a.person = ?2 AND c.used_ms IS NULL";
        let whose = values![viewer.library(), viewer.person()];
        self.store.read(|tx| Ok(tx.one(sql, whose, |row| row.get::<i64>(0))? as u64))
    }

    /// Signs somebody in by a recovery code, with a new password. All their other sessions and their tokens end.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn recover(
        &self,
        name: &str,
        code: &str,
        new: &Password,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<SignIn, CircleError> {
        let (wait, lane) = self.store.write(|tx| {
            let account = accounts::with_password(tx, name)?.map(|(account, _)| account);
            let lane = match lane_of(tx, name, account.as_ref(), caller, now)? {
                // Nobody guesses a code, so whoever tries passwords on a name keeps nobody with a code waiting.
                Lane::Strangers { address, .. } => Lane::Strangers { name: None, address },
                own => own,
            };
            Ok::<_, StoreError>((attempts::begin(tx, &lane, now)?, lane))
        })?;
        if let Some(wait) = wait {
            return Ok(SignIn::Wait(wait));
        }
        // Hashed for whoever asks, so that the answer does not tell by its time whether the name is known.
        let new = new.hash()?;
        let Some(code) = Code::read(code) else { return Ok(SignIn::Refused) };
        self.store.write(|tx| {
            let Some((account, _)) = accounts::with_password(tx, name)? else { return Ok(SignIn::Refused) };
            let sql = "UPDATE recovery_codes SET used_ms = ?4
                       WHERE library = ?1 AND account = ?2 AND code = ?3 AND used_ms IS NULL";
            let used = values![account.viewer.library(), account.id, code.kept(), now.as_millisecond()];
            if tx.execute(sql, used)? == 0 {
                return Ok(SignIn::Refused);
            }
            attempts::forgive(tx, &lane)?;
            replace(tx, account.viewer, &new)?;
            Ok(SignIn::In(Box::new(open_session(tx, account, caller, now)?)))
        })
    }
}

/// Makes ten new codes; earlier ones are void. They are shown now and never again.
pub(crate) fn make_recovery_codes(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Code>, CircleError> {
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
