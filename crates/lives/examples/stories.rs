//! The stories without building the benchmarks: `cargo run --example stories -- PROGRAM FOLDER [NAME...]`.

use std::path::PathBuf;

use lives::stories::{all, run};

fn main() -> std::io::Result<()> {
    let mut given = std::env::args().skip(1);
    let (Some(program), Some(folder)) = (given.next(), given.next()) else { return Ok(()) };
    let names: Vec<String> = given.collect();
    let wanted = all().into_iter().filter(|story| names.is_empty() || names.iter().any(|name| story.name == name));
    run(&wanted.collect::<Vec<_>>(), &PathBuf::from(program), &PathBuf::from(folder), 365)
}
