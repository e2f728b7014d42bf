//! The veil: what is asked about first is a quiet card, and what is behind it an opaque token. A token is bound to whoever looks
//! and to their session, expires, is sealed with a key that this process alone has, and tells nothing.

mod answering;
mod opening;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use circle::Viewer;
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use jiff::civil::Date;
use model::{HardDayId, LossId, MomentId, PhotoId};

use crate::hard_days::Source;

pub use answering::{Answer, answer_veil};
pub(crate) use opening::not_held;
pub use opening::{
    About, Opened, open, open_put_away, open_quiet_look, open_quiet_look_of, open_reach, opened, opened_at,
    opened_photo, why_opened,
};

/// How long a card may wait to be opened, in seconds: a day that somebody left open in a browser.
const WAITS: i64 = 24 * 3600;
/// How long something stays open, in seconds.
const STAYS_OPEN: i64 = 3600;
const NONCE: usize = 12;
/// More than a loss has parts.
const PARTS: i64 = 64;
/// Stage, kind, id, and the second in which it expires.
const INSIDE: usize = 1 + 1 + 8 + 8;

/// A quiet card: something from so many years ago, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Veil {
    /// How many years ago; nothing where a photo without a memory is veiled.
    pub years: Option<u16>,
    subject: Subject,
}

/// What is behind a veil or a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Moment(MomentId),
    Photo(PhotoId),
    /// What was picked for a quiet look on that day.
    QuietLook(Date),
    /// What was picked for that hard day.
    QuietLookOf(Source),
    /// Everything that is put away.
    PutAway,
    /// What falls in one part of a loss: which of its parts, counted from 0.
    Reach(LossId, u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Closed,
    Open,
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
        let inside = written(stage, subject, now);
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
        let (of_stage, subject, until) = read(&inside)?;
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

fn written(stage: Stage, subject: Subject, now: Timestamp) -> [u8; INSIDE] {
    let (kind, id) = match subject {
        Subject::Moment(id) => (0, id.0),
        Subject::Photo(id) => (1, id.0),
        Subject::QuietLook(day) => (2, model::day_number(day)),
        Subject::QuietLookOf(Source::Loss(id, _)) => (5, id.0),
        Subject::QuietLookOf(Source::Own(id)) => (6, id.0),
        Subject::PutAway => (3, 0),
        Subject::Reach(id, part) => (4, id.0.saturating_mul(PARTS) + i64::from(part)),
    };
    let (stage, seconds) = match stage {
        Stage::Closed => (0, WAITS),
        Stage::Open => (1, STAYS_OPEN),
    };
    let mut inside = [0; INSIDE];
    inside[0] = stage;
    inside[1] = kind;
    inside[2..10].copy_from_slice(&id.to_le_bytes());
    inside[10..].copy_from_slice(&now.as_second().saturating_add(seconds).to_le_bytes());
    inside
}

fn read(inside: &[u8]) -> Option<(Stage, Subject, i64)> {
    let inside: &[u8; INSIDE] = inside.try_into().ok()?;
    let id = i64::from_le_bytes(inside[2..10].try_into().ok()?);
    let until = i64::from_le_bytes(inside[10..].try_into().ok()?);
    let stage = match inside[0] {
        0 => Stage::Closed,
        1 => Stage::Open,
        _ => return None,
    };
    let subject = match inside[1] {
        0 => Subject::Moment(MomentId(id)),
        1 => Subject::Photo(PhotoId(id)),
        2 => Subject::QuietLook(model::day_from_number(id)?),
        3 => Subject::PutAway,
        4 => Subject::Reach(LossId(id.div_euclid(PARTS)), u8::try_from(id.rem_euclid(PARTS)).ok()?),
        // All days of a loss share what was picked for them.
        5 => Subject::QuietLookOf(Source::Loss(LossId(id), 0)),
        6 => Subject::QuietLookOf(Source::Own(HardDayId(id))),
        _ => return None,
    };
    Some((stage, subject, until))
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
