//! The boundary to whoever brings photos in: all that pages, the API and the first set-up know of folders, of what goes on
//! behind them, and of how much it takes.

use std::path::Path;

use circle::Viewer;
use jiff::Timestamp;
use model::{AddedFolder, FileId, Folder, FolderId, FolderRefused, Standing, Unread};

/// Whoever brings photos in.
///
/// What is asked for is written down before the call answers, so it holds after a restart too, and no page waits for an
/// import. These calls wait for the database, so they belong in [`crate::House::ask`].
pub trait ComingIn: Send + Sync {
    /// Which folders are looked into, and what goes on now.
    ///
    /// # Errors
    /// [`Unanswered`].
    fn now(&self, viewer: Viewer) -> Result<Now, Unanswered>;

    /// How far the running import is.
    ///
    /// # Errors
    /// [`Unanswered`].
    fn standing(&self, viewer: Viewer) -> Result<Standing, Unanswered>;

    /// Whether a folder could be looked into, and why not. Nothing is changed.
    ///
    /// # Errors
    /// [`Unanswered`].
    fn may_be_added(&self, viewer: Viewer, asked: &Path) -> Result<Result<(), FolderRefused>, Unanswered>;

    /// Looks into one more folder from now on, and begins at once. The path is as somebody typed it. Where it is refused,
    /// nothing changed.
    ///
    /// # Errors
    /// [`Unanswered`]; nothing changed then either.
    fn add_folder(&self, viewer: Viewer, asked: &Path) -> Result<Result<AddedFolder, FolderRefused>, Unanswered>;

    /// Looks into a folder no more; its photos stay, and what looks through it stops as soon as it can. Answers whether it
    /// was looked into.
    ///
    /// # Errors
    /// [`Unanswered`]; nothing changed then.
    fn let_folder_go(&self, viewer: Viewer, folder: FolderId) -> Result<bool, Unanswered>;

    /// Takes [`ComingIn::let_folder_go`] back. Answers whether there was such a folder.
    ///
    /// # Errors
    /// [`Unanswered`]; nothing changed then.
    fn take_folder_back(&self, viewer: Viewer, folder: FolderId) -> Result<bool, Unanswered>;

    /// Looks through a folder again, or through all of them. Answers whether that folder is looked into.
    ///
    /// # Errors
    /// [`Unanswered`]; nothing changed then.
    fn look_again(&self, viewer: Viewer, folder: Option<FolderId>) -> Result<bool, Unanswered>;

    /// Lets nothing come in until [`ComingIn::resume`]. What runs stops as soon as it can; what came in stays.
    ///
    /// # Errors
    /// [`Unanswered`]; nothing changed then.
    fn pause(&self, viewer: Viewer) -> Result<(), Unanswered>;

    /// Lets photos come in again.
    ///
    /// # Errors
    /// [`Unanswered`]; nothing changed then.
    fn resume(&self, viewer: Viewer) -> Result<(), Unanswered>;

    /// Tries a piece of work again now, by its number in [`Work`]. Answers whether there is such a piece of work.
    ///
    /// # Errors
    /// [`Unanswered`]; nothing changed then.
    fn try_again(&self, viewer: Viewer, work: i64) -> Result<bool, Unanswered>;

    /// A page of the files that could not be read, with how many there are of each reason.
    ///
    /// # Errors
    /// [`Unanswered`].
    fn unread(&self, viewer: Viewer, asked: &UnreadPage) -> Result<UnreadFiles, Unanswered>;

    /// How much everything takes.
    ///
    /// # Errors
    /// [`Unanswered`].
    fn takes(&self, viewer: Viewer) -> Result<Takes, Unanswered>;
}

/// What hindered an answer, for the log: nobody could be asked, or nothing could be written down.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unanswered(pub String);

/// Which folders are looked into, and what goes on behind the pages at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// The folders that are looked into, oldest first.
    pub folders: Vec<Folder>,
    /// Whether somebody asked that nothing comes in.
    pub paused: bool,
    /// How many files could not be read when last looked at.
    pub could_not: u64,
    /// How far the running import is.
    pub standing: Standing,
    /// The folder that it looks through.
    pub folder: Option<FolderId>,
    /// The folders that wait for their turn.
    pub waiting: Vec<FolderId>,
    /// What is known of watching each folder.
    pub watched: Vec<(FolderId, Watched)>,
    /// What is worked on, waits for its turn, or went wrong, besides looks that run or wait.
    pub work: Vec<Work>,
}

/// A piece of work behind the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Its number, by which it is tried again.
    pub id: i64,
    /// What is done, by the stable name of its kind: `looking`, `settling`, `wording`, `letting_go`, `measuring`.
    pub kind: String,
    /// The folder that it is about, where it is about one.
    pub folder: Option<FolderId>,
    /// Where it stands.
    pub state: WorkState,
    /// Why it went wrong last, by the stable name of the reason: one of [`model::LookTrouble`], `panicked` or `ended`.
    pub why: Option<String>,
}

/// Where a piece of work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkState {
    /// Somebody is at it.
    Runs,
    /// It waits for its turn.
    Waits,
    /// It went wrong, and is tried again then.
    TriedAgain(Timestamp),
    /// It went wrong so often that since then it is left alone, until somebody asks for it.
    GivenUp(Timestamp),
}

/// Whether changes in a folder are heard of while they happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watched {
    /// They are.
    Yes,
    /// The folder is not there. It is watched again when it is.
    NotThere,
    /// The system watches as much as it may.
    TooMany,
    /// Something else hinders it; the log says what.
    No,
}

impl WorkState {
    /// The stable name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Runs => "runs",
            Self::Waits => "waits",
            Self::TriedAgain(_) => "tried_again",
            Self::GivenUp(_) => "given_up",
        }
    }

    /// When it is tried again, or was given up.
    pub fn at(self) -> Option<Timestamp> {
        match self {
            Self::Runs | Self::Waits => None,
            Self::TriedAgain(at) | Self::GivenUp(at) => Some(at),
        }
    }
}

/// Which of the files that could not be read are asked for, the latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadPage {
    /// Those before this one; from the latest on where none is named.
    pub before: Option<FileId>,
    /// Those of this reason, by its stable name; all where none is named.
    pub reason: Option<String>,
    /// At most so many.
    pub most: usize,
}

/// Files that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnreadFiles {
    /// Each reason by its stable name, and how many files have it; the most frequent first.
    pub counts: Vec<(String, u64)>,
    /// The files of the page.
    pub files: Vec<Unread>,
}

/// How much everything takes, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Takes {
    /// The originals of the viewer's photos, wherever they lie.
    pub originals: u64,
    /// The renditions, as measured after the last import.
    pub renditions: Option<u64>,
    /// The database.
    pub database: u64,
    /// What is free for more, where there is a limit and the system tells.
    pub free: Option<u64>,
    /// `"SQLite"` or `"PostgreSQL"`, for people.
    pub engine: &'static str,
}
