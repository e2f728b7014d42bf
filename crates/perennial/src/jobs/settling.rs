//! Settling moments: what changed is grouped again. Whoever reads settles what they need; this is for what nobody reads.

use circle::Viewer;
use jiff::Timestamp;
use store::jobs::{self, Job};
use store::{StoreError, Tx};

use super::{Kind, Outcome, Trouble, Work};

pub(super) struct Settling;

impl Kind for Settling {
    fn name(&self) -> &'static str {
        "settling"
    }

    fn find(&self, tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError> {
        match library::changed_days(tx, viewer.library())? {
            true => jobs::ensure(tx, &Job::new(viewer.library(), self.name(), ""), now, now),
            false => Ok(()),
        }
    }

    fn work(&self, work: &Work<'_>) -> Result<Outcome, Trouble> {
        memories::settled(&work.importer.store, work.importer.viewer)?;
        Ok(Outcome::Done)
    }
}
