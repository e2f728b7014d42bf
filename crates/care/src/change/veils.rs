//! Opening quiet cards, answering them, and what is said of something that was opened, by its sealed name.

use jiff::civil::Date;
use model::{LossId, PhotoId, WishId};

use super::Change;
use crate::hard_days::Source;
use crate::loss::{ByHand, Chosen, LossChangeId, LossError, take_by_hand};
use crate::quiet_look::{known_source, pick};
use crate::veil::{Answer, Subject, answer_veil, open};
use crate::want::Want;
use crate::wishes::{HowLong, Scope, Wish, wish_for};
use crate::{CareError, Cleared};

impl Change<'_, '_> {
    /// Opens a quiet card: answers a token by which it is looked at for a while, or `None` where the token opens nothing.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn open(&mut self, token: &str) -> Result<Option<String>, CareError> {
        let (viewer, sealing) = (self.visit.viewer(), self.visit.sealing());
        Ok(open(self.visit.tx, viewer, sealing, token, &self.visit.who.now)?)
    }

    /// Answers a veil, or all that waits behind the card of a day, before it was opened or after; `day` is the day that was looked at.
    /// The wishes by which that is taken back; none where the token opens nothing.
    ///
    /// # Errors
    /// [`CareError`] where care cannot decide; nothing was changed then.
    pub fn answer(&mut self, token: &str, answer: Answer, day: Date) -> Result<Vec<WishId>, CareError> {
        let (viewer, sealing, now) = (self.visit.viewer(), self.visit.sealing(), &self.visit.who.now);
        let wishes = answer_veil(self.visit.tx, viewer, sealing, token, answer, (day, now))?;
        self.visit.weigh_anew();
        Ok(wishes)
    }

    /// Welcomes what stands behind a sealed name in what was opened: the moment whole, or that one photo. Whatever else came to its
    /// place since is not meant.
    ///
    /// # Errors
    /// [`CareError`] where care cannot decide; nothing was changed then.
    pub fn welcome_opened(&mut self, token: &str, name: &str) -> Result<Option<WishId>, CareError> {
        let (viewer, today) = (self.visit.viewer(), self.visit.today());
        let wish = match self.visit.opened_at(token, name)? {
            None => return Ok(None),
            Some(Chosen::Moment(_)) => return Ok(self.answer(token, Answer::Welcome, today)?.into_iter().next()),
            Some(Chosen::Photo(id)) => Wish { scope: Scope::Photo(id), how_long: HowLong::Never },
        };
        let made = wish_for(self.visit.tx, viewer, Want::Welcome, wish, today, &self.visit.who.now)?;
        self.visit.weigh_anew();
        Ok(made)
    }

    /// Takes what stands behind a sealed name in what was opened into the reach of a loss, or out of it.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; [`LossError::NotThere`] where the name opens nothing. Nothing was changed then.
    pub fn take_opened(
        &mut self,
        loss: LossId,
        (token, name): (&str, &str),
        way: ByHand,
    ) -> Result<LossChangeId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let of = self.visit.opened_at(token, name)?.ok_or(LossError::NotThere)?;
        let change = take_by_hand(self.visit.tx, viewer, loss, of, way, at)?;
        self.visit.weigh_anew();
        Ok(change)
    }

    /// Picks a photo that was opened for the quiet look on a hard day. Answers whether there are such a photo and such a day.
    ///
    /// # Errors
    /// [`CareError`] where care cannot decide; nothing was changed then.
    pub fn pick_opened(&mut self, source: Source, token: &str, name: &str) -> Result<bool, CareError> {
        let Some(photo) = self.visit.opened_photo(token, name)? else { return Ok(false) };
        self.pick(source, &photo)
    }

    /// Picks a photo for the quiet look on a hard day. Answers whether there is such a day.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn pick(&mut self, source: Source, photo: &Cleared<library::Photo>) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        if !known_source(self.visit.tx, viewer, source)? {
            return Ok(false);
        }
        pick(self.visit.tx, viewer, source, photo.id, false, at)?;
        Ok(true)
    }

    /// Takes a photo out of a quiet look, by its sealed name there. Answers which it was, where there is such a day.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn take_out_of_quiet_look(&mut self, source: Source, name: &str) -> Result<Option<PhotoId>, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let Some(Subject::Named(photo)) = self.named(name) else { return Ok(None) };
        let out = known_source(self.visit.tx, viewer, source)? && pick(self.visit.tx, viewer, source, photo, true, at)?;
        Ok(out.then_some(photo))
    }
}
