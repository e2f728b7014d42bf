//! Writes the sample family's photos into a folder: `cargo run --release -p family --example album -- FOLDER [YYYY-MM-DD]`;
//! with a number instead of a date, that many large photos for measuring.

use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().ok_or("which folder?")?);
    let what = args.next().unwrap_or_else(|| "2026-11-23".to_owned());
    let start = Instant::now();
    let summary = match what.parse::<u64>() {
        Ok(count) => family::write_detailed(&folder, count, 1, (4032, 3024), &|_, _| {})?,
        Err(_) => family::write(&family::Plan::demo(what.parse()?), &folder, &|_, _| {})?,
    };
    println!("{summary:?} in {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}
