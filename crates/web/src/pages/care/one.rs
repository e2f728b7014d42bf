//! One loss: everything that was said of it, what it reaches, and changing, removing and taking back.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{KeptLoss, LossChangeId, LossError};
use model::LossId;

use super::draft::Draft;
use super::known::Known;
use super::shown::{Of, whole};
use super::typed::Typed;
use super::understood::{Problem, Understood, understood};
use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back, version};
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let id = id_of(&id, LossId)?;
    let done = Done::of(done);
    let page = house.ask(move |house| {
        let (kept, known) = read(house, &visitor, id)?;
        let draft = Draft::of(&kept.loss, &known, visitor.words);
        let made = Understood { loss: Some(kept.loss.clone()), problems: Vec::new(), unknown: Vec::new() };
        let of = Of { id: Some(id), offer: None, was: version_of(&kept)?, kept: Some(&kept.loss), done };
        whole(house, &visitor, of, draft, made)
    });
    page.await
}

pub(crate) async fn change(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Trouble> {
    let id = id_of(&id, LossId)?;
    house.ask(move |house| changed(house, &visitor, id, &typed)).await
}

fn changed(house: &House, visitor: &Visitor, id: LossId, typed: &Typed) -> Result<Response, Trouble> {
    let (kept, known) = read(house, visitor, id)?;
    let (viewer, now) = (visitor.viewer, visitor.now.timestamp());
    let draft = Draft { whole: true, ..Draft::typed(typed) };
    let mut made = understood(&draft, Some(&kept.loss), &known, visitor.words, visitor.today());
    let was = version_of(&kept)?;
    // In another window it was changed meanwhile: nothing is overwritten unseen.
    if typed.one("was") != was && typed.one("do") == "save" {
        made.problems.push(Problem::at("", "loss-meanwhile"));
    }
    if typed.one("do") == "save"
        && made.problems.is_empty()
        && let Some(loss) = &made.loss
    {
        match house.store.write(|tx| care::change_loss(tx, viewer, id, loss.clone(), now)) {
            Ok(change) => return Ok(led(id, "loss-changed", change).into_response()),
            Err(LossError::Store(error)) => return Err(error.into()),
            Err(LossError::NotThere) => return Err(Trouble::NotThere),
            Err(error) => made.problems.push(Problem::of(&error)),
        }
    }
    let of = Of { id: Some(id), offer: None, was, kept: Some(&kept.loss), done: Done::default() };
    Ok(whole(house, visitor, of, draft, made)?.into_response())
}

pub(crate) async fn remove(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, LossId)?;
    let removed = house.ask(move |house| {
        Ok(house.store.write(|tx| care::remove_loss(tx, visitor.viewer, id, visitor.now.timestamp()))?)
    });
    if removed.await? { Ok(led_back("/care", "loss-removed", Some(id.0))) } else { Err(Trouble::NotThere) }
}

pub(crate) async fn restore(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, LossId)?;
    let restored = house.ask(move |house| {
        Ok(house.store.write(|tx| care::restore_loss(tx, visitor.viewer, id, visitor.now.timestamp()))?)
    });
    if restored.await? { Ok(led_back("/care", "loss-back", None)) } else { Err(Trouble::NotThere) }
}

/// Takes a change of a loss back, wherever it was made.
pub(crate) async fn undo(
    State(house): State<House>,
    visitor: Visitor,
    Path(change): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let change = id_of(&change, LossChangeId)?;
    let undone = house.ask(move |house| {
        let taken =
            |tx: &mut store::Tx<'_>| care::take_back_loss_change(tx, visitor.viewer, change, visitor.now.timestamp());
        Ok(house.store.write(taken)?)
    });
    let back = if back.back.is_empty() { "/care" } else { &back.back };
    Ok(led_back(back, if undone.await?.is_some() { "loss-as-it-was" } else { "too-late" }, None))
}

/// Leads to the pictures of one part of the reach, for its owner who asked for them.
pub(crate) async fn look(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, LossId)?;
    let token = house.ask(move |house| {
        let (viewer, now) = (visitor.viewer, visitor.now.timestamp());
        let kept = house.store.read(|tx| care::loss(tx, viewer, id))?.ok_or(Trouble::NotThere)?;
        let token = care::open_reach(viewer, (&house.seal, &visitor.session), &kept, &typed.one("part"), now);
        token.ok_or(Trouble::NotThere)
    });
    Ok(Redirect::to(&format!("/opened/{}", token.await?)))
}

fn led(id: LossId, done: &str, change: LossChangeId) -> Redirect {
    led_back(&format!("/care/losses/{id}"), done, Some(change.0))
}

fn read(house: &House, visitor: &Visitor, id: LossId) -> Result<(KeptLoss, Known), Trouble> {
    house.store.read(|tx| {
        let kept = care::loss(tx, visitor.viewer, id)?.ok_or(Trouble::NotThere)?;
        Ok((kept, Known::of(tx, visitor.viewer)?))
    })
}

fn version_of(kept: &KeptLoss) -> Result<String, Trouble> {
    let said = serde_json::to_string(&kept.loss).map_err(|error| Trouble::Inside(error.to_string()))?;
    Ok(version(&[&said]))
}
