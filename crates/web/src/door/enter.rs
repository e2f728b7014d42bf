//! Letting in: by a session's cookie, or by a token where a program may come. Nothing behind is readable otherwise.

use std::fmt::Display;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request};
use axum::http::header::{ACCEPT, AUTHORIZATION, HeaderMap, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use care::{Session, Who};
use circle::{ByToken, Due, Entered, Key, Scope};
use jiff::Timestamp;
use tower_http::catch_panic::CatchPanicLayer;

use super::{Arrival, Guest, cookies, forms};
use crate::api::Problem;
use crate::trouble::{Said, Trouble};
use crate::visitor::{Here, Visitor};
use crate::words::{Language, Words};
use crate::{Enters, House, address};

/// Puts a route behind the door.
pub(crate) fn within(handler: MethodRouter<House>, enters: Enters, house: &House) -> MethodRouter<House> {
    let house = house.clone();
    caught(handler).layer(from_fn(move |request: Request, next: Next| enter(house.clone(), enters, request, next)))
}

/// A mistake of ours is told of like any other trouble: whoever asked is answered, and keeps their connection.
fn caught<S: Clone + Send + Sync + 'static>(handler: MethodRouter<S>) -> MethodRouter<S> {
    handler.layer(CatchPanicLayer::custom(|_| Trouble::Inside("a page panicked".to_owned()).into_response()))
}

/// The session of whoever is signed in; for the pages that are about it.
#[derive(Clone)]
pub(crate) struct SignedIn(pub(crate) Arc<Entered>);

/// Who asks.
enum Found {
    Session(Arc<Entered>, Option<Key>),
    Token(Box<ByToken>),
    Nobody { set_up: bool },
}

async fn enter(house: House, enters: Enters, mut request: Request, next: Next) -> Response {
    let Some(arrival) = request.extensions().get::<Arrival>().cloned() else {
        return Trouble::NotThere.into_response();
    };
    let bearer = matches!(enters, Enters::Api(_)).then(|| bearer_of(request.headers())).flatten();
    let asked = Asking::of(&request, bearer.is_some());
    if enters == Enters::Anybody {
        return said(next.run(request).await, &asked, asked.words, Here::Outside);
    }
    let cookie = arrival.caller.session.clone();
    let (turns_page, now) = (asked.turns_page, (house.clock)());
    let at = now.timestamp();
    let known = cookie.as_deref().filter(|_| bearer.is_none()).and_then(|key| house.door.enter_at_once(key, at));
    let found = match known.filter(|entered| entered.due(turns_page, at) == Due::Nothing) {
        Some(entered) => Found::Session(entered, None),
        None => match house.ask(move |house| look_up(house, cookie, bearer, turns_page, at)).await {
            Ok(found) => found,
            Err(trouble) => return said(trouble.into_response(), &asked, asked.words, Here::Outside),
        },
    };
    let (account, viewer, session, key) = match found {
        Found::Nobody { set_up } => return said(turned_away(&asked, set_up), &asked, asked.words, Here::Outside),
        Found::Token(by) => {
            if let Enters::Api(scopes) = enters
                && !scopes.iter().all(|scope| by.scopes.contains(scope))
            {
                return said(Trouble::NotAllowed.into_response(), &asked, asked.words, Here::Outside);
            }
            (by.account, by.viewer, Session(format!("token {}", by.token)), None)
        }
        Found::Session(entered, key) => {
            let (account, viewer) = (entered.account.clone(), entered.viewer);
            let session = Session(format!("session {}", entered.session));
            request.extensions_mut().insert(SignedIn(entered));
            (account, viewer, session, key)
        }
    };
    let language = account.details.language.as_deref().and_then(Language::from_tag);
    let words = language.map_or(asked.words, Words::of).writing_as_in(&account.details.countries);
    let now = now.with_time_zone(account.details.zone);
    let visitor = Visitor { who: Who { viewer, now, session }, words };
    request.extensions_mut().insert(visitor.clone());
    let response = said(forms::once(&house, &visitor, request, next).await, &asked, words, Here::Elsewhere);
    match key {
        // Whoever just signed out, or in anew, gets no other cookie beside.
        Some(key) if !response.headers().contains_key(SET_COOKIE) => {
            (cookies::session_cookie(&key, arrival.secure), response).into_response()
        }
        _ => response,
    }
}

