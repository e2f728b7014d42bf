//! The first visit: a name, a password, and where the days begin. It is done once.

use std::path::Path;

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use circle::{Code, Details, MaySetUp, Opened, Password, clean_name};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{password_refused, wait};
use crate::House;
use crate::door::{Arrival, Guest, Waiting, come_in_cookies, unhurried};
use crate::trouble::Trouble;
use crate::visitor::Here;
use crate::words::{Language, Words};

#[derive(Template)]
#[template(path = "set_up.html")]
struct Page {
    words: Words,
    here: Here,
    said: Option<String>,
    asked: SetUpForm,
    needs_code: bool,
    /// Whether the browser may choose the time zone: not once somebody has.
    guess_zone: bool,
    zones: Vec<String>,
}

/// The codes that are shown once.
#[derive(Template)]
#[template(path = "codes_made.html")]
pub(crate) struct CodesMade {
    pub(crate) words: Words,
    pub(crate) here: Here,
    pub(crate) codes: Vec<String>,
}

#[derive(Deserialize, Default)]
pub(crate) struct SetUpForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    folder: String,
    #[serde(default)]
    zone: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    country: String,
}

/// What comes of asking for set-up.
enum Came {
    In(Box<Opened>, Vec<Code>),
    Refused(String),
    TooLate,
}

pub(crate) async fn page(
    State(house): State<House>,
    arrival: Arrival,
    Guest(words): Guest,
) -> Result<Response, Trouble> {
    if house.ask(|house| Ok(house.door.is_set_up()?)).await? {
        return Ok(Redirect::to("/sign-in").into_response());
    }
    let zone = (house.clock)().time_zone().iana_name().unwrap_or("UTC").to_owned();
    let asked = SetUpForm { zone, language: words.language().tag().to_owned(), ..SetUpForm::default() };
    let needs_code = !arrival.at_the_machine;
    let page = Page { words, here: Here::Outside, said: None, asked, needs_code, guess_zone: true, zones: zones() };
    Ok(Html(page.render()?).into_response())
}

pub(crate) async fn ask(
    State(house): State<House>,
    arrival: Arrival,
    Guest(words): Guest,
    asked: Result<Form<SetUpForm>, FormRejection>,
) -> Result<Response, Trouble> {
    let Form(asked) = asked.map_err(|_| Trouble::Misused("door-fill-in"))?;
    let needs_code = !arrival.at_the_machine;
    let secure = arrival.secure;
    let whose = if needs_code { Waiting::Stranger(arrival.caller.address) } else { Waiting::Known };
    let (came, asked) = unhurried(&house, whose, move |house| {
        let came = set_up(house, &arrival, words, &asked)?;
        Ok((came, asked))
    })
    .await?;
    match came {
        Came::TooLate => Ok(Redirect::to("/sign-in").into_response()),
        Came::Refused(said) => {
            let (said, zones) = (Some(said), zones());
            let page = Page { words, here: Here::Outside, said, asked, needs_code, guess_zone: false, zones };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
        Came::In(opened, codes) => {
            let words = Language::from_tag(&asked.language).map_or(words, Words::of);
            let codes = codes.iter().map(Code::spelled).collect();
            let page = CodesMade { words, here: Here::Outside, codes };
            Ok((come_in_cookies(&opened, secure), Html(page.render()?)).into_response())
        }
    }
}

fn set_up(house: &House, arrival: &Arrival, words: Words, asked: &SetUpForm) -> Result<Came, Trouble> {
    let now = (house.clock)().timestamp();
    if house.door.is_set_up()? {
        return Ok(Came::TooLate);
    }
    let code = if arrival.at_the_machine { None } else { Some(asked.code.as_str()) };
    if let Some(code) = code {
        match house.door.may_set_up(code, &arrival.caller, now)? {
            MaySetUp::Yes => {}
            MaySetUp::Refused => return Ok(Came::Refused(words.say("set-up-code-wrong"))),
            MaySetUp::Wait(time) => return Ok(Came::Refused(wait(words, time))),
        }
    }
    let owner = house.owner.ok_or(Trouble::NotThere)?;
    let Some(name) = clean_name(&asked.name) else { return Ok(Came::Refused(words.say("name-missing"))) };
    let password = match Password::new(&asked.password) {
        Ok(password) => password.hash()?,
        Err(refused) => return Ok(Came::Refused(password_refused(words, refused))),
    };
    let Ok(zone) = TimeZone::get(&asked.zone) else { return Ok(Came::Refused(words.say("zone-unknown"))) };
    let folder = Some(asked.folder.trim()).filter(|folder| !folder.is_empty()).map(Path::new);
    if let Some(folder) = folder
        && let Err(why) = house.coming_in.may_be_added(owner, folder)?
    {
        return Ok(Came::Refused(words.folder_refused(&why)));
    }
    let details =
        Details { name, language: language(&asked.language), zone, countries: countries(words, [&asked.country]) };
    let made = house.door.set_up(owner, &details, &password, code, &arrival.caller, now)?;
    let Some((opened, codes)) = made else { return Ok(Came::TooLate) };
    // Only whoever is the first adds anything. What became of the folder since it was looked at does not undo the account, whose
    // codes are shown this once: "Coming in" shows the folders that there are.
    if let Some(folder) = folder {
        match house.coming_in.add_folder(owner, folder) {
            Ok(Ok(_)) => {}
            Ok(Err(why)) => tracing::warn!("the folder that was named at set-up is not looked into: {why}"),
            Err(error) => tracing::warn!("the folder that was named at set-up is not looked into: {error}"),
        }
    }
    Ok(Came::In(Box::new(opened), codes))
}

/// A language that the pages speak, or nothing.
pub(crate) fn language(tag: &str) -> Option<String> {
    Language::from_tag(tag).map(|language| language.tag().to_owned())
}

/// The countries among what was chosen.
pub(crate) fn countries<'a>(words: Words, chosen: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut countries: Vec<String> = Vec::new();
    for code in chosen {
        if words.country(code).is_some() && !countries.contains(code) {
            countries.push(code.clone());
        }
    }
    countries
}

/// The time zones that people choose from: those named for a place.
pub(crate) fn zones() -> Vec<String> {
    const PARTS: [&str; 9] =
        ["Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];
    let known = jiff::tz::db().available().map(|name| name.to_string());
    let mut zones: Vec<String> = known.filter(|name| PARTS.iter().any(|part| name.starts_with(part))).collect();
    zones.sort();
    zones.push("UTC".to_owned());
    zones
}
