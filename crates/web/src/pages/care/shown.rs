//! The form of a loss as a page: its first words, or all of it with what it reaches.

use askama::Template;
use axum::response::Html;
use care::{Chosen, Kind, Loss, Plan, Visit, Want, What};
use jiff::civil::Date;
use model::{LossId, OfferId};

use super::draft::{DayRow, Draft, MOST_OFFERED, spare_day};
use super::offers::{Offered, others};
use super::reach::{PartShown, parts};
use super::understood::{Problem, Understood};
use crate::pages::keep_away::Done;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// The days that a loss may have, by name.
const WHATS: [&str; 5] = ["the_day", "due_date", "birthday", "wedding_day", "another"];

#[derive(Template)]
#[template(path = "loss.html")]
struct Page {
    words: Words,
    here: Here,
    done: Done,
    /// Nothing for a loss that is not kept yet.
    id: Option<LossId>,
    /// The offer that it is taken from.
    offer: Option<OfferId>,
    /// What the form was made from.
    was: String,
    draft: Draft,
    problems: Vec<Problem>,
    unknown: Vec<String>,
    parts: Vec<PartShown>,
    /// How many photos and moments were taken in and out by hand.
    by_hand: [usize; 2],
    /// How many photos stand for it.
    examples: usize,
    /// Whoever it can be offered to, or is.
    others: Vec<Offered>,
    names: Vec<String>,
    towns: Vec<String>,
    /// Days of the calendar that may be hard too: the key of each with its name.
    observances: Vec<(String, String)>,
    since: Option<Date>,
}

#[derive(Template)]
#[template(path = "loss_new.html")]
struct Beginning {
    words: Words,
    here: Here,
    draft: Draft,
    problems: Vec<Problem>,
    unknown: Vec<String>,
    names: Vec<String>,
}

/// Which loss a form is of.
#[derive(Default)]
pub(super) struct Of {
    pub(super) id: Option<LossId>,
    pub(super) offer: Option<OfferId>,
    pub(super) was: String,
    pub(super) kept: Option<Loss>,
    pub(super) done: Done,
}

/// The first words of a loss.
pub(super) fn beginning(
    visit: &mut Visit<'_, '_>,
    visitor: &Visitor,
    draft: Draft,
    (problems, unknown): (Vec<Problem>, Vec<String>),
) -> Result<Html<String>, Trouble> {
    let names = offered(visit, visitor)?.0;
    let page = Beginning { words: visitor.words, here: Here::Settings, draft, problems, unknown, names };
    Ok(Html(page.render()?))
}

/// All of a loss, with what it reaches.
pub(super) fn whole(
    visit: &mut Visit<'_, '_>,
    visitor: &Visitor,
    of: Of,
    draft: Draft,
    made: Understood,
) -> Result<Html<String>, Trouble> {
    let parts = parts(visit, visitor, &draft, made.loss.as_ref())?;
    let (names, towns) = offered(visit, visitor)?;
    let photos = |chosen: &[Chosen]| chosen.iter().filter(|one| matches!(one, Chosen::Photo(_))).count();
    let by_hand = of.kept.as_ref().map_or([0, 0], |loss| [photos(&loss.taken_in), photos(&loss.taken_out)]);
    let loss = made.loss.clone().or_else(|| of.kept.clone());
    let since = loss.as_ref().and_then(|loss| loss.the_day().or(loss.periods.first().map(|period| period.from)));
    let page = Page {
        words: visitor.words,
        here: Here::Settings,
        done: of.done,
        id: of.id,
        offer: of.offer,
        was: of.was,
        draft,
        problems: made.problems,
        unknown: made.unknown,
        parts,
        by_hand,
        others: of.id.map_or_else(|| Ok(Vec::new()), |id| others(visit, id))?,
        examples: of.kept.as_ref().map_or(0, |loss| loss.examples.len()),
        names,
        towns,
        observances: offered_observances(visit, visitor, loss.as_ref())?,
        since,
    };
    Ok(Html(page.render()?))
}

