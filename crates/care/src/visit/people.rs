//! People, as a visit shows them beside the lists of the library.

use super::Visit;
use crate::change::Undo;
use crate::veil::{Subject, name};
use crate::{CareError, Cleared};

/// Something that was taken for somebody and is nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its name.
    pub name: String,
    /// By what it is taken back that it is nobody.
    pub undo: Undo,
}

impl Visit<'_, '_> {
    /// What was taken for people and is nobody, where a photo that names it may be shown.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn things(&mut self) -> Result<Vec<Cleared<Thing>>, CareError> {
        let mut things = Vec::new();
        for (change, thing) in self.library()?.things()? {
            let undo = name(self.sealing(), self.viewer(), Subject::PeopleChange(change.0), self.at());
            things.push(Cleared::of(Thing { name: thing, undo: Undo(undo.unwrap_or_default()) }));
        }
        Ok(things)
    }
}
