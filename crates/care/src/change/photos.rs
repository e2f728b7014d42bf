//! Changing photos that were cleared: dates, clocks, turning, hiding, removing; and taking it back.

use library::{ClockShift, GivenDate, Photo, ShiftError, ShiftId};
use model::{PhotoId, Taken};

use super::Change;
use crate::log::WhatChanged;
use crate::veil::Subject;
use crate::visit::ids_of;
use crate::{CareError, Cleared};

/// The sealed name of a change, by which it is taken back. It is good for its viewer in their session, for a day. Empty where the
/// system gives no random numbers: then it cannot be taken back by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo(pub String);

impl std::fmt::Display for Undo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What dating photos did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// How many photos.
    pub photos: usize,
    /// Whether some had a date of their owner's before: going back to what their files say would lose it.
    pub again: bool,
}

impl Change<'_, '_> {
    /// Says when photos were taken.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn date(&mut self, photos: &[Cleared<Photo>], given: GivenDate) -> Result<Dated, CareError> {
        let again = photos.iter().filter_map(|photo| photo.taken.as_ref()).any(Taken::is_the_owners);
        let dated = library::correct_dates(self.visit.tx, self.visit.who.viewer, &ids_of(photos), given)?;
        self.log(WhatChanged::Dates, dated);
        Ok(Dated { photos: dated, again })
    }

    /// Lets what their files say of their dates count again. Answers for how many photos that changed anything.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn date_back(&mut self, photos: &[Cleared<Photo>]) -> Result<usize, CareError> {
        let back = library::take_back_correction(self.visit.tx, self.visit.who.viewer, &ids_of(photos))?;
        self.log(WhatChanged::Dates, back);
        Ok(back)
    }

    /// By what a date that is given to a photo is taken back: the photo itself may not be there any more by then.
    pub fn undo_of_date(&self, photo: &Cleared<Photo>) -> Undo {
        self.name(Subject::Date(photo.id))
    }

    /// Lets what the files say of a date count again. Answers whether that name was of such a photo.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn take_date_back(&mut self, undo: &str) -> Result<bool, CareError> {
        let Some(Subject::Date(photo)) = self.named(undo) else { return Ok(false) };
        let back = library::take_back_correction(self.visit.tx, self.visit.who.viewer, &[photo])?;
        self.log(WhatChanged::Dates, back);
        Ok(true)
    }

    /// Moves what the camera of a photo noted. Answers by what that is taken back.
    ///
    /// # Errors
    /// [`ShiftError`] says why it cannot be moved; nothing was changed then.
    pub fn shift_clock(&mut self, photo: &Cleared<Photo>, shift: ClockShift) -> Result<Undo, ShiftError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let shift = ClockShift { like: photo.id, ..shift };
        let done = library::shift_camera(self.visit.tx, viewer, &shift, at)?;
        self.log(WhatChanged::Dates, usize::try_from(done.photos).unwrap_or(usize::MAX));
        Ok(self.name(Subject::Shift(done.id.0)))
    }

    /// Moves it back. Answers whether there was such a move.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn shift_clock_back(&mut self, undo: &str) -> Result<bool, CareError> {
        let Some(Subject::Shift(id)) = self.named(undo) else { return Ok(false) };
        let undone = library::shift_back(self.visit.tx, self.visit.who.viewer, ShiftId(id))?;
        self.log(WhatChanged::Dates, usize::try_from(undone).unwrap_or(usize::MAX));
        Ok(undone > 0)
    }

    /// Turns what is shown of a photo by so many quarters clockwise.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn turn(&mut self, photo: &Cleared<Photo>, quarters: u8) -> Result<(), CareError> {
        let turned = library::turn(self.visit.tx, self.visit.who.viewer, photo.id, quarters)?;
        self.log(WhatChanged::Turned, usize::from(turned));
        Ok(())
    }

    /// Hides photos. Answers which of them were not hidden before.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn hide(&mut self, photos: &[Cleared<Photo>]) -> Result<Vec<PhotoId>, CareError> {
        self.each(photos, WhatChanged::Hidden, |photo| !photo.hidden, library::hide)
    }

    /// Hides photos no more. Answers which of them were hidden.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn unhide(&mut self, photos: &[Cleared<Photo>]) -> Result<Vec<PhotoId>, CareError> {
        self.each(photos, WhatChanged::Hidden, |photo| photo.hidden, library::unhide)
    }

    /// Removes photos: they can be taken back for 30 days. Answers which.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn remove(&mut self, photos: &[Cleared<Photo>]) -> Result<Vec<PhotoId>, CareError> {
        let at = self.visit.at();
        self.each(photos, WhatChanged::Removed, |_| true, |tx, viewer, id| library::remove(tx, viewer, id, at))
    }

    /// Takes removed photos back, where they may be seen among the removed. Answers which.
    ///
    /// # Errors
    /// [`CareError`] where care cannot decide; nothing was changed then.
    pub fn restore(&mut self, ids: &[PhotoId]) -> Result<Vec<PhotoId>, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let mut back = Vec::new();
        for id in self.visit.library()?.can_return(ids, at)? {
            if library::restore(self.visit.tx, viewer, id, at)? {
                back.push(id);
            }
        }
        self.log(WhatChanged::Removed, back.len());
        self.settle()?;
        Ok(back)
    }

    fn each(
        &mut self,
        photos: &[Cleared<Photo>],
        what: WhatChanged,
        would_change: impl Fn(&Photo) -> bool,
        change: impl Fn(&mut store::Tx<'_>, circle::Viewer, PhotoId) -> Result<bool, store::StoreError>,
    ) -> Result<Vec<PhotoId>, CareError> {
        let mut changed = Vec::new();
        for photo in photos.iter().filter(|photo| would_change(photo)) {
            if change(self.visit.tx, self.visit.who.viewer, photo.id)? {
                changed.push(photo.id);
            }
        }
        self.log(what, changed.len());
        Ok(changed)
    }
}
