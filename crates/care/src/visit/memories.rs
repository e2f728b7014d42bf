//! What a day brings, what is ahead, and why.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use model::{MomentId, PhotoId};

use super::{Visit, Visits, Who};
use crate::ahead::{Ahead, DayAhead, ahead, ahead_on, in_portions, portion};
use crate::brought::Brought;
use crate::caution::{AskedByCaution, asked_by_caution};
use crate::first_visit::{FirstVisit, first_visit};
use crate::log::Entry;
use crate::plan::{DayPlan, Waits};
use crate::veil::{Card, OpenedCard, Stage, Subject};
use crate::week::{CARD_DAYS, card_days, drawn_in, week_of};
use crate::why::{WhyPhoto, why_memory, why_photo};
use crate::{CareError, Veil};

/// How often the coming days are looked at in portions, until nothing was written between two of them.
const TRIES: u8 = 3;
/// For how many days what waits is listed, today among them.
const WAITED: i64 = 28;

impl Visits {
    /// What the next `days` days hold, at most a year, as of one state of the house: looked at in portions, between which whoever
    /// writes has their turn. Where something is written again and again meanwhile, in one visit.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn ahead(&self, who: &Who, days: u16) -> Result<Ahead, CareError> {
        for _ in 0..TRIES {
            let found = in_portions(who.today(), days, |some| {
                self.look(who, |visit| {
                    let found = portion(visit.tx, who.viewer, who.today(), some)?;
                    Ok::<_, CareError>((visit.version, found))
                })
            });
            if let Some(ahead) = found? {
                return Ok(ahead);
            }
        }
        self.look(who, |visit| visit.ahead(days))
    }
}

