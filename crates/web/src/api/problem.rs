//! What goes wrong, as a program is told: a problem as RFC 9457 describes it.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::trouble::Said;
use crate::words::Words;

/// A problem, as RFC 9457 describes it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Problem {
    /// What sort of problem it is: a stable address, which need not lead anywhere.
    #[serde(rename = "type")]
    kind: String,
    /// What sort of problem it is: a stable word.
    code: String,
    /// The HTTP status.
    status: u16,
    /// What sort of problem it is, in a few words for people.
    title: String,
    /// What went wrong, in a sentence for people.
    detail: String,
    /// What can be done about it.
    hint: String,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: &str, title: String, detail: String, hint: String) -> Self {
        let kind = format!("/help/api#{}", code.replace('_', "-"));
        Self { kind, code: code.to_owned(), status: status.as_u16(), title, detail, hint }
    }

    /// What is said of a trouble on a page, for a program.
    pub(crate) fn said(said: Said, status: StatusCode, words: Words) -> Self {
        let (title, detail, hint) = (words.say(said.title), words.say(said.sentence), words.say(said.hint));
        Self::new(status, code_of(said.title), title, detail, hint)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}

/// The codes of problems that any request may meet, each with the key of its title.
pub(crate) const CODES: [(&str, &str); 9] = [
    ("not_there", "trouble-nothing"),
    ("not_this_way", "trouble-way"),
    ("not_signed_in", "door-nobody"),
    ("not_allowed", "door-narrow"),
    ("misused", "trouble-misused"),
    ("too_much", "trouble-too-much"),
    ("sent_before", "trouble-sent"),
    ("undecided", "trouble-undecided"),
    ("inside", "trouble-inside"),
];

fn code_of(title: &str) -> &'static str {
    CODES.iter().find(|(_, key)| *key == title).map_or("inside", |(code, _)| code)
}
