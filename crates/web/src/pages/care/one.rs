//! One loss: everything that was said of it, what it reaches, and changing, removing and taking back.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{KeptLoss, LossChangeId, LossError, Visit};
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
    let page = house.look(visitor, move |visit, visitor| {
        let (kept, known) = read(visit, id)?;
        let draft = Draft::of(&kept.loss, &known, visitor.words);
        let made = Understood { loss: Some(kept.loss.clone()), problems: Vec::new(), unknown: Vec::new() };
        let of = Of { id: Some(id), was: version_of(&kept)?, kept: Some(kept.loss), done, ..Of::default() };
        whole(visit, visitor, of, draft, made)
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
    let draft = Draft::typed(&typed);
    let mut problem = None;
    if typed.one("do") == "save" {
        let (asked, saw, words, today) = (draft.clone(), typed.one("was"), visitor.words, visitor.today());
        let saved = house.keep(visitor.clone(), move |change| {
            let (kept, known) = read(change, id).map_err(|_| LossError::NotThere)?;
            // In another window it was changed meanwhile: nothing is overwritten unseen.
            if version_of(&kept).map_or(true, |was| was != saw) {
                return Ok(Saved::Meanwhile);
            }
            let made = understood(&asked, Some(&kept.loss), &known, words, today);
            match made.loss.filter(|_| made.problems.is_empty()) {
                Some(loss) => Ok(Saved::Changed(change.change_loss(id, loss)?)),
                None => Ok(Saved::NotUnderstood),
            }
        });
        match saved.await? {
            Ok(Saved::Changed(change)) => return Ok(led(id, "loss-changed", change).into_response()),
            Ok(Saved::Meanwhile) => problem = Some(Problem::at("", "loss-meanwhile")),
            Ok(Saved::NotUnderstood) => {}
            Err(error) => problem = Some(Problem::of(&error)),
        }
    }
    let page = house.look(visitor, move |visit, visitor| {
        let (kept, known) = read(visit, id)?;
        let mut made = understood(&draft, Some(&kept.loss), &known, visitor.words, visitor.today());
        made.problems.extend(problem);
        let was = version_of(&kept)?;
        whole(visit, visitor, Of { id: Some(id), was, kept: Some(kept.loss), ..Of::default() }, draft, made)
    });
    Ok(page.await?.into_response())
}

/// What became of a form that was to be saved.
enum Saved {
    Changed(LossChangeId),
    Meanwhile,
    NotUnderstood,
}

pub(crate) async fn remove(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, LossId)?;
    let removed = house.change(visitor, move |change, _| Ok(change.remove_loss(id)?));
    if removed.await? { Ok(led_back("/care", "loss-removed", Some(&id))) } else { Err(Trouble::NotThere) }
}

pub(crate) async fn restore(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, LossId)?;
    let restored = house.change(visitor, move |change, _| Ok(change.restore_loss(id)?));
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
    let undone = house.change(visitor, move |doing, _| Ok(doing.take_back_loss_change(change)?));
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
    let token = house.look(visitor, move |visit, _| visit.open_reach(id, &typed.one("part"))?.ok_or(Trouble::NotThere));
    Ok(Redirect::to(&format!("/opened/{}", token.await?)))
}

fn led(id: LossId, done: &str, change: LossChangeId) -> Redirect {
    led_back(&format!("/care/losses/{id}"), done, Some(&change.0))
}

fn read(visit: &mut Visit<'_, '_>, id: LossId) -> Result<(KeptLoss, Known), Trouble> {
    let kept = visit.loss(id)?.ok_or(Trouble::NotThere)?;
    Ok((kept, Known::of(visit)?))
}

fn version_of(kept: &KeptLoss) -> Result<String, Trouble> {
    let said = serde_json::to_string(&kept.loss).map_err(|error| Trouble::Inside(error.to_string()))?;
    Ok(version(&[&said]))
}
