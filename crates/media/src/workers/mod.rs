//! Worker processes: untrusted bytes are parsed and decoded there, and nowhere else.
//!
//! The parent's side is [`Workers`]: it hires processes of the same binary ([`hired`]), hands each an opened file, waits
//! for no longer than a deadline, and takes a process that ends or lingers for an answer. The worker's side is
//! [`run_worker`]: it gives up every right it has ([`confine`]) before it reads its first file. Both talk in frames
//! ([`wire`]) whose sizes both check. Frames of videos come from `ffmpeg`, confined too ([`poster`]).

mod confine;
mod hired;
mod pool;
mod poster;
mod wire;
mod worker;

use std::fs::File;
use std::time::Duration;

use crate::{Hints, NotShown};

pub use confine::{Confinement, Enforced};
pub use pool::Workers;
pub use poster::run_poster;
pub use worker::{Step, run_worker, run_worker_with};

/// One file to examine.
#[derive(Debug)]
pub struct Job {
    /// The file, opened for reading. The worker gets this opened file and no other.
    pub file: File,
    /// What is known besides the bytes.
    pub hints: Hints,
}

/// How much patience and memory the parent has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long one file may take, start to end, without its poster frame.
    pub deadline: Duration,
    /// How long `ffmpeg` may take for one poster frame.
    pub poster: Duration,
    /// After how many files a worker is replaced, so that leaks stay small.
    pub jobs: u32,
}

/// Why a file was not even listed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unexamined {
    /// It is empty, unreadable, of no known format, or took a worker down before its format was known.
    #[error(transparent)]
    File(#[from] NotShown),
    /// No worker could be started. Nothing is known against the file: stop, and try again later.
    #[error("no worker could be started: {0}")]
    NoWorker(String),
}

impl Default for Limits {
    fn default() -> Self {
        Self { deadline: Duration::from_secs(30), poster: Duration::from_secs(30), jobs: 200 }
    }
}
