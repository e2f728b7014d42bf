//! What came of looking through a folder, kept until it is looked through again.

use std::path::Path;
use std::time::Duration;

use circle::Viewer;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx, values};

use super::bytes_of;
use crate::{ImportError, Report};

/// What came of looking through a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// When it ended.
    #[serde(skip)]
    pub at: Timestamp,
    /// Photos that were not known before.
    pub came_in: u64,
    /// Files that were known already.
    pub known: u64,
    /// Files that hold a photo that was known from another place.
    pub elsewhere: u64,
    /// Files whose content or sidecar changed.
    pub changed: u64,
    /// Files that were there before and are gone.
    pub missing: u64,
    /// Files that could not be read or shown.
    pub could_not: u64,
    /// Files that are no pictures or videos by their name.
    pub other_files: u64,
    /// Folders left alone because somebody put `.nomedia` or `.nomemories` there.
    pub asked_not_to: u64,
    /// Whether it was stopped before the end.
    pub stopped: bool,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
    /// Why it ended early, if it did.
    pub trouble: Option<LookTrouble>,
}

/// Why a look through a folder ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LookTrouble {
    /// The folder is not there, or may not be opened.
    Folder,
    /// The database or the data folder could not be written.
    Keeping,
    /// No worker could be started.
    Worker,
}

impl Look {
    fn of(at: Timestamp, took: Duration, outcome: &Result<Report, ImportError>) -> Self {
        let ended = Self { at, took_ms: took.as_millis() as u64, ..Self::default() };
        match outcome {
            Ok(report) => Self {
                came_in: report.came_in,
                known: report.known,
                elsewhere: report.elsewhere,
                changed: report.changed,
                missing: report.missing,
                could_not: report.unread.len() as u64,
                other_files: report.other_files,
                asked_not_to: report.asked_not_to,
                stopped: report.stopped,
                ..ended
            },
            Err(error) => Self { trouble: Some(LookTrouble::of(error)), ..ended },
        }
    }
}

impl LookTrouble {
    /// The stable name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::Keeping => "keeping",
            Self::Worker => "worker",
        }
    }

    fn of(error: &ImportError) -> Self {
        match error {
            ImportError::Folder(_) => Self::Folder,
            ImportError::Store(_) | ImportError::Blobs(_) => Self::Keeping,
            ImportError::NoWorker(_) => Self::Worker,
        }
    }
}

/// Notes what came of looking through `root`, if it is a folder that is looked into.
pub(crate) fn note_look(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    root: &Path,
    began: Timestamp,
    took: Duration,
    outcome: &Result<Report, ImportError>,
) -> Result<(), StoreError> {
    let ended = began.checked_add(took).unwrap_or(began);
    let look = Look::of(ended, took, outcome);
    let text = serde_json::to_string(&look).map_err(|e| StoreError::Unexpected(e.to_string()))?;
    let sql = "UPDATE folders SET looked_ms = ?3, look = ?4 WHERE library = ?1 AND path = ?2";
    tx.execute(sql, values![viewer.library(), bytes_of(root), ended.as_millisecond(), text])?;
    Ok(())
}

/// What was noted. A note that an older or newer Perennial wrote differently says less; it never hinders.
pub(super) fn read(at: Timestamp, text: &str) -> Look {
    let noted: Look = serde_json::from_str(text).unwrap_or_default();
    Look { at, ..noted }
}
