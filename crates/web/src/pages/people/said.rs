//! What is wanted of pictures with somebody, said once: as they come, ask me first, or stay away for now.

use axum::extract::{Path, State};
use axum::response::Redirect;
use care::OfPerson;
use jiff::civil::Date;
use model::PersonId;
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Back, Filled, led_back, taken_back};
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::Words;

#[derive(Deserialize)]
pub(crate) struct Said {
    said: String,
    /// The first day on which what stays away is asked about instead; empty where that is left open.
    #[serde(default)]
    until: String,
    #[serde(default)]
    back: String,
}

pub(crate) async fn say(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(form): Filled<Said>,
) -> Result<Redirect, Trouble> {
    let id = id.parse().map(PersonId).map_err(|_| Trouble::NotThere)?;
    let until = match form.until.trim() {
        "" => None,
        day => Some(day.parse::<Date>().map_err(|_| Trouble::Misused("trouble-choose"))?),
    };
    let said = OfPerson::from_name(&form.said, until).ok_or(Trouble::Misused("trouble-choose"))?;
    let undo = house.change(visitor, move |change, _| {
        let person = change.library()?.person(id)?.ok_or(Trouble::NotThere)?;
        Ok(change.say_of_person(&person, said)?)
    });
    // A page of somebody who stays away is there no more.
    let back = if form.back.starts_with("/people") && said != OfPerson::AsTheyCome { "/people" } else { &form.back };
    Ok(led_back(back, "person-said", Some(&undo.await?)))
}

pub(crate) async fn take_back(
    State(house): State<House>,
    visitor: Visitor,
    Path(undo): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    taken_back((house, visitor), back, "person-said-back", move |change| change.take_back_of_person(&undo)).await
}

impl Words {
    /// What is wanted of pictures with somebody.
    pub(crate) fn of_person(self, said: OfPerson) -> String {
        match said {
            OfPerson::AsTheyCome => self.say("sight-as-they-come"),
            OfPerson::AskFirst => self.say("sight-ask-first"),
            OfPerson::Away { until: None } => self.say("sight-away"),
            OfPerson::Away { until: Some(until) } => self.fill("sight-away-until", "until", self.plain_day(until)),
        }
    }
}
