//! Name, language, time zone and countries.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use circle::{Details, DetailsChanged, clean_name};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{JustDone, flash};
use crate::House;
use crate::door::SignedIn;
use crate::flash::Flash;
use crate::pages::door::set_up::{countries, language, zones};
use crate::pages::form::version;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::{Language, Words};

#[derive(Template)]
#[template(path = "account.html")]
pub(super) struct Page {
    words: Words,
    here: Here,
    /// What was just done.
    flash: Option<Flash>,
    said: Option<String>,
    /// Whether another password was just set; what else lets in is named then.
    password_changed: bool,
    name: String,
    language: String,
    zone: String,
    zones: Vec<String>,
    countries: [String; 3],
    /// The version of what is kept, which the form brings back.
    was: String,
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
    /// What they were looking at when they changed it.
    #[serde(default)]
    was: String,
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
        let (password_changed, was) = (false, version_of(details));
        Self {
            words,
            here: Here::Settings,
            flash: None,
            said,
            password_changed,
            name,
            language,
            zone,
            zones,
            countries,
            was,
        }
    }
}

pub(crate) async fn page(
    visitor: Visitor,
    SignedIn(entered): SignedIn,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let words = visitor.words;
    let password_changed = done.as_ref().is_ok_and(|done| done.done == "password");
    let flash = flash(words, done, &[("kept", "account-kept"), ("password", "account-password-kept")]);
    let page = Page { password_changed, flash, ..Page::of(words, &entered.account.details, None) };
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
    let (typed, was) = (details.clone(), asked.was.clone());
    let changed = house.ask(move |house| {
        let still = |kept: &Details| version_of(kept) == was || version_of(kept) == version_of(&details);
        Ok(house.door.change_details_if(visitor.who.viewer, &details, still)?)
    });
    let (status, why, was) = match changed.await? {
        DetailsChanged::Kept => return Ok(Redirect::to("/settings/account?done=kept").into_response()),
        DetailsChanged::NameTaken => (StatusCode::UNPROCESSABLE_ENTITY, "account-name-taken", asked.was),
        DetailsChanged::Meanwhile(kept) => (StatusCode::CONFLICT, "account-meanwhile", version_of(&kept)),
    };
    let page = Page { was, ..Page::of(words, &typed, Some(words.say(why))) };
    Ok((status, Html(page.render()?)).into_response())
}

/// The version of what somebody said of themselves.
fn version_of(details: &Details) -> String {
    let (zone, language) =
        (details.zone.iana_name().unwrap_or_default(), details.language.as_deref().unwrap_or_default());
    version(&[&details.name, language, zone, &details.countries.join(" ")])
}
