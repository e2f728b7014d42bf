//! Today: what returns on a day.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{Cleared, DayPlan, Memory, Quiet, Reason, Waits};
use jiff::ToSpan;
use jiff::civil::Date;
use model::Standing;

use crate::House;
use crate::pages::keep_away::{Done, JustDone, PutAway};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "today.html")]
struct Page {
    words: Words,
    here: Here,
    plan: DayPlan,
    today: Date,
    has_photos: bool,
    coming_in: Standing,
    done: Done,
    /// The token of the card, or nothing where there is none or it stays closed.
    card: Option<String>,
}

pub(crate) async fn now(State(house): State<House>, visitor: Visitor, done: JustDone) -> Result<Response, Trouble> {
    let today = visitor.today();
    page(house, visitor, today, Done::of(done)).await
}

pub(crate) async fn on(
    State(house): State<House>,
    visitor: Visitor,
    Path(day): Path<String>,
    done: JustDone,
) -> Result<Response, Trouble> {
    let day = day.parse().map_err(|_| Trouble::NotThere)?;
    page(house, visitor, day, Done::of(done)).await
}

/// The page of a day; before anything returns, the first question.
async fn page(house: House, visitor: Visitor, day: Date, done: Done) -> Result<Response, Trouble> {
    let coming_in = Arc::clone(&house.coming_in);
    let page = house.look(visitor, move |visit, visitor| {
        let (words, today) = (visitor.words, visitor.today());
        let plan = visit.day_plan(day)?;
        if plan.waits == Some(Waits::FirstVisit) {
            return Ok(None);
        }
        let has_photos = !plan.memories.is_empty() || visit.has_photos()?;
        let here = if day == today { Here::Today } else { Here::Elsewhere };
        let coming_in = coming_in.standing(visitor.who.viewer)?;
        let card = plan.card.as_ref().and_then(|card| visit.card_token(card));
        Ok(Some(Page { words, here, plan, today, has_photos, coming_in, done, card }.render()?))
    });
    Ok(page.await?.map_or_else(|| Redirect::to("/first").into_response(), |page| Html(page).into_response()))
}

impl Page {
    fn heading(&self) -> String {
        self.words.day(self.plan.day, self.today)
    }

    fn title(&self) -> String {
        if self.plan.day == self.today { self.words.say("nav-today") } else { self.heading() }
    }

    fn before(&self) -> Option<Date> {
        self.plan.day.checked_sub(1.day()).ok()
    }

    fn after(&self) -> Option<Date> {
        self.plan.day.checked_add(1.day()).ok()
    }

    fn summary(&self) -> String {
        self.words.count("today-memories", self.plan.memories.len())
    }

    fn here(&self) -> String {
        if self.plan.day == self.today { "/today".to_owned() } else { format!("/today/{}", self.plan.day) }
    }

    /// What "not this" puts away.
    fn put_away(&self, memory: &Cleared<Memory>) -> PutAway {
        let photo = || memory.photos.first().map_or(0, |photo| photo.id.0);
        let away = match (&memory.moment, &memory.reason) {
            (_, Reason::Observance { observance, .. }) => PutAway::observance(*observance, self.plan.day, self.here()),
            (_, Reason::Birthday { person, .. }) => PutAway::birthday(*person, self.plan.day, self.here()),
            (Some(moment), _) => PutAway::moment(moment.id, self.plan.day, self.here()),
            (None, _) => PutAway::photo(photo(), self.plan.day, self.here()),
        };
        PutAway { just_for_today: self.plan.day == self.today, ..away }
    }
}
