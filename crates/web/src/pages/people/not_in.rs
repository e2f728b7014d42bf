//! Somebody is not in a photo, whatever its file says.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use care::PersonChanged;
use model::PhotoId;
use serde::Deserialize;

use super::change::{known, person};
use crate::House;
use crate::pages::form::led_back;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct NotInForm {
    photo: i64,
}

pub(crate) async fn not_in(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    asked: Result<Form<NotInForm>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let id = person(&id)?;
    let photo = asked.map(|Form(asked)| PhotoId(asked.photo)).map_err(|_| Trouble::NotThere)?;
    let changed = house.change(visitor, move |change, _| {
        let person = known(change, id)?;
        let photo = change.photo(photo)?.ok_or(Trouble::NotThere)?;
        Ok(change.is_not_in(&[photo], &person)?)
    });
    match changed.await? {
        PersonChanged::Done(undo) => Ok(led_back(&format!("/photo/{photo}"), "not-in", Some(&undo))),
        _ => Err(Trouble::NotThere),
    }
}
