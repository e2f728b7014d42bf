//! A camera whose clock was wrong: what would be moved, moving it, and moving it back.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Redirect};
use care::Cleared;
use jiff::SignedDuration;
use jiff::civil::Date;
use library::{ClockShift, Photo, ShiftError, ShiftId};
use model::{PhotoId, Taken};
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back};
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
    let page = house.ask(move |house| {
        let (viewer, words, today) = (visitor.viewer, visitor.words, visitor.today());
        let photo = care::photo(&house.store, viewer, id, today)?.ok_or(Trouble::NotThere)?;
        let by = house.store.read(|tx| library::wrong_by(tx, viewer, id))?.ok_or(Trouble::NotThere)?;
        let shift = understood(id, by, &days.from, &days.to)?;
        let moved = house.store.read(|tx| library::would_shift(tx, viewer, &shift)).map_err(trouble)?;
        let (photos, example) = care::look(&house.store, viewer, today, |view| {
            let seen: Vec<PhotoId> = moved.iter().copied().filter(|id| view.shows(*id)).collect();
            let some = seen.get(seen.len() / 2).copied();
            Ok((seen.len(), some.map(|id| view.photos(&[id])).transpose()?.and_then(|mut found| found.pop())))
        })?;
        Ok(Page { words, here: Here::Library, photo, by, days, photos, example }.render()?)
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
    let done = house.ask(move |house| {
        let viewer = visitor.viewer;
        care::photo(&house.store, viewer, id, visitor.today())?.ok_or(Trouble::NotThere)?;
        let shift = understood(id, SignedDuration::from_millis(agreed.by), &agreed.from, &agreed.to)?;
        house.store.write(|tx| {
            let done = library::shift_camera(tx, viewer, &shift, visitor.now.timestamp()).map_err(trouble)?;
            memories::settle(tx, viewer)?;
            Ok::<_, Trouble>(done)
        })
    });
    Ok(led_back(&format!("/photo/{id}"), "shifted", Some(done.await?.id.0)))
}

pub(crate) async fn shift_back(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, ShiftId)?;
    let undone = house.ask(move |house| {
        house.store.write(|tx| {
            let undone = library::shift_back(tx, visitor.viewer, id)?;
            memories::settle(tx, visitor.viewer)?;
            Ok::<_, Trouble>(undone)
        })
    });
    match undone.await? {
        0 => Err(Trouble::NotThere),
        _ => Ok(led_back(&back.back, "shift-back", None)),
    }
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
        ShiftError::Store(error) => error.into(),
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
