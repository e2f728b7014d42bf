//! A picture of what was opened, by its sealed name in it. It is named by no number, and a browser keeps nothing of it.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::House;
use crate::pages::rendition::size_named;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn bytes(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, name, size)): Path<(String, String, String)>,
) -> Result<Response, Trouble> {
    let size = size_named(&size)?;
    let jpeg = house
        .ask(move |house| {
            let rendition = house.visits.look(&visitor.who, |visit| {
                let photo = visit.opened_photo(&token, &name)?.ok_or(Trouble::NotThere)?;
                Ok::<_, Trouble>(visit.rendition(&photo, size))
            })?;
            rendition.read()?.ok_or(Trouble::NotThere)
        })
        .await?;
    Ok(([(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, "image/jpeg")], jpeg).into_response())
}
