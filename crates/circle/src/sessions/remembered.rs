//! Who came in last, known by the version of the data: whoever asks again before anything is written need not be looked up. What
//! depends on the time is not known by it.

use std::collections::HashMap;
use std::sync::Arc;

use model::LibraryId;
use store::OfVersion;

use super::Entered;
use crate::secrets::Key;

/// How many sessions are known at once; a family has fewer.
const MOST: usize = 256;

/// The library that a key is for, and what is kept of it.
type Presented = (LibraryId, Vec<u8>);

/// Who came in as the data were at their latest version that anybody saw, by what they presented.
#[derive(Default)]
pub(crate) struct Remembered(OfVersion<HashMap<Presented, Arc<Entered>>>);

impl Remembered {
    /// Who came in by that key, as the data were at that version.
    pub(super) fn at(&self, version: i64, key: &Key) -> Option<Arc<Entered>> {
        self.0.at(version, |entered| entered.get(&(key.library(), key.kept())).cloned())?
    }

    pub(super) fn learn(&self, version: i64, entered: &Arc<Entered>) {
        self.0.at(version, |known| {
            if known.len() >= MOST {
                known.clear();
            }
            known.insert((entered.viewer.library(), entered.presented.clone()), Arc::clone(entered));
        });
    }
}
