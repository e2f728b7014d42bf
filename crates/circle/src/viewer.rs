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

    /// Both as numbers, with others that tell apart what is asked of the same viewer ([`store::Tx::once`]).
    pub fn numbers(self, others: [i64; 2]) -> [i64; 4] {
        [self.library.0, self.person.0, others[0], others[1]]
    }

    /// The person who looks; verdicts and wishes are theirs alone.
    pub fn person(self) -> PersonId {
        self.person
    }
}
