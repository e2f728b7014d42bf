//! What a viewer may see, now.

use std::ops::Deref;

/// Something that care cleared for one viewer at one moment. Made in this room only.
///
/// It can be looked at and it can be dropped. It has no `Clone`, no `Serialize` and no way in: a clearance does not keep.
#[derive(Debug, PartialEq)]
pub struct Cleared<T> {
    what: T,
}

impl<T> Cleared<T> {
    pub(crate) fn of(what: T) -> Self {
        Self { what }
    }
}

impl<T> Deref for Cleared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.what
    }
}
