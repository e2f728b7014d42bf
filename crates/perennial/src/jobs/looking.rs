//! Looking through a folder, and bringing in what is new in it.

use std::path::Path;
use std::sync::Arc;

use circle::Viewer;
use jiff::Timestamp;
use library::{ImportError, Importer, Progress, Report};
use model::FolderId;
use store::jobs::{self, Job, Lease};
use store::{StoreError, Tx};

use super::{Clock, Kind, Outcome, Trouble, Work, measuring};
use crate::house::now;

pub(super) struct Looking;

impl Kind for Looking {
    fn name(&self) -> &'static str {
        library::LOOKING
    }

    fn is_long(&self) -> bool {
        true
    }

    fn is_paused(&self) -> bool {
        true
    }

    /// Folders are asked for when they are added and when something changes in them.
    fn find(&self, _tx: &mut Tx<'_>, _viewer: Viewer, _now: Timestamp) -> Result<(), StoreError> {
        Ok(())
    }

    /// Nobody heard what changed while the program did not run.
    fn make_up(&self, tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError> {
        let folders = library::folders(tx, viewer)?;
        folders.iter().try_for_each(|folder| jobs::ask(tx, &library::look_at(viewer, folder.id), now, now))
    }

    fn work(&self, work: &Work<'_>) -> Result<Outcome, Trouble> {
        let viewer = work.importer.viewer;
        let id = work.lease.job.key.parse().map(FolderId);
        let folders = work.importer.store.read(|tx| library::folders(tx, viewer))?;
        let Some(folder) = folders.into_iter().find(|folder| Ok(folder.id) == id) else { return Ok(Outcome::Done) };
        let report = look_through(&folder.path, work.importer, work.lease, work.progress, work.clock)?;
        tracing::info!(folder = %folder.path.display(), "{report}");
        if report.came_in > 0 {
            work.importer.store.write_queue(|tx| {
                let now = (work.clock)(tx)?;
                jobs::ask(tx, &measuring::job(viewer), now, now)
            })?;
        }
        Ok(if report.stopped { Outcome::Stopped } else { Outcome::Done })
    }
}

/// Looks through a folder on a lease. What comes in is kept by whoever holds the lease, or not at all: each batch makes sure
/// of it in its own transaction.
pub(crate) fn look_through(
    folder: &Path,
    importer: &Importer,
    lease: &Lease,
    progress: &Progress,
    clock: &Clock,
) -> Result<Report, ImportError> {
    let (lease, clock, after_batch) = (lease.clone(), Arc::clone(clock), Arc::clone(&importer.after_batch));
    let while_held = move |tx: &mut Tx<'_>, viewer| {
        let now = clock(tx)?;
        match jobs::is_held(tx, &lease, now)? {
            true => after_batch(tx, viewer),
            false => Err(lost(&lease.job)),
        }
    };
    let importer = Importer { after_batch: Arc::new(while_held), ..importer.clone() };
    importer.run(folder, progress, &now())
}

fn lost(job: &Job) -> StoreError {
    StoreError::Refused(format!("another process works on {} {} now", job.kind, job.key))
}
