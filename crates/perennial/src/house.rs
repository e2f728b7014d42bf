//! The rooms, wired together.

use std::path::PathBuf;
use std::sync::Arc;

use circle::{Door, Viewer};
use jiff::Zoned;
use library::Importer;
use media::{Limits, Workers};
use store::{Blobs, DataFolder, Database, FolderLock, Older, Store};

use crate::cli::PlaceArgs;
use crate::failure::Failure;

/// The rooms that most commands need.
pub(crate) struct House {
    pub(crate) store: Arc<Store>,
    pub(crate) door: Door,
    pub(crate) blobs: Arc<Blobs>,
    pub(crate) viewer: Viewer,
    /// The data folder.
    pub(crate) data: PathBuf,
    held: Option<FolderLock>,
}

impl House {
    /// For a command that only looks, or changes a little, beside a Perennial that may be serving.
    pub(crate) fn visit(place: &PlaceArgs) -> Result<Self, Failure> {
        Self::open(place, Older::Refuse, false)
    }

    /// For a command that imports: it holds the data folder alone, and brings its schema up to date.
    pub(crate) fn live_in(place: &PlaceArgs) -> Result<Self, Failure> {
        Self::open(place, Older::Migrate, true)
    }

    fn open(place: &PlaceArgs, older: Older, alone: bool) -> Result<Self, Failure> {
        let folder = DataFolder::open(&data_folder(place)?)?;
        // Whoever only looks would hear it each time.
        for open in folder.stays_open().iter().filter(|_| alone) {
            eprintln!("Warning: {open}.");
        }
        let held = alone.then(|| folder.hold()).transpose()?;
        let database = place.database.clone().map_or_else(|| folder.database(), Database::Server);
        let store = Arc::new(Store::open(&database, older)?);
        let blobs = Arc::new(Blobs::in_folder(&folder.blobs())?);
        let viewer = library::default_owner(&store, now().timestamp())?;
        let door = Door::new(Arc::clone(&store));
        Ok(Self { store, door, blobs, viewer, data: folder.path().to_owned(), held })
    }

    /// An importer with workers of its own.
    pub(crate) fn importer(&self) -> Result<Importer, Failure> {
        debug_assert!(self.held.is_some(), "only who holds the data folder imports");
        let program = std::env::current_exe()
            .map_err(|e| Failure::new(format!("this program cannot find itself: {e}"), "Start it by its full path."))?;
        let cores = std::thread::available_parallelism().map_or(2, Into::into);
        Ok(Importer {
            store: Arc::clone(&self.store),
            blobs: Arc::clone(&self.blobs),
            workers: Arc::new(Workers::new(&program, &["worker"], cores, Limits::default())),
            viewer: self.viewer,
            after_batch: memories::settle,
            // One more than there are cores: while one hands over, all others are at work.
            hands: cores + 1,
        })
    }
}

/// The clock, in the system's time zone. The only place where the program asks what time it is.
pub(crate) fn now() -> Zoned {
    Zoned::now()
}

fn data_folder(place: &PlaceArgs) -> Result<PathBuf, Failure> {
    if let Some(data) = &place.data {
        return Ok(data.clone());
    }
    let platform = dirs::data_dir().map(|data| data.join("perennial"));
    platform.ok_or_else(|| Failure::new("this system names no folder for data", "Name one with --data."))
}
