//! Turning, hiding and removing a photo, and taking that back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use circle::Viewer;
use model::PhotoId;
use serde::Deserialize;
use store::{StoreError, Tx};

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
    change(&house, visitor, id, move |tx, viewer| library::turn(tx, viewer, id, quarters)).await?;
    Ok(led_back(&format!("/photo/{id}"), done, Some(id.0)))
}

pub(crate) async fn hide(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    change(&house, visitor, id, move |tx, viewer| library::hide(tx, viewer, id)).await?;
    Ok(led_back(&format!("/photo/{id}"), "hidden", Some(id.0)))
}

pub(crate) async fn unhide(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    change(&house, visitor, id, move |tx, viewer| library::unhide(tx, viewer, id)).await?;
    Ok(led_back(&format!("/photo/{id}"), "unhidden", Some(id.0)))
}

/// Leads on to the next photo of the moment, as somebody who sorts out photos would turn to.
pub(crate) async fn remove(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let (viewer, today, now) = (visitor.viewer, visitor.today(), visitor.now.timestamp());
    let beside = house.ask(move |house| Ok(care::beside(&house.store, viewer, id, today)?)).await?;
    change(&house, visitor, id, move |tx, viewer| library::remove(tx, viewer, id, now)).await?;
    let next = beside.and_then(|beside| beside.after.or(beside.before));
    let next = next.map_or_else(|| "/removed".to_owned(), |next| format!("/photo/{next}"));
    Ok(led_back(&next, "removed", Some(id.0)))
}

pub(crate) async fn restore(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let shown = house.ask(move |house| {
        let (viewer, today, now) = (visitor.viewer, visitor.today(), visitor.now.timestamp());
        let listed = care::look(&house.store, viewer, today, |view| view.removed_can_return(id, now))?;
        if !listed {
            return Err(Trouble::NotThere);
        }
        house.store.write(|tx| {
            library::restore(tx, viewer, id, now)?;
            memories::settle(tx, viewer)
        })?;
        // Among others it may turn out to be put away.
        Ok(care::photo(&house.store, viewer, id, today)?.is_some())
    });
    let to = if shown.await? { format!("/photo/{id}") } else { back.back };
    Ok(led_back(&to, "restored", Some(id.0)))
}

/// Changes a photo that may be seen, and has its moments follow at once.
async fn change(
    house: &House,
    visitor: Visitor,
    id: PhotoId,
    work: impl FnOnce(&mut Tx<'_>, Viewer) -> Result<bool, StoreError> + Send + 'static,
) -> Result<(), Trouble> {
    let changed = house.ask(move |house| {
        let viewer = visitor.viewer;
        care::photo(&house.store, viewer, id, visitor.today())?.ok_or(Trouble::NotThere)?;
        house.store.write(|tx| {
            work(tx, viewer)?;
            memories::settle(tx, viewer)
        })?;
        Ok(())
    });
    changed.await
}
