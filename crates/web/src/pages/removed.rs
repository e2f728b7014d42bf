//! What was removed, in words, and can still be taken back.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Html;
use care::{REMOVAL_UNDONE, Removed};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::House;
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many a page lists.
const PAGE: usize = 100;

#[derive(Template)]
#[template(path = "removed.html")]
struct Page {
    words: Words,
    here: Here,
    removed: Removed,
    from: usize,
    zone: TimeZone,
    done: Done,
}

#[derive(Deserialize, Default)]
pub(crate) struct Part {
    #[serde(default)]
    from: usize,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    part: Result<Query<Part>, QueryRejection>,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let from = part.map(|Query(part)| part.from).unwrap_or_default();
    let page = house.look(visitor, move |visit, visitor| {
        let (words, now) = (visitor.words, &visitor.who.now);
        let removed = visit.library()?.removed(now.timestamp(), from, PAGE)?;
        let zone = now.time_zone().clone();
        Ok(Page { words, here: Here::Library, removed, from, zone, done }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    /// The day until which a photo can be taken back.
    fn until(&self, removed_ms: &Option<i64>) -> String {
        let removed = removed_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()).unwrap_or_default();
        let until = removed.saturating_add(REMOVAL_UNDONE).unwrap_or(removed);
        self.words.fill("removed-until", "day", self.words.plain_day(until.to_zoned(self.zone.clone()).date()))
    }

    fn earlier(&self) -> Option<usize> {
        let next = self.from + self.removed.photos.len();
        (next < self.removed.of && !self.removed.photos.is_empty()).then_some(next)
    }
}
