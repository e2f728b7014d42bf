//! The log: what was decided, shown and changed, for its owner alone, and theirs to delete.

use askama::Template;
use axum::extract::State;
use axum::response::{Html, Redirect};
use care::Logged;
use jiff::tz::TimeZone;

use crate::House;
use crate::pages::form::led_back;
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "care_log.html")]
struct Page {
    words: Words,
    here: Here,
    done: Done,
    log: Vec<Logged>,
    zone: TimeZone,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let page = house.ask(move |house| {
        let log = house.visits.log(&visitor.who)?;
        let zone = visitor.who.now.time_zone().clone();
        Ok(Page { words: visitor.words, here: Here::Care, done, log, zone }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn delete(State(house): State<House>, visitor: Visitor) -> Result<Redirect, Trouble> {
    house.change(visitor, |change, _| Ok(change.delete_log()?)).await?;
    Ok(led_back("/care/log", "log-deleted", None))
}
