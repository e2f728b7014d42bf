//! `perennial today`: what returns on a day.

use jiff::civil::Date;
use web::{DayJson, words};

use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output;

pub(crate) fn run(place: &PlaceArgs, on: Option<Date>, json: bool) -> Result<(), Failure> {
    let house = House::visit(place)?;
    let today = now().date();
    let plan = care::today(&house.store, house.viewer, on.unwrap_or(today), today)?;
    if json {
        let files = |photo| house.store.read(|tx| library::files_of(tx, house.viewer, photo));
        let day = DayJson::with_files(&plan, |photo| {
            Ok::<_, Failure>(files(photo)?.iter().map(|file| file.display().to_string()).collect())
        })?;
        return output::json(&day);
    }
    output::line(&words::day(plan.day, today));
    output::line(&match plan.memories.len() {
        0 => "A quiet day: nothing returns.".to_owned(),
        memories => words::how_many(memories),
    });
    for memory in &plan.memories {
        output::line(&format!("\n{}\n  {}", words::title(memory), words::who_and_how_many(memory)));
        for photo in &memory.photos {
            output::line(&format!("  {}  {}", photo.id, words::alternative(photo)));
        }
    }
    Ok(())
}
