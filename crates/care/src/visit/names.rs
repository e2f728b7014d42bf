//! The names of people, for a field in which one is written.

use std::collections::{BTreeSet, HashSet};

use library::Newest;
use model::PhotoId;
use store::{StoreError, Tx};

use super::{Visit, Who};
use crate::CareError;
use crate::guard::in_library;

impl Visit<'_, '_> {
    /// The names of everybody of whom there is a photo that may be shown. However large the library is, only a few of the newest
    /// photos of each are weighed; the library is weighed whole only where somebody is in more of them and none of these few may be
    /// shown.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn names(&mut self) -> Result<Vec<String>, CareError> {
        let (who, of) = (self.who, self.viewer().numbers([model::day_number(self.today()), 0]));
        let few = self.tx.once("names by few photos", of, |tx| by_few(tx, who))?;
        match &*few {
            Some(names) => Ok(names.clone()),
            None => self.library()?.known_names(),
        }
    }
}

/// The names as far as few photos tell; `None` where they do not tell of somebody.
fn by_few(tx: &mut Tx<'_>, who: &Who) -> Result<Option<Vec<String>>, StoreError> {
    let people = library::newest_of_everybody(tx, who.viewer)?;
    let photos: Vec<PhotoId> =
        people.iter().flat_map(|one| one.photos.iter().copied()).collect::<HashSet<_>>().into_iter().collect();
    let verdicts = in_library(tx, who.viewer, who.today(), &[], &photos)?;
    let seen = |one: &Newest| one.photos.iter().any(|photo| verdicts.shows(*photo));
    let told = people.iter().all(|one| seen(one) || one.are_all);
    let names: BTreeSet<String> = people.into_iter().filter(seen).map(|one| one.name).collect();
    Ok(told.then(|| names.into_iter().collect()))
}
