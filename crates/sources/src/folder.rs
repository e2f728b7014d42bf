//! A folder of photos that nobody prepared, used in place.
//!
//! Hidden folders and files are passed over in silence, as is everything below a folder with `.nomedia` (Android's
//! convention) or `.nomemories` in it. Links are followed, but never round in a circle.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder};
use jiff::Timestamp;

use crate::{Beside, Found, Passed, Roots, Sighting};

/// Why a folder could not be looked through at all.
#[derive(Debug, thiserror::Error)]
pub enum FolderTrouble {
    /// Photos may not be looked for there.
    #[error("photos are not looked for in {path}")]
    NotAllowed {
        /// The folder.
        path: PathBuf,
    },
    /// It is not there, or may not be opened.
    #[error("the folder {path} cannot be opened: {reason}")]
    CannotOpen {
        /// The folder.
        path: PathBuf,
        /// What the operating system said.
        reason: std::io::Error,
    },
}

/// Endings of the files that may hold a photo. What a file really is, its content decides later.
const PICTURES: &[&str] = &[
    "jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "tif", "tiff", "heic", "heif", "hif", "avif", "dng", "cr2",
    "cr3", "crw", "nef", "nrw", "arw", "srf", "sr2", "orf", "rw2", "raf", "pef", "srw", "3fr", "erf", "kdc", "mos",
    "mrw", "raw", "rwl", "iiq", "x3f",
];
const VIDEOS: &[&str] = &["mp4", "mov", "m4v", "3gp", "3g2", "qt"];
const KEEP_OUT: &[&str] = &[".nomedia", ".nomemories"];
/// What systems keep for themselves among photos: waste baskets and a storage box's thumbnails.
const NOT_PHOTOS: &[&str] =
    &["$RECYCLE.BIN", "#recycle", "@eaDir", "@Recycle", "lost+found", "System Volume Information", "RECYCLER"];

/// Looks through `root` and everything below, folder by folder in the order of names, and tells `see` of each sighting
/// until `see` answers `false`. Links are followed as far as `within` allows.
///
/// # Errors
/// [`FolderTrouble`] when the folder itself may not be looked into, or cannot be opened; trouble further down is a sighting.
pub fn look_through(root: &Path, within: &Roots, see: &mut dyn FnMut(Sighting) -> bool) -> Result<(), FolderTrouble> {
    let cannot = |reason| FolderTrouble::CannotOpen { path: root.to_owned(), reason };
    if !within.hold(&root.canonicalize().map_err(cannot)?) {
        return Err(FolderTrouble::NotAllowed { path: root.to_owned() });
    }
    fs::read_dir(root).map_err(cannot)?;
    let led_out: LedOut = Arc::default();
    // One open folder a level; whatever the walk leaves is complete, and its files can be put together.
    let mut open: Vec<Folderful> = Vec::new();
    for entry in walk(root, within.clone(), Arc::clone(&led_out)) {
        if !tell_led_out(&led_out, see) {
            return Ok(());
        }
        let depth = entry.as_ref().map_or(open.len(), DirEntry::depth);
        while open.len() > depth {
            if !open.pop().is_none_or(|done| done.tell(see)) {
                return Ok(());
            }
        }
        let going_on = match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_dir()) => {
                open.push(Folderful::default());
                see(Sighting::Folder) && keeps_out(&entry).is_none_or(&mut *see)
            }
            Ok(entry) => open.last_mut().is_none_or(|folder| folder.add(&entry, see)),
            Err(error) => see(passed(root, error)),
        };
        if !going_on {
            return Ok(());
        }
    }
    let _ = tell_led_out(&led_out, see);
    while open.pop().is_some_and(|done| done.tell(see)) {}
    Ok(())
}

/// Links that lead out, as the walk came upon them.
type LedOut = Arc<Mutex<Vec<PathBuf>>>;

fn tell_led_out(led_out: &LedOut, see: &mut dyn FnMut(Sighting) -> bool) -> bool {
    let links = std::mem::take(&mut *led_out.lock().unwrap_or_else(PoisonError::into_inner));
    links.into_iter().all(|path| see(Sighting::Passed { path, why: Passed::LedOut }))
}

