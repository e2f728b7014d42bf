//! Signing in by a passkey: the browser asks for a question, and comes back with its answer.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::sign_in::leave;
use crate::House;
use crate::door::{Arrival, own_address, session_cookie, session_of, ticket_cookie, ticket_of};
use crate::trouble::Trouble;

#[derive(Deserialize)]
pub(crate) struct Answered {
    answer: Value,
    #[serde(default)]
    to: String,
}

pub(crate) async fn question(State(house): State<House>, arrival: Arrival) -> Result<Response, Trouble> {
    let passkeys = arrival.passkeys().ok_or(Trouble::NotThere)?;
    let asked = house.ask(move |house| {
        let now = (house.clock)().timestamp();
        Ok(house.store.write(|tx| passkeys.ask_to_sign_in(tx, now))?)
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
    let (before, device) = (session_of(&headers, arrival.secure), arrival.caller.device.clone());
    let opened = house.ask(move |house| {
        let now = (house.clock)().timestamp();
        let opened = house.store.write(|tx| passkeys.sign_in(tx, &ticket, &answer.to_string(), &device, now))?;
        if opened.is_some() {
            leave(house, before.as_deref(), now)?;
        }
        Ok(opened)
    });
    let opened = opened.await?.ok_or(Trouble::NotSignedIn)?;
    let to = json!({ "to": own_address(&to) });
    Ok((session_cookie(&opened.key, arrival.secure), Json(to)).into_response())
}
