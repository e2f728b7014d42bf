//! The first question, asked once before anything returns: is there somebody, or a time, that you would rather not meet unasked?

use askama::Template;
use axum::extract::State;
use axum::response::{Html, Redirect};
use care::{FirstVisit, Kind};
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Filled, led_back};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// What can be said with one tap, each with the key of its words.
const CHOICES: [(Kind, &str); 4] = [
    (Kind::Death, "first-death"),
    (Kind::PregnancyLoss, "first-pregnancy"),
    (Kind::Separation, "first-separation"),
    (Kind::Other, "first-hard-time"),
];

#[derive(Template)]
#[template(path = "first.html")]
struct Page {
    words: Words,
    here: Here,
    /// Whether it is asked for the first time: then memories wait for the answer.
    first: bool,
}

#[derive(Deserialize)]
pub(crate) struct Answered {
    answer: String,
}

pub(crate) async fn page(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    let page = house.look(visitor, |visit, visitor| {
        let first = visit.first_visit()? == FirstVisit::Waits;
        Ok(Page { words: visitor.words, here: Here::Care, first }.render()?)
    });
    Ok(Html(page.await?))
}

/// "Nothing now": it is not asked again.
pub(crate) async fn answer(
    State(house): State<House>,
    visitor: Visitor,
    Filled(Answered { answer }): Filled<Answered>,
) -> Result<Redirect, Trouble> {
    if answer != FirstVisit::Nothing.name() {
        return Err(Trouble::Misused("trouble-choose"));
    }
    // Whoever said a loss has said something, whatever they answer now.
    let answered = house.change(visitor, |change, _| {
        if change.first_visit()? != FirstVisit::Said {
            change.answer_first_visit(FirstVisit::Nothing)?;
        }
        Ok(())
    });
    answered.await?;
    Ok(led_back("/today", "first-nothing", None))
}

impl Page {
    fn choices(&self) -> impl Iterator<Item = (&'static str, String)> {
        CHOICES.into_iter().map(|(kind, key)| (kind.name(), self.words.say(key)))
    }
}
