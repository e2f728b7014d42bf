//! What is found, as the API answers it.

use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Problem;
use super::shapes::PhotoJson;
use crate::House;
use crate::pages::search::clean;
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::countries_named;

#[derive(Default, Deserialize)]
pub(crate) struct SearchQuery {
    #[serde(default)]
    q: Option<String>,
    #[serde(default)]
    page: Option<String>,
}

/// One page of what was found.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundPhotos {
    /// How many photos there are on all pages.
    total: u64,
    /// Which page this is, from 1.
    page: usize,
    /// How many pages there are.
    pages: usize,
    /// The photos of this page, the newest first.
    photos: Vec<PhotoJson>,
}

/// The photos of which all is true that is asked for, the newest first, a page at a time.
#[utoipa::path(get, path = "/api/v1/search", tag = "search",
    params(("q" = Option<String>, Query, description = "Words, people, places and years: `beach 2019 Leo`"),
        ("page" = Option<String>, Query, description = "Which page, from 1")),
    responses((status = 200, body = FoundPhotos),
        (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn find(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Query<SearchQuery>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<FoundPhotos>, Trouble> {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let found = house.look(visitor, move |visit, visitor| {
        let page = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
        let query = care::Query::read(&clean(asked.q.as_deref().unwrap_or_default()), countries_named);
        let found = visit.library()?.search(&query, page)?;
        let photos = found.photos.iter().map(|photo| PhotoJson::of(photo, visitor.words)).collect();
        Ok(FoundPhotos { total: found.total, page: found.page, pages: found.pages, photos })
    });
    Ok(Json(found.await?))
}
