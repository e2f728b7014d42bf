//! Name, language, time zone and countries.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use circle::{Details, clean_name};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{JustDone, said};
use crate::House;
use crate::door::SignedIn;
use crate::pages::door::set_up::{countries, language, zones};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::{Language, Words};

#[derive(Template)]
#[template(path = "account.html")]
pub(super) struct Page {
    words: Words,
    here: Here,
    said: Option<String>,
    /// Whether another password was just set; what else lets in is named then.
    password_changed: bool,
    name: String,
    language: String,
    zone: String,
    zones: Vec<String>,
    countries: [String; 3],
}

#[derive(Deserialize)]
pub(crate) struct DetailsForm {
    name: String,
    language: String,
    zone: String,
    #[serde(default)]
    country_1: String,
    #[serde(default)]
    country_2: String,
    #[serde(default)]
    country_3: String,
}

impl Page {
    pub(super) fn of(words: Words, details: &Details, said: Option<String>) -> Self {
        let zone = details.zone.iana_name().unwrap_or("UTC").to_owned();
        let mut zones = zones();
        if !zones.contains(&zone) {
            zones.push(zone.clone());
        }
        let country = |at: usize| details.countries.get(at).cloned().unwrap_or_default();
        let language = details.language.clone().unwrap_or_else(|| words.language().tag().to_owned());
        let (name, countries) = (details.name.clone(), [country(0), country(1), country(2)]);
        let password_changed = false;
        Self { words, here: Here::Settings, said, password_changed, name, language, zone, zones, countries }
    }
}

pub(crate) async fn page(
    visitor: Visitor,
    SignedIn(entered): SignedIn,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let words = visitor.words;
    let password_changed = done.as_ref().is_ok_and(|done| done.done == "password");
    let said = said(words, done, &[("kept", "account-kept"), ("password", "account-password-kept")]);
    let page = Page { password_changed, ..Page::of(words, &entered.account.details, said) };
    Ok(Html(page.render()?))
}

pub(crate) async fn change(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Form<DetailsForm>, FormRejection>,
) -> Result<Response, Trouble> {
    let Form(asked) = asked.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let words = visitor.words;
    let countries = countries(words, [&asked.country_1, &asked.country_2, &asked.country_3]);
    let zone = TimeZone::get(&asked.zone).map_err(|_| Trouble::Misused("zone-unknown"))?;
    let name = clean_name(&asked.name).ok_or(Trouble::Misused("name-missing"))?;
    let details = Details { name, language: language(&asked.language), zone, countries };
    let page = Page::of(words, &details, Some(words.say("account-name-taken")));
    let kept = house.ask(move |house| Ok(house.door.change_details(visitor.who.viewer, &details)?));
    if kept.await? {
        return Ok(Redirect::to("/settings/account?done=kept").into_response());
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}
