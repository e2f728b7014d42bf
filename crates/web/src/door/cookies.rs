//! The cookies of the door: the session's key, the key by which a device is known, and the ticket of a passkey that is asked for.

use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName};
use axum::response::AppendHeaders;
use axum_extra::extract::CookieJar;
use circle::{Key, Opened};

/// Cookies as a part of an answer.
pub(crate) type SetCookies<const N: usize> = AppendHeaders<[(HeaderName, String); N]>;

/// Over https the name forbids that anybody but this very host sets it.
const SESSION: [&str; 2] = ["perennial", "__Host-perennial"];
const KNOWN: [&str; 2] = ["perennial-known", "__Host-perennial-known"];
const TICKET: [&str; 2] = ["perennial-asked", "__Host-perennial-asked"];

/// What the browser holds of a session, as far as it says so. Over https no other name counts.
pub(super) fn session_of(headers: &HeaderMap, secure: bool) -> Option<String> {
    value_of(headers, SESSION, secure)
}

/// By what a browser says that it is known, as far as it does.
pub(super) fn known_of(headers: &HeaderMap, secure: bool) -> Option<String> {
    value_of(headers, KNOWN, secure)
}

/// Keeps a session in a browser, and what it is known by.
pub(crate) fn come_in_cookies(opened: &Opened, secure: bool) -> SetCookies<2> {
    let known = set(KNOWN, &opened.known.spelled(), secure, "Strict", circle::KNOWN_FOR.as_secs());
    AppendHeaders([session(&opened.key, secure), known])
}

/// Keeps another key of the same session in a browser.
pub(super) fn session_cookie(key: &Key, secure: bool) -> SetCookies<1> {
    AppendHeaders([session(key, secure)])
}

/// Makes a browser forget its session.
pub(crate) fn session_gone(secure: bool) -> SetCookies<1> {
    AppendHeaders([set(SESSION, "", secure, "Lax", 0)])
}

/// Binds a question to the browser that asked for it.
pub(crate) fn ticket_cookie(ticket: &str, secure: bool) -> SetCookies<1> {
    AppendHeaders([set(TICKET, ticket, secure, "Strict", 600)])
}

/// The ticket that a browser presents with its answer.
pub(crate) fn ticket_of(headers: &HeaderMap, secure: bool) -> Option<String> {
    value_of(headers, TICKET, secure)
}

fn value_of(headers: &HeaderMap, names: [&str; 2], secure: bool) -> Option<String> {
    CookieJar::from_headers(headers).get(names[usize::from(secure)]).map(|cookie| cookie.value().to_owned())
}

fn session(key: &Key, secure: bool) -> (HeaderName, String) {
    set(SESSION, &key.spelled(), secure, "Lax", circle::IDLE.as_secs())
}

fn set(names: [&str; 2], value: &str, secure: bool, same_site: &str, seconds: i64) -> (HeaderName, String) {
    let (name, only_https) = (names[usize::from(secure)], if secure { "; Secure" } else { "" });
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={same_site}{only_https}");
    (SET_COOKIE, cookie)
}
