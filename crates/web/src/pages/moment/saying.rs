//! A title and a line of words for a moment. Two tabs that write at once lose nothing of either.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use care::{Change, LONGEST_TITLE, LONGEST_WORDS, MomentWords, Visit, tidied};
use model::{MomentId, PhotoId};
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Filled, id_of, led_back, version};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// What somebody wrote.
#[derive(Clone, Deserialize)]
pub(crate) struct Written {
    #[serde(default)]
    title: String,
    #[serde(default)]
    words: String,
    /// What they were looking at when they wrote it.
    #[serde(default)]
    was: String,
    /// A photo of the moment: where it is now, the words belong if their moment is gone.
    #[serde(default)]
    photo: String,
}

/// The form again, because what they wrote cannot just be kept.
#[derive(Template)]
#[template(path = "moment_again.html")]
struct Again {
    words: Words,
    here: Here,
    id: MomentId,
    /// What is kept now, when it was changed elsewhere.
    kept: Option<MomentWords>,
    /// Whether its photos came to another moment meanwhile.
    moved: bool,
    title: String,
    text: String,
    was: String,
    photo: String,
}

/// What became of what was written.
enum Became {
    Kept,
    TooLong,
    ChangedMeanwhile(MomentWords),
    /// The moment is gone; its photos are in this one.
    Moved(MomentId, MomentWords),
}

pub(crate) async fn say(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(written): Filled<Written>,
) -> Result<Response, Trouble> {
    let id = id_of(&id, MomentId)?;
    let words = visitor.words;
    let Written { title, words: text, was, photo } = written.clone();
    let became = house.change(visitor, move |change, _| keep(change, id, &written));
    let (now_in, kept) = match became.await? {
        Became::Kept => return Ok(led_back(&format!("/moment/{id}"), "words", None).into_response()),
        Became::TooLong => (id, None),
        Became::ChangedMeanwhile(kept) => (id, Some(kept)),
        Became::Moved(now_in, kept) => (now_in, Some(kept)),
    };
    let was = kept.as_ref().map_or(was, version_of);
    let status = if kept.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let again = Again { words, here: Here::Library, id: now_in, kept, moved: now_in != id, title, text, was, photo };
    Ok((status, Html(again.render()?)).into_response())
}

fn keep(change: &mut Change<'_, '_>, id: MomentId, written: &Written) -> Result<Became, Trouble> {
    let Some(story) = change.moment_part(id, 0, 1)? else { return moved(change, &written.photo) };
    let Some(said) = tidied(&written.title, &written.words) else { return Ok(Became::TooLong) };
    let kept = &story.moment.said;
    if version_of(kept) != written.was && *kept != said {
        return Ok(Became::ChangedMeanwhile(kept.clone()));
    }
    change.say_of_moment(&story, &said)?;
    Ok(Became::Kept)
}

/// Where a photo of a moment that is gone is now, if it may be looked at.
fn moved(visit: &mut Visit<'_, '_>, photo: &str) -> Result<Became, Trouble> {
    let photo = visit.photo(id_of(photo, PhotoId)?)?.ok_or(Trouble::NotThere)?;
    let moment = visit.beside(&photo)?.ok_or(Trouble::NotThere)?.moment.id;
    let story = visit.moment_part(moment, 0, 1)?.ok_or(Trouble::NotThere)?;
    Ok(Became::Moved(moment, story.moment.said.clone()))
}

/// The version of what is said of a moment.
pub(super) fn version_of(said: &MomentWords) -> String {
    version(&[&said.title, &said.words])
}

impl Again {
    fn room(&self) -> String {
        let figures = |most: usize| self.words.figures(most as u64).into();
        let room = [("title", figures(LONGEST_TITLE)), ("words", figures(LONGEST_WORDS))];
        self.words.with("moment-again-long", &room)
    }
}
