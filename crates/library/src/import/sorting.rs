//! Looking through the folder: what is known and unchanged is only counted, the rest goes on to be examined.

use std::path::Path;
use std::sync::mpsc::SyncSender;

use sources::{Found, Passed, Roots, Sighting, look_through};

use crate::Progress;
use crate::files::{AT_ONCE, Noted, noted};

use super::examine::{Brought, WITHOUT_FFMPEG};
use super::{ImportError, Importer};

impl Importer {
    pub(super) fn look(
        &self,
        (root, within): (&Path, &Roots),
        to_examine: &SyncSender<Found>,
        to_keep: &SyncSender<Brought>,
        progress: &Progress,
    ) -> Result<(), ImportError> {
        let mut together = Vec::with_capacity(AT_ONCE);
        let mut trouble = Ok(());
        look_through(root, within, &mut |sighting| {
            let going_on = match sighting {
                Sighting::Folder => true,
                Sighting::Found(found) if is_too_long(&found.file.path) => {
                    let why = Passed::Unreadable("its path is too long to be kept".to_owned());
                    to_keep.send(Brought::Passed(found.file.path, why)).is_ok()
                }
                Sighting::Passed { path, why } => to_keep.send(Brought::Passed(path, why)).is_ok(),
                Sighting::Found(found) => {
                    together.push(found);
                    if together.len() * 2 >= AT_ONCE {
                        trouble = self.sort(&mut together, to_examine, to_keep);
                    }
                    trouble.is_ok()
                }
            };
            going_on && !progress.is_stopping()
        })?;
        trouble?;
        self.sort(&mut together, to_examine, to_keep)
    }

    /// Tells known from new for a few files at once. A file and its motion part are looked up together.
    fn sort(
        &self,
        together: &mut Vec<Found>,
        to_examine: &SyncSender<Found>,
        to_keep: &SyncSender<Brought>,
    ) -> Result<(), ImportError> {
        let paths: Vec<&Path> = together
            .iter()
            .flat_map(|f| [Some(&f.file), f.motion.as_ref()])
            .flatten()
            .map(|b| b.path.as_path())
            .collect();
        let known = self.store.read(|tx| noted(tx, self.library(), &paths))?;
        for found in together.drain(..) {
            // Nobody takes any more: the import is ending, and says why elsewhere.
            let _ = match known_and_unchanged(&found, &known, self.workers.has_ffmpeg()) {
                Some(ids) => to_keep.send(Brought::Known(ids)).is_ok(),
                None => to_examine.send(found).is_ok(),
            };
        }
        Ok(())
    }
}

/// An index row of PostgreSQL holds about 2,700 bytes.
fn is_too_long(path: &Path) -> bool {
    path.as_os_str().len() > crate::LONGEST_PATH
}

/// The ids of a known, unchanged file and its motion part.
fn known_and_unchanged(found: &Found, known: &[Noted], has_ffmpeg: bool) -> Option<Vec<i64>> {
    let note_of = |path: &Path| known.iter().find(|note| note.path == path && note.is_seen);
    let file = note_of(&found.file.path)?;
    let mut ids = vec![file.id.0];
    if let Some(motion) = &found.motion {
        ids.push(note_of(&motion.path)?.id.0);
    }
    let stamp = match file.stamp.strip_prefix(WITHOUT_FFMPEG) {
        Some(stamp) if !has_ffmpeg => stamp,
        _ => &file.stamp,
    };
    (stamp == found.stamp()).then_some(ids)
}
