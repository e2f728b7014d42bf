//! Letting go of what was made of photos that were removed so long ago that they are not brought back any more.

use circle::Viewer;
use jiff::Timestamp;
use store::jobs;
use store::{StoreError, Tx};

use super::{Kind, Outcome, Trouble, Work, measuring};

pub(super) struct LettingGo;

impl Kind for LettingGo {
    fn name(&self) -> &'static str {
        library::LETTING_GO
    }

    /// Whoever removes a photo asks for it.
    fn find(&self, _tx: &mut Tx<'_>, _viewer: Viewer, _now: Timestamp) -> Result<(), StoreError> {
        Ok(())
    }

    /// Photos may have been removed before there was a queue.
    fn make_up(&self, tx: &mut Tx<'_>, viewer: Viewer, now: Timestamp) -> Result<(), StoreError> {
        match library::next_to_let_go(tx, viewer)? {
            Some(due) => jobs::ensure(tx, &library::let_go_of_removed(viewer), due, now),
            None => Ok(()),
        }
    }

    fn work(&self, work: &Work<'_>) -> Result<Outcome, Trouble> {
        let (importer, viewer) = (work.importer, work.importer.viewer);
        let now = importer.store.read(|tx| (work.clock)(tx))?;
        let mut let_go = 0;
        loop {
            match library::let_go(&importer.store, &importer.blobs, viewer, now)? {
                0 => break,
                photos => let_go += photos,
            }
            if work.progress.is_stopping() {
                return Ok(Outcome::Stopped);
            }
        }
        let next = importer.store.write_queue(|tx| {
            if let_go > 0 {
                jobs::ask(tx, &measuring::job(viewer), now, now)?;
            }
            library::next_to_let_go(tx, viewer)
        })?;
        tracing::info!(photos = let_go, "what was removed over 30 days ago was let go");
        Ok(next.map_or(Outcome::Done, Outcome::Next))
    }
}
