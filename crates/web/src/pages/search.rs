//! Search: one field, and what it may go on with.

use std::fmt::Display;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use care::{CareError, Cleared, Found, KeptWithCare, LibraryView, Suggestion};
use serde::Deserialize;

use crate::picking::Picking;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::{Words, countries_named};
use crate::{House, address};

/// Longest question that is read and shown again, in characters.
const LONGEST: usize = 400;

#[derive(Template)]
#[template(path = "search.html")]
struct Page {
    words: Words,
    here: Here,
    asked: String,
    /// What was found, unless nothing was asked for.
    found: Option<Cleared<Found>>,
    suggestions: Vec<Offer>,
    /// Whoever of that name died and is asked about first.
    kept: Vec<Cleared<KeptWithCare>>,
    /// Whether something is put away or asks first, which is not looked through.
    kept_back: bool,
    picking: Picking,
}

/// A suggestion in words, and the question that it makes.
pub(crate) struct Offer {
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) question: String,
}

#[derive(Default, Deserialize)]
pub(crate) struct SearchQuery {
    #[serde(default)]
    q: Option<String>,
    #[serde(default)]
    page: Option<String>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    mut picking: Picking,
    asked: Result<Query<SearchQuery>, axum::extract::rejection::QueryRejection>,
) -> Result<Html<String>, Trouble> {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let page = house.look(visitor, move |visit, visitor| {
        let number = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
        let asked = clean(asked.q.as_deref().unwrap_or_default());
        let query = care::Query::read_by(&asked, Some(visitor.words.month_first()), countries_named);
        let words = visitor.words;
        let mut view = visit.library()?;
        let found = if query.is_empty() { None } else { Some(view.search(&query, number)?) };
        picking.learn_names(&mut view)?;
        let suggestions = if asked.is_empty() { begin(&mut view, words)? } else { suggest(&mut view, words, &asked)? };
        let kept_back = view.keeps_something_back();
        let kept = view.kept_with_care_named(&asked)?;
        Ok(Page { words, here: Here::Search, asked, found, suggestions, kept, kept_back, picking }.render()?)
    });
    Ok(Html(page.await?))
}

/// What a question may begin with: those who are in most photos, where most were taken, and the last years.
fn begin(view: &mut LibraryView<'_, '_>, words: Words) -> Result<Vec<Offer>, CareError> {
    const OF_EACH: usize = 4;
    let people = view.people()?.into_iter().take(OF_EACH);
    let people = people.map(|person| (words.say("search-kind-person"), person.name.clone()));
    let mut towns: Vec<_> = view.countries(false)?.iter().flat_map(|country| country.towns.clone()).collect();
    towns.sort_by_key(|town| std::cmp::Reverse(town.photos));
    towns.retain(|town| !town.place.town.is_empty());
    let towns = towns.into_iter().take(OF_EACH).map(|town| (words.say("search-kind-place"), town.place.town));
    let mut years: Vec<i16> = view.shelf()?.years().iter().map(|year| year.year).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    let years = years.into_iter().take(OF_EACH).map(|year| (words.say("search-kind-year"), year.to_string()));
    let offers = people.chain(towns).chain(years);
    Ok(offers.map(|(kind, text)| Offer { kind, question: whole(&text), text }).collect())
}

/// What is several words is met whole, or each of them would be met anywhere.
fn whole(text: &str) -> String {
    let plain = text.chars().all(char::is_alphanumeric);
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', " ")) }
}

/// What a question may go on with: its last word, made whole.
pub(crate) fn suggest(view: &mut LibraryView<'_, '_>, words: Words, asked: &str) -> Result<Vec<Offer>, CareError> {
    let (before, last) = asked.rsplit_once(char::is_whitespace).map_or(("", asked), |(before, last)| (before, last));
    let last = last.trim_start_matches('"');
    let Some(begun) = care::words_of(last).pop() else { return Ok(Vec::new()) };
    let countries = countries_named(&begun, false);
    let offers = view.suggestions(&begun, &countries)?.into_iter().map(|suggestion| {
        let (kind, text) = said(words, &suggestion);
        let question = format!("{before} {}", whole(&text)).trim().to_owned();
        Offer { kind, text, question }
    });
    Ok(offers.filter(|offer| offer.question != asked).collect())
}

pub(crate) fn clean(text: &str) -> String {
    let one_line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    one_line.trim().to_owned()
}

impl Words {
    /// Which page of how many, where there are several: "2 of 5".
    pub(crate) fn paged(self, page: impl Display, pages: impl Display) -> Option<String> {
        let number = |text: &dyn Display| text.to_string().parse::<u64>().unwrap_or_default();
        let (page, pages) = (number(&page), number(&pages));
        let figures = [("page", self.figures(page).into()), ("pages", self.figures(pages).into())];
        (pages > 1).then(|| self.with("search-page", &figures))
    }
}

fn said(words: Words, suggestion: &Cleared<Suggestion>) -> (String, String) {
    match &**suggestion {
        Suggestion::Person(_, name) => (words.say("search-kind-person"), name.clone()),
        Suggestion::Town(town) => (words.say("search-kind-place"), town.clone()),
        Suggestion::Country(code) => {
            (words.say("search-kind-place"), words.country(code).map_or_else(|| code.clone(), ToOwned::to_owned))
        }
        Suggestion::Year(year) => (words.say("search-kind-year"), year.to_string()),
        Suggestion::Word(word) => (words.say("search-kind-word"), word.clone()),
    }
}

impl Page {
    /// Whether fewer words could be asked for.
    fn has_words(&self) -> bool {
        self.asked.split_whitespace().nth(1).is_some()
    }

    fn address(&self, question: &str, page: usize) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        address::with("/search", &[("q", question), ("page", &page)])
    }

    fn before(&self) -> Option<String> {
        self.found.as_ref().filter(|found| found.page > 1).map(|found| self.address(&self.asked, found.page - 1))
    }

    fn after(&self) -> Option<String> {
        let found = self.found.as_ref().filter(|found| found.page < found.pages)?;
        Some(self.address(&self.asked, found.page + 1))
    }

    /// The same question for one year of its answer.
    fn in_year(&self, year: &i16) -> String {
        self.address(&format!("{} {year}", self.asked), 1)
    }

    fn title(&self) -> String {
        if self.asked.is_empty() { self.words.say("search-title") } else { self.asked.clone() }
    }
}
