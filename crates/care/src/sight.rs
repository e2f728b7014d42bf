//! What one viewer may see of their whole library, for pages that list: the same wall, asked for everything at once.

mod found;
mod people;
mod places;
mod removed;
mod search;
mod shelf;

pub use found::{Found, ON_A_PAGE};
pub use people::{Life, PhotosOf, YearOfLife};
pub use places::{Country, Town};
pub use removed::Removed;
pub use search::Suggestion;
pub use shelf::{Shelf, ShelfPage, Turn, YearOfShelf};

use std::collections::HashSet;

use circle::Viewer;
use std::rc::Rc;

use jiff::civil::Date;
use library::Photo;
use memories::settled;
use model::PhotoId;
use store::{Store, StoreError, Tx};

use crate::held::{Held, held_everywhere};
use crate::{CareError, Cleared};

/// What one viewer may see of their library, during one read of it. Lists and counts are asked of this, so that what is held
/// is in neither.
pub struct Sight<'t, 'c> {
    tx: &'t mut Tx<'c>,
    viewer: Viewer,
    today: Date,
    held: Held,
    /// What no list shows, once it was asked for.
    unseen: Option<Rc<HashSet<PhotoId>>>,
}

/// Looks at a library through this viewer's wishes. Everything asked of one [`Sight`] is of one moment.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn look<T>(
    store: &Store,
    viewer: Viewer,
    today: Date,
    work: impl FnOnce(&mut Sight<'_, '_>) -> Result<T, StoreError>,
) -> Result<T, CareError> {
    settled(store, viewer)?;
    let seen: Result<T, StoreError> = store.read(|tx| {
        let held = held_everywhere(tx, viewer, today)?;
        work(&mut Sight { tx, viewer, today, held, unseen: None })
    });
    Ok(seen?)
}

impl Sight<'_, '_> {
    /// Whether that photo may be shown.
    pub fn shows(&self, id: PhotoId) -> bool {
        !self.held.photo(id)
    }

    /// How many photos are put away. A number and nothing else: neither where nor when nor whose.
    pub fn put_away(&self) -> usize {
        self.held.photos().len()
    }

    /// The photos with those ids that are there and may be shown, in the order asked for.
    ///
    /// # Errors
    /// The database's own refusal.
    pub fn photos(&mut self, ids: &[PhotoId]) -> Result<Vec<Cleared<Photo>>, StoreError> {
        let seen: Vec<PhotoId> = ids.iter().copied().filter(|id| self.shows(*id)).collect();
        let found = library::photos(self.tx, self.viewer, &seen)?;
        Ok(found.into_iter().filter(|photo| photo.removed_ms.is_none()).map(Cleared::of).collect())
    }

    /// Who looks.
    pub fn viewer(&self) -> Viewer {
        self.viewer
    }

    /// The day on which they look.
    pub fn today(&self) -> Date {
        self.today
    }
}
