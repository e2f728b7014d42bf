//! Today: what returns on a day.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use care::{Cleared, DayPlan, Memory};
use jiff::ToSpan;
use jiff::civil::Date;
use library::{Counts, Photo, Standing};

use crate::assets::asset;
use crate::pages::keep_away::{Done, PutAway};
use crate::trouble::Trouble;
use crate::{House, words};

#[derive(Template)]
#[template(path = "today.html")]
struct Page {
    plan: DayPlan,
    today: Date,
    counts: Counts,
    coming_in: Standing,
    done: Done,
}

pub(crate) async fn now(State(house): State<House>, Query(done): Query<Done>) -> Result<Html<String>, Trouble> {
    let today = (house.clock)().date();
    page(house, today, done).await
}

pub(crate) async fn on(
    State(house): State<House>,
    Path(day): Path<String>,
    Query(done): Query<Done>,
) -> Result<Html<String>, Trouble> {
    let day = day.parse().map_err(|_| Trouble::NotThere)?;
    page(house, day, done).await
}

async fn page(house: House, day: Date, done: Done) -> Result<Html<String>, Trouble> {
    let page = house.ask(move |house| {
        let today = (house.clock)().date();
        let plan = care::today(&house.store, house.viewer, day, today)?;
        let counts = house.store.read(|tx| library::counts(tx, house.viewer))?;
        Ok(Page { plan, today, counts, coming_in: house.progress().standing(), done }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn heading(&self) -> String {
        words::day(self.plan.day, self.today)
    }

    fn title(&self) -> String {
        if self.plan.day == self.today { "Today".to_owned() } else { self.heading() }
    }

    fn before(&self) -> Option<Date> {
        self.plan.day.checked_sub(1.day()).ok()
    }

    fn after(&self) -> Option<Date> {
        self.plan.day.checked_add(1.day()).ok()
    }

    fn summary(&self) -> String {
        words::how_many(self.plan.memories.len())
    }

    fn here(&self) -> String {
        if self.plan.day == self.today { "/today".to_owned() } else { format!("/today/{}", self.plan.day) }
    }

    fn put_away(&self, memory: &Cleared<Memory>) -> PutAway {
        match (&memory.moment, memory.photos.as_slice()) {
            (Some(moment), _) => PutAway::moment(moment.id, self.plan.day, self.here()),
            // A memory gathered from many moments is put away by the photo that stands first in it.
            (None, photos) => PutAway::photo(photos.first().map_or(0, |p| p.id.0), self.plan.day, self.here()),
        }
    }
}

/// A picture's alternative text: what its owner wrote, else who is in it and when.
fn alt(photo: &Photo) -> String {
    words::alternative(photo)
}
