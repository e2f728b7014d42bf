//! Hearing of changes in a folder while the program runs.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

/// How long a folder must be still before it is looked at: copies are whole by then.
const STILL: Duration = Duration::from_secs(2);

/// Watches until dropped.
pub struct Watch {
    _watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
}

/// A folder cannot be watched; a rescan still finds what is new.
#[derive(Debug, thiserror::Error)]
#[error("changes in {path} cannot be watched: {reason}")]
pub struct WatchError {
    /// The folder.
    pub path: PathBuf,
    /// Why.
    pub why: Unwatched,
    /// What the operating system said.
    pub reason: String,
}

/// Why a folder cannot be watched, as far as somebody could do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwatched {
    /// The folder is not there.
    NotThere,
    /// The system watches as much as it may (on Linux `fs.inotify.max_user_watches`).
    TooMany,
    /// Something else.
    Other,
}

impl Unwatched {
    fn of(error: &notify::Error) -> Self {
        match &error.kind {
            notify::ErrorKind::PathNotFound => Self::NotThere,
            notify::ErrorKind::MaxFilesWatch => Self::TooMany,
            notify::ErrorKind::Io(error) if error.kind() == ErrorKind::NotFound => Self::NotThere,
            // Linux answers with these when no more watches, or no more watchers, are to be had.
            notify::ErrorKind::Io(error) if matches!(error.raw_os_error(), Some(24 | 28)) => Self::TooMany,
            _ => Self::Other,
        }
    }
}

/// Watches `root` and tells `changed` of it after something in it changed and it was still again for two seconds.
///
/// # Errors
/// [`WatchError`], for example when the system's limit of watches is reached.
pub fn watch(root: &Path, changed: Sender<PathBuf>) -> Result<Watch, WatchError> {
    let trouble = |error: notify::Error| WatchError {
        path: root.to_owned(),
        why: Unwatched::of(&error),
        reason: error.to_string(),
    };
    let told = root.to_owned();
    let tell = move |events: DebounceEventResult| {
        // Reading a file is an event too; only what may change a photo counts. Errors may hide changes, so they count.
        let matters = events.map_or(true, |events| events.iter().any(|e| !e.kind.is_access()));
        if matters {
            let _ = changed.send(told.clone());
        }
    };
    let mut watcher = new_debouncer(STILL, None, tell).map_err(trouble)?;
    watcher.watch(root, RecursiveMode::Recursive).map_err(trouble)?;
    Ok(Watch { _watcher: watcher })
}