impl Visit<'_, '_> {
    /// The day plan for `day`: everything that the viewer may meet on it. That it was shown is noted for them.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn day_plan(&mut self, day: Date) -> Result<DayPlan, CareError> {
        if let Some(waits) = self.waits()? {
            return Ok(DayPlan::waiting(day, waits));
        }
        let brought = self.brought(day)?;
        let plan = DayPlan { card: self.card_on(day, &brought)?, ..brought.plan(day) };
        let (shown, asked) = (plan.memories.len() as u32, u32::from(plan.card.is_some()));
        self.note_shown(Entry::Shown { day, shown, asked, quiet: plan.quiet.is_some() });
        Ok(plan)
    }

    /// What has to be before anything is offered to the viewer, if anything has.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be told; then nothing may be shown.
    pub fn waits(&mut self) -> Result<Option<Waits>, CareError> {
        let (viewer, at) = (self.viewer(), self.at());
        if first_visit(self.tx, viewer)? == FirstVisit::Waits {
            return Ok(Some(Waits::FirstVisit));
        }
        // A lease that runs out is written down by nobody: this is asked once a minute.
        let of = viewer.numbers([at.as_second().div_euclid(60), 0]);
        let comes_in = self.tx.once("coming in", of, |tx| library::is_coming_in(tx, viewer, at))?;
        Ok(comes_in.then_some(Waits::ComingIn))
    }

    /// What the viewer answered when they were asked first.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be read.
    pub fn first_visit(&mut self) -> Result<FirstVisit, CareError> {
        let viewer = self.viewer();
        Ok(first_visit(self.tx, viewer)?)
    }

    /// What a day brings, as an earlier visit that saw the same data reckoned it, or reckoned now.
    fn brought(&mut self, day: Date) -> Result<Arc<Brought>, CareError> {
        let who = (self.viewer(), self.today());
        if let Some(known) = self.version.and_then(|version| self.house.known.day(who, version, day)) {
            return Ok(known);
        }
        let brought = Arc::new(Brought::by(self.tx, who.0, (day, who.1))?);
        if let Some(version) = self.version {
            self.house.known.learn_day(who, version, day, &brought);
        }
        Ok(brought)
    }

    /// The card of a day, where something waits on it that may have one and it is one of the days of its week that do.
    fn card_on(&mut self, day: Date, brought: &Brought) -> Result<Option<Card>, CareError> {
        if brought.reason().is_none() {
            return Ok(None);
        }
        let (week, viewer, today) = (week_of(day), self.viewer(), self.today());
        let drawn = drawn_in(self.tx, viewer, &week)?;
        let mut waits = Vec::new();
        // What another day brings matters only while there is room for another card.
        if drawn.len() < CARD_DAYS && !drawn.contains(&day) {
            for other in week.into_iter().filter(|other| *other >= today) {
                waits.extend(self.brought(other)?.reason().map(|reason| (other, reason)));
            }
        }
        Ok(card_days(&waits, &drawn, today).contains(&day).then_some(Card { day }))
    }

    /// What waits to be asked for on a day, whether it has a card or not: one veil for each year, the most careful reasons first.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn waiting_on(&mut self, day: Date) -> Result<Vec<Veil>, CareError> {
        match self.waits()? {
            Some(_) => Ok(Vec::new()),
            None => Ok(self.brought(day)?.waits()),
        }
    }

    /// What waited on the days of the last four weeks and still does, the latest day first.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn what_waits(&mut self) -> Result<Vec<(Date, Vec<Veil>)>, CareError> {
        let (today, mut found) = (self.today(), Vec::new());
        if self.waits()?.is_some() {
            return Ok(found);
        }
        for back in 0..WAITED {
            let day = today.saturating_sub(back.days());
            let waits = self.brought(day)?.waits();
            if !waits.is_empty() {
                found.push((day, waits));
            }
        }
        Ok(found)
    }

    /// What waits behind the card of a day that was opened, by the token that opening it answered. `None` where the token opens none.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn opened_card(&mut self, token: &str) -> Result<Option<OpenedCard>, CareError> {
        let (seal, session) = self.sealing();
        match seal.unseal(self.viewer(), session, Stage::Open, token, self.at()) {
            Some(Subject::CardOf(day)) => Ok(Some(OpenedCard { day, waits: self.waiting_on(day)? })),
            _ => Ok(None),
        }
    }

    /// The token by which the viewer opens the card of a day in this session. Nothing, where the system gives no random numbers: then
    /// the card stays closed.
    pub fn card_token(&self, card: &Card) -> Option<String> {
        let (seal, session) = self.sealing();
        seal.seal(self.viewer(), session, Stage::Closed, Subject::CardOf(card.day), self.at())
    }

    /// The token by which the viewer opens a quiet card in this session. Nothing, where the system gives no random numbers: then the
    /// card stays closed.
    pub fn token(&self, veil: &Veil) -> Option<String> {
        let (seal, session) = self.sealing();
        veil.token(seal, self.viewer(), session, self.at())
    }

    /// What the next `days` days hold, at most a year.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn ahead(&mut self, days: u16) -> Result<Ahead, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(ahead(self.tx, viewer, today, days)?)
    }

    /// What one day holds, whether there is something to say of it or not.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn ahead_on(&mut self, day: Date) -> Result<DayAhead, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(ahead_on(self.tx, viewer, day, today)?)
    }

    /// Why a photo is shown, asked about or held; `None` where there is no such photo in the library.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide.
    pub fn why_photo(&mut self, id: PhotoId) -> Result<Option<WhyPhoto>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(why_photo(self.tx, viewer, id, today)?)
    }

    /// Why a moment comes as a memory on `day`, is asked about or held; `None` where there is no such moment.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide.
    pub fn why_moment(&mut self, id: MomentId, day: Date) -> Result<Option<WhyPhoto>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(why_memory(self.tx, viewer, id, (day, today))?)
    }

    /// Everything that caution asks about, in memories too: at most `most` moments of it, from the one at `from` on.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide.
    pub fn asked_by_caution(&mut self, (from, most): (usize, usize)) -> Result<AskedByCaution, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(asked_by_caution(self.tx, viewer, today, (from, most))?)
    }
}