fn look_up(
    house: &House,
    cookie: Option<String>,
    bearer: Option<String>,
    turns_page: bool,
    now: Timestamp,
) -> Result<Found, Trouble> {
    if let Some(bearer) = bearer {
        if let Some(by) = house.door.enter_by_token(&bearer, now)? {
            if by.to_be_noted {
                noted(house.door.token_used(&by, now));
            }
            return Ok(Found::Token(Box::new(by)));
        }
        // A proxy that signs people in itself may send a token of its own along with their cookie.
        if cookie.is_none() {
            return Ok(Found::Nobody { set_up: true });
        }
    }
    let entered = match &cookie {
        Some(cookie) => house.door.enter(cookie, now)?,
        None => None,
    };
    let Some(entered) = entered else {
        return Ok(Found::Nobody { set_up: house.door.is_set_up()? });
    };
    let due = entered.due(turns_page, now);
    let key = match due {
        Due::Nothing => None,
        due => noted(house.door.keep_up(&entered, due, now)).flatten(),
    };
    Ok(Found::Session(entered, key))
}

/// What is written down of a visit; where the disk is full or another writes, the visit goes on without.
fn noted<T, E: Display>(written: Result<T, E>) -> Option<T> {
    written.inspect_err(|error| tracing::warn!("a visit could not be noted: {error}")).ok()
}

/// What the request is, as far as it matters to whom it is answered.
struct Asking {
    words: Words,
    /// Whether a program asks, which is told in a form that it can read.
    by_program: bool,
    /// The address to come back to: what was asked for, if it was a page.
    page: Option<String>,
    /// Whether a person turns to a page by it, so that its answer's cookie is the one that counts.
    turns_page: bool,
}

impl Asking {
    fn of(request: &Request, by_token: bool) -> Self {
        let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let Guest(words) = Guest::of(request.headers());
        let (dest, accepts) = (header("sec-fetch-dest"), header(ACCEPT.as_str()));
        let path = request.uri().path();
        let by_program = path.starts_with("/api/") || by_token;
        let in_a_page = by_program || path.ends_with(".jpg") || !matches!(dest, "" | "document");
        let reads = matches!(*request.method(), Method::GET | Method::HEAD);
        let looks = *request.method() == Method::GET;
        let address = request.uri().path_and_query().map_or("/today", |all| all.as_str());
        let page = (!in_a_page).then(|| if reads { address.to_owned() } else { "/today".to_owned() });
        let turns_page = looks && !in_a_page && (dest == "document" || accepts.contains("text/html"));
        Self { words, by_program, page, turns_page }
    }
}

/// Whoever is not let in: a person is led to where they can sign in, a program is told.
fn turned_away(asked: &Asking, set_up: bool) -> Response {
    match &asked.page {
        Some(_) if !set_up => Redirect::to("/set-up").into_response(),
        Some(page) if address::own(page) == "/today" => Redirect::to("/sign-in").into_response(),
        Some(page) => Redirect::to(&format!("/sign-in?to={}", address::encoded(page))).into_response(),
        None => Trouble::NotSignedIn.into_response(),
    }
}

/// Says a trouble in the words of whoever asked and in the form that they asked for.
fn said(response: Response, asked: &Asking, words: Words, here: Here) -> Response {
    // The router itself answers so, without a word: a phone that brings a tab back asks for what a form once led to.
    let response = match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Trouble::NotThisWay.into_response(),
        _ => response,
    };
    let Some(said) = response.extensions().get::<Said>().copied() else { return response };
    let status = response.status();
    if asked.by_program {
        return Problem::said(said, status, words).into_response();
    }
    let at = asked.page.as_deref().filter(|_| here != Here::Outside && status == StatusCode::NOT_FOUND);
    (status, said.page(words, here, at)).into_response()
}

fn bearer_of(headers: &HeaderMap) -> Option<String> {
    let said = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = said.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

impl FromRequestParts<House> for SignedIn {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Trouble> {
        parts.extensions.get::<Self>().cloned().ok_or(Trouble::NotThere)
    }
}

impl Enters {
    /// Who may enter by an API route: the owner, and a program with a token for reading.
    pub const READ: Self = Self::Api(&[Scope::Read]);
    /// The owner, and a program with a token for changing.
    pub const WRITE: Self = Self::Api(&[Scope::Write]);
    /// The owner, and a program with a token for bringing photos in.
    pub const IMPORT: Self = Self::Api(&[Scope::Import]);
    /// The owner, and a program with a token for reading, what is kept with care too.
    pub const READ_CARE: Self = Self::Api(&[Scope::Read, Scope::Care]);
    /// The owner, and a program with a token for changing, what is kept with care too.
    pub const WRITE_CARE: Self = Self::Api(&[Scope::Write, Scope::Care]);
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn a_page_that_panics_is_answered_as_trouble_inside() {
        async fn falls() -> &'static str {
            panic!("over it falls")
        }
        let pages = Router::new().route("/", caught(get(falls)));
        let answer = pages.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(answer.extensions().get::<Said>().is_some(), "and is worded for whoever asked");
    }
}
