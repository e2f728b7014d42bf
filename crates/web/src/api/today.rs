//! The day plan as JSON.

use axum::Json;
use axum::extract::{Path, State};
use care::{Cleared, DayPlan, Memory};
use jiff::civil::Date;
use library::Photo;
use memories::Reason;
use serde::Serialize;

use crate::trouble::Trouble;
use crate::{House, words};

/// A day plan. Borrowed from what is cleared, so it is written out at once or never.
#[derive(Serialize)]
pub(crate) struct Day {
    day: Date,
    memories: Vec<Returning>,
}

#[derive(Serialize)]
struct Returning {
    kind: &'static str,
    title: String,
    years_ago: Option<u16>,
    person: Option<String>,
    age: Option<u16>,
    moment: Option<i64>,
    day: Option<Date>,
    place: Option<String>,
    photos: Vec<Shown>,
    of: u32,
}

#[derive(Serialize)]
struct Shown {
    id: i64,
    taken: Option<String>,
    small: String,
    large: String,
    caption: Option<String>,
    people: Vec<String>,
    favourite: bool,
}

pub(crate) async fn now(State(house): State<House>) -> Result<Json<Day>, Trouble> {
    let day = (house.clock)().date();
    answer(house, day).await
}

pub(crate) async fn on(State(house): State<House>, Path(day): Path<String>) -> Result<Json<Day>, Trouble> {
    let day = day.parse().map_err(|_| Trouble::NotThere)?;
    answer(house, day).await
}

async fn answer(house: House, day: Date) -> Result<Json<Day>, Trouble> {
    let plan =
        house.ask(move |house| Ok(care::today(&house.store, house.viewer, day, (house.clock)().date())?)).await?;
    Ok(Json(described(&plan)))
}

fn described(plan: &DayPlan) -> Day {
    Day { day: plan.day, memories: plan.memories.iter().map(returning).collect() }
}

fn returning(memory: &Cleared<Memory>) -> Returning {
    let (kind, years_ago, person, age) = match &memory.reason {
        Reason::OnThisDay { years, .. } => ("on_this_day", Some(*years), None, None),
        Reason::Birthday { name, age, .. } => ("birthday", None, Some(name.clone()), Some(*age)),
    };
    let moment = memory.moment.as_ref();
    Returning {
        kind,
        title: words::title(memory),
        years_ago,
        person,
        age,
        moment: moment.map(|m| m.id.0),
        day: moment.map(|m| m.day),
        place: moment.and_then(|m| m.place.as_ref()).map(words::place),
        photos: memory.photos.iter().map(shown).collect(),
        of: memory.of,
    }
}

fn shown(photo: &Cleared<Photo>) -> Shown {
    Shown {
        id: photo.id.0,
        taken: photo.taken.as_ref().map(|taken| taken.at.to_string()),
        small: format!("/photo/{}/small.jpg", photo.id),
        large: format!("/photo/{}/large.jpg", photo.id),
        caption: photo.caption.clone(),
        people: photo.people.iter().map(|(_, name)| name.clone()).collect(),
        favourite: photo.favourite,
    }
}
