//! Everybody, with a picture of each.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use care::{Cleared, KeptWithCare, Named, Photo, Thing};
use jiff::civil::Date;
use model::PersonId;
use serde::Deserialize;

use super::told::{JustTold, Told};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many people a page shows.
const ON_A_PAGE: usize = 60;

#[derive(Template)]
#[template(path = "people.html")]
struct Page {
    words: Words,
    here: Here,
    today: Date,
    told: Told,
    people: Vec<(Cleared<Named>, Option<Cleared<Photo>>)>,
    total: usize,
    /// Whoever died and is asked about first: by name, to be opened.
    kept: Vec<Cleared<KeptWithCare>>,
    /// Whether something is put away or asks first, so that somebody may be missing.
    kept_back: bool,
    page: usize,
    pages: usize,
    things: Vec<Cleared<Thing>>,
}

#[derive(Default, Deserialize)]
pub(crate) struct PeopleQuery {
    #[serde(default)]
    page: Option<String>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Query<PeopleQuery>, axum::extract::rejection::QueryRejection>,
    told: JustTold,
) -> Result<Html<String>, Trouble> {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let told = Told::of(told);
    let page = house.look(visitor, move |visit, visitor| {
        let mut view = visit.library()?;
        let all = view.people()?;
        let (total, pages) = (all.len(), all.len().div_ceil(ON_A_PAGE).max(1));
        let page = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1_usize).clamp(1, pages);
        let shown: Vec<Cleared<Named>> = all.into_iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE).collect();
        let ids: Vec<PersonId> = shown.iter().map(|person| person.id).collect();
        let mut pictures: HashMap<PersonId, Cleared<Photo>> = view.pictures_of(&ids)?.into_iter().collect();
        let people = shown.into_iter().map(|person| {
            let picture = pictures.remove(&person.id);
            (person, picture)
        });
        let (people, kept_back) = (people.collect(), view.keeps_something_back());
        let kept = if page == pages { view.kept_with_care()? } else { Vec::new() };
        let things = visit.things()?;
        let (words, here, today) = (visitor.words, Here::People, visitor.today());
        Ok(Page { words, here, today, told, people, total, kept, kept_back, page, pages, things }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn before(&self) -> Option<String> {
        (self.page > 1).then(|| format!("/people?page={}", self.page - 1))
    }

    fn after(&self) -> Option<String> {
        (self.page < self.pages).then(|| format!("/people?page={}", self.page + 1))
    }
}
