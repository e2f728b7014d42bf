//! What programs can ask for, on a page: the same list as the document for programs, in words.

use askama::Template;
use axum::response::Html;

use crate::api::CODES;
use crate::routes::{Enters, routes};
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
    /// The key of what it does.
    does: String,
    /// The key of what it needs.
    needs: &'static str,
}

pub(crate) async fn page(visitor: Visitor) -> Result<Html<String>, Trouble> {
    let offers = routes().into_iter().filter(|route| route.path.starts_with("/api/v1/"));
    let offers = offers.map(|route| Offer {
        method: route.method,
        path: route.path,
        does: key_of(route.method, route.path),
        needs: needs(route.enters),
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

fn needs(enters: Enters) -> &'static str {
    match enters {
        Enters::Anybody | Enters::Owner => "api-needs-read",
    }
}
