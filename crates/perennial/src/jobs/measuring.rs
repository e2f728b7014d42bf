//! Measuring how much the renditions take, after photos came in.

use circle::Viewer;
use jiff::Timestamp;
use store::jobs::{self, Job};
use store::{StoreError, Tx};

use super::{Kind, Outcome, Trouble, Work};

pub(super) struct Measuring;

const NAME: &str = "measuring";

/// Measuring them anew.
pub(super) fn job(viewer: Viewer) -> Job {
    Job::new(viewer.library(), NAME, "")
}

impl Kind for Measuring {
    fn name(&self) -> &'static str {
        NAME
    }

    fn find(&self, tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError> {
        match library::bytes_of_renditions(tx, viewer)? {
            None => jobs::ensure(tx, &job(viewer), now, now),
            Some(_) => Ok(()),
        }
    }

    fn work(&self, work: &Work<'_>) -> Result<Outcome, Trouble> {
        let bytes = work.importer.blobs.used()?;
        work.importer.store.write(|tx| library::note_bytes_of_renditions(tx, work.importer.viewer, bytes))?;
        Ok(Outcome::Done)
    }
}
