//! Hearing of changes in a folder while the program runs.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use ignore::WalkBuilder;
use notify::{Config, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer_opt};

use crate::Roots;

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

/// The folders that links below `root` lead to, outside of it.
fn linked_from(root: &Path, within: &Roots) -> Vec<PathBuf> {
    let whole = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let links = WalkBuilder::new(root).standard_filters(false).hidden(true).follow_links(false).build();
    let links = links.filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|t| t.is_symlink()));
    let folders = links.filter_map(|link| link.path().canonicalize().ok());
    folders.filter(|there| there.is_dir() && within.hold(there) && !there.starts_with(&whole)).collect()
}

/// Watches `root` and tells `changed` of it after something in it changed and it was still again for two seconds. Folders that
/// links in it lead to are watched too, as far as `within` allows; what links in those lead to is found by the next look.
///
/// # Errors
/// [`WatchError`], for example when the system's limit of watches is reached.
pub fn watch(root: &Path, within: &Roots, changed: Sender<PathBuf>) -> Result<Watch, WatchError> {
    let trouble = |error: notify::Error| WatchError {
        path: root.to_owned(),
        why: Unwatched::of(&error),
        reason: error.to_string(),
    };
    if !root.canonicalize().is_ok_and(|whole| within.hold(&whole)) {
        let there = root.exists();
        let reason = if there { "photos are not looked for there" } else { "it is not there" }.to_owned();
        let why = if there { Unwatched::Other } else { Unwatched::NotThere };
        return Err(WatchError { path: root.to_owned(), why, reason });
    }
    let told = root.to_owned();
    let tell = move |events: DebounceEventResult| {
        // Reading a file is an event too; only what may change a photo counts. Errors may hide changes, so they count.
        let matters = events.map_or(true, |events| events.iter().any(|e| !e.kind.is_access()));
        if matters {
            let _ = changed.send(told.clone());
        }
    };
    // Left to itself it would follow every link, to wherever it leads.
    let here_only = Config::default().with_follow_symlinks(false);
    let watcher = new_debouncer_opt(STILL, None, tell, RecommendedCache::new(), here_only);
    let mut watcher: Debouncer<RecommendedWatcher, RecommendedCache> = watcher.map_err(trouble)?;
    watcher.watch(root, RecursiveMode::Recursive).map_err(trouble)?;
    for folder in linked_from(root, within) {
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(trouble)?;
    }
    Ok(Watch { _watcher: watcher })
}
