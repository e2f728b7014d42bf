//! A camera whose clock was wrong: what would be moved, moving it, and moving it back.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Redirect};
use care::{CareError, Cleared, ClockPreview, ClockShift, Photo, ShiftError};
use jiff::SignedDuration;
use jiff::civil::Date;
use model::{PhotoId, Taken};
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back, taken_back};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// The days between which the clock was wrong; empty for all of them.
#[derive(Clone, Deserialize, Default)]
pub(crate) struct Days {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// A shift as it was looked at.
#[derive(Deserialize)]
pub(crate) struct Agreed {
    /// By how many milliseconds.
    by: i64,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

#[derive(Template)]
#[template(path = "clock.html")]
struct Page {
    words: Words,
    here: Here,
    photo: Cleared<Photo>,
    by: SignedDuration,
    days: Days,
    /// How many of the photos that would move may be seen; those that may not move too, and are not counted.
    photos: usize,
    example: Option<Cleared<Photo>>,
}

pub(crate) async fn preview(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    days: Result<Query<Days>, QueryRejection>,
) -> Result<Html<String>, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let days = days.map(|Query(days)| days).unwrap_or_default();
    let page = house.look(visitor, move |visit, visitor| {
        let photo = visit.photo(id)?.ok_or(Trouble::NotThere)?;
        let by = visit.wrong_by(&photo)?.ok_or(Trouble::NotThere)?;
        let moves = visit.clock_preview(&understood(id, by, &days.from, &days.to)?).map_err(trouble)?;
        let ClockPreview { photos, example } = moves;
        Ok(Page { words: visitor.words, here: Here::Library, photo, by, days, photos, example }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn shift(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(agreed): Filled<Agreed>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let done = house.change(visitor, move |change, _| {
        let photo = change.photo(id)?.ok_or(Trouble::NotThere)?;
        // A clock is set right by what a correction tells, and by no other length of time.
        let by = change.wrong_by(&photo)?.filter(|by| by.as_millis() == i128::from(agreed.by));
        let by = by.ok_or(Trouble::Misused("clock-changed-meanwhile"))?;
        let shift = understood(id, by, &agreed.from, &agreed.to)?;
        change.shift_clock(&photo, shift).map_err(trouble)
    });
    Ok(led_back(&format!("/photo/{id}"), "shifted", Some(&done.await?)))
}

pub(crate) async fn shift_back(
    State(house): State<House>,
    visitor: Visitor,
    Path(undo): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    taken_back((house, visitor), back, "shift-back", move |change| change.shift_clock_back(&undo)).await
}

fn understood(like: PhotoId, by: SignedDuration, from: &str, to: &str) -> Result<ClockShift, Trouble> {
    let day = |text: &str| match text {
        "" => Ok(None),
        text => text.parse::<Date>().map(Some).map_err(|_| Trouble::Misused("clock-days-not-understood")),
    };
    Ok(ClockShift { like, by, from: day(from)?, to: day(to)? })
}

fn trouble(error: ShiftError) -> Trouble {
    match error {
        ShiftError::NoCamera => Trouble::NotThere,
        ShiftError::OutOfTime => Trouble::Misused("clock-out-of-time"),
        ShiftError::Store(error) => CareError::from(error).into(),
    }
}

impl Page {
    fn by_how_much(&self) -> String {
        let length = self.words.length(self.by.unsigned_abs());
        let key = if self.by.is_positive() { "clock-behind" } else { "clock-ahead" };
        self.words.with(key, &[("length", length.into())])
    }

    /// From when to when the example would move.
    fn example_moves(&self) -> Option<String> {
        let (words, taken) = (self.words, self.example.as_ref()?.taken.as_ref()?);
        let after = Taken { at: taken.at.checked_add(self.by).ok()?, ..taken.clone() };
        let moves = [("before", words.when(taken).into()), ("after", words.when(&after).into())];
        Some(words.with("clock-example-moves", &moves))
    }
}
