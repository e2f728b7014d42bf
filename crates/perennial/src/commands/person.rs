//! `perennial person`: the people in the photos, and the days that matter to them.

use jiff::civil::Date;
use library::Named;
use serde::Serialize;

use super::naming::somebody;
use crate::cli::{PersonCommand, PlaceArgs};
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output;

#[derive(Serialize)]
struct Row {
    id: i64,
    name: String,
    born: Option<Date>,
    died: Option<Date>,
    photos: u64,
}

pub(crate) fn run(place: &PlaceArgs, what: PersonCommand) -> Result<(), Failure> {
    let house = House::visit(place)?;
    match what {
        PersonCommand::List { json } => list(&house, json),
        PersonCommand::Born { name, day } => {
            let person = find(&house, &name, day)?;
            house.store.write(|tx| library::set_birth(tx, house.viewer, person.id, Some(day)))?;
            output::line(&format!("{}, born on {}.", person.name, output::WORDS.long_day(day)));
            Ok(())
        }
        PersonCommand::Died { name, day } => {
            let person = find(&house, &name, day)?;
            house.store.write(|tx| library::set_death(tx, house.viewer, person.id, Some(day)))?;
            output::line(&format!("Noted. No birthday of {} returns by itself any more.", person.name));
            Ok(())
        }
    }
}

/// Goes through care like every list: whoever is only in what is put away is not spoken of, and counts leave it out.
fn list(house: &House, json: bool) -> Result<(), Failure> {
    let people = care::look(&house.store, house.viewer, now().date(), |view| view.people())?;
    let row = |person: &care::Cleared<Named>| Row {
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

fn find(house: &House, name: &str, day: Date) -> Result<Named, Failure> {
    if day > now().date() {
        return Err(Failure::new(format!("{day} is still to come"), "Give a day that is past."));
    }
    somebody(house, name)
}
