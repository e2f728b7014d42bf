//! `perennial import`: bring folders in, and say what came of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use library::{Importer, Progress, Report, Roots};
use model::FolderId;
use serde::Serialize;
use store::jobs::{self, Lease};

use crate::at_work::{Hand, Shared};
use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::house::{House, clock, now};
use crate::interrupt::on_interrupt;
use crate::jobs::{Outcome, Trouble, look_through};
use crate::output;

/// How often it is looked whether a folder is free.
const LOOKS: Duration = Duration::from_secs(1);

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
    let hand = Hand::new(Arc::new(Shared::new(importer.clone(), clock())), Vec::new());
    let progress = Arc::new(Progress::default());
    let stop = Arc::clone(&progress);
    on_interrupt(move || stop.stop())?;

    let mut all = Vec::new();
    for folder in folders {
        let report = bring_in(&house, &importer, &hand, &folder, &progress)?;
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

/// Looks through a folder here and now: nobody else does meanwhile, and whoever asks sees how far it is.
fn bring_in(
    house: &House,
    importer: &Importer,
    hand: &Hand,
    folder: &Path,
    progress: &Arc<Progress>,
) -> Result<Report, Failure> {
    let owner = house.owner()?;
    let id = house.store.write(|tx| library::add_folder(tx, owner, folder, now().timestamp()))?;
    let lease = claim(house, id, folder)?;
    let looks = || look_through(folder, importer, &lease, progress, &clock());
    let looked = hand.holding(&lease, progress, None, || output::with_progress(progress, looks));
    let came = match &looked {
        Ok(report) if report.stopped => Ok(Outcome::Stopped),
        Ok(_) => Ok(Outcome::Done),
        Err(error) => Err(Trouble::new(library::trouble_of(error).name(), error)),
    };
    hand.acknowledge(&lease, &came)?;
    Ok(looked?)
}

/// Waits until whoever looked through that folder and was killed has lost it; whoever looks through it now is left alone.
fn claim(house: &House, id: FolderId, folder: &Path) -> Result<Lease, Failure> {
    let (job, by) = (library::look_at(house.owner()?, id), format!("process {}", std::process::id()));
    let mut first_seen = None;
    loop {
        let (lease, until) = house.store.write_queue(|tx| {
            let now = clock()(tx)?;
            // Whoever had it may have been done with it in this very moment.
            jobs::ensure(tx, &job, now, now)?;
            let lease = jobs::take_this(tx, &job, &by, now)?;
            let held = jobs::listed(tx, job.library)?.into_iter().find(|listed| listed.job == job);
            Ok::<_, store::StoreError>((lease, held.and_then(|listed| listed.leased_until)))
        })?;
        if let Some(lease) = lease {
            return Ok(lease);
        }
        if *first_seen.get_or_insert(until) != until {
            let sentence = format!("another Perennial looks through {} just now", folder.display());
            return Err(Failure::new(sentence, "What is new in it comes in by that. Try again when it is done."));
        }
        std::thread::sleep(LOOKS);
    }
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
