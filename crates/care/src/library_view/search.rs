//! Search, and what it suggests, for one viewer: what is held is in neither.

use std::collections::HashSet;

use library::{List, Query, Span, begins_with};
use model::{PersonId, PhotoId};
use store::StoreError;

use super::LibraryView;
use super::found::Found;
use crate::{CareError, Cleared};

/// Something that a question may go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// Somebody.
    Person(PersonId, String),
    /// A town.
    Town(String),
    /// A country, by its code.
    Country(String),
    /// A year.
    Year(i16),
    /// A word.
    Word(String),
}

/// How many of each kind are suggested.
const OF_A_KIND: usize = 4;

impl LibraryView<'_, '_> {
    /// A page of the photos of which all is true that was asked for.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn search(&mut self, query: &Query, page: usize) -> Result<Cleared<Found>, CareError> {
        let hits = library::find(self.tx, self.viewer, query)?;
        self.page_of(hits, page)
    }

    /// What a question that ends with `begun` (folded) may go on with; `countries` are the codes of those whose names begin so.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn suggestions(&mut self, begun: &str, countries: &[String]) -> Result<Vec<Cleared<Suggestion>>, CareError> {
        if begun.is_empty() {
            return Ok(Vec::new());
        }
        let unseen = self.unseen()?;
        let mut found = self.suggested_people(begun, &unseen)?;
        found.extend(self.suggested_places(begun, countries, &unseen)?);
        found.extend(self.suggested_years(begun, &unseen)?);
        found.extend(self.suggested_words(begun, &unseen)?);
        Ok(found.into_iter().map(Cleared::of).collect())
    }

    fn suggested_people(&mut self, begun: &str, unseen: &HashSet<PhotoId>) -> Result<Vec<Suggestion>, StoreError> {
        let mut people: Vec<PersonId> = Vec::new();
        let mut names = library::names_and_people(self.tx, self.viewer)?;
        // The engines promise no order.
        names.sort_unstable();
        for (name, person) in names {
            if begins_with(&name, begun, false) && !people.contains(&person) {
                people.push(person);
            }
        }
        let mut found = Vec::new();
        for person in people {
            if found.len() < OF_A_KIND
                && self.shows_any(&List::Person(person), unseen)?
                && let Some(named) = library::person(self.tx, self.viewer, person)?
            {
                found.push(Suggestion::Person(person, named.name));
            }
        }
        Ok(found)
    }

    fn suggested_places(
        &mut self,
        begun: &str,
        countries: &[String],
        unseen: &HashSet<PhotoId>,
    ) -> Result<Vec<Suggestion>, StoreError> {
        let places = library::places(self.tx, self.viewer)?;
        let mut found = Vec::new();
        for code in countries {
            let towns = places.iter().filter(|known| known.place.country == *code).map(|known| known.id).collect();
            if found.len() < OF_A_KIND && self.shows_any(&List::Places(towns), unseen)? {
                found.push(Suggestion::Country(code.clone()));
            }
        }
        let mut names: Vec<&str> = Vec::new();
        for known in places.iter().filter(|known| begins_with(&known.place.town, begun, false)) {
            if names.len() == OF_A_KIND {
                break;
            }
            let town = known.place.town.as_str();
            if !names.contains(&town) && self.shows_any(&List::Places(vec![known.id]), unseen)? {
                names.push(town);
            }
        }
        found.extend(names.into_iter().map(|town| Suggestion::Town(town.to_owned())));
        Ok(found)
    }

    fn suggested_years(&mut self, begun: &str, unseen: &HashSet<PhotoId>) -> Result<Vec<Suggestion>, StoreError> {
        if begun.len() > 4 || !begun.bytes().all(|b| b.is_ascii_digit()) {
            return Ok(Vec::new());
        }
        let years = library::years_with_photos(self.tx, self.viewer)?;
        let mut found = Vec::new();
        for year in years.into_iter().rev().filter(|year| year.to_string().starts_with(begun)) {
            let Some(span) = Span::years(year, year) else { continue };
            if found.len() < OF_A_KIND && self.shows_any(&List::Time(span), unseen)? {
                found.push(Suggestion::Year(year));
            }
        }
        Ok(found)
    }

    fn suggested_words(&mut self, begun: &str, unseen: &HashSet<PhotoId>) -> Result<Vec<Suggestion>, StoreError> {
        // The numbers of files are words, too, and nobody looks for one of them.
        if begun.chars().count() < 2 || begun.bytes().any(|b| b.is_ascii_digit()) {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for word in library::words_that_begin(self.tx, self.viewer, begun, OF_A_KIND * 4)? {
            let plain = word.chars().count() > 2 && !word.bytes().any(|b| b.is_ascii_digit());
            if found.len() < OF_A_KIND && plain && self.shows_any(&List::Word(word.clone()), unseen)? {
                found.push(Suggestion::Word(word));
            }
        }
        Ok(found)
    }

    /// Whether any photo of a list may be shown.
    fn shows_any(&mut self, list: &List, unseen: &HashSet<PhotoId>) -> Result<bool, StoreError> {
        Ok(!self.few_seen(list, 1, unseen)?.is_empty())
    }
}
