//! The bytes of a rendition. Every request asks care again; an address opens nothing.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use care::Size;
use model::PhotoId;

use crate::House;
use crate::pages::form::id_of;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn bytes(
    State(house): State<House>,
    visitor: Visitor,
    Path((id, size)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let size = size_named(&size)?;
    let known = headers.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).unwrap_or_default().to_owned();
    let (tag, jpeg) = match at_once(&house, &visitor, (id, size), &known) {
        Some(answer) => answer,
        None => house.ask(move |house| looked_up(house, &visitor, (id, size), &known)).await?,
    };
    // A browser may keep it but asks each time: what is put away in one window is gone from the other.
    let always = [(CACHE_CONTROL, "private, no-cache".to_owned()), (ETAG, tag)];
    Ok(match jpeg {
        Some(jpeg) => (always, [(CONTENT_TYPE, "image/jpeg")], jpeg).into_response(),
        None => (StatusCode::NOT_MODIFIED, always).into_response(),
    })
}

/// The tag of a picture, and its bytes unless the browser has them.
type Answer = (String, Option<Bytes>);

/// What can be answered without waiting: most of the pictures of a page that is looked at again.
fn at_once(house: &House, visitor: &Visitor, (id, size): (PhotoId, Size), known: &str) -> Option<Answer> {
    let rendition = house.visits.picture_at_once(&visitor.who, id, size)?;
    let tag = tag_of(rendition.key());
    if names(known, &tag) {
        return Some((tag, None));
    }
    Some((tag, Some(rendition.read_at_once()?)))
}

fn looked_up(house: &House, visitor: &Visitor, (id, size): (PhotoId, Size), known: &str) -> Result<Answer, Trouble> {
    // The wall first: what is put away is not there, whatever the browser still has of it.
    let rendition = house.visits.look(&visitor.who, |visit| visit.picture(id, size)?.ok_or(Trouble::NotThere))?;
    let tag = tag_of(rendition.key());
    if names(known, &tag) {
        return Ok((tag, None));
    }
    Ok((tag, Some(rendition.read()?.ok_or(Trouble::NotThere)?.into())))
}

/// A tag that changes with the picture and tells nothing of it.
fn tag_of(key: &str) -> String {
    format!("\"{}\"", &blake3::hash(key.as_bytes()).to_hex()[..20])
}

/// Whether an `If-None-Match` header names that tag (RFC 9110, section 13.1.2).
fn names(header: &str, tag: &str) -> bool {
    header.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

/// The size that an address asks for.
pub(crate) fn size_named(name: &str) -> Result<Size, Trouble> {
    match name {
        "small.jpg" => Ok(Size::Small),
        "large.jpg" => Ok(Size::Large),
        _ => Err(Trouble::NotThere),
    }
}
