//! Coming in by a recovery code, with a new password.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use circle::{Password, SignIn};
use serde::Deserialize;

use super::{come_in, password_refused, wait};
use crate::House;
use crate::door::{Arrival, Guest, unhurried};
use crate::pages::door::sign_in::waiting;
use crate::trouble::Trouble;
use crate::visitor::Here;
use crate::words::Words;

#[derive(Template)]
#[template(path = "recover.html")]
struct Page {
    words: Words,
    here: Here,
    said: Option<String>,
    name: String,
}

#[derive(Deserialize)]
pub(crate) struct RecoverForm {
    name: String,
    code: String,
    password: String,
}

pub(crate) async fn page(Guest(words): Guest) -> Result<Html<String>, Trouble> {
    Ok(Html(Page { words, here: Here::Outside, said: None, name: String::new() }.render()?))
}

pub(crate) async fn ask(
    State(house): State<House>,
    arrival: Arrival,
    Guest(words): Guest,
    asked: Result<Form<RecoverForm>, FormRejection>,
) -> Result<Response, Trouble> {
    let Form(RecoverForm { name, code, password }) = asked.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let (status, said) = match Password::new(&password) {
        Err(refused) => (StatusCode::UNPROCESSABLE_ENTITY, password_refused(words, refused)),
        Ok(password) => {
            let (name, caller) = (name.clone(), arrival.caller.clone());
            let whose = waiting(&house, &name, &caller).await?;
            let answer = unhurried(&house, whose, move |house| {
                let now = (house.clock)().timestamp();
                Ok(house.door.recover(&name, &code, &password, &caller, now)?)
            });
            match answer.await? {
                SignIn::In(opened) => return Ok(come_in(&opened, &arrival, "/today")),
                SignIn::Refused => (StatusCode::UNAUTHORIZED, words.say("recover-refused")),
                SignIn::Wait(time) => (StatusCode::TOO_MANY_REQUESTS, wait(words, time)),
            }
        }
    };
    let page = Page { words, here: Here::Outside, said: Some(said), name };
    Ok((status, Html(page.render()?)).into_response())
}
