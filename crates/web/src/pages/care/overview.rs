//! The care page: what is kept with care, questions that wait, offers, and how care should be.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use care::{CareSettings, Cleared, KeptLoss, Named, Offer, Photo, SaidOfSomebody};
use jiff::ToSpan;
use jiff::civil::Date;
use model::LossId;
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Filled, id_of, led_back};
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "care_page.html")]
struct Page {
    words: Words,
    here: Here,
    done: Done,
    losses: Vec<KeptLoss>,
    /// Whoever offers, by the name that the library knows.
    offers: Vec<(Offer, Option<String>)>,
    days: u64,
    settings: CareSettings,
    /// Whoever is not seen any more, to be asked about once, by their face.
    once: Vec<(Cleared<Named>, Cleared<Photo>)>,
    /// What was said of pictures with somebody.
    said: Vec<SaidOfSomebody>,
    today: Date,
}

/// How many people are asked about at a time.
const AT_ONCE: usize = 6;

#[derive(Template)]
#[template(path = "care_library.html")]
struct Asking {
    words: Words,
    here: Here,
    settings: CareSettings,
}

/// Something that is switched on or off.
#[derive(Deserialize)]
pub(crate) struct Switched {
    on: String,
}

#[derive(Deserialize)]
pub(crate) struct Answered {
    answer: String,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let page = house.look(visitor, move |visit, visitor| {
        let page = Page {
            words: visitor.words,
            here: Here::Care,
            done,
            losses: visit.losses()?,
            offers: visit.offers()?,
            days: visit.own_hard_days()?.len() as u64,
            settings: visit.settings()?,
            once: visit.not_seen_again(AT_ONCE)?,
            said: visit.people_said()?,
            today: visitor.today(),
        };
        Ok(page.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn waiting(&self) -> Vec<&KeptLoss> {
        self.losses.iter().filter(|kept| kept.loss.waits_for_review(self.today)).collect()
    }
}

pub(crate) async fn caution(
    State(house): State<House>,
    visitor: Visitor,
    Filled(Switched { on }): Filled<Switched>,
) -> Result<Redirect, Trouble> {
    let caution = on == "1";
    switched(&house, visitor, move |now| CareSettings { caution, ..now }).await?;
    Ok(led_back("/care", if caution { "caution-on" } else { "caution-off" }, None))
}

/// What it means that the library shows everything, before it does.
pub(crate) async fn library_page(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    let page = house.look(visitor, |visit, visitor| {
        let settings = visit.settings()?;
        Ok(Asking { words: visitor.words, here: Here::Care, settings }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn library(
    State(house): State<House>,
    visitor: Visitor,
    Filled(Switched { on }): Filled<Switched>,
) -> Result<Redirect, Trouble> {
    let shows_everything = on == "1";
    switched(&house, visitor, move |now| CareSettings { shows_everything, ..now }).await?;
    Ok(led_back("/care", if shows_everything { "library-open" } else { "library-quiet" }, None))
}

/// "Is this still right?" is answered: ask again in a year, or never again.
pub(crate) async fn review(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(Answered { answer }): Filled<Answered>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, LossId)?;
    let review = match answer.as_str() {
        "in_a_year" => Some(visitor.today().checked_add(1.year()).unwrap_or(Date::MAX)),
        "never" => None,
        _ => return Err(Trouble::Misused("trouble-choose")),
    };
    let changed = house.change(visitor, move |change, _| {
        let kept = change.loss(id)?.ok_or(Trouble::NotThere)?;
        Ok(change.change_loss(id, care::Loss { review, ..kept.loss })?)
    });
    Ok(led_back("/care", "loss-reviewed", Some(&changed.await?.0)))
}

async fn switched(
    house: &House,
    visitor: Visitor,
    wanted: impl FnOnce(CareSettings) -> CareSettings + Send + 'static,
) -> Result<(), Trouble> {
    let switched = house.change(visitor, move |change, _| {
        let wanted = wanted(change.settings()?);
        Ok(change.change_settings(wanted).map(drop)?)
    });
    switched.await
}
