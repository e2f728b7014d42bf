//! The kinds of work that must not be lost: a file each, and a line in the list.
//!
//! The contract of a kind: its work may be done twice, and be ended anywhere. What there is to do is known from the library
//! itself, and found again when the program starts; a row of the queue only says whose turn it is.

mod letting_go;
mod looking;
mod measuring;
mod settling;
mod wording;

use circle::Viewer;
use jiff::Timestamp;
use library::{ImportError, Importer, LetGoError, Progress};
use model::LookTrouble;
use store::jobs::Lease;
use store::{BlobError, StoreError, Tx};

pub(crate) use looking::look_through;

/// Every kind of work.
pub(crate) const KINDS: &[&dyn Kind] =
    &[&looking::Looking, &settling::Settling, &wording::Wording, &letting_go::LettingGo, &measuring::Measuring];

/// A kind of work.
pub(crate) trait Kind: Send + Sync {
    /// Its stable name, which its rows have.
    fn name(&self) -> &'static str;

    /// Whether it may take hours: then it holds nothing else up.
    fn is_long(&self) -> bool {
        false
    }

    /// Whether it stops while nothing may come in.
    fn is_paused(&self) -> bool {
        false
    }

    /// Asks for what there is to do, where that is not asked for yet. Cheap: it is called every half a minute.
    fn find(&self, tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError>;

    /// Asks for what may have become necessary while the program did not run.
    fn make_up(&self, tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError> {
        self.find(tx, viewer, now)
    }

    /// Does it. Where `work.progress` asks to stop, it stops soon, with what is done kept.
    fn work(&self, work: &Work<'_>) -> Result<Outcome, Trouble>;
}

/// What a piece of work is done with.
pub(crate) struct Work<'a> {
    /// What it is, held.
    pub(crate) lease: &'a Lease,
    /// Whose library it is about, and the rooms below.
    pub(crate) importer: &'a Importer,
    /// How far it is, and whether it should stop.
    pub(crate) progress: &'a Progress,
    /// What time it is.
    pub(crate) clock: &'a Clock,
}

/// What time it is, for everybody who works on the same database.
pub(crate) type Clock = std::sync::Arc<dyn Fn(&mut Tx<'_>) -> Result<Timestamp, StoreError> + Send + Sync>;

/// What came of a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing is left to do.
    Done,
    /// There is more of it to do then.
    Next(Timestamp),
    /// It was asked to stop before its end.
    Stopped,
}

/// Why a piece of work went wrong: a stable name that pages have words for, and what to write into the log.
#[derive(Debug, thiserror::Error)]
#[error("{said}")]
pub(crate) struct Trouble {
    /// The stable name.
    pub(crate) why: &'static str,
    said: String,
}

impl Trouble {
    pub(crate) fn new(why: &'static str, said: impl ToString) -> Self {
        Self { why, said: said.to_string() }
    }
}

/// It could not be kept.
const KEEPING: &str = LookTrouble::Keeping.name();
/// A mistake of ours.
pub(crate) const PANICKED: &str = "panicked";
/// The program ended in the middle of it, time and again.
pub(crate) const ENDED: &str = "ended";

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::new(KEEPING, error)
    }
}

impl From<BlobError> for Trouble {
    fn from(error: BlobError) -> Self {
        Self::new(KEEPING, error)
    }
}

impl From<LetGoError> for Trouble {
    fn from(error: LetGoError) -> Self {
        Self::new(KEEPING, error)
    }
}

impl From<ImportError> for Trouble {
    fn from(error: ImportError) -> Self {
        Self::new(library::trouble_of(&error).name(), error)
    }
}
