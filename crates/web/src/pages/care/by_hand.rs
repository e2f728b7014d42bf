//! Taking a photo or a moment into what is kept with care, or out of it, from its own page.

use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{ByHand, Chosen, DayOfLoss, KeptLoss, Plan, Source, Visit};
use model::{LossId, MomentId, PhotoId};
use serde::Deserialize;

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
    let led = house.change(visitor, move |change, _| {
        // What may not be seen here is not there to be taken anywhere.
        let taken = change.take_by_hand(id, chosen, way)?;
        // It may be gone from its page now.
        let back = if change.shows(chosen)? { asked.back } else { format!("/care/losses/{id}") };
        Ok(led_back(&back, taken_said(way), Some(&taken.0)))
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
    let change = house.change(visitor, move |change, _| Ok(change.forget_examples(id)?));
    Ok(led_back(&format!("/care/losses/{id}"), "loss-changed", Some(&change.await?.0)))
}

impl InCare {
    pub(crate) fn photo(visit: &mut Visit<'_, '_>, visitor: &Visitor, id: PhotoId) -> Result<Self, Trouble> {
        Self::of(visit, visitor, Chosen::Photo(id))
    }

    pub(crate) fn moment(visit: &mut Visit<'_, '_>, visitor: &Visitor, id: MomentId) -> Result<Self, Trouble> {
        Self::of(visit, visitor, Chosen::Moment(id))
    }

    fn of(visit: &mut Visit<'_, '_>, visitor: &Visitor, chosen: Chosen) -> Result<Self, Trouble> {
        let (words, losses) = (visitor.words, visit.losses()?);
        let (what, target) = match chosen {
            Chosen::Photo(id) => ("photo", id.0),
            Chosen::Moment(id) => ("moment", id.0),
        };
        let looks = if what == "photo" { looks(visit, visitor)? } else { Vec::new() };
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

/// Hard days with a quiet look, for which a photo can be picked: the sealed name of each, and what its owner calls it.
pub(crate) fn looks(visit: &mut Visit<'_, '_>, visitor: &Visitor) -> Result<Vec<(String, String)>, Trouble> {
    let (words, mut looks) = (visitor.words, Vec::new());
    for kept in visit.losses()? {
        // All days of a loss share what was picked for them.
        let quiet = kept.loss.days.iter().find(|day| day.plan == Plan::QuietLook);
        looks.extend(quiet.map(|day| (Source::Loss(kept.id, DayOfLoss::of(day)), words.loss_named(&kept))));
    }
    for (id, day) in visit.own_hard_days()? {
        if day.day.plan == Plan::QuietLook {
            looks.push((Source::Own(id), words.own_day_named(&day.called, &day.day)));
        }
    }
    let named = looks.into_iter().filter_map(|(source, called)| Some((visit.name_of(source)?, called)));
    Ok(named.collect())
}

impl Words {
    /// A loss in its owner's words, or by the day since when it is kept: never by what happened.
    pub(crate) fn loss_named(self, kept: &KeptLoss) -> String {
        match (kept.loss.called.trim(), kept.loss.when()) {
            ("", Some(when)) => self.fill("loss-since-day", "day", self.when_it_was(when)),
            ("", None) => self.say("loss-one-title"),
            (called, _) => called.to_owned(),
        }
    }
}
