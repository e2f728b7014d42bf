//! What programs can ask for, on a page: the same list as the document for programs, in words.

use askama::Template;
use axum::response::Html;
use serde_json::Value;
use utoipa::OpenApi;

use crate::api::{CODES, Document};
use crate::routes::routes;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "help_api.html")]
struct Page {
    words: Words,
    here: Here,
    offers: Vec<Offer>,
}

/// Something that can be asked for.
struct Offer {
    method: &'static str,
    path: &'static str,
    /// The key of what it does, put together from method and path; a test asks for each.
    does: String,
    /// The keys of what it needs.
    needs: Vec<&'static str>,
}

pub(crate) async fn page(visitor: Visitor) -> Result<Html<String>, Trouble> {
    let document = serde_json::to_value(Document::openapi()).map_err(|error| Trouble::Inside(error.to_string()))?;
    let offers = routes().into_iter().filter(|route| route.path.starts_with("/api/v1/"));
    let offers = offers.map(|route| Offer {
        method: route.method,
        path: route.path,
        does: key_of(route.method, route.path),
        needs: needs(&document, route.method, route.path),
    });
    Ok(Html(Page { words: visitor.words, here: Here::Settings, offers: offers.collect() }.render()?))
}

impl Page {
    /// The codes of problems, as parts of their addresses, with the keys of their titles.
    fn codes(&self) -> impl Iterator<Item = (String, &'static str)> {
        CODES.iter().map(|(code, title)| (code.replace('_', "-"), *title))
    }
}

/// `api-get-photos-id` for GET /api/v1/photos/{id}.
fn key_of(method: &str, path: &str) -> String {
    let words = path.trim_start_matches("/api/v1/").replace(['/', '.'], "-").replace(['{', '}'], "");
    format!("api-{}-{words}", method.to_lowercase())
}

/// The keys of what an operation needs, by what the document says of it.
fn needs(document: &Value, method: &str, path: &str) -> Vec<&'static str> {
    let needed = &document["paths"][path][method.to_lowercase()]["security"][0]["token"];
    let key = |scope: &Value| match scope.as_str() {
        Some("write") => "api-needs-write",
        Some("import") => "api-needs-import",
        Some("care") => "api-needs-care",
        _ => "api-needs-read",
    };
    needed.as_array().into_iter().flatten().map(key).collect()
}
