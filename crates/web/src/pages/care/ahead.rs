//! Ahead: what the coming days hold, in words. Nothing reminds anyone of it.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Html;
use care::{Ahead, Plan, Source};
use jiff::civil::Date;
use serde::Deserialize;

use super::days::source_said;
use crate::House;
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// The days that are looked at where nobody says, and the most.
const FEW: u16 = 60;
const MANY: u16 = 365;

#[derive(Template)]
#[template(path = "ahead.html")]
struct Page {
    words: Words,
    here: Here,
    done: Done,
    ahead: Ahead,
    days: u16,
    today: Date,
}

#[derive(Deserialize, Default)]
pub(crate) struct HowFar {
    #[serde(default)]
    pub(crate) days: Option<String>,
}

/// How many days are asked for; nothing where that makes no sense.
pub(crate) fn how_many(text: Option<&str>) -> Option<u16> {
    match text {
        None | Some("") => Some(FEW),
        Some(text) => text.parse().ok().filter(|days| (1..=MANY).contains(days)),
    }
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    far: Result<Query<HowFar>, QueryRejection>,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let days = far.ok().and_then(|Query(far)| how_many(far.days.as_deref())).unwrap_or(FEW);
    let page = house.ask(move |house| {
        let (words, today) = (visitor.words, visitor.today());
        let ahead = care::ahead(&house.store, visitor.viewer, today, days)?;
        Ok(Page { words, here: Here::Settings, done, ahead, days, today }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn source(&self, source: &Source) -> String {
        source_said(*source)
    }

    fn plans(&self) -> [Plan; 3] {
        Plan::ALL
    }

    fn reaches_a_year(&self) -> bool {
        self.days > FEW
    }
}
