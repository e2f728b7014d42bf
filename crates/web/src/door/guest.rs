//! Whoever stands before the door.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use crate::House;
use crate::words::{Language, Words};

/// Somebody of whom nothing is known but the language that their browser asks for.
pub(crate) struct Guest(pub(crate) Words);

impl Guest {
    /// The guest who sends these headers.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self(Words::of(Language::accepted(accepted.unwrap_or_default())))
    }
}

impl FromRequestParts<House> for Guest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}
