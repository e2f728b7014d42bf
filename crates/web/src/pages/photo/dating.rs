//! Correcting when a photo was taken, and taking that back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{Change, GivenDate, Undo};
use model::{PhotoId, Taken};
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back, taken_back, version};
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
    /// With the sealed name by which it is taken back, where the files' own date counted before.
    Kept(Option<Undo>),
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
    let Some(given) = words.date(&dated.date) else {
        // Whether there is such a photo at all is not told by what is wrong with a date.
        house.look(visitor, move |visit, _| visit.photo(id)?.map(drop).ok_or(Trouble::NotThere)).await?;
        return again(StatusCode::UNPROCESSABLE_ENTITY, None, dated.was);
    };
    match house.change(visitor, move |change, _| keep(change, id, given, &dated.was)).await? {
        Became::Kept(undo) => {
            let undo = undo.as_ref().map(|undo| undo as &dyn std::fmt::Display);
            Ok(led_back(&format!("/photo/{id}"), "dated", undo).into_response())
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
    let done = house.change(visitor, move |change, _| {
        let photo = change.photo(id)?.ok_or(Trouble::NotThere)?;
        Ok(change.date_back(&[photo]).map(drop)?)
    });
    done.await?;
    Ok(led_back(&format!("/photo/{id}"), "date-back", None))
}

/// Takes a date back that was just given, wherever its photo is by now.
pub(crate) async fn undo_date(
    State(house): State<House>,
    visitor: Visitor,
    Path(undo): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    taken_back((house, visitor), back, "date-back", move |change| change.take_date_back(&undo)).await
}

fn keep(change: &mut Change<'_, '_>, id: PhotoId, given: GivenDate, was: &str) -> Result<Became, Trouble> {
    let photo = change.photo(id)?.ok_or(Trouble::NotThere)?;
    let before = photo.taken.clone();
    if version_of(before.as_ref()) != was && before.as_ref().map(|taken| taken.at) != Some(given.at()) {
        return Ok(Became::ChangedMeanwhile(before));
    }
    let undo = change.undo_of_date(&photo);
    let dated = change.date(&[photo], given)?;
    Ok(Became::Kept((!dated.again).then_some(undo)))
}

/// The version of a date.
pub(super) fn version_of(taken: Option<&Taken>) -> String {
    let parts = taken.map(|taken| (taken.at.to_string(), taken.precision.name(), taken.confidence.name()));
    parts.map_or_else(|| version(&[]), |(at, precision, confidence)| version(&[&at, precision, confidence]))
}
