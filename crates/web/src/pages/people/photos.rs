//! Somebody's photos, a page at a time; some of them may be chosen as somebody else's.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use care::{Cleared, Found, Named};
use model::PersonId;
use serde::Deserialize;

use super::told::{JustTold, Told};
use crate::picking::Picking;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;
use crate::{House, address};

#[derive(Template)]
#[template(path = "life_photos.html")]
struct Page {
    words: Words,
    here: Here,
    told: Told,
    person: Cleared<Named>,
    year: Option<i16>,
    found: Cleared<Found>,
    /// Whether photos are being chosen as somebody else's.
    choosing: bool,
    /// The names of everybody, to choose from.
    names: Vec<String>,
    picking: Picking,
}

#[derive(Default, Deserialize)]
pub(crate) struct PhotosOfQuery {
    #[serde(default)]
    year: Option<String>,
    #[serde(default)]
    page: Option<String>,
    #[serde(default)]
    choose: Option<String>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    mut picking: Picking,
    Path(id): Path<String>,
    asked: Result<Query<PhotosOfQuery>, axum::extract::rejection::QueryRejection>,
    told: JustTold,
) -> Result<Html<String>, Trouble> {
    let id = id.parse().map(PersonId).map_err(|_| Trouble::NotThere)?;
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let told = Told::of(told);
    let page = house.look(visitor, move |visit, visitor| {
        let year = asked.year.as_deref().and_then(|year| year.parse::<i16>().ok());
        let number = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
        let choosing = asked.choose.is_some();
        let mut view = visit.library()?;
        let (person, found) = view.photos_of(id, year, number)?.ok_or(Trouble::NotThere)?;
        picking.learn_names(&mut view)?;
        let others = if choosing { view.people()? } else { Vec::new() };
        let names = others.iter().filter(|other| other.id != id).map(|other| other.name.clone()).take(200).collect();
        let (words, here) = (visitor.words, Here::People);
        Ok(Page { words, here, told, person, year, found, choosing, names, picking }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn address(&self, page: usize, choosing: bool) -> String {
        let year = self.year.map(|year| year.to_string()).unwrap_or_default();
        let page = if page > 1 { page.to_string() } else { String::new() };
        let choose = if choosing { "1" } else { "" };
        let path = format!("/people/{}/photos", self.person.id);
        address::with(&path, &[("year", &year), ("page", &page), ("choose", choose)])
    }

    fn before(&self) -> Option<String> {
        (self.found.page > 1).then(|| self.address(self.found.page - 1, self.choosing))
    }

    fn after(&self) -> Option<String> {
        (self.found.page < self.found.pages).then(|| self.address(self.found.page + 1, self.choosing))
    }
}
