//! Passkeys: keys that a device or a password manager holds, used by touching it. They are discoverable: whoever signs in by
//! one needs to type no name, and nobody can learn from this door who has an account.
//!
//! What is asked is kept here until the answer comes, bound to a ticket that the browser holds in a cookie, and counted for whoever
//! asked; an answer is looked at once.

mod questions;

use jiff::Timestamp;
use model::PasskeyId;
use store::{Tx, values};
use url::Url;
use uuid::Uuid;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableKey, Passkey, PublicKeyCredential, RegisterPublicKeyCredential,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::accounts::{self, Account, clean_name};
use crate::caller::Caller;
use crate::sessions::{Entered, Opened, open_session};
use crate::{CircleError, Door, Viewer, known};
use questions::Asker;

/// Passkeys for one address of this site. They belong to its host name, for good.
pub struct Passkeys(Webauthn);

/// What a browser is to be asked.
pub struct PasskeyQuestion {
    /// The question, as JSON for the browser.
    pub question: String,
    /// What the browser presents with its answer.
    pub ticket: String,
}

/// A passkey, as its owner sees it in a list.
#[derive(Clone, Debug)]
pub struct KeptPasskey {
    /// Its number.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub made: Timestamp,
    /// When somebody last signed in by it.
    pub used: Option<Timestamp>,
}

impl Passkeys {
    /// Passkeys for the site at that origin. `None` where browsers allow none: at a bare address instead of a name, and over
    /// plain http anywhere but at the machine itself.
    pub fn at(origin: &Url) -> Option<Self> {
        let name = origin.domain()?;
        let at_the_machine = name == "localhost" || name.ends_with(".localhost");
        if origin.scheme() != "https" && !at_the_machine {
            return None;
        }
        let built = WebauthnBuilder::new(name, origin).ok()?.rp_name("Perennial").build().ok()?;
        Some(Self(built))
    }
}

