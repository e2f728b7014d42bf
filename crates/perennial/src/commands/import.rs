//! `perennial import`: bring folders in, and say what came of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use library::{Progress, Report, Roots};
use serde::Serialize;

use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::house::{House, now};
use crate::interrupt::on_interrupt;
use crate::output;

#[derive(Serialize)]
struct Imported {
    folder: String,
    #[serde(flatten)]
    report: Report,
}

pub(crate) fn run(place: &PlaceArgs, folders: &[PathBuf], json: bool) -> Result<(), Failure> {
    let folders: Vec<PathBuf> = folders.iter().map(|folder| whole_path(folder)).collect::<Result<_, _>>()?;
    let house = House::live_in(place)?;
    let importer = house.importer(Roots::usual(dirs::home_dir()))?;
    let progress = Arc::new(Progress::default());
    let stop = Arc::clone(&progress);
    on_interrupt(move || stop.stop())?;

    let mut all = Vec::new();
    for folder in folders {
        house.store.write(|tx| library::add_folder(tx, house.viewer, &folder, now().timestamp()))?;
        let report = output::with_progress(&progress, || importer.run(&folder, &progress, &now()))?;
        if !json {
            output::line(&format!("{}\n{report}", folder.display()));
        }
        all.push(Imported { folder: folder.display().to_string(), report });
        if progress.is_stopping() {
            break;
        }
    }
    if json { output::json(&all) } else { Ok(()) }
}

/// The folder's full path: it is remembered, and must mean the same from anywhere.
pub(crate) fn whole_path(folder: &Path) -> Result<PathBuf, Failure> {
    folder.canonicalize().map_err(|error| {
        Failure::new(
            format!("the folder {} cannot be opened: {error}", folder.display()),
            "Check its name and permissions.",
        )
    })
}
