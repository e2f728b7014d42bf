//! What a source comes upon.

use std::path::PathBuf;

use jiff::Timestamp;

/// Something that a source came upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sighting {
    /// A folder that is looked into, so that whoever looks can stop at each.
    Folder,
    /// A file that may hold a photo.
    Found(Found),
    /// Something that was passed by, and why.
    Passed {
        /// Where.
        path: PathBuf,
        /// Why.
        why: Passed,
    },
}

/// A file that may hold a photo, with what lies beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub file: Beside,
    /// A short video of the same name: perhaps the moving half of a Live Photo.
    pub motion: Option<Beside>,
    /// XMP sidecars that speak of this file.
    pub sidecars: Vec<Beside>,
}

/// A file as the file system describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Where it is.
    pub path: PathBuf,
    /// Size in bytes.
    pub bytes: u64,
    /// When it was last written, if the file system knows.
    pub modified: Option<Timestamp>,
}

/// Why something was passed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passed {
    /// A folder with `.nomedia` or `.nomemories` in it: somebody asked for that.
    AskedNotTo,
    /// A link that leads back into the folder it is in.
    Loop,
    /// A link that leads out of where photos may be looked for.
    LedOut,
    /// The operating system would not let us look.
    Unreadable(String),
    /// Not a picture or video, by its name.
    OtherFile,
}

impl Found {
    /// Changes when the file, its motion part or a sidecar was written again: size and time of each.
    pub fn stamp(&self) -> String {
        let parts = std::iter::once(&self.file).chain(&self.motion).chain(&self.sidecars);
        let stamps = parts.map(|f| format!("{}@{}", f.bytes, f.modified.map_or(0, Timestamp::as_millisecond)));
        stamps.collect::<Vec<_>>().join("+")
    }
}
