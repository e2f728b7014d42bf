//! Doors that a visit opens for its viewer, and what is behind those that are open.

use jiff::civil::Date;
use library::Photo;
use model::{DraftId, LossId};

use super::Visit;
use crate::hard_days::Source;
use crate::loss::Chosen;
use crate::veil::{Opened, Subject, behind_door, name, named, opened, opened_at, opened_photo, why_opened};
use crate::{CareError, Cleared, WhyPhoto};

impl Visit<'_, '_> {
    /// Opens the door to everything that is put away, for whoever was asked and said yes. Nothing, as for all doors, where the system
    /// gives no random numbers.
    pub fn open_put_away(&self) -> Option<String> {
        self.door(Subject::PutAway)
    }

    /// Opens what was picked for a quiet look on a hard day.
    pub fn open_quiet_look(&self, day: Date) -> Option<String> {
        self.door(Subject::QuietLook(day))
    }

    /// Opens what was picked for one hard day, whichever day it is today. `None` where nothing of it may be seen.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn open_quiet_look_of(&mut self, source: Source) -> Result<Option<String>, CareError> {
        let viewer = self.viewer();
        let subject = Subject::QuietLookOf(source);
        let something = !behind_door(self.tx, viewer, subject, &self.who.now)?.is_empty();
        Ok(if something { self.door(subject) } else { None })
    }

    /// Opens what falls in one part of a loss, to its owner, who asked for the pictures. `None` where the loss has no such part.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn open_reach(&mut self, loss: LossId, part: &str) -> Result<Option<String>, CareError> {
        let kept = crate::loss::loss(self.tx, self.who.viewer, loss)?;
        let part = kept.and_then(|kept| kept.loss.part(part).map(|part| part.of));
        Ok(part.and_then(|part| self.door(Subject::Reach(loss, part))))
    }

    /// Opens everything that a draft would keep away or ask about, to whoever began it and asked for the pictures. `None` where there
    /// is no such draft any more.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn open_draft(&mut self, id: DraftId) -> Result<Option<String>, CareError> {
        Ok(self.draft(id)?.and_then(|_| self.door(Subject::Draft(id))))
    }

    /// A part of what was opened: at most `most` photos from `from` on. What was kept away in the meantime is not there.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn opened(&mut self, token: &str, (from, most): (usize, usize)) -> Result<Option<Cleared<Opened>>, CareError> {
        let (viewer, sealing) = (self.viewer(), self.sealing());
        Ok(opened(self.tx, viewer, sealing, token, &self.who.now, (from, most))?)
    }

    /// One photo of what was opened, by its sealed name there.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn opened_photo(&mut self, token: &str, name: &str) -> Result<Option<Cleared<Photo>>, CareError> {
        let (viewer, sealing) = (self.viewer(), self.sealing());
        Ok(opened_photo(self.tx, viewer, sealing, token, &self.who.now, name)?)
    }

    /// Why something that was opened asked first or stays away: of a moment as it would come today, of a photo by its sealed name.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn why_opened(&mut self, token: &str, name: &str) -> Result<Option<WhyPhoto>, CareError> {
        let (viewer, sealing) = (self.viewer(), self.sealing());
        Ok(why_opened(self.tx, viewer, sealing, token, &self.who.now, name)?)
    }

    /// The sealed name of a hard day. It names that very day for as long as a page may be open, and no other.
    pub fn name_of(&self, source: Source) -> Option<String> {
        name(self.sealing(), self.viewer(), Subject::HardDay(source), self.at())
    }

    /// The hard day that a sealed name is of.
    pub fn hard_day_named(&self, sealed: &str) -> Option<Source> {
        match named(self.sealing(), self.viewer(), sealed, self.at())? {
            Subject::HardDay(source) => Some(source),
            _ => None,
        }
    }

    /// What stands behind a sealed name in what was opened: the moment whole, or one photo.
    pub(crate) fn opened_at(&mut self, token: &str, name: &str) -> Result<Option<Chosen>, CareError> {
        let (viewer, sealing) = (self.viewer(), self.sealing());
        Ok(opened_at(self.tx, viewer, sealing, token, &self.who.now, name)?)
    }

    fn door(&self, subject: Subject) -> Option<String> {
        let (seal, session) = self.sealing();
        crate::veil::door((seal, session), self.viewer(), subject, self.at())
    }
}
