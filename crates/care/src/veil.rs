//! The veil: what is asked about first is a quiet card, and what is behind it an opaque token. A token is bound to whoever looks
//! and to their session, expires, is sealed with a key that nobody has but the processes of one house, and tells nothing.

mod answering;
mod opening;
mod seal;
mod subject;

use circle::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use model::{MomentId, PhotoId};

pub use answering::Answer;
pub(crate) use answering::answer_veil;
pub use opening::{About, Opened};
pub(crate) use opening::{behind_door, not_held, open, opened, opened_at, opened_photo, why_opened};
pub use seal::Seal;
pub(crate) use subject::{Stage, Subject};

/// What is asked about first: something from so many years ago, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Veil {
    /// How many years ago; nothing where a photo without a memory is veiled.
    pub years: Option<u16>,
    subject: Subject,
}

/// The one quiet card of a day: something waits from other years, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub(crate) day: Date,
}

/// What waits behind the card of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedCard {
    /// The day.
    pub day: Date,
    /// What waits, one veil for each year, the most careful reasons first; nothing where all of it was answered.
    pub waits: Vec<Veil>,
}

/// Which browser, or which program, a token is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session(pub String);

impl Veil {
    pub(crate) fn subject(&self) -> Subject {
        self.subject
    }

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
