//! `perennial today`: what returns on a day.

use care::{CareError, Visit, Waits};
use jiff::civil::Date;
use web::DayJson;

use crate::failure::Failure;
use crate::output::{self, WORDS};
use crate::visiting::Visitor;

/// Nothing returns before somebody was asked.
const FIRST: &str = "Is there somebody, or a time, you would rather not meet unasked? Nothing returns before that was answered.\n\
    Say it with `perennial loss add`, or `perennial first --nothing` for nothing now.";

pub(crate) fn run(visitor: &Visitor, on: Option<Date>, json: bool) -> Result<(), Failure> {
    let today = visitor.today();
    let day = on.unwrap_or(today);
    if json {
        return output::json(&visitor.look(|visit| with_files(visit, day))?);
    }
    let plan = visitor.look(|visit| visit.day_plan(day))?;
    output::line(&WORDS.day(plan.day, today));
    output::line(&match plan.memories.len() {
        0 if plan.waits == Some(Waits::FirstVisit) => FIRST.to_owned(),
        0 if plan.waits == Some(Waits::ComingIn) => {
            "Your photos are coming in. Nothing returns before all are here.".to_owned()
        }
        0 if plan.quiet.is_some() => "A quiet day, as you wished.".to_owned(),
        0 if plan.card.is_some() => "Nothing returns unasked.".to_owned(),
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
    if plan.card.is_some() {
        output::line("\nSomething waits from other years.\n  It waits until it is opened, on the page of the day.");
    }
    Ok(())
}

/// The day plan with the files of its photos, all of one state of the house.
fn with_files(visit: &mut Visit<'_, '_>, day: Date) -> Result<DayJson, CareError> {
    let (plan, today) = (visit.day_plan(day)?, visit.today());
    DayJson::with_files(&plan, WORDS, today, |photo| {
        let files = match visit.photo(photo)? {
            Some(photo) => visit.files_of(&photo)?,
            None => Vec::new(),
        };
        Ok(files.iter().map(|file| file.display().to_string()).collect())
    })
}
