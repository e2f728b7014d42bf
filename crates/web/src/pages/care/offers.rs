//! Offering a loss to somebody who sees the same photos, and what somebody else offers: taken with wishes of one's own, or
//! declined. Whoever offered it is not told.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{Offer, Visit};
use model::{LossId, OfferId, PersonId};
use serde::Deserialize;

use super::draft::Draft;
use super::known::Known;
use super::shown::{Of, whole};
use super::typed::Typed;
use super::understood::{Problem, Understood, understood};
use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct Whom {
    to: i64,
}

/// Somebody a loss can be offered to, or is.
pub(crate) struct Offered {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    pub(crate) offer: Option<OfferId>,
}

/// Whoever else signs in to this library, and whether a loss is offered to them.
pub(super) fn others(visit: &mut Visit<'_, '_>, loss: LossId) -> Result<Vec<Offered>, Trouble> {
    let offered = visit.offered_to(loss)?;
    let offer = |person| offered.iter().find(|(whom, _)| *whom == person).map(|(_, offer)| *offer);
    let others = visit.others_here()?.into_iter();
    Ok(others.map(|(person, name)| Offered { person, name, offer: offer(person) }).collect())
}

/// Offers a loss to somebody who signs in to the same library.
pub(crate) async fn offer(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(Whom { to }): Filled<Whom>,
) -> Result<Redirect, Trouble> {
    let (id, to) = (id_of(&id, LossId)?, PersonId(to));
    let offered = house.change(visitor, move |change, _| {
        if others(change, id)?.iter().all(|other| other.person != to) {
            return Err(Trouble::NotThere);
        }
        change.offer_loss(id, to)?.ok_or(Trouble::NotThere)
    });
    Ok(led_back(&format!("/care/losses/{id}"), "loss-offered", Some(&offered.await?)))
}

/// Offers it no more.
pub(crate) async fn withdraw(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(Back { back }): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, OfferId)?;
    let withdrawn = house.change(visitor, move |change, _| Ok(change.withdraw_offer(id)?));
    if !withdrawn.await? {
        return Err(Trouble::NotThere);
    }
    Ok(led_back(if back.is_empty() { "/care" } else { &back }, "loss-not-offered", None))
}

/// What is offered, with what is proposed for it.
pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Html<String>, Trouble> {
    let id = id_of(&id, OfferId)?;
    let page = house.look(visitor, move |visit, visitor| {
        let offer = read(visit, id)?;
        let draft = Draft::of(&offer.loss, &Known::of(visit)?, visitor.words);
        let made = Understood { loss: Some(offer.loss), problems: Vec::new(), unknown: Vec::new() };
        whole(visit, visitor, Of { offer: Some(id), ..Of::default() }, draft, made)
    });
    page.await
}

pub(crate) async fn take(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Trouble> {
    let id = id_of(&id, OfferId)?;
    let draft = Draft::typed(&typed);
    let asked = draft.clone();
    let mut made = house
        .look(visitor.clone(), move |visit, visitor| {
            read(visit, id)?;
            Ok(understood(&asked, None, &Known::of(visit)?, visitor.words, visitor.today()))
        })
        .await?;
    if typed.one("do") == "save"
        && let Some(mine) = made.loss.clone()
    {
        match house.keep(visitor.clone(), move |change| change.take_offer(id, mine)).await? {
            Ok(loss) => return Ok(led_back(&format!("/care/losses/{loss}"), "loss-kept", Some(&loss)).into_response()),
            Err(error) => made.problems.push(Problem::of(&error)),
        }
    }
    let of = Of { offer: Some(id), ..Of::default() };
    Ok(house.look(visitor, move |visit, visitor| whole(visit, visitor, of, draft, made)).await?.into_response())
}

pub(crate) async fn decline(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, OfferId)?;
    let declined = house.change(visitor, move |change, _| Ok(change.decline_offer(id)?));
    if declined.await? { Ok(led_back("/care", "offer-declined", Some(&id))) } else { Err(Trouble::NotThere) }
}

pub(crate) async fn reopen(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, OfferId)?;
    let waits = house.change(visitor, move |change, _| Ok(change.reopen_offer(id)?));
    if waits.await? { Ok(led_back("/care", "offer-back", None)) } else { Err(Trouble::NotThere) }
}

fn read(visit: &mut Visit<'_, '_>, id: OfferId) -> Result<Offer, Trouble> {
    let offer = visit.offers()?.into_iter().map(|(offer, _)| offer).find(|offer| offer.id == id);
    offer.ok_or(Trouble::NotThere)
}
