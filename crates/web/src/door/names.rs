//! By which names the site is called.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::House;

/// A page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding) and would then be "same origin". A server
/// that only this machine reaches is called by the names of this machine only, and one that has a name by that.
pub(super) async fn own_names_only(State(house): State<House>, request: Request, next: Next) -> Response {
    let host = host_of(&request);
    let called_right = match house.reached.base_url.as_ref().map(url::Url::host_str) {
        Some(name) => host.as_deref() == name || host.as_deref().is_some_and(names_loopback),
        None => !house.reached.loopback_only || host.as_deref().is_some_and(names_loopback),
    };
    if called_right {
        return next.run(request).await;
    }
    let said = match &house.reached.base_url {
        Some(url) => format!("This server answers to {} only.\n", url.host_str().unwrap_or_default()),
        None => "This server answers to localhost only.\n".to_owned(),
    };
    (StatusCode::MISDIRECTED_REQUEST, said).into_response()
}

/// The host that a request names, in lower case and without its port.
pub(super) fn host_of(request: &Request) -> Option<String> {
    named(request.headers()).or_else(|| request.uri().host().map(str::to_ascii_lowercase))
}

fn named(headers: &HeaderMap) -> Option<String> {
    let uri = headers.get(HOST)?.to_str().ok()?.parse::<Uri>().ok()?;
    uri.host().map(str::to_ascii_lowercase)
}

/// Whether a host is this machine's own name for itself.
pub(super) fn names_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
