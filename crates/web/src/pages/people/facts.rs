//! The facts of somebody's life.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{LifeDates, Relation};
use jiff::civil::Date;
use serde::Deserialize;

use super::change::{known, person};
use super::told::{back, page_of, refused};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// The facts as the form gives them, and as it showed them.
#[derive(Deserialize)]
pub(crate) struct LifeDatesForm {
    born: String,
    died: String,
    relation: String,
    saw_born: String,
    saw_died: String,
    saw_relation: String,
}

pub(crate) async fn change(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    asked: Result<Form<LifeDatesForm>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let id = person(&id)?;
    let Form(asked) = asked.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let facts = read(&asked.born, &asked.died, &asked.relation);
    let (Some(facts), Some(saw)) = (facts, read(&asked.saw_born, &asked.saw_died, &asked.saw_relation)) else {
        return Ok(refused(&page_of(id), "no-life"));
    };
    let changed = house.change(visitor, move |change, _| {
        let person = known(change, id)?;
        Ok(change.change_life_dates(&person, saw, facts)?)
    });
    back(&page_of(id), "facts", changed.await?, false)
}

fn read(born: &str, died: &str, relation: &str) -> Option<LifeDates> {
    let day = |text: &str| match text.trim() {
        "" => Some(None),
        text => text.parse::<Date>().ok().map(Some),
    };
    let relation = match relation {
        "" => None,
        name => Some(Relation::from_name(name)?),
    };
    Some(LifeDates { born: day(born)?, died: day(died)?, relation })
}
