//! A name, "not a person", and taking changes back.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use library::{Changed, Name};
use model::{ChangeId, PersonId};
use serde::Deserialize;

use super::told::{back, page_of, refused};
use crate::pages::keep_away::own_path;
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
        let though_taken = asked.though_taken.is_some();
        Ok(house.store.write(|tx| library::rename(tx, visitor.viewer, (id, &asked.saw), &wanted, though_taken, now))?)
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
    Ok(refused(own_path(&path), said))
}

pub(super) fn person(id: &str) -> Result<PersonId, Trouble> {
    id.parse().map(PersonId).map_err(|_| Trouble::NotThere)
}
