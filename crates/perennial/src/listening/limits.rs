//! How many, and how long.

use std::time::Duration;

/// What a connection may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// From when a connection is free for a request until the whole head of one is there. A browser that has nothing to ask for
    /// connects anew later.
    pub(crate) head: Duration,
    /// From when a body is waited for until it is whole. The longest form has two megabytes.
    pub(crate) body: Duration,
    /// How long nothing may move in either direction, in the midst of a request or of its answer. Longer than any page takes to
    /// be made.
    pub(crate) idle: Duration,
    /// How many connections there may be.
    pub(crate) in_all: usize,
    /// How many of them may come from one address, or from one IPv6 network of 2⁶⁴. A browser opens six.
    pub(crate) from_one: usize,
}

impl Limits {
    /// Those of a house that serves a family. The places in all stay well below what the system lets one process open.
    pub(crate) fn usual() -> Self {
        let secs = Duration::from_secs;
        let in_all = places_of_the_system().map_or(512, |most| most.min(512));
        Self { head: secs(20), body: secs(60), idle: secs(60), in_all, from_one: 100.min(in_all) }
    }

    /// A reverse proxy keeps connections for whoever comes next, and has limits of its own for those behind it.
    pub(super) fn for_a_proxy(self) -> Self {
        Self { head: self.head * 15, body: self.body, idle: self.idle * 5, ..self }
    }
}

/// Half of the files that this process may open, where the system tells: the database, the workers and the folders need theirs.
fn places_of_the_system() -> Option<usize> {
    #[cfg(unix)]
    {
        let most = rustix::process::getrlimit(rustix::process::Resource::Nofile).current?;
        usize::try_from(most / 2).ok()
    }
    #[cfg(not(unix))]
    None
}
