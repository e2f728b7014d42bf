//! Moments, as a visit shows them.

use jiff::civil::Date;
use model::{MomentId, PhotoId};

use super::Visit;
use crate::guard::{Story, screens_on, story_part};
use crate::{CareError, Cleared};

/// The moments before and after one that it can be joined with, each with its first photo. One that may not be shown is not there.
#[derive(Debug, Default, PartialEq)]
pub struct Sides {
    /// The one before it.
    pub before: Option<Cleared<Story>>,
    /// The one after it.
    pub after: Option<Cleared<Story>>,
}

impl Visit<'_, '_> {
    /// A moment whole. "Not yours", "not there" and "held" are one: `None`.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn moment(&mut self, id: MomentId) -> Result<Option<Cleared<Story>>, CareError> {
        self.moment_part(id, 0, usize::MAX)
    }

    /// The part of a moment that begins with its photo `from` of those that may be shown, and has at most `most` of them.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn moment_part(&mut self, id: MomentId, from: usize, most: usize) -> Result<Option<Cleared<Story>>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(story_part(self.tx, viewer, id, today, from, most)?)
    }

    /// The moments beside one.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn sides_of(&mut self, story: &Cleared<Story>) -> Result<Sides, CareError> {
        let beside = memories::neighbours(self.tx, self.who.viewer, story.moment.id)?;
        let mut side = |id: Option<MomentId>| match id {
            Some(id) => self.moment_part(id, 0, 1),
            None => Ok(None),
        };
        Ok(Sides { before: side(beside.before)?, after: side(beside.after)? })
    }

    /// How many screenshots, papers and the like of a day may be seen and are not hidden yet.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn screens_on(&mut self, day: Date) -> Result<usize, CareError> {
        Ok(self.screens(day)?.len())
    }

    pub(crate) fn screens(&mut self, day: Date) -> Result<Vec<PhotoId>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(screens_on(self.tx, viewer, day, today)?)
    }
}
