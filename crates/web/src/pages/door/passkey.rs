//! Signing in by a passkey: the browser asks for a question, and comes back with its answer.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::door::{Arrival, Waiting, come_in_cookies, may_ask, ticket_cookie, ticket_of};
use crate::trouble::Trouble;
use crate::{House, address};

#[derive(Deserialize)]
pub(crate) struct Answered {
    answer: Value,
    #[serde(default)]
    to: String,
}

pub(crate) async fn question(State(house): State<House>, arrival: Arrival) -> Result<Response, Trouble> {
    let passkeys = arrival.passkeys().ok_or(Trouble::NotThere)?;
    let caller = arrival.caller.clone();
    let asked = house.ask(move |house| {
        let now = (house.clock)().timestamp();
        let known = house.door.knows_device(&caller, now)?;
        if !may_ask(if known { Waiting::Known } else { Waiting::Stranger(caller.address) }, now) {
            return Err(Trouble::Crowded);
        }
        Ok(house.door.ask_to_sign_in(&passkeys, &caller, now)?)
    });
    let asked = asked.await?;
    let question: Value = serde_json::from_str(&asked.question).map_err(|e| Trouble::Inside(e.to_string()))?;
    Ok((ticket_cookie(&asked.ticket, arrival.secure), Json(question)).into_response())
}

pub(crate) async fn answer(
    State(house): State<House>,
    arrival: Arrival,
    headers: HeaderMap,
    answered: Result<Json<Answered>, JsonRejection>,
) -> Result<Response, Trouble> {
    let Json(Answered { answer, to }) = answered.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let passkeys = arrival.passkeys().ok_or(Trouble::NotThere)?;
    let ticket = ticket_of(&headers, arrival.secure).ok_or(Trouble::NotSignedIn)?;
    let caller = arrival.caller.clone();
    let opened = house.ask(move |house| {
        let (now, answer) = ((house.clock)().timestamp(), answer.to_string());
        Ok(house.door.sign_in_by_passkey(&passkeys, (&ticket, &answer), &caller, now)?)
    });
    let opened = opened.await?.ok_or(Trouble::NotSignedIn)?;
    let to = json!({ "to": address::own(&to) });
    Ok((come_in_cookies(&opened, arrival.secure), Json(to)).into_response())
}
