//! What a question may go on with, for the field that asks while somebody types.

use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Problem;
use crate::House;
use crate::pages::search::{clean, suggest};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Default, Deserialize)]
pub(crate) struct SuggestionsQuery {
    #[serde(default)]
    q: Option<String>,
}

/// Something that a question may go on with.
#[derive(Serialize, ToSchema)]
pub(crate) struct Suggestion {
    /// What it is, in words: a person, a place, a year, a word.
    kind: String,
    /// What is suggested.
    text: String,
    /// The whole question, with its last word made whole.
    question: String,
}

/// What a question may go on with: people, places, years and words that begin like its last word.
#[utoipa::path(get, path = "/api/v1/suggestions", tag = "search",
    params(("q" = Option<String>, Query, description = "The question so far")),
    responses((status = 200, body = Vec<Suggestion>),
        (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn list(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Query<SuggestionsQuery>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<Vec<Suggestion>>, Trouble> {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let offers = house.look(visitor, move |visit, visitor| {
        let asked = clean(asked.q.as_deref().unwrap_or_default());
        Ok(suggest(&mut visit.library()?, visitor.words, &asked)?)
    });
    let shown = offers.await?.into_iter();
    Ok(Json(shown.map(|o| Suggestion { kind: o.kind, text: o.text, question: o.question }).collect()))
}
