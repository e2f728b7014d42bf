//! Noting the words of photos that came in before there was search, or whose names changed meaning, a few at a time.

use circle::Viewer;
use jiff::Timestamp;
use store::jobs::{self, Job};
use store::{StoreError, Tx};

use super::{Kind, Outcome, Trouble, Work};

pub(super) struct Wording;

impl Kind for Wording {
    fn name(&self) -> &'static str {
        "wording"
    }

    fn find(&self, tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError> {
        match library::is_any_unworded(tx, viewer.library())? {
            true => jobs::ensure(tx, &Job::new(viewer.library(), self.name(), ""), now, now),
            false => Ok(()),
        }
    }

    fn work(&self, work: &Work<'_>) -> Result<Outcome, Trouble> {
        while library::word_some(&work.importer.store, work.importer.viewer.library())? {
            if work.progress.is_stopping() {
                return Ok(Outcome::Stopped);
            }
        }
        Ok(Outcome::Done)
    }
}
