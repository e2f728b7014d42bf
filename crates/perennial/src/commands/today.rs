//! `perennial today`: what returns on a day.

use jiff::civil::Date;
use web::DayJson;

use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output::{self, WORDS};

pub(crate) fn run(place: &PlaceArgs, on: Option<Date>, json: bool) -> Result<(), Failure> {
    let house = House::visit(place)?;
    let today = now().date();
    let plan = care::today(&house.store, house.viewer, on.unwrap_or(today), today)?;
    if json {
        let files = |photo| house.store.read(|tx| library::files_of(tx, house.viewer, photo));
        let day = DayJson::with_files(&plan, WORDS, today, |photo| {
            Ok::<_, Failure>(files(photo)?.iter().map(|file| file.display().to_string()).collect())
        })?;
        return output::json(&day);
    }
    output::line(&WORDS.day(plan.day, today));
    output::line(&match plan.memories.len() {
        0 if plan.quiet.is_some() => "A quiet day, as you wished.".to_owned(),
        0 if !plan.veils.is_empty() => "Nothing returns unasked.".to_owned(),
        0 => "A quiet day: nothing returns.".to_owned(),
        memories => WORDS.count("today-memories", memories),
    });
    for memory in &plan.memories {
        let title = WORDS.title(memory, plan.day, today);
        output::line(&format!("\n{title}\n  {}", WORDS.who_and_how_many(memory)));
        for photo in &memory.photos {
            output::line(&format!("  {}  {}", photo.id, WORDS.alternative(photo)));
        }
    }
    for years in plan.veils.iter().filter_map(|veil| veil.years) {
        output::line(&format!("\n{}\n  It waits until it is opened, on the page of the day.", WORDS.years_ago(years)));
    }
    Ok(())
}
