//! What holds for every answer: headers, whose names are answered to, and where a change may come from.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;

use crate::House;
use crate::api::Problem;
use crate::trouble::Said;
use crate::visitor::{Here, Visitor};
use crate::words::{Language, Words};

/// Nothing is loaded from elsewhere, nothing inline runs, nobody frames us.
const CONTENT_POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub(crate) fn guarded(router: Router<House>, house: &House) -> Router<House> {
    // Pictures are as small as they get; the rest shrinks to a fifth. No page holds a secret beside what its address says,
    // so there is nothing that sizes could give away.
    let shrinks = SizeAbove::new(512).and(NotForContentType::IMAGES).and(NotForContentType::new("video/"));
    router
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(house.clone(), let_in))
        .layer(from_fn_with_state(house.clone(), own_names_only))
        .layer(CompressionLayer::new().compress_when(shrinks))
        .layer(from_fn(headers))
}

/// Finds out who asks, and says troubles in their words.
async fn let_in(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
    let words = Words::of(Language::accepted(accepted.unwrap_or_default()));
    request.extensions_mut().insert(Visitor { viewer: house.owner, words, now: (house.clock)() });
    let for_programs = request.uri().path().starts_with("/api/");
    let response = next.run(request).await;
    match response.extensions().get::<Said>().copied() {
        Some(said) if for_programs => Problem::said(said, response.status(), words).into_response(),
        Some(said) => (response.status(), said.page(words, Here::Elsewhere)).into_response(),
        None => response,
    }
}

/// A page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding) and would then be "same origin". A server
/// that only this machine reaches is called by the names of this machine only.
async fn own_names_only(State(house): State<House>, request: Request, next: Next) -> Response {
    if house.loopback_only && !names_loopback(&request) {
        return (StatusCode::MISDIRECTED_REQUEST, "This server answers to localhost only.\n").into_response();
    }
    next.run(request).await
}

fn names_loopback(request: &Request) -> bool {
    let named = request.headers().get(HOST).and_then(|host| host.to_str().ok()).or_else(|| request.uri().host());
    let Some(uri) = named.and_then(|host| host.parse::<Uri>().ok()) else { return false };
    let host = uri.host().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let always: [(HeaderName, &'static str); 4] = [
        (CONTENT_SECURITY_POLICY, CONTENT_POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Not `no-referrer`: that would hide from our own forms where they come from.
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // What a wish changes must be true at once, in the browser's own stores too.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    response
}
