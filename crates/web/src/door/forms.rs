//! Forms carry a key, so that one sent twice is one: a double tap, a reload, a retry after a lost answer.
//!
//! [`into_every_form`] puts a hidden field into every form that a page sends, so no template can forget it; programs send the
//! header `Idempotency-Key`. [`once`] makes a [`FormKey`] of it and of all that was sent, which [`crate::House::ask`] hands to
//! the store: it is written down in the transaction of the change. The second sending with the same key and the same content
//! changes nothing and is answered as the first one was. What is sent without a key counts each time.

mod alone;
mod html;

use std::sync::Arc;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, LOCATION, REFERER};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use circle::{FirstAnswer, FormKey};
use url::Url;

use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{House, address};

/// The name of the hidden field.
pub(crate) const FIELD: &str = "form-key";
/// The same for programs (draft-ietf-httpapi-idempotency-key-header).
const HEADER: HeaderName = HeaderName::from_static("idempotency-key");
/// The longest key, in bytes.
const LONGEST: usize = 200;
/// The most that is taken at once, in bytes: what the extractors take.
const MOST: usize = 2 << 20;
/// The longest answer to a program that is kept for its second request, in bytes.
const LONGEST_ANSWER: u64 = 4 << 10;

/// What fresh keys are spelled with: neither a name nor a number comes of it by chance.
const LETTERS: &[u8; 16] = b"bcdfghjkmnpqrstv";

tokio::task_local! {
    static SENT: Arc<FormKey>;
}

/// The key of the form by which the request that is being answered was sent.
pub(crate) fn sent() -> Option<Arc<FormKey>> {
    SENT.try_with(Arc::clone).ok()
}

/// Puts a key into every form of a page that sends something.
pub(super) async fn into_every_form(response: Response) -> Response {
    let html = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !html {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // A page is made whole before it is answered.
    let Ok(page) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let page = match (std::str::from_utf8(&page), fresh()) {
        (Ok(text), Some(key)) if html::sends_something(text) => {
            parts.headers.remove(CONTENT_LENGTH);
            Bytes::from(html::with_keys(text, &key))
        }
        _ => page,
    };
    Response::from_parts(parts, Body::from(page))
}

/// Answers somebody who was let in; what they sent with a key counts once.
pub(super) async fn once(house: &House, visitor: &Visitor, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MOST).await else { return Trouble::TooMuch.into_response() };
    let key = key_of(&parts.headers, &body).map(|key| told_apart(visitor, &parts, &key, &body));
    let asked = Asked::of(&parts);
    let request = Request::from_parts(parts, Body::from(body));
    let Some(key) = key else { return next.run(request).await };
    // Of two at once the second waits for the answer of the first.
    let _alone = alone::with(&key).await;
    let form = Arc::new(FormKey::new(visitor.who.viewer.library(), key, visitor.who.now.timestamp()));
    match first_answer(house, &form).await {
        Ok(None) => {}
        Ok(Some(first)) => return asked.answered_as(first),
        Err(trouble) => return trouble.into_response(),
    }
    let response = SENT.scope(Arc::clone(&form), next.run(request)).await;
    if form.was_sent_before() {
        // By another program on the same database, this very moment.
        return match first_answer(house, &form).await {
            Ok(first) => asked.answered_as(first.unwrap_or_default()),
            Err(trouble) => trouble.into_response(),
        };
    }
    if form.counts() { noted(house, form, response).await } else { response }
}

/// What is known of a request once it was handed on.
struct Asked {
    by_program: bool,
    /// The page that the form stood on.
    page: String,
}

impl Asked {
    fn of(parts: &Parts) -> Self {
        let text = |name: HeaderName| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let (from, host) = (Url::parse(text(REFERER)).ok(), text(HOST));
        let ours = from.filter(|from| host.starts_with(from.host_str().unwrap_or("/")));
        let page = ours.map(|from| from[url::Position::BeforePath..url::Position::AfterQuery].to_owned());
        Self { by_program: parts.uri.path().starts_with("/api/"), page: page.unwrap_or_default() }
    }

