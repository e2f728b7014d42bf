//! Passkeys: a list, making one, removing one.

use askama::Template;
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use circle::KeptPasskey;
use model::PasskeyId;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{JustDone, day, flash};
use crate::House;
use crate::door::{Arrival, SignedIn, ticket_cookie, ticket_of};
use crate::flash::Flash;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "passkeys.html")]
struct Page {
    words: Words,
    here: Here,
    flash: Option<Flash>,
    possible: bool,
    device: String,
    passkeys: Vec<Row>,
}

struct Row {
    id: i64,
    name: String,
    made: String,
    used: String,
}

#[derive(Deserialize)]
pub(crate) struct Answered {
    answer: Value,
    #[serde(default)]
    name: String,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    arrival: Arrival,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let words = visitor.words;
    let flash = flash(words, done, &[("made", "passkeys-made"), ("removed", "passkeys-removed")]);
    let page = house.ask(move |house| {
        let zone = visitor.who.now.time_zone();
        let on = |key: &str, at| words.fill(key, "day", day(words, at, zone));
        let row = |key: KeptPasskey| Row {
            id: key.id.0,
            name: key.name,
            made: on("passkeys-since", key.made),
            used: key.used.map_or_else(|| words.say("tokens-unused"), |used| on("tokens-used", used)),
        };
        let passkeys = house.door.passkeys(visitor.who.viewer)?.into_iter().map(row).collect();
        let (possible, device) = (arrival.passkeys().is_some(), words.device(&arrival.caller.device));
        Ok(Page { words, here: Here::Settings, flash, possible, device, passkeys }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn question(
    State(house): State<House>,
    arrival: Arrival,
    SignedIn(entered): SignedIn,
) -> Result<Response, Trouble> {
    let passkeys = arrival.passkeys().ok_or(Trouble::NotThere)?;
    let asked = house.ask(move |house| {
        let now = (house.clock)().timestamp();
        Ok(house.door.ask_to_make(&passkeys, &entered, now)?)
    });
    let asked = asked.await?;
    let question: Value = serde_json::from_str(&asked.question).map_err(|e| Trouble::Inside(e.to_string()))?;
    Ok((ticket_cookie(&asked.ticket, arrival.secure), Json(question)).into_response())
}

pub(crate) async fn keep(
    State(house): State<House>,
    arrival: Arrival,
    SignedIn(entered): SignedIn,
    headers: HeaderMap,
    answered: Result<Json<Answered>, JsonRejection>,
) -> Result<Response, Trouble> {
    let Json(Answered { answer, name }) = answered.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let passkeys = arrival.passkeys().ok_or(Trouble::NotThere)?;
    let ticket = ticket_of(&headers, arrival.secure).ok_or(Trouble::Misused("passkey-failed"))?;
    let kept = house.ask(move |house| {
        let (now, answer) = ((house.clock)().timestamp(), answer.to_string());
        Ok(house.door.keep_made(&passkeys, &entered, &name, (&ticket, &answer), now)?)
    });
    if !kept.await? {
        return Err(Trouble::Misused("passkey-failed"));
    }
    Ok(Json(json!({ "to": "/settings/passkeys?done=made" })).into_response())
}

pub(crate) async fn remove(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id.parse().map(PasskeyId).map_err(|_| Trouble::NotThere)?;
    let removed = house.ask(move |house| Ok(house.door.remove_passkey(visitor.who.viewer, id)?));
    if removed.await? { Ok(Redirect::to("/settings/passkeys?done=removed")) } else { Err(Trouble::NotThere) }
}
