//! Taking a photo or a moment into what is kept with care, or out of it, from its own page.

use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{ByHand, Chosen, HardDay, KeptLoss, Plan, Source};
use model::{HardDayId, LossId, MomentId, PhotoId};
use serde::Deserialize;

use super::days::source_said;
use crate::House;
use crate::pages::form::{Filled, id_of, led_back};
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::Words;

#[derive(Deserialize)]
pub(crate) struct Taken {
    /// `photo` or `moment`.
    what: String,
    target: i64,
    way: String,
    #[serde(default)]
    back: String,
}

/// What the page of a photo or a moment offers of care, where its owner has something to keep with care.
#[derive(Clone, Debug, Default)]
pub(crate) struct InCare {
    pub(crate) what: &'static str,
    pub(crate) target: i64,
    pub(crate) back: String,
    /// Each loss in its owner's words, and whether this was taken in or out of it by hand.
    pub(crate) losses: Vec<(LossId, String, Option<ByHand>)>,
    /// Hard days with a quiet look, for which a photo can be picked.
    pub(crate) looks: Vec<(String, String)>,
}

pub(crate) async fn take(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(asked): Filled<Taken>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, LossId)?;
    let chosen = match asked.what.as_str() {
        "photo" => Chosen::Photo(PhotoId(asked.target)),
        "moment" => Chosen::Moment(MomentId(asked.target)),
        _ => return Err(Trouble::Misused("trouble-choose")),
    };
    let way = ByHand::from_name(&asked.way).ok_or(Trouble::Misused("trouble-choose"))?;
    let led = house.ask(move |house| {
        let (viewer, now) = (visitor.viewer, visitor.now.timestamp());
        // What may not be seen here is not there to be taken anywhere.
        if !is_seen(house, &visitor, chosen)? {
            return Err(Trouble::NotThere);
        }
        let change = super::changed(house, |tx| care::take_by_hand(tx, viewer, id, chosen, way, now))?;
        // It may be gone from its page now.
        let back = if is_seen(house, &visitor, chosen)? { asked.back } else { format!("/care/losses/{id}") };
        Ok(led_back(&back, taken_said(way), Some(change.0)))
    });
    led.await
}

/// What was just done, as an address says it.
pub(crate) fn taken_said(way: ByHand) -> &'static str {
    match way {
        ByHand::In => "taken-in",
        ByHand::Out => "taken-out",
        ByHand::StandsForIt => "taken-example",
        ByHand::AsItIs => "taken-neither",
    }
}

/// Lets no photo stand for a loss any more: those that may not be seen have no page of their own to say so.
pub(crate) async fn forget_examples(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, LossId)?;
    let change = house.ask(move |house| {
        let (viewer, now) = (visitor.viewer, visitor.now.timestamp());
        super::changed(house, |tx| care::forget_examples(tx, viewer, id, now))
    });
    Ok(led_back(&format!("/care/losses/{id}"), "loss-changed", Some(change.await?.0)))
}

fn is_seen(house: &House, visitor: &Visitor, chosen: Chosen) -> Result<bool, Trouble> {
    let (viewer, today) = (visitor.viewer, visitor.today());
    Ok(match chosen {
        Chosen::Photo(id) => care::photo(&house.store, viewer, id, today)?.is_some(),
        Chosen::Moment(id) => care::story_part(&house.store, viewer, id, today, 0, 1)?.is_some(),
    })
}

impl InCare {
    pub(crate) fn photo(house: &House, visitor: &Visitor, id: PhotoId) -> Result<Self, Trouble> {
        Self::of(house, visitor, Chosen::Photo(id))
    }

    pub(crate) fn moment(house: &House, visitor: &Visitor, id: MomentId) -> Result<Self, Trouble> {
        Self::of(house, visitor, Chosen::Moment(id))
    }

    fn of(house: &House, visitor: &Visitor, chosen: Chosen) -> Result<Self, Trouble> {
        let (viewer, words) = (visitor.viewer, visitor.words);
        let (losses, own) =
            house.store.read(|tx| Ok::<_, Trouble>((care::losses(tx, viewer)?, care::own_hard_days(tx, viewer)?)))?;
        let (what, target) = match chosen {
            Chosen::Photo(id) => ("photo", id.0),
            Chosen::Moment(id) => ("moment", id.0),
        };
        let looks = if what == "photo" { words.looks(&losses, &own) } else { Vec::new() };
        let way = |kept: &KeptLoss| match () {
            () if kept.loss.taken_in.contains(&chosen) => Some(ByHand::In),
            () if kept.loss.taken_out.contains(&chosen) => Some(ByHand::Out),
            () if kept.loss.examples.iter().any(|photo| Chosen::Photo(*photo) == chosen) => Some(ByHand::StandsForIt),
            () => None,
        };
        let losses = losses.iter().map(|kept| (kept.id, words.loss_named(kept), way(kept))).collect();
        Ok(Self { what, target, back: format!("/{what}/{target}"), losses, looks })
    }
}

/// Hard days with a quiet look, for which a photo can be picked, each with what its owner calls it.
pub(crate) fn looks(house: &House, visitor: &Visitor) -> Result<Vec<(String, String)>, Trouble> {
    let viewer = visitor.viewer;
    let (losses, own) =
        house.store.read(|tx| Ok::<_, Trouble>((care::losses(tx, viewer)?, care::own_hard_days(tx, viewer)?)))?;
    Ok(visitor.words.looks(&losses, &own))
}

impl Words {
    fn looks(self, losses: &[KeptLoss], own: &[(HardDayId, HardDay)]) -> Vec<(String, String)> {
        let mut looks = Vec::new();
        for kept in losses {
            // All days of a loss share what was picked for them.
            let quiet = kept.loss.days.iter().position(|day| day.plan == Plan::QuietLook);
            looks.extend(quiet.map(|at| (source_said(Source::Loss(kept.id, at)), self.loss_named(kept))));
        }
        let own = own.iter().filter(|(_, day)| day.day.plan == Plan::QuietLook);
        looks.extend(own.map(|(id, day)| (source_said(Source::Own(*id)), self.hard_named(&day.called))));
        looks
    }

    /// A loss in its owner's words, or by the day since when it is kept: never by what happened.
    pub(crate) fn loss_named(self, kept: &KeptLoss) -> String {
        let since = kept.loss.the_day().or(kept.loss.periods.first().map(|period| period.from));
        match (kept.loss.called.trim(), since) {
            ("", Some(day)) => self.fill("loss-since-day", "day", self.plain_day(day)),
            ("", None) => self.say("loss-one-title"),
            (called, _) => called.to_owned(),
        }
    }
}
