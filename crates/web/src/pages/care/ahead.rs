//! Ahead: what the coming days hold, in words. Nothing reminds anyone of it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Html;
use care::{Ahead, Plan, Source};
use jiff::civil::Date;
use serde::Deserialize;

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
    /// The sealed name of each hard day.
    sources: HashMap<Source, String>,
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
        let ahead = house.visits.ahead(&visitor.who, days)?;
        house.visits.look(&visitor.who, |visit| {
            let sources = ahead.days.iter().flat_map(|day| &day.hard).map(|hard| hard.source);
            let sources = sources.filter_map(|source| Some((source, visit.name_of(source)?))).collect();
            Ok(Page { words, here: Here::Care, done, ahead, sources, days, today }.render()?)
        })
    });
    Ok(Html(page.await?))
}

impl Page {
    fn source(&self, source: &Source) -> &str {
        self.sources.get(source).map_or("", String::as_str)
    }

    fn plans(&self) -> [Plan; 3] {
        Plan::ALL
    }

    fn reaches_a_year(&self) -> bool {
        self.days > FEW
    }
}
