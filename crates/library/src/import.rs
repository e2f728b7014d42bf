//! The import: a folder is counted, looked through, and what is new in it is examined, kept and reported.
//!
//! One thread looks through the folder and sorts what is known from what is not; a few more hash files and have them
//! examined by worker processes; the calling thread keeps what they bring, a batch in a transaction. Whatever is stopped or
//! killed when, what was kept is whole, and the next run goes on from there.

mod examine;
mod gathering;
mod sorting;

use std::io::ErrorKind;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use circle::Viewer;
use jiff::Zoned;
use media::Workers;
use model::LibraryId;
use sources::{FolderTrouble, Found, Passed, Roots, Sighting, look_through};
use store::{Blobs, Store, StoreError, Tx};

use crate::files::{Gone, Noted, note_gone, note_left_out, noted_below};
use crate::folders::{is_given, note_look};
use crate::report::CouldNot;
use crate::{Progress, Report};

use examine::Brought;
use gathering::{Gathering, Seen};

/// What an import works with. Cheap to clone.
#[derive(Clone)]
pub struct Importer {
    /// Where photos are kept.
    pub store: Arc<Store>,
    /// Where renditions are kept.
    pub blobs: Arc<Blobs>,
    /// Who examines files.
    pub workers: Arc<Workers>,
    /// Whose library it is.
    pub viewer: Viewer,
    /// Where photos may be looked for, besides in the folders that whoever runs the program named.
    pub roots: Roots,
    /// Runs at the end of each batch, in its transaction: what is derived from photos is never behind them.
    pub after_batch: AfterBatch,
    /// How many files are in hand at once; a few more than there are cores keeps all of them busy.
    pub hands: usize,
}

