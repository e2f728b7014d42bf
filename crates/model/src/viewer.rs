//! Who is looking.

use crate::{LibraryId, PersonId};

/// Who is looking, and into whose library. Every read takes one first.
///
/// Until the room `circle` opens (and takes over the making of viewers) there is one: the owner at the machine itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Viewer {
    library: LibraryId,
    person: PersonId,
}

impl Viewer {
    /// The owner of a library, looking at their own photos.
    pub fn owner(library: LibraryId, person: PersonId) -> Self {
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
