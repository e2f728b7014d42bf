//! What seals tokens: AES-256-GCM with a key of the day. All processes on one database know the secret that the keys are made of, so
//! that each opens what another sealed, and a restart ends nothing.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use circle::Viewer;
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use store::{Store, StoreError, Tx, values};

use super::{Session, Stage, Subject, subject};

const NONCE: usize = 12;
const DAY: i64 = 24 * 60 * 60;
/// What the secret is known by in the database.
const NAME: &str = "sealed names";
/// What tells these keys from whatever else may be made of a secret (BLAKE3, key derivation).
const CONTEXT: &str = "perennial 2026-11 sealed names, a key a day";

/// Seals tokens.
pub struct Seal {
    secret: [u8; 32],
}

impl Seal {
    /// A seal with a secret of its own: what it sealed, nothing else opens.
    ///
    /// # Errors
    /// The system's, where it gives no random numbers: then nothing may be sealed.
    pub fn new() -> std::io::Result<Self> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(Self::of(secret))
    }

    /// The seal that all processes on this database share; the first of them makes it.
    ///
    /// # Errors
    /// [`StoreError::Unexpected`] where the system gives no random numbers or the secret is none, and where the database cannot be
    /// asked: then nothing may be sealed.
    pub fn shared(store: &Store) -> Result<Self, StoreError> {
        let secret = match store.read(known)? {
            Some(secret) => secret,
            None => {
                let fresh = Self::new().map_err(|error| unexpected(&error.to_string()))?;
                store.write(|tx| {
                    let first = "INSERT INTO secrets (library, name, secret) VALUES (0, ?1, ?2)
                                 ON CONFLICT (library, name) DO NOTHING";
                    tx.execute(first, values![NAME, &fresh.secret[..]])?;
                    // Another process may have been quicker.
                    Ok::<_, StoreError>(known(tx)?.unwrap_or_default())
                })?
            }
        };
        secret.try_into().map(Self::of).map_err(|_| unexpected("it is of another length"))
    }

    fn of(secret: [u8; 32]) -> Self {
        Self { secret }
    }

    pub(crate) fn seal(
        &self,
        viewer: Viewer,
        session: &Session,
        stage: Stage,
        subject: Subject,
        now: Timestamp,
    ) -> Option<String> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).ok()?;
        let bound = bound_to(viewer, session);
        let inside = subject::written(stage, subject, now)?;
        let payload = Payload { msg: &inside, aad: &bound };
        let sealed = self.key_of(day_of(now)).encrypt(&Nonce::from(nonce), payload).ok()?;
        Some(BASE64URL_NOPAD.encode(&[&nonce[..], &sealed].concat()))
    }

    pub(crate) fn unseal(
        &self,
        viewer: Viewer,
        session: &Session,
        stage: Stage,
        token: &str,
        now: Timestamp,
    ) -> Option<Subject> {
        let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let bound = bound_to(viewer, session);
        let payload = || Payload { msg: sealed, aad: &bound };
        // A token is good for a day, so it may be of the day before; another machine's clock may be a little ahead.
        let today = day_of(now);
        let days = [today, today - 1, today + 1].into_iter();
        let mut inside = days.filter_map(|day| self.key_of(day).decrypt(&Nonce::from(nonce), payload()).ok());
        let (of_stage, subject, until) = subject::read(&inside.next()?)?;
        (of_stage == stage && until > now.as_second()).then_some(subject)
    }

    fn key_of(&self, day: i64) -> Aes256Gcm {
        let key = blake3::derive_key(CONTEXT, &[&self.secret[..], &day.to_le_bytes()].concat());
        Aes256Gcm::new(&key.into())
    }
}

fn known(tx: &mut Tx<'_>) -> Result<Option<Vec<u8>>, StoreError> {
    tx.maybe("SELECT secret FROM secrets WHERE library = 0 AND name = ?1", values![NAME], |row| row.get(0))
}

fn unexpected(why: &str) -> StoreError {
    StoreError::Unexpected(format!("no key to seal names with: {why}"))
}

