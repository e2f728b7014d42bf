//! What a question may go on with, for the field that asks while somebody types.

use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};

use crate::House;
use crate::pages::search::{clean, suggest};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: Option<String>,
}

/// One suggestion.
#[derive(Serialize)]
pub(crate) struct Offered {
    kind: String,
    text: String,
    question: String,
}

pub(crate) async fn list(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Query<Asked>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<Vec<Offered>>, Trouble> {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let offers = house.ask(move |house| {
        let asked = clean(asked.q.as_deref().unwrap_or_default());
        let words = visitor.words;
        Ok(care::look(&house.store, visitor.viewer, visitor.today(), |sight| suggest(sight, words, &asked))?)
    });
    let shown = offers.await?.into_iter();
    Ok(Json(shown.map(|o| Offered { kind: o.kind, text: o.text, question: o.question }).collect()))
}
