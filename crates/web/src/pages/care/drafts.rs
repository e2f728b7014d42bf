//! One short page of what a loss would do, before it is kept: in words, with how many photos that is.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{Loss, LossError, Plan, Visit, WholeReach};
use model::DraftId;

use super::breath::{Meeting, meetings};
use super::draft::Draft;
use super::entering::{Came, back_of, came_from};
use super::known::Known;
use super::shown::{Of, whole};
use super::typed::Typed;
use super::understood::{Problem, Understood, understood};
use crate::pages::form::{id_of, led_back};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;
use crate::{House, address};

#[derive(Template)]
#[template(path = "loss_draft.html")]
struct Page {
    words: Words,
    here: Here,
    id: DraftId,
    back: String,
    /// Whom or what it is about, and when, as it was understood.
    about: String,
    /// What will happen, a sentence a line.
    lines: Vec<String>,
    reach: WholeReach,
    /// Birthdays of the living that its silence meets.
    meetings: Vec<Meeting>,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    came: Came,
) -> Result<Response, Trouble> {
    let (id, back) = (id_of(&id, DraftId)?, came_from(came));
    let page = of_draft(&house, visitor, id, move |visit, visitor, loss| {
        let words = visitor.words;
        let known = Known::of(visit)?;
        let names: Vec<&str> = loss.people.iter().filter_map(|id| known.name_of(*id)).collect();
        let (about, lines) =
            (words.draft_about(&loss, &names), words.breath(&loss, &names, |id| known.town_named(id, words)));
        let meetings = meetings_of(visit, &loss, words)?;
        let reach = visit.whole_reach(&loss)?;
        let page = Page { words, here: Here::Care, id, back, about, lines, reach, meetings };
        Ok(Html(page.render()?).into_response())
    });
    page.await
}

/// A page of a draft. One that was kept, or left for a day, is behind whoever goes back to it: they are led to Care.
async fn of_draft(
    house: &House,
    visitor: Visitor,
    id: DraftId,
    page: impl FnOnce(&mut Visit<'_, '_>, &Visitor, Loss) -> Result<Response, Trouble> + Send + 'static,
) -> Result<Response, Trouble> {
    let shown = house.look(visitor, move |visit, visitor| match visit.draft(id)? {
        Some(loss) => page(visit, visitor, loss),
        None => Ok(Redirect::to("/care").into_response()),
    });
    shown.await
}

/// The birthdays of those who live and may be seen that the silence of a draft meets.
fn meetings_of(visit: &mut Visit<'_, '_>, loss: &Loss, words: Words) -> Result<Vec<Meeting>, Trouble> {
    let people = visit.library()?.people()?;
    let living = people.iter().filter(|person| person.died.is_none() && !loss.people.contains(&person.id));
    let born: Vec<(&str, jiff::civil::Date)> =
        living.filter_map(|person| Some((person.name.as_str(), person.born?))).collect();
    Ok(meetings(loss, &born, words))
}

/// Keeps it for good, with what was answered where its silence meets a birthday.
pub(crate) async fn keep(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Redirect, Trouble> {
    let (id, back) = (id_of(&id, DraftId)?, back_of(&typed.one("back")));
    let kept = house.keep(visitor, move |change| {
        let mut said = change.draft(id)?.ok_or(LossError::NotThere)?;
        let before = said.days.clone();
        for (at, day) in said.days.iter_mut().enumerate() {
            match typed.one(&format!("meets-{at}")).as_str() {
                "usual" => day.plan = Plan::AsUsual,
                "later" => day.before = 0,
                _ => {}
            }
        }
        if said.days != before {
            change.change_draft(id, said)?;
        }
        change.keep_draft(id)
    });
    let kept = kept.await?.map_err(|_| Trouble::Misused("loss-not-kept"))?;
    Ok(led_back(&back, "loss-kept", Some(&kept)))
}

/// Leads to the pictures of everything that it would keep away or ask about, for its owner who asked for them.
pub(crate) async fn look(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, DraftId)?;
    let token = house.look(visitor, move |visit, _| visit.open_draft(id)?.ok_or(Trouble::NotThere));
    Ok(Redirect::to(&format!("/opened/{}", token.await?)))
}

/// All of it, to be adjusted.
pub(crate) async fn adjust(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    came: Came,
) -> Result<Response, Trouble> {
    let (id, back) = (id_of(&id, DraftId)?, came_from(came));
    let page = of_draft(&house, visitor, id, move |visit, visitor, loss| {
        let draft = Draft::of(&loss, &Known::of(visit)?, visitor.words);
        let made = Understood { loss: Some(loss.clone()), problems: Vec::new(), unknown: Vec::new() };
        let of = Of { draft: Some((id, back)), kept: Some(loss), ..Of::default() };
        Ok(whole(visit, visitor, of, draft, made)?.into_response())
    });
    page.await
}

pub(crate) async fn adjusted(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Trouble> {
    let (id, back) = (id_of(&id, DraftId)?, back_of(&typed.one("back")));
    let draft = Draft::typed(&typed);
    let mut problem = None;
    if typed.one("do") == "save" {
        let (asked, words, today) = (draft.clone(), visitor.words, visitor.today());
        let changed = house.keep(visitor.clone(), move |change| {
            let before = change.draft(id)?.ok_or(LossError::NotThere)?;
            let known = Known::of(change)?;
            match understood(&asked, Some(&before), &known, words, today).loss {
                Some(loss) => change.change_draft(id, loss).map(|()| true),
                None => Ok(false),
            }
        });
        match changed.await? {
            Ok(true) => {
                let led = address::with(&format!("/care/drafts/{id}"), &[("back", &back)]);
                return Ok(Redirect::to(&led).into_response());
            }
            Ok(false) => {}
            Err(error) => problem = Some(Problem::of(&error)),
        }
    }
    let page = house.look(visitor, move |visit, visitor| {
        let before = visit.draft(id)?.ok_or(Trouble::NotThere)?;
        let mut made = understood(&draft, Some(&before), &Known::of(visit)?, visitor.words, visitor.today());
        made.problems.extend(problem);
        whole(visit, visitor, Of { draft: Some((id, back)), kept: Some(before), ..Of::default() }, draft, made)
    });
    Ok(page.await?.into_response())
}

impl Page {
    /// "240 photos, most in Portland."
    fn counted(&self) -> String {
        let photos = self.words.count("photos", self.reach.photos);
        let towns = self.reach.places.iter().map(|place| place.town.as_str()).filter(|town| !town.is_empty());
        let towns: Vec<&str> = towns.take(2).collect();
        match (self.reach.photos, towns.is_empty()) {
            (0, _) => self.words.say("breath-nothing-now"),
            (_, true) => self.words.fill("breath-counted", "photos", photos),
            (_, false) => {
                let all = [("photos", photos.into()), ("towns", self.words.listed(&towns).into())];
                self.words.with("breath-counted-in", &all)
            }
        }
    }

    fn adjust(&self) -> String {
        address::with(&format!("/care/drafts/{}/adjust", self.id), &[("back", &self.back)])
    }
}
