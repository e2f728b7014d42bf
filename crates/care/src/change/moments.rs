//! Changing moments that were cleared: their words, where they begin and end, and the screenshots of their day.

use jiff::civil::Date;
use library::Photo;
use memories::{MomentWords, SeamId};
use model::MomentId;

use super::{Change, Undo};
use crate::guard::Story;
use crate::log::WhatChanged;
use crate::veil::Subject;
use crate::{CareError, Cleared};

impl Change<'_, '_> {
    /// Says a title and a line of words of a moment; empty ones take back what was said.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn say_of_moment(&mut self, story: &Cleared<Story>, words: &MomentWords) -> Result<(), CareError> {
        let said = memories::say_of(self.visit.tx, self.visit.who.viewer, story.moment.id, words)?;
        self.log(WhatChanged::Words, usize::from(said));
        Ok(())
    }

    /// Parts a moment so that a new one begins with that photo of it. Answers the moment that the photo is in now, and by what it is
    /// taken back; `None` where there is nothing before it to be parted from.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn part(&mut self, of: MomentId, first: &Cleared<Photo>) -> Result<Option<(MomentId, Undo)>, CareError> {
        let viewer = self.visit.viewer();
        let member = memories::member(self.visit.tx, viewer, first.id)?.filter(|member| member.moment == of);
        let Some(member) = member else { return Ok(None) };
        let Some(SeamId(seam)) = memories::part(self.visit.tx, viewer, member)? else { return Ok(None) };
        self.log(WhatChanged::Moments, 1);
        let now_in = memories::member(self.visit.tx, viewer, first.id)?.map_or(of, |member| member.moment);
        Ok(Some((now_in, self.name(Subject::Seam(seam)))))
    }

    /// Joins two moments beside each other. Answers the moment that they are now, and by what it is taken back; `None` where they do
    /// not lie beside each other.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn join(
        &mut self,
        one: &Cleared<Story>,
        other: &Cleared<Story>,
    ) -> Result<Option<(MomentId, Undo)>, CareError> {
        let (viewer, id) = (self.visit.viewer(), one.moment.id);
        let joined = memories::join(self.visit.tx, viewer, id, other.moment.id)?;
        let Some(SeamId(seam)) = joined else { return Ok(None) };
        self.log(WhatChanged::Moments, 1);
        // The photo by which the joined moment is found again.
        let first = other.photos.first().map(|photo| photo.id);
        let member = first.map(|first| memories::member(self.visit.tx, viewer, first)).transpose()?.flatten();
        Ok(Some((member.map_or(id, |member| member.moment), self.name(Subject::Seam(seam)))))
    }

    /// Takes a parting or a joining back. Answers the moment in which the last photo of `seen_at` is now, where there is one; `None`
    /// where there was no such parting.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn unsew(&mut self, undo: &str, seen_at: Option<MomentId>) -> Result<Option<Option<MomentId>>, CareError> {
        let viewer = self.visit.viewer();
        let Some(Subject::Seam(id)) = self.named(undo) else { return Ok(None) };
        // The moment that somebody looks at may go; its photos are in another then.
        let last = seen_at.map(|moment| memories::before(self.visit.tx, viewer, moment, u32::MAX)).transpose()?;
        let last = last.unwrap_or_default().first().map(|member| member.photo);
        if !memories::unsew(self.visit.tx, viewer, SeamId(id))? {
            return Ok(None);
        }
        self.log(WhatChanged::Moments, 1);
        let member = last.map(|last| memories::member(self.visit.tx, viewer, last)).transpose()?.flatten();
        Ok(Some(member.map(|member| member.moment)))
    }

    /// Hides the screenshots, papers and the like of a day that may be seen. Answers by what it is taken back.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; nothing was changed then.
    pub fn hide_screens(&mut self, day: Date) -> Result<Undo, CareError> {
        let ids = self.visit.screens(day)?;
        let act = library::hide_together(self.visit.tx, self.visit.who.viewer, &ids)?;
        self.log(WhatChanged::Hidden, ids.len());
        Ok(self.name(Subject::Screens(act)))
    }

    /// Hides them no more. Answers whether anything was hidden by that.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn unhide_screens(&mut self, undo: &str) -> Result<bool, CareError> {
        let Some(Subject::Screens(act)) = self.named(undo) else { return Ok(false) };
        let shown = library::unhide_together(self.visit.tx, self.visit.who.viewer, act)?;
        self.log(WhatChanged::Hidden, shown);
        Ok(shown > 0)
    }
}
