//! Chosen photos show somebody else.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{Name, PersonChanged};
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
    let (chosen, cut) = (!photos.is_empty(), name.as_ref().is_some_and(Name::is_cut));
    let here = format!("/people/{id}/photos");
    let done = house.change(visitor, move |change, _| {
        let person = known(change, id)?;
        let Some(name) = name.filter(|_| chosen) else { return Ok(None) };
        // Only photos that may be shown can be chosen.
        let photos = change.library()?.photos(&photos)?;
        Ok(Some(change.split(&photos, &person, &name)?))
    });
    match done.await? {
        None if !chosen => Ok(refused(&format!("{here}?choose=1"), "none-chosen")),
        None => Ok(refused(&format!("{here}?choose=1"), "no-name")),
        Some((PersonChanged::NotThere, other)) if other != id => Ok(refused(&here, "nobody")),
        Some((changed @ PersonChanged::Done(_), other)) => back(&format!("/people/{other}"), "split", changed, cut),
        Some((changed, _)) => back(&here, "split", changed, cut),
    }
}
