//! Somebody is not in a photo, whatever its file says.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use library::Changed;
use model::PhotoId;
use serde::Deserialize;

use super::change::{known, person};
use crate::House;
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
    let changed = house.ask(move |house| {
        known(house, &visitor, &[id])?;
        care::photo(&house.store, visitor.viewer, photo, visitor.today())?.ok_or(Trouble::NotThere)?;
        let now = visitor.now.timestamp();
        Ok(house.store.write(|tx| library::is_not_in(tx, visitor.viewer, &[photo], id, now))?)
    });
    match changed.await? {
        Changed::Done(change) => Ok(Redirect::to(&format!("/photo/{photo}?done=not-in&of={change}"))),
        _ => Err(Trouble::NotThere),
    }
}
