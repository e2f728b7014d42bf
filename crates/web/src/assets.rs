//! Styles and scripts, embedded in the binary. Their addresses carry a hash of all of them, so they may be kept for good.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

const ASSETS: &[(&str, &str, &str)] = &[
    ("tokens.css", "text/css", include_str!("../assets/tokens.css")),
    ("frame.css", "text/css", include_str!("../assets/frame.css")),
    ("controls.css", "text/css", include_str!("../assets/controls.css")),
    ("day.css", "text/css", include_str!("../assets/day.css")),
    ("first.css", "text/css", include_str!("../assets/first.css")),
    ("forms.css", "text/css", include_str!("../assets/forms.css")),
    ("coming_in.css", "text/css", include_str!("../assets/coming_in.css")),
    ("settings.css", "text/css", include_str!("../assets/settings.css")),
    ("coming_in.js", "text/javascript", include_str!("../assets/coming_in.js")),
    ("memory.css", "text/css", include_str!("../assets/memory.css")),
    ("moment.css", "text/css", include_str!("../assets/moment.css")),
    ("photo.css", "text/css", include_str!("../assets/photo.css")),
    ("people.css", "text/css", include_str!("../assets/people.css")),
    ("care.css", "text/css", include_str!("../assets/care.css")),
    ("put_away.css", "text/css", include_str!("../assets/put_away.css")),
    ("veil.css", "text/css", include_str!("../assets/veil.css")),
    ("door.css", "text/css", include_str!("../assets/door.css")),
    ("passkeys.js", "text/javascript", include_str!("../assets/passkeys.js")),
    ("zone.js", "text/javascript", include_str!("../assets/zone.js")),
    ("photo.js", "text/javascript", include_str!("../assets/photo.js")),
    ("library.css", "text/css", include_str!("../assets/library.css")),
    ("tiles.css", "text/css", include_str!("../assets/tiles.css")),
    ("thumbhash.js", "text/javascript", include_str!("../assets/thumbhash.js")),
    ("tiles.js", "text/javascript", include_str!("../assets/tiles.js")),
    ("search.css", "text/css", include_str!("../assets/search.css")),
    ("search.js", "text/javascript", include_str!("../assets/search.js")),
    ("perennial.js", "text/javascript", include_str!("../assets/perennial.js")),
    ("leaf.svg", "image/svg+xml", include_str!("../assets/leaf.svg")),
];

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = blake3::Hasher::new();
    for (name, _, content) in ASSETS {
        hasher.update(name.as_bytes());
        hasher.update(content.as_bytes());
    }
    hasher.finalize().to_hex()[..12].to_owned()
});

/// The address of an asset, for templates.
pub(crate) fn asset(name: &str) -> String {
    debug_assert!(ASSETS.iter().any(|(known, _, _)| *known == name), "{name}");
    format!("/assets/{}/{name}", *VERSION)
}

pub(crate) async fn serve(Path((version, name)): Path<(String, String)>) -> Response {
    let found = ASSETS.iter().find(|(known, _, _)| *known == name);
    let Some((_, media_type, content)) = found.filter(|_| version == *VERSION) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = "public, max-age=31536000, immutable";
    ([(CONTENT_TYPE, format!("{media_type}; charset=utf-8")), (CACHE_CONTROL, keep.to_owned())], *content)
        .into_response()
}

pub(crate) async fn favicon() -> Response {
    axum::response::Redirect::permanent(&asset("leaf.svg")).into_response()
}
