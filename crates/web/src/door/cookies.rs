//! The cookies of the door: the session's key, and the ticket of a passkey that is being asked for.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::AppendHeaders;
use axum_extra::extract::CookieJar;
use circle::Key;

/// A cookie as a part of an answer.
pub(crate) type SetCookie = AppendHeaders<[(axum::http::HeaderName, String); 1]>;

/// Over https the name forbids that anybody but this very host sets it.
const SESSION: [&str; 2] = ["perennial", "__Host-perennial"];
const TICKET: [&str; 2] = ["perennial-asked", "__Host-perennial-asked"];

/// What the browser holds of a session, as far as it says so. Over https no other name counts.
pub(crate) fn session_of(headers: &HeaderMap, secure: bool) -> Option<String> {
    value_of(headers, SESSION, secure)
}

/// Keeps a session in a browser.
pub(crate) fn session_cookie(key: &Key, secure: bool) -> SetCookie {
    set(SESSION, &key.spelled(), secure, "Lax", circle::IDLE.as_secs())
}

/// Makes a browser forget its session.
pub(crate) fn session_gone(secure: bool) -> SetCookie {
    set(SESSION, "", secure, "Lax", 0)
}

/// Binds a question to the browser that asked for it.
pub(crate) fn ticket_cookie(ticket: &str, secure: bool) -> SetCookie {
    set(TICKET, ticket, secure, "Strict", 600)
}

/// The ticket that a browser presents with its answer.
pub(crate) fn ticket_of(headers: &HeaderMap, secure: bool) -> Option<String> {
    value_of(headers, TICKET, secure)
}

fn value_of(headers: &HeaderMap, names: [&str; 2], secure: bool) -> Option<String> {
    CookieJar::from_headers(headers).get(names[usize::from(secure)]).map(|cookie| cookie.value().to_owned())
}

fn set(names: [&str; 2], value: &str, secure: bool, same_site: &str, seconds: i64) -> SetCookie {
    let (name, only_https) = (names[usize::from(secure)], if secure { "; Secure" } else { "" });
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={same_site}{only_https}");
    AppendHeaders([(SET_COOKIE, cookie)])
}
