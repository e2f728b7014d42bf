//! The folders that photos come from, as every room and every page speaks of them.

use std::fmt;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{FileId, FolderId};

/// A folder that a library looks into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its number, by which it is named where its path cannot be typed.
    pub id: FolderId,
    /// Where it is.
    pub path: PathBuf,
    /// Since when it is looked into.
    pub added: Timestamp,
    /// Whether whoever runs the program named it themselves: then links in it may lead elsewhere, too.
    pub given: bool,
    /// What came of looking through it the last time.
    pub look: Option<Look>,
}

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
    /// Links passed over because they lead out of where photos may be looked for.
    pub led_out: u64,
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
    /// Photos may not be looked for in it.
    NotAllowed,
    /// The database or the data folder could not be written.
    Keeping,
    /// No worker could be started.
    Worker,
}

/// A folder that is looked into from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedFolder {
    /// Its number.
    pub id: FolderId,
    /// Its whole path, links resolved.
    pub path: PathBuf,
    /// Folders inside of it that were looked into on their own before, and are a part of it now.
    pub took_in: Vec<Folder>,
}

/// Why a folder is not looked into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderRefused {
    /// Nothing was named.
    Empty,
    /// It means something else depending on where one stands.
    NotWhole,
    /// No photos may be taken from there, or there is no such folder: which of the two is told to whoever runs the program alone.
    NotHere,
    /// There is nothing of that name.
    NotThere,
    /// It is a file.
    NotAFolder,
    /// The operating system does not let Perennial look into it.
    NotReadable,
    /// Perennial keeps its own things there.
    Own,
    /// It is looked into already.
    Known,
    /// A folder that it is in is looked into already.
    Inside(PathBuf),
    /// A longer path than can be kept.
    TooLong,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its number; the file that was noted last has the highest.
    pub id: FileId,
    /// Where.
    pub path: PathBuf,
    /// The stable name of the reason; empty where it was noted before reasons had names.
    pub reason: String,
    /// Why, in a few words.
    pub why: String,
}

impl LookTrouble {
    /// The stable name used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::NotAllowed => "not_allowed",
            Self::Keeping => "keeping",
            Self::Worker => "worker",
        }
    }
}

impl FolderRefused {
    /// The stable name used in JSON and by whoever words it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotWhole => "not_whole",
            Self::NotHere => "not_here",
            Self::NotThere => "not_there",
            Self::NotAFolder => "not_a_folder",
            Self::NotReadable => "not_readable",
            Self::Own => "own",
            Self::Known => "known",
            Self::Inside(_) => "inside",
            Self::TooLong => "too_long",
        }
    }

    /// What a person can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty | Self::NotWhole => "Give the whole path, from the root on, such as /home/ana/Pictures.",
            Self::NotHere => {
                "Whoever runs Perennial says where photos may be, with --photos, or names the folder when starting it."
            }
            Self::NotThere => "Check the spelling. Is the disk it lies on there?",
            Self::NotAFolder => "Name the folder that the file lies in.",
            Self::NotReadable => "Let the user that Perennial runs as read it, then try again.",
            Self::Own => "Choose a folder of photos.",
            Self::Known | Self::Inside(_) => "Nothing more is needed: what is in it comes in by itself.",
            Self::TooLong => "Choose a folder with a shorter path.",
        }
    }
}

impl fmt::Display for FolderRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "no folder was named",
            Self::NotWhole => "this is not a whole path",
            Self::NotHere => "there is no folder there that photos may be taken from",
            Self::NotThere => "there is nothing of that name",
            Self::NotAFolder => "this is a file, not a folder",
            Self::NotReadable => "Perennial may not look into it",
            Self::Own => "Perennial keeps its own things there",
            Self::Known => "it is looked into already",
            Self::Inside(outer) => {
                return write!(f, "it is part of {}, which is looked into already", outer.display());
            }
            Self::TooLong => "its path is too long to be kept",
        })
    }
}

impl std::error::Error for FolderRefused {}
