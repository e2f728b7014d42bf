//! Correcting when a photo was taken, and taking that back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use library::GivenDate;
use model::{PhotoId, Taken};
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Filled, id_of, led_back, version};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// The longest text that may be a date, in characters; what is longer is not shown again whole.
const LONGEST: usize = 60;

#[derive(Deserialize)]
pub(crate) struct Dated {
    #[serde(default)]
    date: String,
    /// What they were looking at when they wrote it.
    #[serde(default)]
    was: String,
}

/// The form again, because the date was not understood or is another one by now.
#[derive(Template)]
#[template(path = "date_again.html")]
struct Again {
    words: Words,
    here: Here,
    id: PhotoId,
    /// What is noted now, when it was changed elsewhere.
    kept: Option<String>,
    date: String,
    was: String,
}

/// What became of a date.
enum Became {
    /// Whether the files' own date counted before, to which it can be taken back.
    Kept(bool),
    ChangedMeanwhile(Option<Taken>),
}

pub(crate) async fn date(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(dated): Filled<Dated>,
) -> Result<Response, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let words = visitor.words;
    let shown: String = dated.date.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let again = |status: StatusCode, kept: Option<String>, was: String| {
        let page = Again { words, here: Here::Library, id, kept, date: shown.clone(), was };
        Ok((status, Html(page.render()?)).into_response())
    };
    let Ok(given) = dated.date.parse::<GivenDate>() else {
        // Whether there is such a photo at all is not told by what is wrong with a date.
        house.ask(move |house| seen(house, &visitor, id).map(drop)).await?;
        return again(StatusCode::UNPROCESSABLE_ENTITY, None, dated.was);
    };
    match house.ask(move |house| keep(house, &visitor, id, given, &dated.was)).await? {
        Became::Kept(files_before) => {
            let back = files_before.then_some(id.0);
            Ok(led_back(&format!("/photo/{id}"), "dated", back).into_response())
        }
        Became::ChangedMeanwhile(taken) => {
            let now = taken.as_ref().map_or_else(|| words.say("photo-date-unknown"), |taken| words.when(taken));
            again(StatusCode::CONFLICT, Some(now), version_of(taken.as_ref()))
        }
    }
}

pub(crate) async fn date_back(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let done = house.ask(move |house| {
        seen(house, &visitor, id)?;
        house.store.write(|tx| {
            library::take_back_correction(tx, visitor.viewer, &[id])?;
            memories::settle(tx, visitor.viewer)
        })?;
        Ok(())
    });
    done.await?;
    Ok(led_back(&format!("/photo/{id}"), "date-back", None))
}

fn keep(house: &House, visitor: &Visitor, id: PhotoId, given: GivenDate, was: &str) -> Result<Became, Trouble> {
    let viewer = visitor.viewer;
    seen(house, visitor, id)?;
    house.store.write(|tx| {
        // Looked at again where nobody else can write.
        let before = library::photo(tx, viewer, id)?.ok_or(Trouble::NotThere)?.taken;
        if version_of(before.as_ref()) != was && before.as_ref().map(|taken| taken.at) != Some(given.at()) {
            return Ok(Became::ChangedMeanwhile(before));
        }
        library::correct_dates(tx, viewer, &[id], given)?;
        memories::settle(tx, viewer)?;
        Ok(Became::Kept(!before.is_some_and(|taken| taken.is_the_owners())))
    })
}

fn seen(house: &House, visitor: &Visitor, id: PhotoId) -> Result<(), Trouble> {
    let photo = care::photo(&house.store, visitor.viewer, id, visitor.today())?;
    photo.map(drop).ok_or(Trouble::NotThere)
}

/// The version of a date.
pub(super) fn version_of(taken: Option<&Taken>) -> String {
    let parts = taken.map(|taken| (taken.at.to_string(), taken.precision.name(), taken.confidence.name()));
    parts.map_or_else(|| version(&[]), |(at, precision, confidence)| version(&[&at, precision, confidence]))
}
