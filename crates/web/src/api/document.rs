//! What the API offers, written down for programs: an OpenAPI 3.1 document made from the handlers themselves.

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{
    ahead, changes, coming_in, folders, losses, moments, people, photos, search, suggestions, today, why, wishes,
};
use crate::trouble::Trouble;

/// The document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Perennial",
        version = "1",
        description = "Photo memories that ask first. What is put away is in no answer and in no count. \
            Numbers name things inside one library only, and open nothing by themselves.",
        license(name = "MIT OR Apache-2.0")
    ),
    paths(
        document,
        today::now,
        today::on,
        moments::one,
        photos::list,
        photos::one,
        changes::date,
        changes::date_back,
        changes::hide,
        changes::unhide,
        changes::remove,
        changes::restore,
        people::list,
        search::find,
        suggestions::list,
        wishes::list,
        wishes::make,
        wishes::lift,
        losses::list,
        losses::add,
        losses::remove,
        losses::restore,
        ahead::list,
        why::moment,
        why::photo,
        coming_in::standing,
        coming_in::rescan,
        coming_in::pause,
        coming_in::resume,
        coming_in::try_again,
        folders::list,
        folders::add,
        folders::let_go,
    ),
    modifiers(&Keys)
)]
pub(crate) struct Document;

/// How a program says who it is.
struct Keys;

impl Modify for Keys {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(
            "A key made under Settings, for reading, for changing (`write`) or for bringing photos in (`import`); for what is kept with care (`care`) only where \
            that was chosen too.",
        ));
        components.add_security_scheme("token", SecurityScheme::Http(token.build()));
        let cookie = ApiKeyValue::with_description("perennial", "The session of somebody who is signed in.");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// This document.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "about", responses((status = 200, body = Object)),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn document() -> Result<Response, Trouble> {
    let text = Document::openapi().to_json().map_err(|error| Trouble::Inside(error.to_string()))?;
    Ok(([(CONTENT_TYPE, "application/json")], text).into_response())
}
