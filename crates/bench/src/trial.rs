//! Trials of care: stories of our own, and the first visit of the four people, by the real program.

use std::path::Path;

use lives::{first_visit, stories};

/// Lives a year of each of the stories (all, where none is named) and prints what came of it beside a plain on-this-day.
pub(crate) fn lives(program: &Path, kept: &Path, named: &[String]) {
    let all = stories::all().into_iter();
    let wanted: Vec<stories::Story> =
        all.filter(|story| named.is_empty() || named.iter().any(|name| name == story.name)).collect();
    stories::run(&wanted, program, &kept.join("stories"), A_YEAR).unwrap();
}

/// Walks through the first visits and prints taps, letters, pixels and what was seen before it was asked.
pub(crate) fn first_visit(program: &Path, kept: &Path) {
    let today = jiff::Zoned::now().date();
    let walked: Vec<(&str, first_visit::Walked)> = first_visit::people(today)
        .iter()
        .map(|person| {
            let folder = kept.join("first visits").join(person.name);
            let _ = std::fs::remove_dir_all(&folder);
            (person.name, first_visit::walk(person, program, &folder).unwrap().unwrap())
        })
        .collect();
    println!("{}", first_visit::table(&walked));
}

const A_YEAR: i64 = 365;
