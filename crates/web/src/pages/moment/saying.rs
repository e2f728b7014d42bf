//! A title and a line of words for a moment. Two tabs that write at once lose nothing of either.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use memories::{LONGEST_TITLE, LONGEST_WORDS, MomentWords, say_of, tidied};
use model::MomentId;
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Filled, id_of, led_back, version};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// What somebody wrote.
#[derive(Deserialize)]
pub(crate) struct Written {
    #[serde(default)]
    title: String,
    #[serde(default)]
    words: String,
    /// What they were looking at when they wrote it.
    #[serde(default)]
    was: String,
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
    title: String,
    text: String,
    was: String,
}

/// What became of what was written.
enum Became {
    Kept,
    TooLong,
    ChangedMeanwhile(MomentWords),
}

pub(crate) async fn say(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(written): Filled<Written>,
) -> Result<Response, Trouble> {
    let id = id_of(&id, MomentId)?;
    let words = visitor.words;
    let (title, text, was) = (written.title.clone(), written.words.clone(), written.was.clone());
    let became = house.ask(move |house| keep(house, &visitor, id, &written));
    let (kept, was) = match became.await? {
        Became::Kept => return Ok(led_back(&format!("/moment/{id}"), "words", None).into_response()),
        Became::TooLong => (None, was),
        Became::ChangedMeanwhile(kept) => {
            let version = version_of(&kept);
            (Some(kept), version)
        }
    };
    let status = if kept.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let again = Again { words, here: Here::Library, id, kept, title, text, was };
    Ok((status, Html(again.render()?)).into_response())
}

fn keep(house: &House, visitor: &Visitor, id: MomentId, written: &Written) -> Result<Became, Trouble> {
    let viewer = visitor.viewer;
    care::story_part(&house.store, viewer, id, visitor.today(), 0, 1)?.ok_or(Trouble::NotThere)?;
    let Some(said) = tidied(&written.title, &written.words) else { return Ok(Became::TooLong) };
    house.store.write(|tx| {
        // Looked at again where nobody else can write.
        let kept = memories::moment(tx, viewer, id)?.ok_or(Trouble::NotThere)?.said;
        if version_of(&kept) != written.was && kept != said {
            return Ok(Became::ChangedMeanwhile(kept));
        }
        say_of(tx, viewer, id, &said)?;
        Ok(Became::Kept)
    })
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
