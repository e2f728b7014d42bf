//! `perennial ahead`: what the coming days hold, in words.

use care::DayAhead;
use jiff::civil::Date;
use serde::Serialize;

use crate::failure::Failure;
use crate::output::{self, WORDS};
use crate::visiting::Visitor;

#[derive(Serialize)]
struct Coming {
    from: Date,
    to: Date,
    days: Vec<Day>,
}

#[derive(Serialize)]
struct Day {
    day: Date,
    hard: Vec<Hard>,
    quiet: bool,
    observances: Vec<&'static str>,
    birthdays: Vec<Birthday>,
    would_come: u32,
    shown: u32,
    asked: u32,
    held: u32,
}

#[derive(Serialize)]
struct Hard {
    called: String,
    on: Date,
    plan: &'static str,
}

#[derive(Serialize)]
struct Birthday {
    name: String,
    age: u16,
}

pub(crate) fn run(visitor: &Visitor, days: u16, json: bool) -> Result<(), Failure> {
    let today = visitor.today();
    let ahead = visitor.look(|visit| visit.ahead(days))?;
    if json {
        let days = ahead.days.iter().map(day).collect();
        return output::json(&Coming { from: ahead.from, to: ahead.to, days });
    }
    if ahead.days.is_empty() {
        output::line("Nothing is to come in these days.");
    }
    for day in &ahead.days {
        output::line(&WORDS.day(day.day, today));
        in_words(day).iter().for_each(|said| output::line(&format!("  {said}")));
    }
    Ok(())
}

fn in_words(day: &DayAhead) -> Vec<String> {
    let mut said = Vec::new();
    for hard in &day.hard {
        let called = if hard.called.is_empty() { String::new() } else { format!(", {}", hard.called) };
        said.push(format!("A hard day{called}: {}", hard.plan.name().replace('_', " ")));
    }
    said.extend(day.observances.iter().map(|observance| WORDS.observance(observance)));
    said.extend(day.birthdays.iter().map(|birthday| format!("{} becomes {}", birthday.name, birthday.age)));
    if day.would_come > 0 {
        let (shown, asked, held) = (day.shown, day.asked, day.held);
        let come = WORDS.count("today-memories", day.would_come);
        said.push(format!("{come} {shown} shown, {asked} asked about first, {held} kept back."));
    }
    said
}

fn day(day: &DayAhead) -> Day {
    let hard = |hard: &care::Hard| Hard { called: hard.called.clone(), on: hard.on, plan: hard.plan.name() };
    let birthday = |birthday: &care::Birthday| Birthday { name: birthday.name.clone(), age: birthday.age };
    Day {
        day: day.day,
        hard: day.hard.iter().map(hard).collect(),
        quiet: day.quiet.is_some(),
        observances: day.observances.iter().map(|observance| observance.id.as_str()).collect(),
        birthdays: day.birthdays.iter().map(birthday).collect(),
        would_come: day.would_come,
        shown: day.shown,
        asked: day.asked,
        held: day.held,
    }
}
