//! Chosen photos show somebody else.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use library::{Changed, Name};
use model::PhotoId;

use super::change::{known, person};
use super::told::{back, refused};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn split(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    asked: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let id = person(&id)?;
    let Form(asked) = asked.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let photos: Vec<PhotoId> =
        asked.iter().filter(|(name, _)| name == "photo").filter_map(|(_, id)| id.parse().ok().map(PhotoId)).collect();
    let name = asked.iter().find(|(name, _)| name == "name").and_then(|(_, name)| name.parse::<Name>().ok());
    let visitor = house.ask(move |house| known(house, &visitor, &[id]).map(|()| visitor)).await?;
    let here = format!("/people/{id}/photos");
    if photos.is_empty() {
        return Ok(refused(&format!("{here}?choose=1"), "none-chosen"));
    }
    let Some(name) = name else { return Ok(refused(&format!("{here}?choose=1"), "no-name")) };
    let cut = name.is_cut();
    let done = house.ask(move |house| {
        let now = visitor.now.timestamp();
        // Only photos that may be shown can be chosen.
        let photos: Vec<PhotoId> = care::look(&house.store, visitor.viewer, visitor.today(), |view| {
            Ok(photos.into_iter().filter(|photo| view.shows(*photo)).collect())
        })?;
        Ok(house.store.write(|tx| library::split(tx, visitor.viewer, &photos, id, &name, now))?)
    });
    let (changed, other) = done.await?;
    match changed {
        Changed::NotThere if other != id => Ok(refused(&here, "nobody")),
        Changed::Done(_) => back(&format!("/people/{other}"), "split", changed, cut),
        changed => back(&here, "split", changed, cut),
    }
}
