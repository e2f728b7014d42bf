//! The first visits without building the benchmarks: `cargo run --example first_visits -- PROGRAM FOLDER`.

use std::path::Path;

use lives::first_visit::{people, table, walk};

fn main() -> std::io::Result<()> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [program, folder] = given.as_slice() else { return Ok(()) };
    let mut walked = Vec::new();
    for person in &people(jiff::Zoned::now().date()) {
        match walk(person, Path::new(program), &Path::new(folder).join(person.name)) {
            Ok(through) => walked.push((person.name, through?)),
            Err(missing) => return Err(std::io::Error::other(missing.to_string())),
        }
    }
    println!("{}", table(&walked));
    Ok(())
}
