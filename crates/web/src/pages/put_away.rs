//! What is put away: in words only, with a way to let it return.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use care::StandingWish;
use jiff::tz::TimeZone;

use crate::House;
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "put_away.html")]
struct Page {
    words: Words,
    here: Here,
    wishes: Vec<StandingWish>,
    zone: TimeZone,
    done: Done,
    /// How many photos are put away.
    put_away: usize,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let page = house.ask(move |house| {
        let (viewer, words, today) = (visitor.viewer, visitor.words, visitor.today());
        let wishes = house.store.read(|tx| care::standing(tx, viewer, today))?;
        let put_away = care::look(&house.store, viewer, today, |sight| Ok(sight.put_away()))?;
        let zone = visitor.now.time_zone().clone();
        Ok(Page { words, here: Here::Settings, wishes, zone, done, put_away }.render()?)
    });
    Ok(Html(page.await?))
}
