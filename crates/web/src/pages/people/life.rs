//! Somebody's life in pictures, and what can be said of them.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use care::{Cleared, Life, LifeDates, Named, Relation, YearOfLife};
use jiff::civil::Date;
use model::PersonId;
use serde::Deserialize;

use super::told::{JustTold, Told};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many people are offered to be merged with.
const OFFERED: usize = 500;

#[derive(Template)]
#[template(path = "life.html")]
struct Page {
    words: Words,
    here: Here,
    today: Date,
    told: Told,
    life: Cleared<Life>,
    /// What was said of pictures with them.
    said: Option<String>,
    /// Everybody else, by name.
    others: Vec<Cleared<Named>>,
    /// Somebody who has the name that was to be given, and that name.
    taken: Option<(Cleared<Named>, String)>,
}

#[derive(Default, Deserialize)]
pub(crate) struct LifeQuery {
    /// Who has the name that was to be given.
    #[serde(default)]
    taken: Option<i64>,
    #[serde(default)]
    name: Option<String>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    asked: Result<Query<LifeQuery>, axum::extract::rejection::QueryRejection>,
    told: JustTold,
) -> Result<Html<String>, Trouble> {
    let id = id.parse().map(PersonId).map_err(|_| Trouble::NotThere)?;
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let told = Told::of(told);
    let page = house.look(visitor, move |visit, visitor| {
        let mut view = visit.library()?;
        let life = view.life(id)?.ok_or(Trouble::NotThere)?;
        let mut others = view.people()?;
        others.retain(|other| other.id != id);
        let at = others.iter().position(|other| asked.taken == Some(other.id.0));
        let taken = at.map(|at| others.swap_remove(at)).zip(asked.name);
        others.truncate(OFFERED);
        others.sort_by(|a, b| a.name.cmp(&b.name));
        let said = visit.said_of(id)?.map(|said| visitor.words.of_person(said));
        let (words, here, today) = (visitor.words, Here::People, visitor.today());
        Ok(Page { words, here, today, told, life, said, others, taken }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn relations(&self) -> [Relation; 25] {
        Relation::ALL
    }

    fn is(&self, relation: &Relation) -> bool {
        self.life.person.relation == Some(*relation)
    }

    fn relation_name(&self) -> &'static str {
        self.life.person.relation.map_or("", Relation::name)
    }

    fn day(day: Option<Date>) -> String {
        day.map(|day| day.to_string()).unwrap_or_default()
    }

    fn born(&self) -> String {
        Self::day(self.life.person.born)
    }

    fn died(&self) -> String {
        Self::day(LifeDates::of(&self.life.person).died)
    }

    /// The day that only a loss of the visitor's tells, in words.
    fn died_for_viewer(&self) -> Option<String> {
        self.life.person.died.filter(|_| self.life.person.died_for_viewer).map(|day| self.words.plain_day(day))
    }

    fn all_said(&self, year: &YearOfLife) -> String {
        match year.year {
            Some(number) => self.words.count_with("people-all-of", year.photos, &[("year", number.to_string().into())]),
            None => self.words.count("people-all-photos", year.photos),
        }
    }

    /// Where all photos of a year of theirs are.
    fn all_of(&self, year: &YearOfLife) -> String {
        let id = self.life.person.id;
        year.year.map_or_else(|| format!("/people/{id}/photos"), |year| format!("/people/{id}/photos?year={year}"))
    }
}
