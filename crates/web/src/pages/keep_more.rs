//! At the moment at which something was put away for good: what more of it may be kept away. Every choice is one of its own, nothing is
//! chosen beforehand, and leaving means nothing.

use std::collections::HashMap;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Redirect};
use care::{KeptMore, More, MoreOf};
use model::{PersonId, WishId};
use serde::Deserialize;

use crate::House;
use crate::address;
use crate::pages::form::{Filled, id_of};
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "keep_more.html")]
struct Page {
    words: Words,
    here: Here,
    done: Done,
    wish: WishId,
    nothing: bool,
    /// The choices: what each sends, its words, and what it would do.
    choices: Vec<(String, String, String)>,
    /// Where one was.
    back: String,
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    /// `day`, `weeks`, `place`, or the number of somebody.
    more: String,
    #[serde(default)]
    back: String,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    asked: Result<Query<HashMap<String, String>>, QueryRejection>,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let wish = id_of(&id, WishId)?;
    let from = asked.map(|Query(asked)| asked).unwrap_or_default().remove("from").unwrap_or_default();
    let (back, done) = (address::own_page(&from).to_owned(), Done::of(done));
    let page = house.look(visitor, move |visit, visitor| {
        let more = visit.more_of(wish)?.ok_or(Trouble::NotThere)?;
        let words = visitor.words;
        let choices = words.choices(&more);
        Ok(Page { words, here: Here::Care, done, wish, nothing: more.is_empty(), choices, back }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn choose(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(form): Filled<Chosen>,
) -> Result<Redirect, Trouble> {
    let wish = id_of(&id, WishId)?;
    let of = match form.more.as_str() {
        "day" => MoreOf::Day,
        "weeks" => MoreOf::Weeks,
        "place" => MoreOf::Place,
        person => MoreOf::Person(person.parse().map(PersonId).map_err(|_| Trouble::Misused("trouble-choose"))?),
    };
    let kept = house.change(visitor, move |change, _| Ok(change.keep_more_away(wish, of)?)).await?;
    let (name, value) = match kept.ok_or(Trouble::NotThere)? {
        KeptMore::Wish(id) => ("away", id.to_string()),
        KeptMore::Loss(id) => ("of", id.to_string()),
        KeptMore::Person(undo) => ("of", undo.to_string()),
    };
    let said = match of {
        MoreOf::Day => ("what", "day"),
        MoreOf::Weeks | MoreOf::Place => ("done", "more-kept"),
        MoreOf::Person(_) => ("done", "person-said"),
    };
    let back = address::own_page(&form.back);
    Ok(Redirect::to(&address::with(&format!("/keep-away/{wish}/more"), &[("from", back), (name, &value), said])))
}

impl Words {
    /// What each choice sends, its words, and what it would do.
    fn choices(self, more: &More) -> Vec<(String, String, String)> {
        let choice = |sends: &str, says: String, about: String| (sends.to_owned(), says, about);
        // No day is told: whoever has just put it away knows which it was.
        let day = more.day.map(|_| choice("day", self.say("more-day"), self.say("more-day-about")));
        let weeks = more.weeks.map(|_| choice("weeks", self.say("more-weeks"), self.say("more-weeks-about")));
        let place = more.place.then(|| choice("place", self.say("more-place"), self.say("more-place-about")));
        let people = more.people.iter().map(|(person, name)| {
            choice(&person.to_string(), self.fill("more-person", "name", name.as_str()), self.say("more-person-about"))
        });
        day.into_iter().chain(weeks).chain(place).chain(people).collect()
    }
}
