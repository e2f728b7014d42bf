//! The bytes of a rendition. Every request asks care again; an address opens nothing.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use library::Size;
use model::PhotoId;

use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn bytes(
    State(house): State<House>,
    visitor: Visitor,
    Path((id, size)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let id = id.parse().map(PhotoId).map_err(|_| Trouble::NotThere)?;
    let size = match size.as_str() {
        "small.jpg" => Size::Small,
        "large.jpg" => Size::Large,
        _ => return Err(Trouble::NotThere),
    };
    let jpeg = house.ask(move |house| {
        let photo = care::photo(&house.store, visitor.viewer, id, visitor.today())?.ok_or(Trouble::NotThere)?;
        house.blobs.get(&photo.rendition(size))?.ok_or(Trouble::NotThere)
    });
    // Nothing is kept by the browser: what is put away in one window must be gone from the other.
    Ok(([(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "private, no-store")], jpeg.await?).into_response())
}
