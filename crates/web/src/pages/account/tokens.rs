//! Tokens: keys to the API for programs.

use std::collections::BTreeSet;

use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use circle::{KeptToken, Scope, clean_name};
use jiff::{SignedDuration, Timestamp};
use model::TokenId;
use serde::Deserialize;

use super::{JustDone, day, flash};
use crate::House;
use crate::flash::Flash;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "tokens.html")]
struct Page {
    words: Words,
    here: Here,
    flash: Option<Flash>,
    /// The token that was just made: shown this once.
    made: Option<String>,
    tokens: Vec<Row>,
}

struct Row {
    id: i64,
    name: String,
    scopes: String,
    until: String,
    used: String,
}

#[derive(Deserialize)]
pub(crate) struct TokenForm {
    name: String,
    #[serde(default)]
    read: Option<String>,
    #[serde(default)]
    write: Option<String>,
    #[serde(default)]
    import: Option<String>,
    #[serde(default)]
    care: Option<String>,
    #[serde(default)]
    days: String,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let flash = flash(visitor.words, done, &[("revoked", "tokens-revoked")]);
    house.ask(move |house| shown(house, &visitor, flash, None)).await
}

pub(crate) async fn make(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Form<TokenForm>, FormRejection>,
) -> Result<Html<String>, Trouble> {
    let Form(asked) = asked.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let name = clean_name(&asked.name).ok_or(Trouble::Misused("tokens-name-missing"))?;
    let ticked = [
        (Scope::Read, asked.read),
        (Scope::Write, asked.write),
        (Scope::Import, asked.import),
        (Scope::Care, asked.care),
    ];
    let scopes: BTreeSet<Scope> = ticked.into_iter().filter_map(|(scope, ticked)| ticked.map(|_| scope)).collect();
    // What is kept with care is nothing to do: it goes along with looking or changing.
    if scopes.iter().all(|scope| *scope == Scope::Care) {
        return Err(Trouble::Misused("tokens-scope-missing"));
    }
    let now = visitor.who.now.timestamp();
    let days = asked.days.parse::<i64>().ok().filter(|days| (1..=3_650).contains(days));
    let until = days.and_then(|days| now.checked_add(SignedDuration::from_hours(24 * days)).ok());
    house
        .ask(move |house| {
            let (_, spelled) = house.door.make_token(visitor.who.viewer, &name, &scopes, until, now)?;
            shown(house, &visitor, None, Some(spelled))
        })
        .await
}

pub(crate) async fn revoke(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id.parse().map(TokenId).map_err(|_| Trouble::NotThere)?;
    let revoked = house.ask(move |house| Ok(house.door.revoke_token(visitor.who.viewer, id)?));
    if revoked.await? { Ok(Redirect::to("/settings/tokens?done=revoked")) } else { Err(Trouble::NotThere) }
}

fn shown(
    house: &House,
    visitor: &Visitor,
    flash: Option<Flash>,
    made: Option<String>,
) -> Result<Html<String>, Trouble> {
    let (words, zone) = (visitor.words, visitor.who.now.time_zone());
    let on = |key: &str, at: Option<Timestamp>| at.map(|at| words.fill(key, "day", day(words, at, zone)));
    let row = |token: KeptToken| Row {
        id: token.id.0,
        name: token.name,
        scopes: words.scopes(&token.scopes),
        until: on("tokens-until", token.until).unwrap_or_else(|| words.say("tokens-for-good")),
        used: on("tokens-used", token.used).unwrap_or_else(|| words.say("tokens-unused")),
    };
    let tokens = house.door.tokens(visitor.who.viewer)?.into_iter().map(row).collect();
    Ok(Html(Page { words, here: Here::Settings, flash, made, tokens }.render()?))
}