/// Names and towns that are offered while somebody types: of what may be shown, and of nothing else.
fn offered(visit: &mut Visit<'_, '_>, visitor: &Visitor) -> Result<(Vec<String>, Vec<String>), Trouble> {
    let words = visitor.words;
    let mut view = visit.library()?;
    let countries = view.countries(false)?;
    let towns = countries.iter().flat_map(|country| &country.towns).filter(|town| !town.place.town.is_empty());
    let towns = towns.map(|town| words.place(&town.place)).collect();
    Ok((view.known_names()?, towns))
}

/// The observances that a loss may make hard days, as they are offered when it is entered; those that it makes already are not.
fn offered_observances(
    visit: &mut Visit<'_, '_>,
    visitor: &Visitor,
    loss: Option<&Loss>,
) -> Result<Vec<(String, String)>, Trouble> {
    let Some(loss) = loss else { return Ok(Vec::new()) };
    let implied = visit.implied_observances(loss)?;
    let is_there = |id: &str| loss.days.iter().any(|day| matches!(&day.what, What::Observance(own) if own == id));
    let new = implied.into_iter().filter(|observance| !is_there(observance.id.as_str())).take(MOST_OFFERED);
    Ok(new.map(|observance| (observance.id.as_str().to_owned(), visitor.words.observance(observance))).collect())
}

impl Page {
    fn kinds(&self) -> [Kind; 7] {
        Kind::ALL
    }

    fn whats(&self) -> [&'static str; 5] {
        WHATS
    }

    fn plans(&self) -> [Plan; 3] {
        Plan::ALL
    }

    fn wants(&self) -> [Want; 3] {
        Want::ALL
    }

    /// The rows that are filled, and one more.
    fn days(&self) -> Vec<DayRow> {
        self.draft.days.iter().cloned().chain([spare_day()]).collect()
    }

    fn periods(&self) -> Vec<[String; 2]> {
        self.draft.periods.iter().cloned().chain([Default::default()]).collect()
    }

    fn places(&self) -> Vec<[String; 2]> {
        self.draft.places.iter().cloned().chain([Default::default()]).collect()
    }

    fn people(&self) -> Vec<String> {
        self.draft.people.iter().cloned().chain([String::new()]).collect()
    }

    fn companions(&self) -> Vec<String> {
        self.draft.companions.iter().cloned().chain([String::new()]).collect()
    }

    /// The parts in which something falls or will: those of time, those with photos, and those of which it cannot be told yet.
    fn near(&self) -> Vec<&PartShown> {
        self.parts.iter().filter(|part| part.is_near()).collect()
    }

    fn far(&self) -> Vec<&PartShown> {
        self.parts.iter().filter(|part| !part.is_near()).collect()
    }

    fn by_hand_said(&self) -> Option<String> {
        let [taken_in, taken_out] = self.by_hand.map(|count| self.words.figures(count as u64));
        let said = || self.words.with("reach-by-hand", &[("in", taken_in.into()), ("out", taken_out.into())]);
        (self.by_hand != [0, 0]).then(said)
    }

    /// Whether something within that group of fields is not understood, so that it has to be open.
    fn wrong_in(&self, groups: &[&str]) -> bool {
        self.problems.iter().any(|problem| groups.iter().any(|group| problem.at.starts_with(group)))
    }

    fn action(&self) -> String {
        match (self.id, self.offer) {
            (Some(id), _) => format!("/care/losses/{id}"),
            (None, Some(offer)) => format!("/care/offers/{offer}"),
            (None, None) => "/care/losses/new".to_owned(),
        }
    }
}

impl Beginning {
    fn kinds(&self) -> [Kind; 7] {
        Kind::ALL
    }

    fn wrong(&self, at: &str) -> bool {
        self.problems.iter().any(|problem| problem.at == at)
    }

    fn people(&self) -> Vec<String> {
        self.draft.people.iter().cloned().chain([String::new()]).collect()
    }

    /// What is asked beyond the first two questions is open once something of it was answered.
    fn has_more(&self) -> bool {
        let (draft, first) = (&self.draft, &self.draft.first);
        let more = [&draft.called, &first.began, &first.due, &first.wedding];
        more.into_iter().any(|field| !field.trim().is_empty()) || !draft.people.is_empty()
    }
}
