//! The veil: what is asked about first is a quiet card, and what is behind it an opaque token. A token is bound to whoever looks
//! and to their session, expires, is sealed with a key that this process alone has, and tells nothing.

mod answering;
mod opening;
mod subject;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use circle::Viewer;
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use model::{MomentId, PhotoId};

pub use answering::Answer;
pub(crate) use answering::answer_veil;
pub use opening::{About, Opened};
pub(crate) use opening::{behind_door, not_held, open, opened, opened_at, opened_photo, why_opened};
pub(crate) use subject::{Stage, Subject};

const NONCE: usize = 12;

/// A quiet card: something from so many years ago, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Veil {
    /// How many years ago; nothing where a photo without a memory is veiled.
    pub years: Option<u16>,
    subject: Subject,
}

/// Which browser, or which program, a token is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session(pub String);

/// Seals tokens. Its key lives as long as the process: after a restart a page is looked at anew.
pub struct Seal {
    cipher: Aes256Gcm,
}

impl Seal {
    /// A seal with a key of its own.
    ///
    /// # Errors
    /// The system's, where it gives no random numbers: then nothing may be sealed.
    pub fn new() -> std::io::Result<Self> {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(Self { cipher: Aes256Gcm::new(&key.into()) })
    }

    fn seal(
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
        let sealed = self.cipher.encrypt(&Nonce::from(nonce), payload).ok()?;
        Some(BASE64URL_NOPAD.encode(&[&nonce[..], &sealed].concat()))
    }

    fn unseal(&self, viewer: Viewer, session: &Session, stage: Stage, token: &str, now: Timestamp) -> Option<Subject> {
        let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let bound = bound_to(viewer, session);
        let payload = Payload { msg: sealed, aad: &bound };
        let inside = self.cipher.decrypt(&Nonce::from(nonce), payload).ok()?;
        let (of_stage, subject, until) = subject::read(&inside)?;
        (of_stage == stage && until > now.as_second()).then_some(subject)
    }
}

impl Veil {
    pub(crate) fn of_moment(id: MomentId, years: Option<u16>) -> Self {
        Self { years, subject: Subject::Moment(id) }
    }

    pub(crate) fn of_photo(id: PhotoId) -> Self {
        Self { years: None, subject: Subject::Photo(id) }
    }

    /// The token by which this viewer opens it in this session. Nothing, where the system gives no random numbers: then it
    /// stays closed.
    pub fn token(&self, seal: &Seal, viewer: Viewer, session: &Session, now: Timestamp) -> Option<String> {
        seal.seal(viewer, session, Stage::Closed, self.subject, now)
    }
}

fn bound_to(viewer: Viewer, session: &Session) -> Vec<u8> {
    let (library, person) = (viewer.library().0.to_le_bytes(), viewer.person().0.to_le_bytes());
    [&library[..], &person[..], session.0.as_bytes()].concat()
}

/// A door that is open for this viewer in this session.
pub(crate) fn door(
    (seal, session): (&Seal, &Session),
    viewer: Viewer,
    subject: Subject,
    now: Timestamp,
) -> Option<String> {
    seal.seal(viewer, session, Stage::Open, subject, now)
}

/// The sealed name of something, for this viewer in this session: it names that very thing, wherever it stands by then.
pub(crate) fn name(
    (seal, session): (&Seal, &Session),
    viewer: Viewer,
    subject: Subject,
    now: Timestamp,
) -> Option<String> {
    seal.seal(viewer, session, Stage::Name, subject, now)
}

/// What a sealed name is of.
pub(crate) fn named(
    (seal, session): (&Seal, &Session),
    viewer: Viewer,
    sealed: &str,
    now: Timestamp,
) -> Option<Subject> {
    seal.unseal(viewer, session, Stage::Name, sealed, now)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use model::{LibraryId, PersonId};
    use proptest::prelude::*;

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
