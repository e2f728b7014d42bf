//! Recovery codes: how many are left, and new ones for whoever knows the password.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use circle::{Code, NewCodes, Viewer};
use serde::Deserialize;

use crate::House;
use crate::door::{SignedIn, Waiting, unhurried};
use crate::pages::door::set_up::CodesMade;
use crate::pages::door::wait;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "codes.html")]
struct Page {
    words: Words,
    here: Here,
    said: Option<String>,
    left: u64,
}

#[derive(Deserialize)]
pub(crate) struct CodesForm {
    known: String,
}

pub(crate) async fn page(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    shown(&house, visitor.who.viewer, visitor.words, None).await
}

pub(crate) async fn make(
    State(house): State<House>,
    visitor: Visitor,
    SignedIn(entered): SignedIn,
    asked: Result<Form<CodesForm>, FormRejection>,
) -> Result<Response, Trouble> {
    let Form(CodesForm { known }) = asked.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let words = visitor.words;
    let new = unhurried(&house, Waiting::Known, move |house| {
        let now = (house.clock)().timestamp();
        Ok(house.door.renew_recovery_codes(&entered, &known, now)?)
    });
    let (status, said) = match new.await? {
        NewCodes::Made(codes) => {
            let codes = codes.iter().map(Code::spelled).collect();
            return Ok(Html(CodesMade { words, here: Here::Settings, codes }.render()?).into_response());
        }
        NewCodes::Refused => (StatusCode::UNPROCESSABLE_ENTITY, words.say("account-password-wrong")),
        NewCodes::Wait(time) => (StatusCode::TOO_MANY_REQUESTS, wait(words, time)),
    };
    Ok((status, shown(&house, visitor.who.viewer, words, Some(said)).await?).into_response())
}

async fn shown(house: &House, viewer: Viewer, words: Words, said: Option<String>) -> Result<Html<String>, Trouble> {
    let page = house.ask(move |house| {
        let left = house.door.recovery_codes_left(viewer)?;
        Ok(Page { words, here: Here::Settings, said, left }.render()?)
    });
    Ok(Html(page.await?))
}
