//! Signing in by name and password.

use askama::Template;
use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{Html, IntoResponse, Redirect, Response};
use circle::{Caller, SignIn};
use serde::Deserialize;

use super::{come_in, wait};
use crate::door::{Arrival, Guest, Waiting, unhurried};
use crate::trouble::Trouble;
use crate::visitor::Here;
use crate::words::Words;
use crate::{House, address};

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
    if !house.ask(|house| Ok(house.door.is_set_up()?)).await? {
        return Ok(Redirect::to("/set-up").into_response());
    }
    let led = led.map(|Query(led)| led).unwrap_or_default();
    let said = match led.said.as_str() {
        "out" => Some(words.say("sign-in-out")),
        "used" => Some(words.say("sign-in-used")),
        _ => None,
    };
    let to = address::own(&led.to).to_owned();
    let passkeys = arrival.passkeys().is_some();
    let page = Page { words, here: Here::Outside, said, name: String::new(), to, passkeys };
    Ok(Html(page.render()?).into_response())
}

pub(crate) async fn ask(
    State(house): State<House>,
    arrival: Arrival,
    Guest(words): Guest,
    asked: Result<Form<SignInForm>, FormRejection>,
) -> Result<Response, Trouble> {
    let Form(asked) = asked.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let (name, to, password, caller) = (asked.name.clone(), asked.to, asked.password, arrival.caller.clone());
    let whose = waiting(&house, &name, &caller).await?;
    let answer = unhurried(&house, whose, move |house| {
        Ok(house.door.sign_in(&name, &password, &caller, (house.clock)().timestamp())?)
    });
    let (status, said, seconds) = match answer.await? {
        SignIn::In(opened) => return Ok(come_in(&opened, &arrival, &to)),
        SignIn::Refused => (StatusCode::UNAUTHORIZED, words.say("sign-in-refused"), 0),
        SignIn::Wait(time) => {
            // It may be others who tried: there are ways in that wait for nobody.
            let said = format!("{} {}", wait(words, time), words.say("sign-in-otherwise"));
            (StatusCode::TOO_MANY_REQUESTS, said, time.as_secs() + 1)
        }
    };
    let (passkeys, to) = (arrival.passkeys().is_some(), address::own(&to).to_owned());
    let page = Page { words, here: Here::Outside, said: Some(said), name: asked.name, to, passkeys };
    let page = (status, Html(page.render()?));
    Ok(if seconds > 0 { ([(RETRY_AFTER, seconds.to_string())], page).into_response() } else { page.into_response() })
}

/// In whose turn a name is looked at: a device that signed in by it before waits for no stranger.
pub(super) async fn waiting(house: &House, name: &str, caller: &Caller) -> Result<Waiting, Trouble> {
    let stranger = Waiting::Stranger(caller.address);
    let (name, caller) = (name.to_owned(), caller.clone());
    let known = house.ask(move |house| Ok(house.door.knows(&name, &caller, (house.clock)().timestamp())?));
    Ok(if known.await? { Waiting::Known } else { stranger })
}
