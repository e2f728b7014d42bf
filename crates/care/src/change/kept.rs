//! Changing what the viewer keeps with care: wishes, losses, offers, hard days, tender days, and how they want care to be.

use jiff::civil::Date;
use model::{DraftId, HardDayId, LossId, OfferId, PersonId, WishId};

use super::Change;
use crate::CareError;
use crate::first_visit::{FirstVisit, answer_first_visit};
use crate::hard_days::{
    HardDay, HardDayChangeId, Source, add_hard_day, change_hard_day, day_of_loss, own_hard_days, remove_hard_day,
    take_back_hard_day,
};
use crate::loss::{
    ByHand, Chosen, Loss, LossChangeId, LossError, Plan, add_loss, begin_loss, change_draft, change_loss,
    decline_offer, forget_examples, keep_draft, loss, offer_loss, remove_loss, reopen_offer, restore_loss,
    take_back_loss_change, take_by_hand, take_offer, withdraw_offer,
};
use crate::settings::{CareSettings, change_settings};
use crate::tender_day::{Tender, be_as_usual, be_tender};
use crate::want::Want;
use crate::wishes::{Wish, keep_away, lift, standing, wish_for};

/// What choosing the plan of a hard day changed, by which it is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanChosen {
    /// A day of one's own.
    Own(HardDayChangeId),
    /// A day of a loss.
    OfLoss(LossChangeId),
}

