//! The rooms, wired together.

use std::path::PathBuf;
use std::sync::Arc;

use circle::{Door, Viewer};
use jiff::Zoned;
use library::{Importer, Roots};
use media::{Limits, Workers};
use store::{Blobs, DataFolder, Database, FolderLock, Older, Store};

use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::jobs::Clock;

/// The rooms that most commands need.
pub(crate) struct House {
    pub(crate) store: Arc<Store>,
    pub(crate) door: Door,
    pub(crate) blobs: Arc<Blobs>,
    /// The owners of the libraries that are kept here; one, as a rule.
    owners: Vec<Viewer>,
    /// The data folder.
    pub(crate) data: PathBuf,
    held: Option<FolderLock>,
}

impl House {
    /// For a command that only looks, or changes a little, beside a Perennial that may be serving.
    pub(crate) fn visit(place: &PlaceArgs) -> Result<Self, Failure> {
        Self::open(place, Older::Refuse, false)
    }

    /// For a command that imports or serves: it holds the data folder, alone where the database is in there, and brings the
    /// schema up to date.
    pub(crate) fn live_in(place: &PlaceArgs) -> Result<Self, Failure> {
        Self::open(place, Older::Migrate, true)
    }

    fn open(place: &PlaceArgs, older: Older, works: bool) -> Result<Self, Failure> {
        let folder = DataFolder::open(&data_folder(place)?)?;
        // Whoever only looks would hear it each time.
        for open in folder.stays_open().iter().filter(|_| works) {
            eprintln!("Warning: {open}.");
        }
        let database = place.database.clone().map_or_else(|| folder.database(), Database::Server);
        let held = match (works, database.is_server()) {
            (false, _) => None,
            (true, false) => Some(folder.hold()?),
            (true, true) => Some(folder.share()?),
        };
        let store = Arc::new(Store::open(&database, older)?);
        if works && !database.is_server() {
            // Nobody else can be working here, so whoever left work half done was killed.
            store.write_queue(store::jobs::free_all)?;
        }
        let blobs = Arc::new(Blobs::in_folder(&folder.blobs())?);
        library::make_first_library(&store, now().timestamp())?;
        let owners = store.read(library::owners)?;
        let door = Door::new(Arc::clone(&store));
        Ok(Self { store, door, blobs, owners, data: folder.path().to_owned(), held })
    }

    /// The owner of the one library that is kept here.
    ///
    /// # Errors
    /// Where several are: none of them is guessed.
    pub(crate) fn owner(&self) -> Result<Viewer, Failure> {
        match self.owners[..] {
            [owner] => Ok(owner),
            _ => Err(Failure::new(
                "several libraries are kept here, and this command cannot tell whose is meant",
                "Sign in to the pages of `perennial serve`: what is done there is done in one's own library.",
            )),
        }
    }

    /// An importer with workers of its own, for one library or for whichever a job is for: of the folders that somebody
    /// named, and of others as far as `roots` allow.
    pub(crate) fn importer(&self, roots: Roots) -> Result<Importer, Failure> {
        debug_assert!(self.held.is_some(), "only who holds the data folder imports");
        let program = std::env::current_exe()
            .map_err(|e| Failure::new(format!("this program cannot find itself: {e}"), "Start it by its full path."))?;
        let cores = std::thread::available_parallelism().map_or(2, Into::into);
        Ok(Importer {
            store: Arc::clone(&self.store),
            blobs: Arc::clone(&self.blobs),
            workers: Arc::new(Workers::new(&program, &["worker"], cores, Limits::default())),
            viewer: *self.owners.first().ok_or_else(|| Failure::new("no library is kept here", "Try again."))?,
            roots,
            after_batch: Arc::new(memories::settle),
            // One more than there are cores: while one hands over, all others are at work.
            hands: cores + 1,
        })
    }
}

/// The clock, in the system's time zone. The only place where the program asks what time it is.
pub(crate) fn now() -> Zoned {
    Zoned::now()
}

/// What time it is for everybody who uses the same database: a server's clock where there is one, or machines whose clocks
/// disagree would take work out of each other's hands.
pub(crate) fn clock() -> Clock {
    Arc::new(|tx| Ok(tx.clock()?.unwrap_or_else(|| now().timestamp())))
}

fn data_folder(place: &PlaceArgs) -> Result<PathBuf, Failure> {
    if let Some(data) = &place.data {
        return Ok(data.clone());
    }
    let platform = dirs::data_dir().map(|data| data.join("perennial"));
    platform.ok_or_else(|| Failure::new("this system names no folder for data", "Name one with --data."))
}
