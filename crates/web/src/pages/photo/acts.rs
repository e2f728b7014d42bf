//! Turning, hiding and removing a photo, and taking that back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{CareError, Change, Cleared, Photo};
use model::PhotoId;
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct Turned {
    /// Quarters clockwise; three are one to the left.
    quarters: u8,
}

pub(crate) async fn turn(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(Turned { quarters }): Filled<Turned>,
) -> Result<Redirect, Trouble> {
    let done = match quarters {
        1 => "turned-right",
        3 => "turned-left",
        _ => return Err(Trouble::Misused("trouble-choose")),
    };
    let id = id_of(&id, PhotoId)?;
    change(&house, visitor, id, move |change, photo| change.turn(&photo, quarters)).await?;
    Ok(led_back(&format!("/photo/{id}"), done, Some(&id)))
}

pub(crate) async fn hide(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    change(&house, visitor, id, |change, photo| change.hide(&[photo]).map(drop)).await?;
    Ok(led_back(&format!("/photo/{id}"), "hidden", Some(&id)))
}

pub(crate) async fn unhide(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    change(&house, visitor, id, |change, photo| change.unhide(&[photo]).map(drop)).await?;
    Ok(led_back(&format!("/photo/{id}"), "unhidden", Some(&id)))
}

/// Leads on to the next photo of the moment, as somebody who sorts out photos would turn to.
pub(crate) async fn remove(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let beside = change(&house, visitor, id, |change, photo| {
        let beside = change.beside(&photo)?;
        change.remove(&[photo])?;
        Ok(beside)
    });
    let next = beside.await?.and_then(|beside| beside.after.or(beside.before));
    let next = next.map_or_else(|| "/removed".to_owned(), |next| format!("/photo/{next}"));
    Ok(led_back(&next, "removed", Some(&id)))
}

pub(crate) async fn restore(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let shown = house.change(visitor, move |change, _| {
        if change.restore(&[id])?.is_empty() {
            return Err(Trouble::NotThere);
        }
        // Among others it may turn out to be put away.
        Ok(change.photo(id)?.is_some())
    });
    let to = if shown.await? { format!("/photo/{id}") } else { back.back };
    Ok(led_back(&to, "restored", Some(&id)))
}

/// Changes a photo that may be seen.
async fn change<T: Send + 'static>(
    house: &House,
    visitor: Visitor,
    id: PhotoId,
    work: impl FnOnce(&mut Change<'_, '_>, Cleared<Photo>) -> Result<T, CareError> + Send + 'static,
) -> Result<T, Trouble> {
    let changed = house.change(visitor, move |change, _| {
        let photo = change.photo(id)?.ok_or(Trouble::NotThere)?;
        Ok(work(change, photo)?)
    });
    changed.await
}
