//! What the viewer keeps with care: losses, hard days, wishes, and how they want care to be.

use library::{KnownPlace, Named};
use memories::Observance;
use model::{DraftId, LossId, OfferId, PersonId, PhotoId};

use super::Visit;
use crate::hard_days::{HardDay, Source, own_hard_days};
use crate::loss::{
    Chosen, FirstWords, KeptLoss, Loss, Offer, draft, implied_observances, loss, losses, offered_to, offers_to,
};
use crate::quiet_look::{known_source, quiet_look};
use crate::reach::{PartPreview, WholeReach, preview, whole_reach};
use crate::settings::{CareSettings, settings};
use crate::tender_day::tender_until;
use crate::wishes::{StandingWish, standing};
use crate::{CareError, Cleared};

/// Everybody and every place of a library, for what the owner of a loss types. What is offered to be chosen comes from the view of
/// the library instead.
#[derive(Clone, Debug)]
pub struct KnownNames {
    /// Everybody.
    pub people: Vec<Named>,
    /// Every name by which somebody is found, those that they had before too, with whom it finds.
    pub names: Vec<(String, PersonId)>,
    /// Every town.
    pub towns: Vec<KnownPlace>,
}

/// Something that was picked for a quiet look.
#[derive(Debug)]
pub struct Picked {
    /// The sealed name by which it is taken out.
    pub name: Option<String>,
    /// The photo, where it may be seen outside of the quiet look as well.
    pub photo: Option<Cleared<library::Photo>>,
    /// The day it is of, as far as that is known.
    pub of: Option<jiff::civil::Date>,
}

impl Visit<'_, '_> {
    /// The viewer's losses.
    ///
    /// # Errors
    /// [`CareError`] when they cannot be read; then nothing may be shown.
    pub fn losses(&mut self) -> Result<Vec<KeptLoss>, CareError> {
        Ok(losses(self.tx, self.who.viewer)?)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be read.
    pub fn loss(&mut self, id: LossId) -> Result<Option<KeptLoss>, CareError> {
        Ok(loss(self.tx, self.who.viewer, id)?)
    }

    /// What is known already for the first words about some people.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn first_words(&mut self, people: Vec<PersonId>) -> Result<FirstWords, CareError> {
        Ok(FirstWords::about(self.tx, self.who.viewer, people)?)
    }

    /// What falls in each part of a loss, as it is said now, saved or not: numbers, days and places.
    ///
    /// # Errors
    /// [`CareError`] where the library cannot be read.
    pub fn preview(&mut self, loss: &Loss) -> Result<Vec<PartPreview>, CareError> {
        Ok(preview(self.tx, self.who.viewer, loss)?)
    }

    /// What the viewer began to say of a loss and has not kept yet; nothing where it was kept, or left for a day.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be read.
    pub fn draft(&mut self, id: DraftId) -> Result<Option<Loss>, CareError> {
        let at = self.at();
        Ok(draft(self.tx, self.who.viewer, id, at)?)
    }

    /// How much a loss keeps away or asks about today, as it is said now, saved or not.
    ///
    /// # Errors
    /// [`CareError`] where the library cannot be read.
    pub fn whole_reach(&mut self, loss: &Loss) -> Result<WholeReach, CareError> {
        let today = self.today();
        Ok(whole_reach(self.tx, self.who.viewer, loss, today)?)
    }

