//! What was said of a loss on the command line, made into one.

use care::{Loss, LossPlace, PartOf, Period};
use model::PersonId;

use crate::cli::care::LossSaid;
use crate::failure::Failure;
use crate::house::House;

/// The loss with what was said put in; what was not spoken of stays as it is.
pub(super) fn changed(house: &House, mut loss: Loss, said: &LossSaid) -> Result<Loss, Failure> {
    if let Some(called) = &said.called {
        loss.called.clone_from(called);
    }
    if let Some(words) = &said.words {
        loss.words.clone_from(words);
    }
    if !said.people.is_empty() {
        loss.people = people(house, &said.people)?;
    }
    if !said.companions.is_empty() {
        loss.companions = people(house, &said.companions)?;
    }
    if !said.periods.is_empty() {
        loss.periods = said.periods.iter().map(|stretch| Period { from: stretch.from, to: stretch.to }).collect();
    }
    if !said.tags.is_empty() {
        loss.tags.clone_from(&said.tags);
    }
    if !said.places.is_empty() {
        let around = |place: &crate::cli::care::Around| LossPlace::Around { point: place.point, metres: place.metres };
        loss.places = said.places.iter().map(around).collect();
    }
    if said.review.is_some() {
        loss.review = said.review;
    }
    for wish in &said.wishes {
        let part = loss.parts.iter_mut().find(|part| part.of.name() == wish.part);
        let part = part.ok_or_else(|| no_part(&wish.part))?;
        (part.want, part.until) = (wish.want, wish.until);
    }
    for wide in &said.around {
        let part = loss.parts.iter_mut().find(|part| part.of.name() == wide.part).ok_or_else(|| no_part(&wide.part))?;
        part.of = match part.of {
            PartOf::TheDay { .. } => PartOf::TheDay { before: wide.before, after: wide.after },
            PartOf::Periods { .. } => PartOf::Periods { before: wide.before, after: wide.after },
            _ => return Err(no_part(&wide.part)),
        };
    }
    if let Some(plan) = said.plan {
        loss.days.iter_mut().for_each(|day| day.plan = plan);
    }
    Ok(loss)
}

/// The people by those names.
pub(super) fn people(house: &House, names: &[String]) -> Result<Vec<PersonId>, Failure> {
    let known = house.store.read(|tx| library::people(tx, house.viewer))?;
    names
        .iter()
        .map(|name| {
            let wanted = name.trim().to_lowercase();
            let person = known.iter().find(|person| person.name.to_lowercase() == wanted);
            person.map(|person| person.id).ok_or_else(|| {
                Failure::new(
                    format!("nobody named {name} is in the photos"),
                    "`perennial person list` lists all names. A loss needs no person; --called gives it a name.",
                )
            })
        })
        .collect()
}

fn no_part(name: &str) -> Failure {
    Failure::new(
        format!("a loss has no part {name} that this could be said of"),
        "Parts are the_day, periods, people, same_moment, places, companions, words, alike and chosen.",
    )
}
