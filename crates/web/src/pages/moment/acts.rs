//! Parting and joining moments, hiding the screenshots of a day, and taking all of that back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;
use model::{MomentId, PhotoId};
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back, taken_back};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct Parted {
    /// The photo with which the new moment begins.
    photo: i64,
}

#[derive(Deserialize)]
pub(crate) struct Joined {
    /// The moment beside it.
    with: i64,
}

#[derive(Deserialize)]
pub(crate) struct Screens {
    day: Date,
    #[serde(default)]
    back: String,
}

pub(crate) async fn part(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(parted): Filled<Parted>,
) -> Result<Redirect, Trouble> {
    let (id, first) = (id_of(&id, MomentId)?, PhotoId(parted.photo));
    let parted = house.change(visitor, move |change, _| {
        let first = change.photo(first)?.ok_or(Trouble::NotThere)?;
        let beside = change.beside(&first)?;
        if beside.is_none_or(|beside| beside.moment.id != id) {
            return Err(Trouble::NotThere);
        }
        change.part(id, &first)?.ok_or(Trouble::Misused("moment-cannot-part"))
    });
    let (now_in, undo) = parted.await?;
    Ok(led_back(&format!("/moment/{now_in}"), "parted", Some(&undo)))
}

pub(crate) async fn join(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(joined): Filled<Joined>,
) -> Result<Redirect, Trouble> {
    let (id, with) = (id_of(&id, MomentId)?, MomentId(joined.with));
    let joined = house.change(visitor, move |change, _| {
        let one = change.moment_part(id, 0, 1)?.ok_or(Trouble::NotThere)?;
        let other = change.moment_part(with, 0, 1)?.ok_or(Trouble::NotThere)?;
        change.join(&one, &other)?.ok_or(Trouble::Misused("moment-cannot-join"))
    });
    let (now_in, undo) = joined.await?;
    Ok(led_back(&format!("/moment/{now_in}"), "joined", Some(&undo)))
}

pub(crate) async fn unsew(
    State(house): State<House>,
    visitor: Visitor,
    Path(undo): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let seen_at = back.back.strip_prefix("/moment/").and_then(|id| id.parse().ok()).map(MomentId);
    let unsewn = house.change(visitor, move |change, _| change.unsew(&undo, seen_at)?.ok_or(Trouble::NotThere));
    let back = unsewn.await?.map_or(back.back, |moment| format!("/moment/{moment}"));
    Ok(led_back(&back, "seam-back", None))
}

pub(crate) async fn hide_screens(
    State(house): State<House>,
    visitor: Visitor,
    Filled(screens): Filled<Screens>,
) -> Result<Redirect, Trouble> {
    let Screens { day, back } = screens;
    let undo = house.change(visitor, move |change, _| Ok(change.hide_screens(day)?));
    Ok(led_back(&back, "screens", Some(&undo.await?)))
}

pub(crate) async fn unhide_screens(
    State(house): State<House>,
    visitor: Visitor,
    Path(undo): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    taken_back((house, visitor), back, "screens-back", move |change| change.unhide_screens(&undo)).await
}