impl Door {
    /// Asks a browser to make a passkey for whoever is signed in.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn ask_to_make(
        &self,
        passkeys: &Passkeys,
        entered: &Entered,
        now: Timestamp,
    ) -> Result<PasskeyQuestion, CircleError> {
        let (library, name) = (entered.viewer.library(), &entered.account.details.name);
        let sql = "SELECT handle FROM accounts WHERE library = ?1 AND id = ?2";
        self.store.write(|tx| {
            let handle = tx.one(sql, values![library, entered.account.id], |row| row.get::<Vec<u8>>(0))?;
            let handle = Uuid::from_slice(&handle).map_err(trouble)?;
            let known = kept_by(tx, entered.viewer)?.iter().map(|key| key.cred_id().clone()).collect();
            let started = passkeys.0.start_passkey_registration(handle, name, name, Some(known));
            let (mut question, state) = started.map_err(trouble)?;
            want_discoverable(&mut question);
            let asker = Asker::Session(library, entered.session);
            questions::keep(tx, &asker, &question.public_key, &state, now)
        })
    }

    /// Keeps the passkey that a browser made when it was asked. `false` if the answer does not fit.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn keep_made(
        &self,
        passkeys: &Passkeys,
        entered: &Entered,
        name: &str,
        (ticket, answer): (&str, &str),
        now: Timestamp,
    ) -> Result<bool, CircleError> {
        self.store.write(|tx| {
            let Some(state) = questions::take(tx, ticket, Some(entered.session), now)? else { return Ok(false) };
            let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else { return Ok(false) };
            let Ok(key) = passkeys.0.finish_passkey_registration(&answer, &state) else { return Ok(false) };
            let (library, account) = (entered.viewer.library(), entered.account.id);
            let credential = key.cred_id().to_vec();
            let known = "SELECT id FROM passkeys WHERE library = ?1 AND credential = ?2";
            if tx.maybe(known, values![library, credential.clone()], |row| row.get::<i64>(0))?.is_some() {
                return Ok(false);
            }
            let id = PasskeyId(tx.take_numbers(library, "passkey", 1)?);
            let name = clean_name(name).unwrap_or_else(|| format!("{id}"));
            let sql = "INSERT INTO passkeys (library, id, account, name, credential, key, made_ms)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let key = serde_json::to_string(&key).map_err(trouble)?;
            tx.execute(sql, values![library, id, account, name, credential, key, now.as_millisecond()])?;
            Ok(true)
        })
    }

    /// Asks a browser to sign in by any passkey that it has for this site.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn ask_to_sign_in(
        &self,
        passkeys: &Passkeys,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<PasskeyQuestion, CircleError> {
        let (question, state) = passkeys.0.start_discoverable_authentication().map_err(trouble)?;
        self.store.write(|tx| {
            let known = known::known_to_anybody(tx, caller.known.as_deref(), now)?;
            let asker = known.map_or(Asker::Stranger(caller.address), Asker::Device);
            questions::keep(tx, &asker, &question.public_key, &state, now)
        })
    }

    /// Signs somebody in by the answer of their passkey. `None` if it does not fit.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn sign_in_by_passkey(
        &self,
        passkeys: &Passkeys,
        (ticket, answer): (&str, &str),
        caller: &Caller,
        now: Timestamp,
    ) -> Result<Option<Opened>, CircleError> {
        self.store.write(|tx| {
            let Some(state) = questions::take(tx, ticket, None, now)? else { return Ok(None) };
            let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else { return Ok(None) };
            let Ok((handle, credential)) = passkeys.0.identify_discoverable_authentication(&answer) else {
                return Ok(None);
            };
            let Some((account, id, mut key)) = found(tx, handle, credential)? else { return Ok(None) };
            let by = DiscoverableKey::from(&key);
            let Ok(result) = passkeys.0.finish_discoverable_authentication_v2(&answer, state, by) else {
                return Ok(None);
            };
            key.update_credential(&result);
            let sql = "UPDATE passkeys SET key = ?3, used_ms = ?4 WHERE library = ?1 AND id = ?2";
            let key = serde_json::to_string(&key).map_err(trouble)?;
            tx.execute(sql, values![account.viewer.library(), id, key, now.as_millisecond()])?;
            open_session(tx, account, caller, now).map(Some)
        })
    }

    /// The passkeys of somebody, oldest first.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn passkeys(&self, viewer: Viewer) -> Result<Vec<KeptPasskey>, CircleError> {
        let sql = "SELECT p.id, p.name, p.made_ms, p.used_ms
                   FROM passkeys p JOIN accounts a ON a.library = p.library AND a.id = p.account
                   WHERE p.library = ?1 AND a.person = ?2 ORDER BY p.id";
        let time = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
        self.store.read(|tx| {
            Ok(tx.all(sql, values![viewer.library(), viewer.person()], |row| {
                let used = row.get::<Option<i64>>(3)?.map(time);
                Ok(KeptPasskey { id: row.get(0)?, name: row.get(1)?, made: time(row.get(2)?), used })
            })?)
        })
    }

    /// Removes a passkey of somebody. `false` if there is none by that number, or it is not theirs.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn remove_passkey(&self, viewer: Viewer, id: PasskeyId) -> Result<bool, CircleError> {
        let sql = "DELETE FROM passkeys WHERE library = ?1 AND id = ?3
                   AND account IN (SELECT id FROM accounts WHERE library = ?1 AND person = ?2)";
        self.store.write(|tx| Ok(tx.execute(sql, values![viewer.library(), viewer.person(), id])? > 0))
    }
}

fn kept_by(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Passkey>, CircleError> {
    let sql = "SELECT p.key FROM passkeys p JOIN accounts a ON a.library = p.library AND a.id = p.account
               WHERE p.library = ?1 AND a.person = ?2 ORDER BY p.id";
    let keys = tx.all(sql, values![viewer.library(), viewer.person()], |row| row.get::<String>(0))?;
    keys.iter().map(|key| serde_json::from_str(key).map_err(trouble)).collect()
}

fn found(
    tx: &mut Tx<'_>,
    handle: Uuid,
    credential: &[u8],
) -> Result<Option<(Account, PasskeyId, Passkey)>, CircleError> {
    let sql = format!(
        "SELECT {}, p.id, p.key FROM passkeys p JOIN accounts a ON a.library = p.library AND a.id = p.account
         WHERE p.credential = ?1 AND a.handle = ?2",
        accounts::COLUMNS
    );
    let at = accounts::WIDTH;
    let found = tx.maybe(&sql, values![credential, handle.as_bytes().to_vec()], |row| {
        Ok((accounts::read(row)?, row.get::<PasskeyId>(at)?, row.get::<String>(at + 1)?))
    })?;
    let Some((account, id, key)) = found else { return Ok(None) };
    Ok(Some((account, id, serde_json::from_str(&key).map_err(trouble)?)))
}

/// A passkey that its device does not list could never be used: nobody is asked for their name first.
fn want_discoverable(question: &mut CreationChallengeResponse) {
    if let Some(selection) = &mut question.public_key.authenticator_selection {
        selection.resident_key = Some(ResidentKeyRequirement::Required);
        selection.require_resident_key = true;
    }
}

fn trouble(error: impl std::fmt::Display) -> CircleError {
    CircleError::Passkeys(error.to_string())
}
