//! What waits: everything of the last weeks that asks first and was not asked for. Nobody is sent here.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use jiff::civil::Date;

use crate::House;
use crate::pages::keep_away::{Done, JustDone};
use crate::pages::veil::{Waiting, waiting};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "care_waits.html")]
struct Page {
    words: Words,
    here: Here,
    done: Done,
    days: Vec<(Date, Vec<Waiting>)>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let page = house.look(visitor, move |visit, visitor| {
        let (words, waits) = (visitor.words, visit.what_waits()?);
        let days = waits.iter().map(|(day, veils)| (*day, waiting(visit, words, veils))).collect();
        Ok(Page { words, here: Here::Care, done, days }.render()?)
    });
    Ok(Html(page.await?))
}
