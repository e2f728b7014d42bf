//! Two are one.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use serde::Deserialize;

use super::change::{known, person};
use super::told::{back, page_of, refused};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct MergeForm {
    other: String,
}

pub(crate) async fn merge(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    asked: Result<Form<MergeForm>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let id = person(&id)?;
    let Form(asked) = asked.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let Ok(other) = person(&asked.other) else { return Ok(refused(&page_of(id), "nobody")) };
    let changed = house.change(visitor, move |change, _| {
        let (kept, other) = (known(change, id)?, known(change, other)?);
        Ok(change.merge(&kept, &other)?)
    });
    back(&page_of(id), "merge", changed.await?, false)
}
