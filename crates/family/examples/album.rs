//! Writes the sample family's photos into a folder: `cargo run --release -p family --example album -- FOLDER [YYYY-MM-DD]`.

use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().ok_or("which folder?")?);
    let today = args.next().as_deref().unwrap_or("2026-11-23").parse()?;
    let start = Instant::now();
    let summary = family::write(&family::Plan::demo(today), &folder, &|_, _| {})?;
    println!("{summary:?} in {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}