    /// The days of the calendar that a loss may make hard.
    ///
    /// # Errors
    /// [`CareError`] when they cannot be looked up.
    pub fn implied_observances(&mut self, loss: &Loss) -> Result<Vec<&'static Observance>, CareError> {
        Ok(implied_observances(self.tx, self.who.viewer, loss)?)
    }

    /// Whom a loss of the viewer's is offered to.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn offered_to(&mut self, id: LossId) -> Result<Vec<(PersonId, OfferId)>, CareError> {
        Ok(offered_to(self.tx, self.who.viewer, id)?)
    }

    /// What others offer to the viewer, each with the name of whoever offers it.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn offers(&mut self) -> Result<Vec<(Offer, Option<String>)>, CareError> {
        let mut offers = Vec::new();
        for offer in offers_to(self.tx, self.who.viewer)? {
            let from = library::person(self.tx, self.who.viewer, offer.from)?.map(|person| person.name);
            offers.push((offer, from));
        }
        Ok(offers)
    }

    /// The hard days that the viewer made without a loss.
    ///
    /// # Errors
    /// [`CareError`] when they cannot be read.
    pub fn own_hard_days(&mut self) -> Result<Vec<(model::HardDayId, HardDay)>, CareError> {
        Ok(own_hard_days(self.tx, self.who.viewer)?)
    }

    /// What was picked for one hard day and was not put away since.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn picked(&mut self, source: Source) -> Result<Vec<Picked>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        let ids = quiet_look(self.tx, viewer, source)?;
        let mut picked = Vec::new();
        for id in crate::veil::not_held(self.tx, viewer, &ids, today)? {
            let taken = library::photo(self.tx, viewer, id)?.and_then(|photo| photo.taken);
            let name = self.name_photo(id);
            picked.push(Picked { name, photo: self.photo(id)?, of: taken.map(|taken| taken.at.date()) });
        }
        Ok(picked)
    }

    /// Whether the viewer has that hard day.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn has_hard_day(&mut self, source: Source) -> Result<bool, CareError> {
        Ok(known_source(self.tx, self.who.viewer, source)?)
    }

    /// The viewer's wishes that hold today, the latest first.
    ///
    /// # Errors
    /// [`CareError`] when they cannot be read.
    pub fn wishes(&mut self) -> Result<Vec<StandingWish>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(standing(self.tx, viewer, today)?)
    }

    /// How the viewer wants care to be.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be read.
    pub fn settings(&mut self) -> Result<CareSettings, CareError> {
        Ok(settings(self.tx, self.who.viewer)?)
    }

    /// The first day on which something may be offered again, where today is a tender day.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be read.
    pub fn tender_until(&mut self) -> Result<Option<jiff::civil::Date>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(tender_until(self.tx, viewer, today)?)
    }

    /// The viewer's countries (ISO 3166-1 alpha-2), whose calendars they live by.
    ///
    /// # Errors
    /// [`CareError`] when they cannot be read.
    pub fn countries(&mut self) -> Result<Vec<String>, CareError> {
        Ok(circle::countries_of(self.tx, self.who.viewer)?)
    }

    /// Everybody and every place, for what the owner of a loss types.
    ///
    /// # Errors
    /// [`CareError`] when they cannot be read.
    pub fn known_names(&mut self) -> Result<KnownNames, CareError> {
        let viewer = self.viewer();
        let mut names = library::names_and_people(self.tx, viewer)?;
        // The engines promise no order.
        names.sort_unstable();
        Ok(KnownNames { people: library::people(self.tx, viewer)?, names, towns: library::places(self.tx, viewer)? })
    }

    /// Whoever else signs in to the same library: their persons, and the names that they sign in by.
    ///
    /// # Errors
    /// [`CareError`] when they cannot be read.
    pub fn others_here(&mut self) -> Result<Vec<(PersonId, String)>, CareError> {
        let others = circle::others(self.tx, self.who.viewer)?.into_iter();
        Ok(others.map(|account| (account.viewer.person(), account.details.name)).collect())
    }

    /// Whether a photo, or anything of a moment, may be seen.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn shows(&mut self, chosen: Chosen) -> Result<bool, CareError> {
        Ok(match chosen {
            Chosen::Photo(id) => self.photo(id)?.is_some(),
            Chosen::Moment(id) => self.moment_part(id, 0, 1)?.is_some(),
        })
    }

    /// The sealed name of a photo; empty where the system gives no random numbers.
    pub fn name_of_photo(&self, photo: &Cleared<library::Photo>) -> String {
        self.name_photo(photo.id).unwrap_or_default()
    }

    fn name_photo(&self, id: PhotoId) -> Option<String> {
        crate::veil::name(self.sealing(), self.viewer(), crate::veil::Subject::Named(id), self.at())
    }
}
