//! `perennial person`: the people in the photos, and the days that matter to them.

use care::{LifeDates, PersonChanged};
use jiff::civil::Date;
use serde::Serialize;

use super::naming::somebody;
use crate::cli::PersonCommand;
use crate::failure::Failure;
use crate::output;
use crate::visiting::Visitor;

#[derive(Serialize)]
struct Row {
    id: i64,
    name: String,
    born: Option<Date>,
    died: Option<Date>,
    photos: u64,
}

pub(crate) fn run(visitor: &Visitor, what: PersonCommand) -> Result<(), Failure> {
    match what {
        PersonCommand::List { json } => list(visitor, json),
        PersonCommand::Born { name, day } => {
            let name = note(visitor, &name, day, |dates| LifeDates { born: Some(day), ..dates })?;
            output::line(&format!("{name}, born on {}.", output::WORDS.long_day(day)));
            Ok(())
        }
        PersonCommand::Died { name, day } => {
            let name = note(visitor, &name, day, |dates| LifeDates { died: Some(day), ..dates })?;
            output::line(&format!("Noted. No birthday of {name} returns by itself any more."));
            Ok(())
        }
    }
}

/// Whoever is only in what is put away is not spoken of, and counts leave it out.
fn list(visitor: &Visitor, json: bool) -> Result<(), Failure> {
    let people = visitor.look(|visit| visit.library()?.people())?;
    let row = |person: &care::Cleared<care::Named>| Row {
        id: person.id.0,
        name: person.name.clone(),
        born: person.born,
        died: person.died,
        photos: person.photos,
    };
    let rows: Vec<Row> = people.iter().map(row).collect();
    if json {
        return output::json(&rows);
    }
    if rows.is_empty() {
        output::line("Nobody is named in the photos that may be shown.");
    }
    for row in rows {
        let born = row.born.map(|day| format!(", born {day}")).unwrap_or_default();
        let died = row.died.map(|day| format!(", died {day}")).unwrap_or_default();
        output::line(&format!("#{}  {}{born}{died}  ({} photos)", row.id, row.name, row.photos));
    }
    Ok(())
}

/// Notes a day of somebody's life, of whom there is a photo that may be shown. Answers their name.
fn note(
    visitor: &Visitor,
    typed: &str,
    day: Date,
    changed: impl FnOnce(LifeDates) -> LifeDates,
) -> Result<String, Failure> {
    if day > visitor.today() {
        return Err(Failure::new(format!("{day} is still to come"), "Give a day that is past."));
    }
    visitor.change(|change| {
        let mut view = change.library()?;
        let id = somebody(view.people()?.iter().map(|person| &**person), typed)?.id;
        let Some(person) = view.person(id)? else { return Err(meanwhile(typed)) };
        let saw = LifeDates::of(&person);
        match change.change_life_dates(&person, saw, changed(saw))? {
            PersonChanged::Done(_) | PersonChanged::Already => Ok(person.name.clone()),
            PersonChanged::Impossible => Err(Failure::new(
                format!("nobody dies before they are born, and {} would", person.name),
                "Nothing was changed. `perennial person list` shows which days are noted.",
            )),
            PersonChanged::Meanwhile | PersonChanged::NotThere | PersonChanged::Taken(_) => Err(meanwhile(typed)),
        }
    })
}

fn meanwhile(typed: &str) -> Failure {
    Failure::new(format!("{typed} is no longer as they were"), "Nothing was changed. Try again.")
}
