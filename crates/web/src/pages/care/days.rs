//! Hard days: those of one's own, and what is wanted for each when it returns.

mod acts;
mod listed;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{HardDay, LossError, MOST_AROUND, Plan, Returning, Visit, What};
use model::HardDayId;

pub(crate) use acts::{look, pick, plan, remove, restore, undo};
use listed::version_of;
pub(super) use listed::{Listed, listed};

use super::typed::{Typed, day_of};
use super::understood::Problem;
use crate::House;
use crate::pages::form::{id_of, led_back};
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// The longest name of a day, in characters.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "care_days.html")]
struct Page {
    words: Words,
    here: Here,
    done: Done,
    problems: Vec<Problem>,
    typed: Typed,
    own: Vec<Listed>,
    of_losses: Vec<Listed>,
    /// Days of the calendar that may be chosen: the key of each with its name. The calendar brings them.
    observances: Vec<(String, String)>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    house.look(visitor, move |visit, visitor| shown(visit, visitor, done, Typed::default(), Vec::new())).await
}

pub(crate) async fn add(State(house): State<House>, visitor: Visitor, typed: Typed) -> Result<Response, Trouble> {
    let said = match understood(&typed, visitor.words) {
        Ok(said) => said,
        Err(problem) => return asked_again(house, visitor, typed, problem).await,
    };
    match house.keep(visitor.clone(), move |change| change.add_hard_day(&said)).await? {
        Ok(id) => Ok(led_back("/care/days", "day-added", Some(&id)).into_response()),
        Err(error) => asked_again(house, visitor, typed, Problem::of(&error)).await,
    }
}

/// Changes what is said of a day of one's own.
pub(crate) async fn change(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Trouble> {
    let id = id_of(&id, HardDayId)?;
    house.look(visitor.clone(), move |visit, _| kept(visit, id).map(drop)).await?;
    let said = match understood(&typed, visitor.words) {
        Ok(said) => said,
        Err(problem) => return asked_again(house, visitor, typed, problem).await,
    };
    let was = typed.one("was");
    let changed = house.keep(visitor.clone(), move |change| {
        let kept = kept(change, id).map_err(|_| LossError::NotThere)?;
        // In another window it was changed meanwhile: nothing is overwritten unseen.
        if version_of(&kept).map_or(true, |is| is != was) {
            return Ok(None);
        }
        // What day it is stays as it is, and a day of the calendar has no date to change.
        let date = kept.day.date.and(said.day.date);
        let said = HardDay { day: Returning { what: kept.day.what, plan: kept.day.plan, date, ..said.day }, ..said };
        change.change_hard_day(id, &said).map(Some)
    });
    match changed.await? {
        Ok(None) => asked_again(house, visitor, typed, Problem::at("", "loss-meanwhile")).await,
        Ok(Some(change)) => Ok(led_back("/care/days", "day-changed", Some(&change.0)).into_response()),
        Err(error) => asked_again(house, visitor, typed, Problem::of(&error)).await,
    }
}

fn kept(visit: &mut Visit<'_, '_>, id: HardDayId) -> Result<HardDay, Trouble> {
    let own = visit.own_hard_days()?.into_iter().find(|(own, _)| *own == id);
    own.map(|(_, day)| day).ok_or(Trouble::NotThere)
}

async fn asked_again(house: House, visitor: Visitor, typed: Typed, problem: Problem) -> Result<Response, Trouble> {
    let page = house.look(visitor, move |visit, visitor| shown(visit, visitor, Done::default(), typed, vec![problem]));
    Ok(page.await?.into_response())
}

fn shown(
    visit: &mut Visit<'_, '_>,
    visitor: &Visitor,
    done: Done,
    typed: Typed,
    problems: Vec<Problem>,
) -> Result<Html<String>, Trouble> {
    let (mut own, of_losses) = listed(visit, visitor)?;
    // What was typed for a day of one's own is not lost when it has to be asked again.
    let of = typed.one("of");
    let asked_again = own.iter_mut().find(|day| day.own.is_some_and(|id| id.to_string() == of));
    let (typed, problems) = match asked_again {
        Some(day) => {
            day.retyped(&typed);
            let of_it = |problem: Problem| Problem { at: format!("day-{of}-{}", problem.at), ..problem };
            (Typed::default(), problems.into_iter().map(of_it).collect())
        }
        None => (typed, problems),
    };
    let (words, here) = (visitor.words, Here::Care);
    let page = Page { words, here, done, problems, typed, own, of_losses, observances: offered(visit, visitor)? };
    Ok(Html(page.render()?))
}

/// A day of every year, as people write it: "15 October". It is kept as one of 2000, which had all days that there are.
fn day_of_any_year(text: &str, words: Words) -> Option<jiff::civil::Date> {
    let of = |text: String| day_of(&text, words);
    of(format!("{} 2000", text.trim())).or_else(|| of(format!("{}, 2000", text.trim())))
}

/// The days of the calendar of the viewer's countries and of the whole world, by name.
fn offered(visit: &mut Visit<'_, '_>, visitor: &Visitor) -> Result<Vec<(String, String)>, Trouble> {
    let countries = visit.countries()?;
    let kept = care::observances().iter().filter(|observance| observance.is_kept_in(&countries));
    let named = kept.map(|observance| (observance.id.as_str().to_owned(), visitor.words.observance(observance)));
    let mut named: Vec<(String, String)> = named.collect();
    named.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(named)
}

fn understood(typed: &Typed, words: Words) -> Result<HardDay, Problem> {
    let called: String = typed.one("called").trim().chars().filter(|c| *c != '\0').collect();
    if called.chars().count() > LONGEST {
        return Err(Problem::at("called", "loss-too-long"));
    }
    let observance = typed.one("observance");
    let date = match typed.one("date").trim() {
        "" if !observance.is_empty() => None,
        "" => return Err(Problem::at("date", "loss-day-missing")),
        _ if !observance.is_empty() => return Err(Problem::at("observance", "days-one-of-two")),
        text => Some(
            day_of(text, words)
                .or_else(|| day_of_any_year(text, words))
                .ok_or(Problem::at("date", "loss-not-a-day"))?,
        ),
    };
    let around = |name: &str| match typed.one(name).trim() {
        "" => Ok(0),
        text => text.parse().ok().filter(|days| *days <= MOST_AROUND).ok_or(Problem::at(name, "loss-around")),
    };
    let plan = Plan::from_name(&typed.one("plan")).unwrap_or_default();
    let what = if date.is_some() { What::Another } else { What::Observance(observance) };
    let day = Returning { what, date, plan, before: around("before")?, after: around("after")? };
    Ok(HardDay { called, day })
}

impl Page {
    fn plans(&self) -> [Plan; 3] {
        Plan::ALL
    }

    /// Whether it is a new day in which something has to be asked again.
    fn adding(&self) -> bool {
        !self.problems.is_empty() && self.own.iter().all(|day| !day.asked_again)
    }

    fn typed(&self, name: &str) -> String {
        self.typed.one(name)
    }

    fn wrong(&self, at: &str) -> bool {
        self.problems.iter().any(|problem| problem.at == at)
    }
}

/// Back to a page of ours, with a change that is taken back by more than one number.
fn led_with(back: &str, done: &str, of: &dyn std::fmt::Display, what: &str) -> Redirect {
    let back = crate::address::own_page(back);
    Redirect::to(&format!("{back}?done={done}&of={of}&what={what}"))
}
