//! A name, "not a person", and taking changes back.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use library::{Changed, Name};
use model::{ChangeId, PersonId};
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
    let changed = house.ask(move |house| {
        let now = visitor.now.timestamp();
        known(house, &visitor, &[id])?;
        let rename = |though_taken| {
            house.store.write(|tx| library::rename(tx, visitor.viewer, (id, &asked.saw), &wanted, though_taken, now))
        };
        match rename(asked.though_taken.is_some())? {
            // Of somebody who is not to be seen nothing is said, not even a name.
            Changed::Taken(other) if known(house, &visitor, &[other]).is_err() => Ok(rename(true)?),
            changed => Ok(changed),
        }
    });
    match changed.await? {
        Changed::Taken(other) => {
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
    let changed = house.ask(move |house| {
        known(house, &visitor, &[id])?;
        Ok(house.store.write(|tx| library::is_a_thing(tx, visitor.viewer, id, visitor.now.timestamp()))?)
    });
    back("/people", "thing", changed.await?, false)
}

pub(crate) async fn undo(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    asked: Result<Form<Undone>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let id = id.parse().map(ChangeId).map_err(|_| Trouble::NotThere)?;
    let path = asked.map_or_else(|_| "/people".to_owned(), |Form(asked)| asked.back);
    let done = house.ask(move |house| {
        Ok(house.store.write(|tx| library::undo_change(tx, visitor.viewer, id, visitor.now.timestamp()))?)
    });
    let said = if done.await? { "undone" } else { "too-late" };
    Ok(refused(own_page(&path), said))
}

/// Only people of whom a photo may be shown can be changed; all others are not there.
pub(super) fn known(house: &House, visitor: &Visitor, people: &[PersonId]) -> Result<(), Trouble> {
    let all = care::look(&house.store, visitor.viewer, visitor.today(), |view| {
        people.iter().try_fold(true, |all, person| Ok(all && view.knows(*person)?))
    })?;
    if all { Ok(()) } else { Err(Trouble::NotThere) }
}

pub(super) fn person(id: &str) -> Result<PersonId, Trouble> {
    id.parse().map(PersonId).map_err(|_| Trouble::NotThere)
}
