//! A name, "not a person", and taking changes back.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{Change, Cleared, Name, Named, PersonChanged};
use model::PersonId;
use serde::Deserialize;

use super::told::{back, page_of, refused};
use crate::address::own_page;
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{House, address};

#[derive(Deserialize)]
pub(crate) struct Renamed {
    name: String,
    /// The name that the form showed.
    saw: String,
    /// Whether it is known that somebody else has that name.
    #[serde(default)]
    though_taken: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Undone {
    back: String,
}

pub(crate) async fn rename(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    asked: Result<Form<Renamed>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let id = person(&id)?;
    let Form(asked) = asked.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let Ok(name) = asked.name.parse::<Name>() else { return Ok(refused(&page_of(id), "no-name")) };
    let wanted = name.clone();
    let changed = house.change(visitor, move |change, _| {
        let person = known(change, id)?;
        Ok(change.rename(&person, &asked.saw, &wanted, asked.though_taken.is_some())?)
    });
    match changed.await? {
        PersonChanged::Taken(other) => {
            let (other, page) = (other.to_string(), page_of(id));
            Ok(Redirect::to(&address::with(&page, &[("taken", &other), ("name", name.as_str())])))
        }
        changed => back(&page_of(id), "rename", changed, name.is_cut()),
    }
}

pub(crate) async fn thing(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = person(&id)?;
    let changed = house.change(visitor, move |change, _| {
        let person = known(change, id)?;
        Ok(change.is_a_thing(&person)?)
    });
    back("/people", "thing", changed.await?, false)
}

/// Takes a change back, by its sealed name.
pub(crate) async fn undo(
    State(house): State<House>,
    visitor: Visitor,
    Path(undo): Path<String>,
    asked: Result<Form<Undone>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let path = asked.map_or_else(|_| "/people".to_owned(), |Form(asked)| asked.back);
    let done = house.change(visitor, move |change, _| Ok(change.take_back_person_change(&undo)?));
    let said = if done.await? { "undone" } else { "too-late" };
    Ok(refused(own_page(&path), said))
}

/// Only people of whom a photo may be shown can be changed; all others are not there.
pub(super) fn known(change: &mut Change<'_, '_>, id: PersonId) -> Result<Cleared<Named>, Trouble> {
    change.library()?.person(id)?.ok_or(Trouble::NotThere)
}

pub(super) fn person(id: &str) -> Result<PersonId, Trouble> {
    id.parse().map(PersonId).map_err(|_| Trouble::NotThere)
}
