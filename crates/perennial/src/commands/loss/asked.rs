//! What was said of a loss on the command line, made into one.

use care::{Loss, LossPlace, Named, Part, PartOf, Period, Plan, Returning, Want, What};
use model::PersonId;

use crate::cli::care::LossSaid;
use crate::commands::naming::somebody;
use crate::failure::Failure;

/// The loss with what was said put in; what was not spoken of stays as it is.
pub(super) fn changed(known: &[Named], mut loss: Loss, said: &LossSaid) -> Result<Loss, Failure> {
    if let Some(called) = &said.called {
        loss.called.clone_from(called);
    }
    if let Some(words) = &said.words {
        loss.words.clone_from(words);
    }
    if !said.people.is_empty() {
        loss.people = people(known, &said.people)?;
    }
    if let Some(sight) = said.sight {
        loss.say_part(sight.part());
    }
    if said.always {
        let want = loss.part("places").map_or(Want::AskFirst, |part| part.want);
        loss.say_part(Part::of(PartOf::Places { always: true }, want));
    }
    if !said.companions.is_empty() {
        loss.companions = people(known, &said.companions)?;
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
        // What is not proposed for its kind can be said of it all the same.
        let of = loss.part(&wish.part).map(|part| part.of).or_else(|| PartOf::from_name(&wish.part));
        let of = of.ok_or_else(|| no_part(&wish.part))?;
        loss.say_part(Part { until: wish.until, ..Part::of(of, wish.want) });
    }
    for wide in &said.around {
        let (before, after) = (wide.before, wide.after);
        let part = loss.part(&wide.part).copied().ok_or_else(|| no_part(&wide.part))?;
        let of = match part.of {
            PartOf::TheDay { .. } => PartOf::TheDay { before, after },
            PartOf::Periods { .. } => PartOf::Periods { before, after },
            _ => return Err(no_part(&wide.part)),
        };
        loss.say_part(Part { of, ..part });
    }
    if let Some(plan) = said.plan {
        loss.days.iter_mut().for_each(|day| day.plan = plan);
    }
    Ok(loss)
}

/// The loss with the days that its beginning was reckoned from, where they are said later.
pub(super) fn dated(mut loss: Loss, said: &LossSaid) -> Result<Loss, Failure> {
    if let Some(began) = said.began {
        let [only] = loss.periods.as_mut_slice() else {
            return Err(Failure::new(
                format!("it has {} times, and it is not clear which of them began on {began}", loss.periods.len()),
                "Say all of its times again, each with --period FROM..TO.",
            ));
        };
        only.from = began;
    }
    for (what, date) in [(What::DueDate, said.due), (What::WeddingDay, said.wedding)] {
        let Some(date) = date else { continue };
        match loss.days.iter_mut().find(|day| day.what == what) {
            Some(day) => day.date = Some(date),
            None => loss.days.push(Returning { what, date: Some(date), plan: Plan::Silence, before: 0, after: 0 }),
        }
    }
    Ok(loss)
}

/// The people by those names or numbers.
pub(super) fn people(known: &[Named], names: &[String]) -> Result<Vec<PersonId>, Failure> {
    names.iter().map(|name| Ok(somebody(known.iter(), name)?.id)).collect()
}

fn no_part(name: &str) -> Failure {
    Failure::new(
        format!("a loss has no part {name} that this could be said of"),
        "Parts are the_day, periods, people, same_moment, places, companions, words, alike and chosen.",
    )
}
