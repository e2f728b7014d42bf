//! What was removed and can still be taken back.

use std::collections::HashSet;

use jiff::Timestamp;
use library::Photo;
use model::PhotoId;

use super::LibraryView;
use crate::{CareError, Cleared};

/// A page of removed photos, for a list in words: their renditions are not served.
#[derive(Debug)]
pub struct Removed {
    /// They, the latest first.
    pub photos: Vec<Cleared<Photo>>,
    /// How many there are in all.
    pub of: usize,
}

impl LibraryView<'_, '_> {
    /// The removed photos that can still be taken back, from the one numbered `from` on and at most `most` of them.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn removed(&mut self, now: Timestamp, from: usize, most: usize) -> Result<Removed, CareError> {
        let mut ids = library::removed(self.tx, self.viewer, now)?;
        ids.retain(|id| self.shows(*id));
        let part: Vec<_> = ids.iter().copied().skip(from).take(most).collect();
        let photos = library::photos(self.tx, self.viewer, &part)?;
        Ok(Removed { photos: photos.into_iter().map(Cleared::of).collect(), of: ids.len() })
    }

    /// Which of those photos were removed and can still be taken back.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn can_return(&mut self, ids: &[PhotoId], now: Timestamp) -> Result<Vec<PhotoId>, CareError> {
        let removed: HashSet<PhotoId> = library::removed(self.tx, self.viewer, now)?.into_iter().collect();
        Ok(ids.iter().copied().filter(|id| self.shows(*id) && removed.contains(id)).collect())
    }
}
