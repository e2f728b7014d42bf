//! Another password. All other sessions end.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use circle::{Password, SignIn};
use serde::Deserialize;

use super::details::Page;
use crate::House;
use crate::door::{Arrival, SignedIn, Waiting, come_in_cookies, unhurried};
use crate::pages::door::{password_refused, wait};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct PasswordForm {
    known: String,
    password: String,
}

pub(crate) async fn change(
    State(house): State<House>,
    arrival: Arrival,
    visitor: Visitor,
    SignedIn(entered): SignedIn,
    asked: Result<Form<PasswordForm>, FormRejection>,
) -> Result<Response, Trouble> {
    let Form(PasswordForm { known, password }) = asked.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let words = visitor.words;
    let details = entered.account.details.clone();
    let (status, said) = match Password::new(&password) {
        Err(refused) => (StatusCode::UNPROCESSABLE_ENTITY, password_refused(words, refused)),
        Ok(new) => {
            let caller = arrival.caller.clone();
            let answer = unhurried(&house, Waiting::Known, move |house| {
                let now = (house.clock)().timestamp();
                Ok(house.door.change_password(&entered, &known, &new, &caller, now)?)
            });
            match answer.await? {
                SignIn::In(opened) => {
                    let back = Redirect::to("/settings/account?done=password");
                    return Ok((come_in_cookies(&opened, arrival.secure), back).into_response());
                }
                SignIn::Refused => (StatusCode::UNPROCESSABLE_ENTITY, words.say("account-password-wrong")),
                SignIn::Wait(time) => (StatusCode::TOO_MANY_REQUESTS, wait(words, time)),
            }
        }
    };
    Ok((status, Html(Page::of(words, &details, Some(said)).render()?)).into_response())
}
