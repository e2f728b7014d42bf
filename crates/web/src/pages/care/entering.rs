//! Saying a loss: its kind by a tap, then who and when. What comes of it is a draft, which counts for nothing until it is kept.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::{Cleared, Kind, Photo, Visit};
use jiff::civil::Date;
use model::PersonId;
use serde::Deserialize;

use super::entry::{Entry, Made, understood};
use super::known::Known;
use super::shown::offered;
use super::typed::Typed;
use super::understood::Problem;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;
use crate::{House, address};

/// How many faces are offered to be tapped; whoever else it is is found by name.
const FACES: usize = 8;

#[derive(Template)]
#[template(path = "loss_kinds.html")]
struct Kinds {
    words: Words,
    here: Here,
    back: String,
}

#[derive(Template)]
#[template(path = "loss_entry.html")]
struct Page {
    words: Words,
    here: Here,
    entry: Entry,
    problems: Vec<Problem>,
    /// Those who can be tapped: the number of each, their name, and the best picture of them.
    faces: Vec<Face>,
    /// Whether those are who may be meant by the name.
    which: bool,
    names: Vec<String>,
    towns: Vec<String>,
    today: Date,
    /// Where one came from.
    back: String,
}

/// Where one came from, to be led back there.
#[derive(Default, Deserialize)]
pub(crate) struct From {
    #[serde(default)]
    back: String,
}

/// Where it leads back to: the care page, unless a page of ours was said.
pub(super) fn back_of(back: &str) -> String {
    if address::is_own(back) { back.to_owned() } else { "/care".to_owned() }
}

pub(super) type Came = Result<Query<From>, axum::extract::rejection::QueryRejection>;

/// Where a loss of that kind is said, and where that leads back to.
pub(crate) fn address_of(kind: &Kind, back: &str) -> String {
    let back = if back == "/care" { "" } else { back };
    address::with(&format!("/care/losses/new/{}", kind.name()), &[("back", back)])
}

/// Where whoever looks at a page came from.
pub(super) fn came_from(came: Came) -> String {
    back_of(&came.map(|Query(from)| from.back).unwrap_or_default())
}

/// What it is, to be tapped.
pub(crate) async fn kinds(visitor: Visitor, came: Came) -> Result<Html<String>, Trouble> {
    Ok(Html(Kinds { words: visitor.words, here: Here::Care, back: came_from(came) }.render()?))
}

pub(crate) async fn begin(
    State(house): State<House>,
    visitor: Visitor,
    Path(kind): Path<String>,
    came: Came,
) -> Result<Html<String>, Trouble> {
    let (kind, back) = (Kind::from_name(&kind).ok_or(Trouble::NotThere)?, came_from(came));
    house.look(visitor, move |visit, visitor| asked(visit, visitor, Entry::begun(kind), Made::default(), back)).await
}

pub(crate) async fn enter(
    State(house): State<House>,
    visitor: Visitor,
    Path(kind): Path<String>,
    typed: Typed,
) -> Result<Response, Trouble> {
    let kind = Kind::from_name(&kind).ok_or(Trouble::NotThere)?;
    let (entry, back) = (Entry::typed(kind, &typed), back_of(&typed.one("back")));
    let said = entry.clone();
    let read = house.look(visitor.clone(), move |visit, visitor| {
        Ok(understood(&said, &Known::of(visit)?, visitor.words, visitor.today()))
    });
    let mut made = read.await?;
    if let Some(loss) = made.loss.take() {
        match house.keep(visitor.clone(), move |change| change.begin_loss(loss)).await? {
            Ok(draft) => {
                let draft = address::with(&format!("/care/drafts/{draft}"), &[("back", &back)]);
                return Ok(Redirect::to(&draft).into_response());
            }
            Err(error) => made.problems.push(Problem::of(&error)),
        }
    }
    Ok(house.look(visitor, move |visit, visitor| asked(visit, visitor, entry, made, back)).await?.into_response())
}

fn asked(
    visit: &mut Visit<'_, '_>,
    visitor: &Visitor,
    entry: Entry,
    made: Made,
    back: String,
) -> Result<Html<String>, Trouble> {
    let which = !made.which.is_empty();
    let faces = if entry.asks_who() { faces(visit, &entry, &made.which)? } else { Vec::new() };
    let (names, towns) = offered(visit, visitor)?;
    let (words, today) = (visitor.words, visitor.today());
    let page =
        Page { words, here: Here::Care, entry, problems: made.problems, faces, which, names, towns, today, back };
    Ok(Html(page.render()?))
}

/// Somebody who can be tapped: who, their name, and a picture of them where one may be shown.
type Face = (PersonId, String, Option<Cleared<Photo>>);

/// Those who can be tapped: whoever may be meant by a name, or who is in most pictures, with whoever was tapped before.
fn faces(visit: &mut Visit<'_, '_>, entry: &Entry, which: &[PersonId]) -> Result<Vec<Face>, Trouble> {
    let named = Known::of(visit)?;
    let mut view = visit.library()?;
    let mut who: Vec<PersonId> = which.to_vec();
    if which.is_empty() {
        who.extend(view.people()?.iter().take(FACES).map(|person| person.id));
    }
    let tapped: Vec<PersonId> = entry.who.iter().copied().filter(|id| !who.contains(id)).collect();
    who.extend(tapped);
    let mut pictures: HashMap<PersonId, Cleared<Photo>> = view.pictures_of(&who)?.into_iter().collect();
    let face = |id: PersonId| Some((id, named.name_of(id)?.to_owned(), pictures.remove(&id)));
    Ok(who.into_iter().filter_map(face).collect())
}

impl Page {
    /// What is wrong with a field, in words.
    fn wrong(&self, at: &str) -> Option<String> {
        self.problems.iter().find(|problem| problem.at == at).map(|problem| problem.says(self.words))
    }

    /// What is said of this kind of loss: the question, a label, a hint.
    fn of_kind(&self, what: &str) -> String {
        self.words.say(&format!("entry-{what}-{}", self.entry.kind.name().replace('_', "-")))
    }

    fn is(&self, kind: &str) -> bool {
        self.entry.kind.name() == kind
    }

    /// What is asked beyond who and when stands open once something of it was answered, or is wrong.
    fn has_more(&self) -> bool {
        let entry = &self.entry;
        let more = [&entry.began, &entry.due, &entry.wedding, &entry.place];
        let wrong = ["began", "due", "wedding", "place"].into_iter().any(|at| self.wrong(at).is_some());
        wrong || more.into_iter().any(|field| !field.trim().is_empty())
    }
}
