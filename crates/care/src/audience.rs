//! Whom something was given to. It is asked before anything else: what a viewer was not given is not there.

use circle::Viewer;
use model::LibraryId;

/// Whom something was given to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Nobody yet: what is not known to be given to somebody is nobody's.
    #[default]
    Nobody,
    /// Everybody with an account in a library, its owner and their partner: so it is with what a library keeps.
    Library(LibraryId),
}

impl Audience {
    /// Whether that viewer is one of them.
    pub fn has(self, viewer: Viewer) -> bool {
        match self {
            Self::Nobody => false,
            Self::Library(library) => library == viewer.library(),
        }
    }
}