fn walk(root: &Path, within: Roots, led_out: LedOut) -> ignore::Walk {
    // Files of one folder come one after another, so the last answer serves nearly all of them.
    let last: Mutex<Option<(PathBuf, bool)>> = Mutex::default();
    let below_kept_out = move |entry: &DirEntry| {
        let Some(folder) = entry.path().parent() else { return false };
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((known, kept_out)) if known == folder => *kept_out,
            _ => last.insert((folder.to_owned(), is_kept_out(folder))).1,
        }
    };
    // Below a link that was followed nothing leads out but another link.
    let leads_out = move |entry: &DirEntry| {
        let out = entry.path_is_symlink() && entry.path().canonicalize().is_ok_and(|there| !within.hold(&there));
        if out {
            led_out.lock().unwrap_or_else(PoisonError::into_inner).push(entry.path().to_owned());
        }
        out
    };
    WalkBuilder::new(root)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .filter_entry(move |entry| {
            entry.depth() == 0 || !(is_not_photos(entry) || below_kept_out(entry) || leads_out(entry))
        })
        .sort_by_file_name(Ord::cmp)
        .build()
}

fn is_not_photos(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|t| t.is_dir()) && NOT_PHOTOS.iter().any(|name| entry.file_name() == *name)
}

fn is_kept_out(folder: &Path) -> bool {
    KEEP_OUT.iter().any(|name| folder.join(name).exists())
}

fn keeps_out(folder: &DirEntry) -> Option<Sighting> {
    let path = folder.path();
    is_kept_out(path).then(|| Sighting::Passed { path: path.to_owned(), why: Passed::AskedNotTo })
}

fn passed(root: &Path, error: ignore::Error) -> Sighting {
    let (path, why) = explain(error);
    Sighting::Passed { path: path.unwrap_or_else(|| root.to_owned()), why }
}

fn explain(error: ignore::Error) -> (Option<PathBuf>, Passed) {
    match error {
        ignore::Error::Loop { child, .. } => (Some(child), Passed::Loop),
        ignore::Error::WithPath { path, err } => (Some(path), explain(*err).1),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => explain(*err),
        ignore::Error::Io(error) => (None, Passed::Unreadable(error.to_string())),
        other => (None, Passed::Unreadable(other.to_string())),
    }
}

/// The files of one folder, until all of them are known.
#[derive(Default)]
struct Folderful {
    pictures: Vec<Beside>,
    videos: Vec<Beside>,
    sidecars: BTreeMap<String, Beside>,
}

impl Folderful {
    fn add(&mut self, entry: &DirEntry, see: &mut dyn FnMut(Sighting) -> bool) -> bool {
        let path = entry.path();
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
        let ending = ending.as_str();
        if !(ending == "xmp" || PICTURES.contains(&ending) || VIDEOS.contains(&ending)) {
            return see(Sighting::Passed { path: path.to_owned(), why: Passed::OtherFile });
        }
        let meta = match entry.metadata() {
            Ok(meta) if meta.is_file() => meta,
            Ok(_) => return see(Sighting::Passed { path: path.to_owned(), why: Passed::OtherFile }),
            Err(error) => return see(passed(path, error)),
        };
        let modified = meta.modified().ok().and_then(|time| Timestamp::try_from(time).ok());
        let file = Beside { path: path.to_owned(), bytes: meta.len(), modified };
        match ending {
            "xmp" => drop(self.sidecars.insert(lower_name(path), file)),
            _ if VIDEOS.contains(&ending) => self.videos.push(file),
            _ => self.pictures.push(file),
        }
        true
    }

    /// Puts pictures, motion parts and sidecars together and tells `see` of them.
    fn tell(self, see: &mut dyn FnMut(Sighting) -> bool) -> bool {
        let Self { pictures, videos, sidecars } = self;
        let mut videos: Vec<Option<Beside>> = videos.into_iter().map(Some).collect();
        let stems: BTreeMap<String, usize> =
            (0..).zip(&videos).filter_map(|(index, video)| Some((lower_stem(&video.as_ref()?.path), index))).collect();
        for file in pictures {
            let motion = stems.get(&lower_stem(&file.path)).and_then(|&index| videos[index].take());
            let sidecars = sidecars_of(&file, &sidecars);
            if !see(Sighting::Found(Found { file, motion, sidecars })) {
                return false;
            }
        }
        videos.into_iter().flatten().all(|file| {
            let sidecars = sidecars_of(&file, &sidecars);
            see(Sighting::Found(Found { file, motion: None, sidecars }))
        })
    }
}

/// `x.jpg.xmp` speaks of `x.jpg` alone and comes first; `x.xmp` speaks of every `x`.
fn sidecars_of(file: &Beside, sidecars: &BTreeMap<String, Beside>) -> Vec<Beside> {
    let names = [format!("{}.xmp", lower_name(&file.path)), format!("{}.xmp", lower_stem(&file.path))];
    names.iter().filter_map(|name| sidecars.get(name)).cloned().collect()
}

fn lower_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_lowercase()
}

fn lower_stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase()
}
