//! Offering a loss to somebody who sees the same photos, and what somebody else offers: taken with wishes of one's own, or
//! declined. Whoever offered it is not told.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{LossError, Offer};
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
pub(super) fn others(house: &House, visitor: &Visitor, loss: LossId) -> Result<Vec<Offered>, Trouble> {
    let viewer = visitor.viewer;
    let others = house.door.others(viewer)?;
    house.store.read(|tx| {
        let offered = care::offered_to(tx, viewer, loss)?;
        let offer = |person| offered.iter().find(|(whom, _)| *whom == person).map(|(_, offer)| *offer);
        Ok::<_, Trouble>(
            others
                .into_iter()
                .map(|account| {
                    let person = account.viewer.person();
                    Offered { person, name: account.details.name, offer: offer(person) }
                })
                .collect(),
        )
    })
}

/// Offers a loss to somebody who signs in to the same library.
pub(crate) async fn offer(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(Whom { to }): Filled<Whom>,
) -> Result<Redirect, Trouble> {
    let (id, to) = (id_of(&id, LossId)?, PersonId(to));
    let offered = house.ask(move |house| {
        if others(house, &visitor, id)?.iter().all(|other| other.person != to) {
            return Err(Trouble::NotThere);
        }
        let now = visitor.now.timestamp();
        house.store.write(|tx| care::offer_loss(tx, visitor.viewer, id, to, now))?.ok_or(Trouble::NotThere)
    });
    Ok(led_back(&format!("/care/losses/{id}"), "loss-offered", Some(offered.await?.0)))
}

/// Offers it no more.
pub(crate) async fn withdraw(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(Back { back }): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, OfferId)?;
    let withdrawn = house.ask(move |house| {
        let now = visitor.now.timestamp();
        Ok(house.store.write(|tx| care::withdraw_offer(tx, visitor.viewer, id, now))?)
    });
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
    let page = house.ask(move |house| {
        let (offer, known) = read(house, &visitor, id)?;
        let draft = Draft::of(&offer.loss, &known, visitor.words);
        let made = Understood { loss: Some(offer.loss), problems: Vec::new(), unknown: Vec::new() };
        whole(house, &visitor, Of { offer: Some(id), ..Of::default() }, draft, made)
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
    let taken = house.ask(move |house| {
        let (_, known) = read(house, &visitor, id)?;
        let draft = Draft { whole: true, ..Draft::typed(&typed) };
        let mut made = understood(&draft, None, &known, visitor.words, visitor.today());
        if typed.one("do") == "save"
            && let Some(mine) = made.loss.clone()
        {
            let now = visitor.now.timestamp();
            match house.store.write(|tx| care::take_offer(tx, visitor.viewer, id, mine, now)) {
                Ok(loss) => {
                    return Ok(led_back(&format!("/care/losses/{loss}"), "loss-kept", Some(loss.0)).into_response());
                }
                Err(LossError::Store(error)) => return Err(error.into()),
                Err(LossError::NotThere) => return Err(Trouble::NotThere),
                Err(error) => made.problems.push(Problem::of(&error)),
            }
        }
        Ok(whole(house, &visitor, Of { offer: Some(id), ..Of::default() }, draft, made)?.into_response())
    });
    taken.await
}

pub(crate) async fn decline(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, OfferId)?;
    let declined = house.ask(move |house| Ok(house.store.write(|tx| care::decline_offer(tx, visitor.viewer, id))?));
    if declined.await? { Ok(led_back("/care", "offer-declined", Some(id.0))) } else { Err(Trouble::NotThere) }
}

pub(crate) async fn reopen(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, OfferId)?;
    let waits = house.ask(move |house| Ok(house.store.write(|tx| care::reopen_offer(tx, visitor.viewer, id))?));
    if waits.await? { Ok(led_back("/care", "offer-back", None)) } else { Err(Trouble::NotThere) }
}

fn read(house: &House, visitor: &Visitor, id: OfferId) -> Result<(Offer, Known), Trouble> {
    house.store.read(|tx| {
        let offers = care::offers_to(tx, visitor.viewer)?;
        let offer = offers.into_iter().find(|offer| offer.id == id).ok_or(Trouble::NotThere)?;
        Ok((offer, Known::of(tx, visitor.viewer)?))
    })
}
