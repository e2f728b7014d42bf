//! What came of looking through a folder, kept until it is looked through again.

use std::path::Path;
use std::time::Duration;

use circle::Viewer;
use jiff::Timestamp;
use model::{Look, LookTrouble};
use sources::FolderTrouble;
use store::{StoreError, Tx, values};

use super::bytes_of;
use crate::{ImportError, Report};

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
    let look = came_of(ended, took, outcome);
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

fn came_of(at: Timestamp, took: Duration, outcome: &Result<Report, ImportError>) -> Look {
    let ended = Look { at, took_ms: took.as_millis() as u64, ..Look::default() };
    match outcome {
        Ok(report) => Look {
            came_in: report.came_in,
            known: report.known,
            elsewhere: report.elsewhere,
            changed: report.changed,
            missing: report.missing,
            could_not: report.unread.len() as u64,
            other_files: report.other_files,
            asked_not_to: report.asked_not_to,
            led_out: report.led_out,
            stopped: report.stopped,
            ..ended
        },
        Err(error) => Look { trouble: Some(trouble_of(error)), ..ended },
    }
}

/// What kept a look from its end, as it is told to people.
pub fn trouble_of(error: &ImportError) -> LookTrouble {
    match error {
        ImportError::Folder(FolderTrouble::NotAllowed { .. }) => LookTrouble::NotAllowed,
        ImportError::Folder(_) => LookTrouble::Folder,
        ImportError::Store(_) | ImportError::Blobs(_) => LookTrouble::Keeping,
        ImportError::NoWorker(_) => LookTrouble::Worker,
    }
}
