//! `perennial today`: what returns on a day.

use care::{Cleared, DayPlan, Memory};
use jiff::civil::Date;
use library::Photo;
use memories::Reason;
use serde::Serialize;
use web::words;

use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output;

#[derive(Serialize)]
struct Day {
    day: Date,
    memories: Vec<Returning>,
}

#[derive(Serialize)]
struct Returning {
    kind: &'static str,
    title: String,
    years_ago: Option<u16>,
    person: Option<String>,
    moment: Option<i64>,
    day: Option<Date>,
    place: Option<String>,
    photos: Vec<Shown>,
    of: u32,
}

#[derive(Serialize)]
struct Shown {
    id: i64,
    files: Vec<String>,
    taken: Option<String>,
    caption: Option<String>,
    people: Vec<String>,
}

pub(crate) fn run(place: &PlaceArgs, on: Option<Date>, json: bool) -> Result<(), Failure> {
    let house = House::visit(place)?;
    let today = now().date();
    let plan = care::today(&house.store, house.viewer, on.unwrap_or(today), today)?;
    if json {
        return output::json(&described(&house, &plan)?);
    }
    output::line(&words::day(plan.day, today));
    output::line(&words::how_many(plan.memories.len()));
    for memory in &plan.memories {
        output::line(&format!("\n{}\n  {}", words::title(memory), words::who_and_how_many(memory)));
        for photo in &memory.photos {
            output::line(&format!("  {}  {}", photo.id, words::alternative(photo)));
        }
    }
    Ok(())
}

fn described(house: &House, plan: &DayPlan) -> Result<Day, Failure> {
    let memories = plan.memories.iter().map(|memory| returning(house, memory)).collect::<Result<_, _>>()?;
    Ok(Day { day: plan.day, memories })
}

fn returning(house: &House, memory: &Cleared<Memory>) -> Result<Returning, Failure> {
    let (kind, years_ago, person) = match &memory.reason {
        Reason::OnThisDay { years, .. } => ("on_this_day", Some(*years), None),
        Reason::Birthday { name, .. } => ("birthday", None, Some(name.clone())),
    };
    let moment = memory.moment.as_ref();
    Ok(Returning {
        kind,
        title: words::title(memory),
        years_ago,
        person,
        moment: moment.map(|m| m.id.0),
        day: moment.map(|m| m.day),
        place: moment.and_then(|m| m.place.as_ref()).map(words::place),
        photos: memory.photos.iter().map(|photo| shown(house, photo)).collect::<Result<_, _>>()?,
        of: memory.of,
    })
}

fn shown(house: &House, photo: &Cleared<Photo>) -> Result<Shown, Failure> {
    let files = house.store.read(|tx| library::files_of(tx, house.viewer, photo.id))?;
    Ok(Shown {
        id: photo.id.0,
        files: files.iter().map(|file| file.display().to_string()).collect(),
        taken: photo.taken.as_ref().map(|taken| taken.at.to_string()),
        caption: photo.caption.clone(),
        people: photo.people.iter().map(|(_, name)| name.clone()).collect(),
    })
}
