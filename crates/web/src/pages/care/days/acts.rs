//! Changing the plan of a hard day, picking for a quiet look, removing, and taking each of them back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{HardDayChangeId, Plan, PlanChosen};
use model::{HardDayId, PhotoId};
use serde::Deserialize;

use super::led_with;
use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct Planned {
    source: String,
    plan: String,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub(crate) struct ToPick {
    source: String,
    /// The photo, where it may be seen.
    #[serde(default)]
    photo: Option<i64>,
    /// To be taken out: its sealed name. What may not be seen has no number on a page.
    #[serde(default)]
    out: Option<String>,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub(crate) struct ToLook {
    source: String,
}

/// Chooses what is wanted for a hard day, of a loss or of one's own: the very one that its sealed name is of.
pub(crate) async fn plan(
    State(house): State<House>,
    visitor: Visitor,
    Filled(asked): Filled<Planned>,
) -> Result<Redirect, Trouble> {
    let plan = Plan::from_name(&asked.plan).ok_or(Trouble::Misused("trouble-choose"))?;
    let back = if asked.back.is_empty() { "/care/days".to_owned() } else { asked.back };
    let chosen = house.change(visitor, move |change, _| {
        let source = change.hard_day_named(&asked.source).ok_or(Trouble::NotThere)?;
        Ok(change.choose_plan(source, plan)?)
    });
    Ok(match chosen.await? {
        PlanChosen::Own(change) => led_back(&back, "day-plan", Some(&change.0)),
        PlanChosen::OfLoss(change) => led_back(&back, "loss-plan", Some(&change.0)),
    })
}

pub(crate) async fn remove(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    there_or_not(house, visitor, id, false).await
}

pub(crate) async fn restore(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    there_or_not(house, visitor, id, true).await
}

/// Takes a change of a day of one's own back, wherever it was made.
pub(crate) async fn undo(
    State(house): State<House>,
    visitor: Visitor,
    Path(change): Path<String>,
    Filled(Back { back }): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&change, HardDayChangeId)?;
    let back = if back.is_empty() { "/care/days".to_owned() } else { back };
    let undone = house.change(visitor, move |change, _| Ok(change.take_back_hard_day(id)?));
    Ok(led_back(&back, if undone.await? { "day-as-it-was" } else { "too-late" }, None))
}

async fn there_or_not(house: House, visitor: Visitor, id: String, back: bool) -> Result<Redirect, Trouble> {
    let id = id_of(&id, HardDayId)?;
    if !house.change(visitor, move |change, _| Ok(change.remove_hard_day(id, back)?)).await? {
        return Err(Trouble::NotThere);
    }
    Ok(led_back("/care/days", if back { "day-back" } else { "day-removed" }, Some(&id)))
}

/// Picks a photo for the quiet look on a hard day, or takes it out again. What may be picked is what may be seen; what was
/// picked can always be taken out.
pub(crate) async fn pick(
    State(house): State<House>,
    visitor: Visitor,
    Filled(asked): Filled<ToPick>,
) -> Result<Redirect, Trouble> {
    let back = if asked.back.is_empty() { "/care/days".to_owned() } else { asked.back };
    let led = house.change(visitor, move |change, _| {
        let source = change.hard_day_named(&asked.source).ok_or(Trouble::NotThere)?;
        if let Some(name) = asked.out {
            let photo = change.take_out_of_quiet_look(source, &name)?.ok_or(Trouble::NotThere)?;
            return Ok(match change.photo(photo)?.is_some() {
                true => led_with(&back, "unpicked", &photo, &asked.source),
                false => led_back(&back, "unpicked-unseen", None),
            });
        }
        let photo = change.photo(PhotoId(asked.photo.ok_or(Trouble::NotThere)?))?.ok_or(Trouble::NotThere)?;
        if !change.pick(source, &photo)? {
            return Err(Trouble::NotThere);
        }
        Ok(led_with(&back, "picked", &change.name_of_photo(&photo), &asked.source))
    });
    led.await
}

/// Leads to what was picked, for its owner who asked to see it.
pub(crate) async fn look(
    State(house): State<House>,
    visitor: Visitor,
    Filled(asked): Filled<ToLook>,
) -> Result<Redirect, Trouble> {
    let token = house.look(visitor, move |visit, _| {
        let source = visit.hard_day_named(&asked.source).ok_or(Trouble::NotThere)?;
        match visit.has_hard_day(source)? {
            true => Ok(visit.open_quiet_look_of(source)?),
            false => Err(Trouble::NotThere),
        }
    });
    Ok(match token.await? {
        Some(token) => Redirect::to(&format!("/opened/{token}")),
        None => led_back("/care/days", "look-away", None),
    })
}
