//! Work that must not be lost: a queue in the database, which all processes that use it work off together.
//!
//! A job is a row: of which library, of which kind, about what. Whoever needs work done writes the row in the transaction that
//! makes it necessary. Whoever works takes a lease of the row in one statement, renews it while working, and alone may say
//! what came of it: a lease has a number that no other lease ever has, and whoever comes with an older one, or after the
//! lease ran out, acknowledges nothing.
//!
//! The contract of work: it may be done twice, and ended anywhere. What is asked for again while somebody works on it is
//! done once more.

mod asking;
mod deciding;
mod listed;
mod working;

use model::LibraryId;

pub use asking::{ask, ask_anew, ensure, try_again, withdraw};
pub use deciding::{AfterFailure, MOST_ATTEMPTS, RENEWAL, State, TERM, after_failure, holds, state, wait_after};
pub use listed::{Listed, listed, next_due};
pub use working::{Lease, done, failed, free_all, give_back, is_held, is_ours, renew, take, take_this};

/// A piece of work, named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Job {
    /// Whose library it is about.
    pub library: LibraryId,
    /// What is to be done: the stable name of a kind of work.
    pub kind: String,
    /// About what; empty where the kind says it all.
    pub key: String,
}

impl Job {
    /// The work of that kind about `key`.
    pub fn new(library: LibraryId, kind: &str, key: impl ToString) -> Self {
        Self { library, kind: kind.to_owned(), key: key.to_string() }
    }
}
