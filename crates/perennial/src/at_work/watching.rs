//! Hearing of changes in the folders that are looked into.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};

use circle::Viewer;
use library::Roots;
use model::{Folder, FolderId, LibraryId};
use sources::{Unwatched, Watch};
use web::Watched;

use super::noticing::Order;

/// The folders that are watched, and those that cannot be.
pub(super) struct Watching {
    changed: Sender<PathBuf>,
    /// Where photos may be looked for, besides in folders that whoever runs the program named.
    roots: Roots,
    folders: BTreeMap<(LibraryId, FolderId), Result<Watch, Unwatched>>,
}

impl Watching {
    /// Watches nothing yet; tells of changes as orders.
    pub(super) fn new(told: Sender<Order>, roots: Roots) -> Self {
        let (changed, hears) = channel();
        std::thread::spawn(move || {
            while let Ok(folder) = hears.recv() {
                if told.send(Order::Changed(folder)).is_err() {
                    return;
                }
            }
        });
        Self { changed, roots, folders: BTreeMap::new() }
    }

    /// Watches those folders and no others. Answers which came back: they were not there before, and are now.
    pub(super) fn settle(&mut self, folders: &[(Viewer, Folder)]) -> Vec<(Viewer, FolderId)> {
        let named = |(viewer, folder): &(Viewer, Folder)| (viewer.library(), folder.id);
        self.folders.retain(|known, _| folders.iter().any(|folder| named(folder) == *known));
        let mut came_back = Vec::new();
        for known in folders {
            let (viewer, folder) = known;
            match (self.folders.get(&named(known)), folder.path.is_dir()) {
                // A disk was taken away: its watch hears nothing any more, not even when it comes back.
                (Some(Ok(_)), false) => drop(self.folders.insert(named(known), Err(Unwatched::NotThere))),
                (Some(Err(Unwatched::NotThere)), true) => {
                    came_back.push((*viewer, folder.id));
                    self.watch(named(known), folder);
                }
                (None, _) => self.watch(named(known), folder),
                _ => {}
            }
        }
        came_back
    }

    /// Tries once more to watch what could not be watched.
    pub(super) fn try_again(&mut self, folders: &[(Viewer, Folder)]) {
        for (viewer, folder) in folders {
            let name = (viewer.library(), folder.id);
            if matches!(self.folders.get(&name), Some(Err(_))) {
                self.watch(name, folder);
            }
        }
    }

    /// What is known of each folder.
    pub(super) fn standing(&self) -> Vec<(LibraryId, FolderId, Watched)> {
        let watched = |watch: &Result<Watch, Unwatched>| match watch {
            Ok(_) => Watched::Yes,
            Err(Unwatched::NotThere) => Watched::NotThere,
            Err(Unwatched::TooMany) => Watched::TooMany,
            Err(Unwatched::Other) => Watched::No,
        };
        self.folders.iter().map(|((library, id), watch)| (*library, *id, watched(watch))).collect()
    }

    fn watch(&mut self, name: (LibraryId, FolderId), folder: &Folder) {
        let within = if folder.given { Roots::anywhere() } else { self.roots.clone() };
        let watch = sources::watch(&folder.path, &within, self.changed.clone()).map_err(|error| {
            tracing::warn!("{error}. New photos are found when Perennial starts, and when it is asked to look.");
            error.why
        });
        self.folders.insert(name, watch);
    }
}