/// Derives what follows from the photos of a batch.
pub type AfterBatch = Arc<dyn Fn(&mut Tx<'_>, Viewer) -> Result<(), StoreError> + Send + Sync>;

/// Why an import ended early.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The folder itself cannot be looked through.
    #[error(transparent)]
    Folder(#[from] FolderTrouble),
    /// What came in could not be kept.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Renditions could not be kept.
    #[error("renditions cannot be kept: {0}")]
    Blobs(#[from] store::BlobError),
    /// No worker could be started.
    #[error("{0}")]
    NoWorker(String),
}

/// A batch is kept when it has so many photos …
const BATCH: usize = 64;
/// … or when its first has waited this long.
const PATIENCE: Duration = Duration::from_millis(700);
/// Counting ends after so many files and folders …
const MOST_COUNTED: u64 = 5_000_000;
/// … or after this long: the rest is counted as it comes in.
const COUNTING: Duration = Duration::from_secs(60);

impl Importer {
    /// Brings in what is new below `root`. Safe to repeat, to stop (through `progress`) and to kill.
    ///
    /// # Errors
    /// [`ImportError`]; everything kept before stays kept.
    pub fn run(&self, root: &Path, progress: &Progress, now: &Zoned) -> Result<Report, ImportError> {
        let began = Instant::now();
        progress.begin_counting();
        let outcome = self.within(root).and_then(|within| {
            count(root, &within, progress)?;
            self.bring_in(root, &within, progress, now)
        });
        progress.rest();
        let took = began.elapsed();
        let noted = self.store.write(|tx| note_look(tx, self.viewer, root, now.timestamp(), took, &outcome));
        let report = Report { took, ..outcome? };
        noted?;
        Ok(report)
    }

    /// Where links in the folder at `root` may lead.
    fn within(&self, root: &Path) -> Result<Roots, ImportError> {
        let given = self.store.read(|tx| is_given(tx, self.viewer, root))?;
        Ok(if given { Roots::anywhere() } else { self.roots.clone() })
    }

    fn bring_in(&self, root: &Path, within: &Roots, progress: &Progress, now: &Zoned) -> Result<Report, ImportError> {
        progress.begin_bringing_in();
        let mut gathering = Gathering::new(self, progress, now);
        let (to_examine, waiting) = sync_channel::<Found>(256);
        let (to_keep, brought) = sync_channel::<Brought>(BATCH);
        let waiting = &Mutex::new(waiting);
        thread::scope(|scope| {
            for _ in 0..self.hands.max(1) {
                let to_keep = to_keep.clone();
                scope.spawn(move || self.examine_all(waiting, &to_keep, progress, now));
            }
            let looking = scope.spawn(move || self.look((root, within), &to_examine, &to_keep, progress));
            let kept = gathering.gather(&brought);
            if kept.is_err() {
                progress.stop();
            }
            // Whoever still wants to hand something over is told that nobody takes it any more.
            drop(brought);
            let failed = |_| Err(ImportError::NoWorker("looking through the folder failed".to_owned()));
            let looked = looking.join().unwrap_or_else(failed);
            kept.and(looked)
        })?;
        let (mut report, seen) = gathering.finish();
        report.stopped = progress.is_stopping();
        if !report.stopped {
            report.missing = self.note_missing(root, &seen)?;
            self.store.write(|tx| (self.after_batch)(tx, self.viewer))?;
        }
        // The planner's picture of the library is taken anew when it grew by a tenth, not for every photo that appears.
        if report.came_in > 0 && report.came_in * 10 >= report.known {
            self.store.analyze()?;
        }
        Ok(report)
    }

    /// Notes what was here and is gone. Runs only after a whole look, so that a stop never makes anything missing.
    fn note_missing(&self, root: &Path, seen: &Seen) -> Result<u64, ImportError> {
        let library = self.library();
        let mut unseen = Vec::new();
        self.store.read(|tx| {
            noted_below(tx, library, root, |file| {
                if !seen.files.contains(&file.id.0) {
                    unseen.push(file);
                }
            })
        })?;
        let left_out = |file: &Noted| seen.asked_not_to.iter().any(|folder| file.path.starts_with(folder));
        let (left_out, gone): (Vec<_>, Vec<_>) = unseen.into_iter().partition(left_out);
        // A file that is there and was not seen appeared meanwhile, or may not be seen any more: it is not missing.
        let is_gone = |file: &&Noted| std::fs::metadata(&file.path).is_err_and(|e| e.kind() == ErrorKind::NotFound);
        let gone: Vec<&Noted> = gone.iter().filter(is_gone).collect();
        let mut missing = 0;
        for batch in gone.chunks(BATCH) {
            missing += self.store.write(|tx| {
                let gone = batch.iter().map(|file| note_gone(tx, library, file));
                let gone: Vec<Gone> = gone.collect::<Result<_, StoreError>>()?;
                Ok::<_, StoreError>(gone.into_iter().filter(|gone| *gone == Gone::Missing).count() as u64)
            })?;
        }
        for batch in left_out.chunks(BATCH) {
            self.store.write(|tx| batch.iter().try_for_each(|file| note_left_out(tx, self.viewer, file)))?;
        }
        Ok(missing)
    }

    fn library(&self) -> LibraryId {
        self.viewer.library()
    }
}

/// Counts what there is, so that progress has an end to go by. Names only; nothing is opened.
fn count(root: &Path, within: &Roots, progress: &Progress) -> Result<(), ImportError> {
    let (began, mut seen) = (Instant::now(), 0);
    look_through(root, within, &mut |sighting| {
        seen += 1;
        if matches!(sighting, Sighting::Found(_)) {
            progress.counted();
        }
        !progress.is_stopping() && seen < MOST_COUNTED && began.elapsed() < COUNTING
    })?;
    Ok(())
}

/// The next thing to keep; `None` when all is brought, `Some(None)` when it is time to keep what has waited.
fn next(brought: &Receiver<Brought>, first_waits_since: Option<Instant>) -> Option<Option<Brought>> {
    let Some(since) = first_waits_since else { return brought.recv().ok().map(Some) };
    match brought.recv_timeout(PATIENCE.saturating_sub(since.elapsed())) {
        Ok(one) => Some(Some(one)),
        Err(RecvTimeoutError::Timeout) => Some(None),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// What was passed by, in the words of the report.
fn count_passed(report: &mut Report, path: &Path, why: Passed) {
    match why {
        Passed::AskedNotTo => report.asked_not_to += 1,
        Passed::LedOut => report.led_out += 1,
        Passed::Loop => report.loops += 1,
        Passed::OtherFile => report.other_files += 1,
        Passed::Unreadable(why) => report.unread.push(CouldNot { path: path.to_owned(), why, listed: false }),
    }
}
