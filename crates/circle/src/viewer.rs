//! Who is looking.

use model::{LibraryId, PersonId};

/// Who is looking, and into whose library. Every read takes one first.
///
/// It is made in this room: from a session, a token, or by somebody at the machine itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Viewer {
    library: LibraryId,
    person: PersonId,
}

impl Viewer {
    /// The owner of a library, sitting at the machine itself: whoever can read the database needs no door.
    pub fn at_the_machine(library: LibraryId, person: PersonId) -> Self {
        Self { library, person }
    }

    /// Somebody whose account was just read.
    pub(crate) fn of_account(library: LibraryId, person: PersonId) -> Self {
        Self { library, person }
    }

    /// The library looked into.
    pub fn library(self) -> LibraryId {
        self.library
    }

    /// The person who looks; verdicts and wishes are theirs alone.
    pub fn person(self) -> PersonId {
        self.person
    }
}
