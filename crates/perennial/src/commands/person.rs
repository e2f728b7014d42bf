//! `perennial person`: the people in the photos, and the days that matter to them.

use jiff::civil::Date;
use library::Named;
use serde::Serialize;

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

fn list(house: &House, json: bool) -> Result<(), Failure> {
    let people = house.store.read(|tx| library::people(tx, house.viewer))?;
    if json {
        let rows: Vec<Row> = people
            .into_iter()
            .map(|p| Row { id: p.id.0, name: p.name, born: p.born, died: p.died, photos: p.photos })
            .collect();
        return output::json(&rows);
    }
    if people.is_empty() {
        output::line("Nobody is named in the photos yet.");
    }
    for person in people {
        let born = person.born.map(|day| format!(", born {day}")).unwrap_or_default();
        let died = person.died.map(|day| format!(", died {day}")).unwrap_or_default();
        output::line(&format!("{}{born}{died}  ({} photos)", person.name, person.photos));
    }
    Ok(())
}

fn find(house: &House, name: &str, day: Date) -> Result<Named, Failure> {
    if day > now().date() {
        return Err(Failure::new(format!("{day} is still to come"), "Give a day that is past."));
    }
    let people = house.store.read(|tx| library::people(tx, house.viewer))?;
    let wanted = name.trim().to_lowercase();
    let found = people.into_iter().find(|person| person.name.to_lowercase() == wanted);
    found.ok_or_else(|| {
        Failure::new(format!("nobody named {name} is in the photos"), "`perennial person list` lists all names.")
    })
}