impl Change<'_, '_> {
    /// Keeps something away. `day` is the day whose plan was looked at. Answers the wish by which that is taken back, or `None` where
    /// there is no such thing in the library.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn keep_away(&mut self, wish: Wish, day: Date) -> Result<Option<WishId>, CareError> {
        self.wish_for(Want::KeepAway, wish, day)
    }

    /// Says what is wanted for something, as [`Change::keep_away`] does.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn wish_for(&mut self, want: Want, wish: Wish, day: Date) -> Result<Option<WishId>, CareError> {
        let (viewer, now) = (self.visit.viewer(), &self.visit.who.now);
        let made = match want {
            Want::KeepAway => keep_away(self.visit.tx, viewer, wish, day, now)?,
            want => wish_for(self.visit.tx, viewer, want, wish, day, now)?,
        };
        self.visit.weigh_anew();
        Ok(made)
    }

    /// Lifts a wish of the viewer's. Answers what was wanted, where there was such a wish.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn lift(&mut self, id: WishId) -> Result<Option<Want>, CareError> {
        let (viewer, today, at) = (self.visit.viewer(), self.visit.today(), self.visit.at());
        let standing = standing(self.visit.tx, viewer, today)?;
        let want = standing.iter().find(|wish| wish.id == id).map_or(Want::KeepAway, |wish| wish.want);
        let lifted = lift(self.visit.tx, viewer, id, at)?;
        self.visit.weigh_anew();
        Ok(lifted.then_some(want))
    }

    /// Keeps a loss. Answers its id.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn add_loss(&mut self, said: Loss) -> Result<LossId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let id = add_loss(self.visit.tx, viewer, said, at)?;
        self.visit.weigh_anew();
        Ok(id)
    }

    /// Begins to say a loss: a draft, which counts for nothing until it is kept for good. Answers its number.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn begin_loss(&mut self, said: Loss) -> Result<DraftId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        begin_loss(self.visit.tx, viewer, said, at)
    }

    /// Says a draft otherwise.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn change_draft(&mut self, id: DraftId, said: Loss) -> Result<(), LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        change_draft(self.visit.tx, viewer, id, said, at)
    }

    /// Keeps a draft for good: it counts from now on. Answers the loss.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn keep_draft(&mut self, id: DraftId) -> Result<LossId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let loss = keep_draft(self.visit.tx, viewer, id, at)?;
        self.visit.weigh_anew();
        Ok(loss)
    }

    /// Changes a loss: `said` takes the place of what was said.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn change_loss(&mut self, id: LossId, said: Loss) -> Result<LossChangeId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let change = change_loss(self.visit.tx, viewer, id, said, at)?;
        self.visit.weigh_anew();
        Ok(change)
    }

    /// Takes a change of a loss back. Answers the loss, where there was such a change and nothing came after it.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn take_back_loss_change(&mut self, change: LossChangeId) -> Result<Option<LossId>, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let back = take_back_loss_change(self.visit.tx, viewer, change, at)?;
        self.visit.weigh_anew();
        Ok(back)
    }

    /// A loss counts no more. Answers whether there was one.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn remove_loss(&mut self, id: LossId) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let removed = remove_loss(self.visit.tx, viewer, id, at)?;
        self.visit.weigh_anew();
        Ok(removed)
    }

    /// A removed loss counts again. Answers whether there was one.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn restore_loss(&mut self, id: LossId) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let restored = restore_loss(self.visit.tx, viewer, id, at)?;
        self.visit.weigh_anew();
        Ok(restored)
    }

    /// Takes a photo or a moment that was cleared into the reach of a loss, or out of it.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn take_by_hand(&mut self, loss: LossId, of: Chosen, way: ByHand) -> Result<LossChangeId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        if !self.visit.shows(of)? {
            return Err(LossError::NotThere);
        }
        let change = take_by_hand(self.visit.tx, viewer, loss, of, way, at)?;
        self.visit.weigh_anew();
        Ok(change)
    }

    /// No photo stands for a loss any more.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn forget_examples(&mut self, loss: LossId) -> Result<LossChangeId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let change = forget_examples(self.visit.tx, viewer, loss, at)?;
        self.visit.weigh_anew();
        Ok(change)
    }

    /// Offers a loss to somebody who signs in to the same library. `None` where there is no such loss.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn offer_loss(&mut self, id: LossId, to: PersonId) -> Result<Option<OfferId>, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        Ok(offer_loss(self.visit.tx, viewer, id, to, at)?)
    }

    /// Offers it no more. Answers whether there was such an offer.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn withdraw_offer(&mut self, id: OfferId) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        Ok(withdraw_offer(self.visit.tx, viewer, id, at)?)
    }

    /// Takes what somebody offers, as the viewer says it.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn take_offer(&mut self, id: OfferId, mine: Loss) -> Result<LossId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let loss = take_offer(self.visit.tx, viewer, id, mine, at)?;
        self.visit.weigh_anew();
        Ok(loss)
    }

    /// Declines it. Answers whether there was such an offer.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn decline_offer(&mut self, id: OfferId) -> Result<bool, CareError> {
        Ok(decline_offer(self.visit.tx, self.visit.who.viewer, id)?)
    }

    /// A declined offer waits for an answer again. Answers whether there was one.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn reopen_offer(&mut self, id: OfferId) -> Result<bool, CareError> {
        Ok(reopen_offer(self.visit.tx, self.visit.who.viewer, id)?)
    }

    /// Makes a day a hard day.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn add_hard_day(&mut self, day: &HardDay) -> Result<HardDayId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        add_hard_day(self.visit.tx, viewer, day, at)
    }

    /// Changes what is said of a hard day of one's own.
    ///
    /// # Errors
    /// [`LossError`] says what cannot be kept; nothing was changed then.
    pub fn change_hard_day(&mut self, id: HardDayId, day: &HardDay) -> Result<HardDayChangeId, LossError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        change_hard_day(self.visit.tx, viewer, id, day, at)
    }

    /// Takes the latest change of a hard day of one's own back. Answers whether there was such a change.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn take_back_hard_day(&mut self, change: HardDayChangeId) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        Ok(take_back_hard_day(self.visit.tx, viewer, change, at)?)
    }

    /// A hard day of one's own is one no longer, or, with `back`, is one again. Answers whether that changed anything.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn remove_hard_day(&mut self, id: HardDayId, back: bool) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        Ok(remove_hard_day(self.visit.tx, viewer, id, back, at)?)
    }

    /// Chooses what is wanted for that very hard day when it returns, of a loss or of one's own.
    ///
    /// # Errors
    /// [`LossError::NotThere`] where there is no such day any more; nothing was changed then.
    pub fn choose_plan(&mut self, source: Source, plan: Plan) -> Result<PlanChosen, LossError> {
        let viewer = self.visit.viewer();
        match source {
            Source::Own(id) => {
                let own = own_hard_days(self.visit.tx, viewer)?;
                let (_, mut day) = own.into_iter().find(|(own, _)| *own == id).ok_or(LossError::NotThere)?;
                day.day.plan = plan;
                self.change_hard_day(id, &day).map(PlanChosen::Own)
            }
            Source::Loss(id, day) => {
                let mut said = loss(self.visit.tx, viewer, id)?.ok_or(LossError::NotThere)?.loss;
                day_of_loss(&mut said, day).ok_or(LossError::NotThere)?.plan = plan;
                self.change_loss(id, said).map(PlanChosen::OfLoss)
            }
        }
    }

    /// Begins tender days.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn be_tender(&mut self, tender: Tender) -> Result<Date, CareError> {
        let (viewer, today, at) = (self.visit.viewer(), self.visit.today(), self.visit.at());
        Ok(be_tender(self.visit.tx, viewer, today, tender, at)?)
    }

    /// Ends tender days. Answers whether there were any.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn be_as_usual(&mut self) -> Result<bool, CareError> {
        let (viewer, today, at) = (self.visit.viewer(), self.visit.today(), self.visit.at());
        Ok(be_as_usual(self.visit.tx, viewer, today, at)?)
    }

    /// Changes how the viewer wants care to be. Answers how they wanted it before.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn change_settings(&mut self, wanted: CareSettings) -> Result<CareSettings, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let before = change_settings(self.visit.tx, viewer, wanted, at)?;
        self.visit.weigh_anew();
        Ok(before)
    }

    /// Keeps what the viewer answered when they were asked first. Answers what it was before.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn answer_first_visit(&mut self, answer: FirstVisit) -> Result<FirstVisit, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let before = answer_first_visit(self.visit.tx, viewer, answer, at)?;
        self.visit.weigh_anew();
        Ok(before)
    }

    /// Deletes the viewer's log. Wishes and losses stay.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn delete_log(&mut self) -> Result<(), CareError> {
        Ok(crate::log::delete_log(self.visit.tx, self.visit.who.viewer)?)
    }
}