/// In days since 1970-01-01, UTC.
fn day_of(now: Timestamp) -> i64 {
    now.as_second().div_euclid(DAY)
}

fn bound_to(viewer: Viewer, session: &Session) -> Vec<u8> {
    let (library, person) = (viewer.library().0.to_le_bytes(), viewer.person().0.to_le_bytes());
    [&library[..], &person[..], session.0.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use model::{LibraryId, MomentId, PersonId, PhotoId};
    use proptest::prelude::*;

    use super::super::Veil;
    use super::*;

    fn viewer(library: i64, person: i64) -> Viewer {
        Viewer::at_the_machine(LibraryId(library), PersonId(person))
    }

    fn now() -> Timestamp {
        "2026-09-28T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_token_opens_for_its_viewer_in_its_session_until_it_expires_and_for_nobody_else() {
        let (seal, session) = (Seal::new().unwrap(), Session("s1".to_owned()));
        let veil = Veil::of_moment(MomentId(42), Some(6));
        let token = veil.token(&seal, viewer(1, 2), &session, now()).unwrap();
        let read = |seal: &Seal, who, session: &str, stage, at| {
            seal.unseal(who, &Session(session.to_owned()), stage, &token, at)
        };
        assert_eq!(read(&seal, viewer(1, 2), "s1", Stage::Closed, now()), Some(Subject::Moment(MomentId(42))));
        assert_eq!(read(&seal, viewer(1, 3), "s1", Stage::Closed, now()), None);
        assert_eq!(read(&seal, viewer(2, 2), "s1", Stage::Closed, now()), None);
        assert_eq!(read(&seal, viewer(1, 2), "s2", Stage::Closed, now()), None);
        assert_eq!(read(&seal, viewer(1, 2), "s1", Stage::Open, now()), None);
        assert_eq!(read(&seal, viewer(1, 2), "s1", Stage::Closed, now() + 24.hours()), None);
        assert_eq!(read(&Seal::new().unwrap(), viewer(1, 2), "s1", Stage::Closed, now()), None);
        assert!(veil.token(&seal, viewer(1, 2), &session, now()).unwrap() != token, "no two are the same");
    }

    #[test]
    fn processes_that_know_one_secret_open_each_others_tokens_over_midnight_and_nobody_elses() {
        let (one, other) = (Seal::of([7; 32]), Seal::of([7; 32]));
        let (session, who) = (Session("s1".to_owned()), viewer(1, 2));
        let late: Timestamp = "2026-09-28T23:59:00Z".parse().unwrap();
        let token = Veil::of_photo(PhotoId(3)).token(&one, who, &session, late).unwrap();
        for (hours, opens) in [(0, true), (1, true), (23, true), (24, false), (-48, false)] {
            let subject = other.unseal(who, &session, Stage::Closed, &token, late + hours.hours());
            assert_eq!(subject.is_some(), opens, "{hours} hours later");
        }
        assert_eq!(Seal::of([8; 32]).unseal(who, &session, Stage::Closed, &token, late), None);
    }

    proptest! {
        #[test]
        fn a_token_that_was_changed_or_guessed_opens_nothing(id: i64, at in 0_usize..80, bit in 0_u8..6, guess: String) {
            let (seal, session, who) = (Seal::new().unwrap(), Session(String::new()), viewer(1, 1));
            let token = Veil::of_photo(PhotoId(id)).token(&seal, who, &session, now()).unwrap();
            prop_assert_eq!(seal.unseal(who, &session, Stage::Closed, &token, now()), Some(Subject::Photo(PhotoId(id))));
            prop_assert_eq!(seal.unseal(who, &session, Stage::Closed, &guess, now()), None);
            let mut bytes = token.clone().into_bytes();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            if let Ok(changed) = String::from_utf8(bytes) {
                prop_assert_eq!(seal.unseal(who, &session, Stage::Closed, &changed, now()), None);
            }
        }
    }
}
