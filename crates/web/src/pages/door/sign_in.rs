//! Signing in by name and password.

use askama::Template;
use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Query, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use circle::SignIn;
use jiff::Timestamp;
use serde::Deserialize;

use super::{come_in, wait};
use crate::House;
use crate::door::{Arrival, Guest, own_address, session_of, unhurried};
use crate::trouble::Trouble;
use crate::visitor::Here;
use crate::words::Words;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page {
    words: Words,
    here: Here,
    said: Option<String>,
    name: String,
    to: String,
    passkeys: bool,
}

/// Where somebody wanted to go, and what is to be said first.
#[derive(Deserialize, Default)]
pub(crate) struct Led {
    #[serde(default)]
    to: String,
    #[serde(default)]
    said: String,
}

#[derive(Deserialize)]
pub(crate) struct SignInForm {
    name: String,
    password: String,
    #[serde(default)]
    to: String,
}

pub(crate) async fn page(
    State(house): State<House>,
    arrival: Arrival,
    Guest(words): Guest,
    led: Result<Query<Led>, QueryRejection>,
) -> Result<Response, Trouble> {
    if !house.ask(|house| Ok(house.store.read(circle::is_set_up)?)).await? {
        return Ok(Redirect::to("/set-up").into_response());
    }
    let led = led.map(|Query(led)| led).unwrap_or_default();
    let said = match led.said.as_str() {
        "out" => Some(words.say("sign-in-out")),
        "used" => Some(words.say("sign-in-used")),
        _ => None,
    };
    let to = own_address(&led.to).to_owned();
    let passkeys = arrival.passkeys().is_some();
    let page = Page { words, here: Here::Outside, said, name: String::new(), to, passkeys };
    Ok(Html(page.render()?).into_response())
}

pub(crate) async fn ask(
    State(house): State<House>,
    arrival: Arrival,
    Guest(words): Guest,
    headers: HeaderMap,
    asked: Result<Form<SignInForm>, FormRejection>,
) -> Result<Response, Trouble> {
    let Form(asked) = asked.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let (before, caller) = (session_of(&headers, arrival.secure), arrival.caller.clone());
    let (name, to, password) = (asked.name.clone(), asked.to, asked.password);
    let answer = unhurried(&house, move |house| {
        let now = (house.clock)().timestamp();
        let answer = circle::sign_in(&house.store, &name, &password, &caller, now)?;
        if matches!(answer, SignIn::In(_)) {
            leave(house, before.as_deref(), now)?;
        }
        Ok(answer)
    });
    let (status, said, seconds) = match answer.await? {
        SignIn::In(opened) => return Ok(come_in(&opened, &arrival, &to)),
        SignIn::Refused => (StatusCode::UNAUTHORIZED, words.say("sign-in-refused"), 0),
        SignIn::Wait(time) => (StatusCode::TOO_MANY_REQUESTS, wait(words, time), time.as_secs() + 1),
    };
    let (passkeys, to) = (arrival.passkeys().is_some(), own_address(&to).to_owned());
    let page = Page { words, here: Here::Outside, said: Some(said), name: asked.name, to, passkeys };
    let page = (status, Html(page.render()?));
    Ok(if seconds > 0 { ([(RETRY_AFTER, seconds.to_string())], page).into_response() } else { page.into_response() })
}

/// Ends the session that a browser held before: whoever signs in does not go on under a key that somebody else may know.
pub(crate) fn leave(house: &House, before: Option<&str>, now: Timestamp) -> Result<(), Trouble> {
    let Some(before) = before else { return Ok(()) };
    house.store.write(|tx| {
        if let Some(entered) = circle::enter(tx, before, now)? {
            circle::end_session(tx, entered.viewer, entered.session)?;
        }
        Ok::<_, Trouble>(())
    })
}