    /// What the first sending was answered with, again; where that was a page, or was never answered, the way to where the
    /// form stood.
    fn answered_as(&self, first: FirstAnswer) -> Response {
        let status = first.status.and_then(|status| StatusCode::from_u16(status).ok());
        let location = first.location.and_then(|location| HeaderValue::from_str(&location).ok());
        match (status, location, first.body) {
            (Some(status), Some(location), _) => (status, [(LOCATION, location)]).into_response(),
            (Some(status), None, Some(body)) => (status, [(CONTENT_TYPE, "application/json")], body).into_response(),
            (Some(StatusCode::NO_CONTENT), None, None) => StatusCode::NO_CONTENT.into_response(),
            _ if self.by_program => Trouble::SentBefore.into_response(),
            _ => Redirect::to(address::own(&self.page)).into_response(),
        }
    }
}

async fn first_answer(house: &House, form: &Arc<FormKey>) -> Result<Option<FirstAnswer>, Trouble> {
    let form = Arc::clone(form);
    house.ask(move |house| Ok(house.door.first_answer(&form)?)).await
}

/// Keeps what a change was answered with, for those who send it again. What was refused may be sent again.
async fn noted(house: &House, form: Arc<FormKey>, response: Response) -> Response {
    let status = response.status();
    if status.is_server_error() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let json = parts.headers.get(CONTENT_TYPE).is_some_and(|kind| kind == "application/json");
    // Pages are not kept: what is in them was cleared for that moment alone, or is shown once.
    let (said, body) = match json && body.size_hint().exact().is_some_and(|bytes| bytes <= LONGEST_ANSWER) {
        true => match to_bytes(body, MOST).await {
            Ok(bytes) => (String::from_utf8(bytes.to_vec()).ok(), Body::from(bytes)),
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
        false => (None, body),
    };
    let location = parts.headers.get(LOCATION).and_then(|location| location.to_str().ok()).map(str::to_owned);
    let answer = FirstAnswer { status: Some(status.as_u16()), location, body: said };
    let kept = house.ask(move |house| {
        match status.is_client_error() {
            true => house.door.forget_form(&form)?,
            false => house.door.note_answer(&form, &answer)?,
        }
        Ok(())
    });
    if kept.await.is_err() {
        tracing::warn!("the answer to a form could not be noted; whoever sends it again is led back to its page");
    }
    Response::from_parts(parts, body)
}

/// The key that a request carries.
fn key_of(headers: &HeaderMap, body: &Bytes) -> Option<String> {
    let by_header = headers.get(HEADER).and_then(|key| key.to_str().ok()).map(|key| key.trim_matches('"').to_owned());
    let is_form =
        headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    let by_field = || {
        let field = url::form_urlencoded::parse(body).find(|(name, _)| name == FIELD);
        field.filter(|_| is_form).map(|(_, key)| key.into_owned())
    };
    by_header.or_else(by_field).filter(|key| !key.is_empty() && key.len() <= LONGEST)
}

/// One text for all that makes two sendings the same: who sends what where, with which key.
fn told_apart(visitor: &Visitor, parts: &Parts, key: &str, body: &[u8]) -> String {
    let (library, person) = (visitor.who.viewer.library().to_string(), visitor.who.viewer.person().to_string());
    let path = parts.uri.path_and_query().map_or("", |path| path.as_str());
    let mut hasher = blake3::Hasher::new();
    for part in
        [library.as_bytes(), person.as_bytes(), parts.method.as_str().as_bytes(), path.as_bytes(), key.as_bytes(), body]
    {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_hex().to_string()
}

/// A key that nobody had before; where the system gives no random numbers, none.
fn fresh() -> Option<String> {
    let mut bytes = [0_u8; 24];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.into_iter().map(|byte| char::from(LETTERS[usize::from(byte % 16)])).collect())
}
