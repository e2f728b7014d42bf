//! By which names the site is called.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use crate::Reached;

/// A page elsewhere can point a name of its own at an address of ours (DNS rebinding) and would then be "same origin". So a server
/// that has a name is called by that, one that only this machine reaches by the names of this machine for itself, and any other by
/// an address, or by what this machine is called.
/// Answers what is said to whoever calls it otherwise.
pub(super) fn refused(reached: &Reached, request: &Request) -> Option<Response> {
    let ours = host_of(request).is_some_and(|host| is_called(reached, &host));
    (!ours).then(|| (StatusCode::MISDIRECTED_REQUEST, answers_to(reached)).into_response())
}

fn is_called(reached: &Reached, host: &str) -> bool {
    names_loopback(host)
        || match &reached.base_url {
            Some(url) => url.host_str() == Some(host),
            None => !reached.loopback_only && (is_address(host) || reached.own_names.iter().any(|name| name == host)),
        }
}

/// What it answers to, and how that is changed.
fn answers_to(reached: &Reached) -> String {
    let only = match &reached.base_url {
        Some(url) => return format!("This server answers to {} only.\n", url.host_str().unwrap_or_default()),
        None if reached.loopback_only => "localhost".to_owned(),
        None => ["its own address", "localhost"]
            .into_iter()
            .chain(reached.own_names.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join(", "),
    };
    format!("This server answers to {only} only. Whoever starts it can give it another name with --base-url.\n")
}

/// The host that a request names, in lower case and without its port.
pub(super) fn host_of(request: &Request) -> Option<String> {
    named(request.headers()).or_else(|| request.uri().host().map(str::to_ascii_lowercase))
}

fn named(headers: &HeaderMap) -> Option<String> {
    let uri = headers.get(HOST)?.to_str().ok()?.parse::<Uri>().ok()?;
    uri.host().map(str::to_ascii_lowercase)
}

/// Whether a host is an address and no name.
fn is_address(host: &str) -> bool {
    host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok()
}

/// Whether a host is this machine's own name for itself.
pub(super) fn names_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_called_by_its_own_names_alone() {
        let (local, everywhere) = (Reached { loopback_only: true, ..Reached::default() }, Reached::default());
        let named = Reached { own_names: vec!["nas".into(), "nas.local".into()], ..Reached::default() };
        let based = Reached { base_url: Some("https://photos.example".parse().unwrap()), ..named.clone() };
        for (host, by) in [
            ("localhost", [true, true, true, true]),
            ("127.0.0.1", [true, true, true, true]),
            ("[::1]", [true, true, true, true]),
            ("192.168.1.5", [false, true, true, false]),
            ("[2001:db8::1]", [false, true, true, false]),
            ("nas", [false, false, true, false]),
            ("nas.local", [false, false, true, false]),
            ("photos.example", [false, false, false, true]),
            ("evil.example", [false, false, false, false]),
            ("nas.evil.example", [false, false, false, false]),
            ("127.0.0.1.evil.example", [false, false, false, false]),
            ("", [false, false, false, false]),
        ] {
            assert_eq!([&local, &everywhere, &named, &based].map(|reached| is_called(reached, host)), by, "{host}");
        }
        assert!(answers_to(&named).contains("nas.local") && answers_to(&named).contains("--base-url"));
    }
}
