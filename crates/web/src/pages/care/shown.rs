//! The form of a loss as a page: its first words, or all of it with what it reaches.

use askama::Template;
use axum::response::Html;
use care::{Chosen, Kind, Loss, Plan, Visit, Want, What, When};
use jiff::civil::Date;
use model::{DraftId, LossId, OfferId};

use super::draft::{DayRow, Draft, MOST_OFFERED, spare_day};
use super::offers::{Offered, others};
use super::reach::{PartShown, parts};
use super::understood::{Problem, Understood};
use crate::address;
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
    /// The draft that it is, and where one came from.
    of_draft: Option<(DraftId, String)>,
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
    since: Option<When>,
}

/// Which loss a form is of.
#[derive(Default)]
pub(super) struct Of {
    pub(super) id: Option<LossId>,
    /// Which draft, and where one came from.
    pub(super) draft: Option<(DraftId, String)>,
    pub(super) offer: Option<OfferId>,
    pub(super) was: String,
    pub(super) kept: Option<Loss>,
    pub(super) done: Done,
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
    let since = loss.as_ref().and_then(Loss::when);
    let page = Page {
        words: visitor.words,
        here: Here::Care,
        done: of.done,
        id: of.id,
        of_draft: of.draft,
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
pub(super) fn offered(visit: &mut Visit<'_, '_>, visitor: &Visitor) -> Result<(Vec<String>, Vec<String>), Trouble> {
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
    let new = implied.into_iter().filter(|observance| !is_there(observance.id.as_str()));
    // Days of the calendar that are the same day this year are one row.
    let mut rows: Vec<(Vec<Date>, String, Vec<String>)> = Vec::new();
    for observance in new {
        let (on, name) = (observance.on(visitor.today().year()), visitor.words.observance(observance));
        match rows.iter_mut().find(|(days, ..)| *days == on) {
            Some((_, keys, names)) => {
                keys.push(',');
                keys.push_str(observance.id.as_str());
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            None => rows.push((on, observance.id.as_str().to_owned(), vec![name])),
        }
    }
    // Two of one name that are on other days tell which they are.
    let namesakes = |names: &[String]| rows.iter().filter(|(.., other)| other == names).count() > 1;
    let named = rows.iter().take(MOST_OFFERED).map(|(on, keys, names)| {
        let day = on.first().filter(|_| namesakes(names)).map(|day| visitor.words.day_of_the_year(*day));
        (keys.clone(), names.iter().cloned().chain(day).collect::<Vec<_>>().join(" · "))
    });
    Ok(named.collect())
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

    /// What one is led back to: the short page of a draft, else everything that is kept.
    fn led_back(&self) -> String {
        let draft = self.of_draft.as_ref();
        draft.map_or_else(
            || "/care".to_owned(),
            |(id, back)| address::with(&format!("/care/drafts/{id}"), &[("back", back)]),
        )
    }

    /// Whether "would have been six" may be asked about: of somebody who died, once a birthday was said.
    fn has_ages(&self) -> bool {
        self.draft.ages
            || (self.draft.kind == Kind::Death.name() && self.draft.days.iter().any(|day| day.what == "birthday"))
    }

    /// What its time is called, as it fits its kind.
    fn time_named(&self) -> String {
        self.words.time_of(&self.draft.kind)
    }

    /// Whether something within that group of fields is not understood, so that it has to be open.
    fn wrong_in(&self, groups: &[&str]) -> bool {
        self.problems.iter().any(|problem| groups.iter().any(|group| problem.at.starts_with(group)))
    }

    fn action(&self) -> String {
        match (self.id, self.offer) {
            (Some(id), _) => format!("/care/losses/{id}"),
            (None, Some(offer)) => format!("/care/offers/{offer}"),
            (None, None) => {
                self.of_draft.as_ref().map(|(id, _)| format!("/care/drafts/{id}/adjust")).unwrap_or_default()
            }
        }
    }
}
