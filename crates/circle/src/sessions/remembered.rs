//! Who came in last, known by the version of the data: whoever asks again before anything is written need not be looked up. What
//! depends on the time is not known by it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use model::LibraryId;

use super::Entered;
use crate::secrets::Key;

/// How many sessions are known at once; a family has fewer.
const MOST: usize = 256;

/// Who came in as the data were at their latest version that anybody saw.
#[derive(Default)]
pub(crate) struct Remembered(Mutex<OfVersion>);

#[derive(Default)]
struct OfVersion {
    version: i64,
    /// By the library that the key which they presented is for, and by what is kept of it.
    entered: HashMap<(LibraryId, Vec<u8>), Arc<Entered>>,
}

impl Remembered {
    /// Who came in by that key, as the data were at that version.
    pub(super) fn at(&self, version: i64, key: &Key) -> Option<Arc<Entered>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entered.get(&(key.library(), key.kept())).filter(|_| known.version == version).cloned()
    }

    pub(super) fn learn(&self, version: i64, entered: &Arc<Entered>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if version > known.version || known.entered.len() >= MOST {
            *known = OfVersion { version: version.max(known.version), entered: HashMap::new() };
        }
        if version == known.version {
            known.entered.insert((entered.viewer.library(), entered.presented.clone()), Arc::clone(entered));
        }
    }
}
