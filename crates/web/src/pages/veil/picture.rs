//! A picture of what was opened, by its place in it. It is named by no number of its own, and a browser keeps nothing of it.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::House;
use crate::pages::rendition::{damaged, size_named};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn bytes(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, place, size)): Path<(String, String, String)>,
) -> Result<Response, Trouble> {
    let place: usize = place.parse().map_err(|_| Trouble::NotThere)?;
    let size = size_named(&size)?;
    let jpeg = house
        .ask(move |house| {
            let seal = (&*house.seal, &visitor.session);
            let photo = care::opened_photo(&house.store, visitor.viewer, seal, &token, &visitor.now, place)?;
            let photo = photo.ok_or(Trouble::NotThere)?;
            library::rendition(&house.blobs, &photo, size).map_err(damaged)?.ok_or(Trouble::NotThere)
        })
        .await?;
    Ok(([(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, "image/jpeg")], jpeg).into_response())
}
