//! Places, by country and town.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use care::{Cleared, Country, Found, Town};
use model::PlaceId;
use serde::Deserialize;

use crate::House;
use crate::picking::Picking;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// Stands in addresses for the country of photos whose country is not known.
const UNKNOWN: &str = "unknown";
/// How many towns a country is listed with.
const FIRST_TOWNS: usize = 6;

#[derive(Template)]
#[template(path = "places.html")]
struct Places {
    words: Words,
    here: Here,
    countries: Vec<Cleared<Country>>,
}

#[derive(Template)]
#[template(path = "place.html")]
struct Place {
    words: Words,
    here: Here,
    country: Cleared<Country>,
    /// The town, unless it is the country whole.
    town: Option<Town>,
    found: Cleared<Found>,
    picking: Picking,
}

#[derive(Default, Deserialize)]
pub(crate) struct PlacesQuery {
    #[serde(default)]
    page: Option<String>,
}

pub(crate) type AskedOrNot = Result<Query<PlacesQuery>, axum::extract::rejection::QueryRejection>;

pub(crate) async fn list(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    let page = house.look(visitor, move |visit, visitor| {
        let countries = visit.library()?.countries(true)?;
        Ok(Places { words: visitor.words, here: Here::Places, countries }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn country(
    State(house): State<House>,
    visitor: Visitor,
    picking: Picking,
    Path(code): Path<String>,
    asked: AskedOrNot,
) -> Result<Html<String>, Trouble> {
    place(house, visitor, picking, code, None, asked).await
}

pub(crate) async fn town(
    State(house): State<House>,
    visitor: Visitor,
    picking: Picking,
    Path((code, id)): Path<(String, String)>,
    asked: AskedOrNot,
) -> Result<Html<String>, Trouble> {
    let id = id.parse().map(PlaceId).map_err(|_| Trouble::NotThere)?;
    place(house, visitor, picking, code, Some(id), asked).await
}

async fn place(
    house: House,
    visitor: Visitor,
    mut picking: Picking,
    code: String,
    id: Option<PlaceId>,
    asked: AskedOrNot,
) -> Result<Html<String>, Trouble> {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let page = house.look(visitor, move |visit, visitor| {
        let number = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
        let code = if code == UNKNOWN { "" } else { code.as_str() };
        let mut view = visit.library()?;
        let mut countries = view.countries(false)?;
        let at = countries.iter().position(|country| country.code == code).ok_or(Trouble::NotThere)?;
        let country = countries.swap_remove(at);
        let town = match id {
            Some(id) => Some(country.towns.iter().find(|town| town.id == id).cloned().ok_or(Trouble::NotThere)?),
            None => None,
        };
        let towns = town.clone().map_or_else(|| country.towns.clone(), |town| vec![town]);
        picking.learn_names(&mut view)?;
        let found = view.photos_at(&towns, number)?;
        Ok(Place { words: visitor.words, here: Here::Places, country, town, found, picking }.render()?)
    });
    Ok(Html(page.await?))
}

/// The address of a country.
fn address_of(country: &Country) -> String {
    let code = if country.code.is_empty() { UNKNOWN } else { &country.code };
    format!("/places/{}", crate::address::encoded(code))
}

fn name_of(words: Words, country: &Country) -> String {
    match words.country(&country.code) {
        Some(name) => name.to_owned(),
        None if country.code.is_empty() => words.say("places-unknown"),
        None => country.code.clone(),
    }
}

fn town_name(words: Words, town: &Town) -> String {
    match (town.place.town.is_empty(), town.place.region.is_empty()) {
        (true, true) => words.say("places-unknown"),
        (true, false) => town.place.region.clone(),
        (false, _) => town.place.town.clone(),
    }
}

impl Places {
    fn first<'c>(&self, country: &'c Country) -> &'c [Town] {
        &country.towns[..country.towns.len().min(FIRST_TOWNS)]
    }
}

impl Place {
    fn title(&self) -> String {
        let country = name_of(self.words, &self.country);
        self.town.as_ref().map_or(country, |town| town_name(self.words, town))
    }

    fn base(&self) -> String {
        let country = address_of(&self.country);
        self.town.as_ref().map_or(country.clone(), |town| format!("{country}/{}", town.id))
    }

    fn before(&self) -> Option<String> {
        (self.found.page > 1).then(|| format!("{}?page={}", self.base(), self.found.page - 1))
    }

    fn after(&self) -> Option<String> {
        (self.found.page < self.found.pages).then(|| format!("{}?page={}", self.base(), self.found.page + 1))
    }
}
