//! Changing the plan of a hard day, picking for a quiet look, removing, and taking each of them back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{HardDayChangeId, LossError, Plan, Source};
use model::{HardDayId, PhotoId};
use serde::Deserialize;

use super::source::understood;
use super::{led_with, source_said};
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
    /// To be taken out: its place among what was picked. What may not be seen has no number on a page.
    #[serde(default)]
    out: Option<usize>,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub(crate) struct ToLook {
    source: String,
}

/// Chooses what is wanted for a hard day, of a loss or of one's own.
pub(crate) async fn plan(
    State(house): State<House>,
    visitor: Visitor,
    Filled(asked): Filled<Planned>,
) -> Result<Redirect, Trouble> {
    let source = understood(&asked.source).ok_or(Trouble::NotThere)?;
    let plan = Plan::from_name(&asked.plan).ok_or(Trouble::Misused("trouble-choose"))?;
    let back = if asked.back.is_empty() { "/care/days".to_owned() } else { asked.back };
    let (viewer, now) = (visitor.viewer, visitor.now.timestamp());
    let led = house.ask(move |house| match source {
        Source::Own(id) => {
            let change = super::super::changed(house, |tx| {
                let own = care::own_hard_days(tx, viewer)?;
                let (_, mut day) = own.into_iter().find(|(own, _)| *own == id).ok_or(LossError::NotThere)?;
                day.day.plan = plan;
                care::change_hard_day(tx, viewer, id, &day, now)
            })?;
            Ok(led_back(&back, "day-plan", Some(change.0)))
        }
        Source::Loss(id, at) => {
            let change = super::super::changed(house, |tx| {
                let mut loss = care::loss(tx, viewer, id)?.ok_or(LossError::NotThere)?.loss;
                loss.days.get_mut(at).ok_or(LossError::NotThere)?.plan = plan;
                care::change_loss(tx, viewer, id, loss, now)
            })?;
            Ok(led_back(&back, "loss-plan", Some(change.0)))
        }
    });
    led.await
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
    let change = id_of(&change, HardDayChangeId)?;
    let back = if back.is_empty() { "/care/days".to_owned() } else { back };
    let undone = house.ask(move |house| {
        let now = visitor.now.timestamp();
        Ok(house.store.write(|tx| care::take_back_hard_day(tx, visitor.viewer, change, now))?)
    });
    Ok(led_back(&back, if undone.await? { "day-as-it-was" } else { "too-late" }, None))
}

async fn there_or_not(house: House, visitor: Visitor, id: String, back: bool) -> Result<Redirect, Trouble> {
    let id = id_of(&id, HardDayId)?;
    let changed = house.ask(move |house| {
        let now = visitor.now.timestamp();
        Ok(house.store.write(|tx| care::remove_hard_day(tx, visitor.viewer, id, back, now))?)
    });
    if !changed.await? {
        return Err(Trouble::NotThere);
    }
    Ok(led_back("/care/days", if back { "day-back" } else { "day-removed" }, Some(id.0)))
}

/// Picks a photo for the quiet look on a hard day, or takes it out again. What may be picked is what may be seen; what was
/// picked can always be taken out.
pub(crate) async fn pick(
    State(house): State<House>,
    visitor: Visitor,
    Filled(asked): Filled<ToPick>,
) -> Result<Redirect, Trouble> {
    let source = understood(&asked.source).ok_or(Trouble::NotThere)?;
    let (viewer, today, now) = (visitor.viewer, visitor.today(), visitor.now.timestamp());
    let back = if asked.back.is_empty() { "/care/days".to_owned() } else { asked.back };
    let led = house.ask(move |house| {
        let picked = house.store.read(|tx| match is_known(tx, viewer, source)? {
            true => Ok(care::quiet_look(tx, viewer, source)?),
            false => Err(Trouble::NotThere),
        })?;
        let photo = match (asked.out, asked.photo) {
            (Some(at), None) => picked.get(at).copied(),
            (_, photo) => photo.map(PhotoId),
        };
        let photo = photo.ok_or(Trouble::NotThere)?;
        let seen = care::photo(&house.store, viewer, photo, today)?.is_some();
        if !seen && !picked.contains(&photo) {
            return Err(Trouble::NotThere);
        }
        let out = asked.out.is_some();
        house.store.write(|tx| care::pick(tx, viewer, source, photo, out, now))?;
        Ok(match (out, seen) {
            (true, true) => led_with(&back, "unpicked", photo.0, &source_said(source)),
            (true, false) => led_back(&back, "unpicked-unseen", None),
            (false, _) => led_with(&back, "picked", photo.0, &source_said(source)),
        })
    });
    led.await
}

/// Picks a photo for the quiet look on a hard day that is the viewer's.
pub(crate) fn pick_for(house: &House, visitor: &Visitor, source: &str, photo: PhotoId) -> Result<(), Trouble> {
    let (viewer, now) = (visitor.viewer, visitor.now.timestamp());
    let source = understood(source).ok_or(Trouble::NotThere)?;
    if !house.store.read(|tx| is_known(tx, viewer, source))? {
        return Err(Trouble::NotThere);
    }
    house.store.write(|tx| care::pick(tx, viewer, source, photo, false, now))?;
    Ok(())
}

fn is_known(tx: &mut store::Tx<'_>, viewer: circle::Viewer, source: Source) -> Result<bool, store::StoreError> {
    Ok(match source {
        Source::Own(id) => care::own_hard_days(tx, viewer)?.iter().any(|(own, _)| *own == id),
        Source::Loss(id, at) => care::loss(tx, viewer, id)?.is_some_and(|kept| at < kept.loss.days.len()),
    })
}

/// Leads to what was picked, for its owner who asked to see it.
pub(crate) async fn look(
    State(house): State<House>,
    visitor: Visitor,
    Filled(asked): Filled<ToLook>,
) -> Result<Redirect, Trouble> {
    let source = understood(&asked.source).ok_or(Trouble::NotThere)?;
    let led = house.ask(move |house| {
        let (viewer, seal) = (visitor.viewer, (&*house.seal, &visitor.session));
        if !house.store.read(|tx| is_known(tx, viewer, source))? {
            return Err(Trouble::NotThere);
        }
        let token = care::open_quiet_look_of(viewer, seal, source, visitor.now.timestamp()).ok_or(Trouble::NotThere)?;
        let seen = care::opened(&house.store, viewer, seal, &token, &visitor.now, (0, 1))?.is_some();
        Ok(match seen {
            true => Redirect::to(&format!("/opened/{token}")),
            false => led_back("/care/days", "look-away", None),
        })
    });
    led.await
}
