//! What one viewer may see of their whole library, for pages that list: the same wall, asked for everything at once.

mod found;
mod people;
mod places;
mod removed;
mod search;
mod shelf;
mod year;

pub use found::{Found, ON_A_PAGE};
pub use people::{KeptWithCare, Life, PhotosOf, YearOfLife};
pub use places::{Country, Town};
pub use removed::Removed;
pub use search::Suggestion;
pub use shelf::{Shelf, ShelfPage, Turn};
pub use year::YearOfShelf;

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use circle::Viewer;

use jiff::civil::Date;
use library::{Photo, Stretch};
use model::PhotoId;
use store::{StoreError, Tx};

use crate::gathered::in_none_of;
use crate::verdicts::Verdicts;
use crate::want::Verdict;
use crate::weighing::Weighing;
use crate::{CareError, Cleared, Veil};

/// What one viewer may see of their library, during one read of it. Lists and counts are asked of this, so that what is held
/// is in neither.
pub struct LibraryView<'t, 'c> {
    tx: &'t mut Tx<'c>,
    viewer: Viewer,
    today: Date,
    verdicts: Arc<Verdicts>,
    /// What no list shows, once it was asked for.
    unseen: Option<Rc<HashSet<PhotoId>>>,
}

/// Weighs a whole library for one viewer.
pub(crate) fn weighed(tx: &mut Tx<'_>, viewer: Viewer, today: Date) -> Result<Verdicts, StoreError> {
    Weighing::of_pages(tx, viewer, today)?.weigh_library(tx)
}

impl<'t, 'c> LibraryView<'t, 'c> {
    pub(crate) fn of(tx: &'t mut Tx<'c>, viewer: Viewer, today: Date, verdicts: Arc<Verdicts>) -> Self {
        Self { tx, viewer, today, verdicts, unseen: None }
    }
}

impl LibraryView<'_, '_> {
    /// Whether that photo may be shown.
    pub fn shows(&self, id: PhotoId) -> bool {
        self.verdicts.shows(id)
    }

    /// Whether the birthdays of somebody may be spoken of.
    pub fn shows_birthday(&self, person: model::PersonId) -> bool {
        self.verdicts.tells_birthday(person)
    }

    /// How many photos are put away. A number and nothing else: neither where nor when nor whose. What is asked about first is
    /// not among them.
    pub fn put_away(&self) -> usize {
        self.verdicts.with(Verdict::Held).count()
    }

    /// Whether anything at all is put away or asked about first, so that a list may say that it is not whole. Not what, nor how much.
    pub fn keeps_something_back(&self) -> bool {
        self.verdicts.not_shown().next().is_some()
    }

    /// Quiet tiles for what is asked about first and has its place in that stretch of the shelf: one for each moment, and for each
    /// photo that is in none.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn veils_in(&mut self, stretch: Stretch) -> Result<Vec<Veil>, CareError> {
        let veiled: Vec<PhotoId> = self.verdicts.with(Verdict::Veiled).collect();
        if veiled.is_empty() {
            return Ok(Vec::new());
        }
        let places = library::shelved(self.tx, self.viewer, &veiled)?.into_iter();
        let mut photos: Vec<PhotoId> =
            places.filter(|(_, place)| shelf::is_in(*place, stretch)).map(|(photo, _)| photo).collect();
        photos.sort_unstable();
        let moments = memories::moments_holding(self.tx, self.viewer, &photos)?;
        let alone = in_none_of(self.tx, self.viewer, &photos, &moments)?.into_iter().map(Veil::of_photo);
        Ok(moments.iter().map(|moment| Veil::of_moment(*moment, None)).chain(alone).collect())
    }

    /// The photos with those ids that are there and may be shown, in the order asked for.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn photos(&mut self, ids: &[PhotoId]) -> Result<Vec<Cleared<Photo>>, CareError> {
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
