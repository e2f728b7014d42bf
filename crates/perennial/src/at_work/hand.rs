//! A hand: takes jobs, holds them while it works, and says what came of them.

mod beating;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use circle::Viewer;
use jiff::Timestamp;
use library::{Importer, Progress};
use store::jobs::{self, AfterFailure, Lease, MOST_ATTEMPTS};
use store::{StoreError, Tx};

use super::bell::Bell;
use crate::failure::Failure;
use crate::jobs::{Clock, ENDED, Kind, Outcome, PANICKED, Trouble, Work};

use beating::Beat;

/// How often it is looked for what other processes asked for.
const LOOKS: Duration = Duration::from_secs(5);

/// What all hands of a process share.
pub(crate) struct Shared {
    pub(super) importer: Importer,
    pub(super) clock: Clock,
    /// Rung when there may be something to do.
    pub(super) bell: Bell,
    ending: AtomicBool,
}

/// Takes jobs of some kinds, one after another.
pub(crate) struct Hand {
    shared: Arc<Shared>,
    kinds: Vec<&'static dyn Kind>,
    by: String,
}

/// What a look for something to do came upon.
pub(super) enum Found {
    /// This, held.
    Something(Lease, Viewer),
    /// Nothing before then, as far as is known now.
    Nothing(Duration),
}

/// What came of a piece of work.
pub(crate) type Came = Result<Outcome, Trouble>;

impl Shared {
    pub(crate) fn new(importer: Importer, clock: Clock) -> Self {
        Self { importer, clock, bell: Bell::default(), ending: AtomicBool::new(false) }
    }

    /// The program ends: what runs stops soon, and nothing more is taken.
    pub(super) fn end(&self) {
        self.ending.store(true, Relaxed);
        self.bell.ring();
    }

    pub(super) fn is_ending(&self) -> bool {
        self.ending.load(Relaxed)
    }

    /// Changes rows of the queue alone, at the time that it is.
    pub(super) fn write_queue<T>(
        &self,
        work: impl FnOnce(&mut Tx<'_>, Timestamp) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.importer.store.write_queue(|tx| {
            let now = (self.clock)(tx)?;
            work(tx, now)
        })
    }
}

impl Hand {
    pub(crate) fn new(shared: Arc<Shared>, kinds: Vec<&'static dyn Kind>) -> Self {
        Self { shared, kinds, by: format!("process {}", std::process::id()) }
    }

    /// Works off what there is to do, until the program ends.
    pub(super) fn work_off(&self) {
        let mut worked = false;
        while !self.shared.is_ending() {
            let heard = self.shared.bell.rung();
            match self.take() {
                Ok(Found::Something(lease, viewer)) => {
                    self.work_on(&lease, viewer);
                    worked = true;
                }
                Ok(Found::Nothing(wait)) => {
                    if std::mem::take(&mut worked) {
                        rest(&self.shared.importer);
                    }
                    self.shared.bell.wait(heard, wait);
                }
                Err(error) => {
                    tracing::warn!("the queue cannot be read: {}", Failure::from(error));
                    self.shared.bell.wait(heard, LOOKS);
                }
            }
        }
    }

    /// Works while holding the lease: it is renewed, and how far `progress` is can be seen from everywhere. Where the lease is
    /// lost, the program ends, or whom it `heeds` lets nothing come in, `progress` is asked to stop.
    pub(crate) fn holding<T>(
        &self,
        lease: &Lease,
        progress: &Progress,
        heeds: Option<Viewer>,
        work: impl FnOnce() -> T,
    ) -> T {
        let beat = Beat::new(&self.shared, lease, progress, heeds);
        std::thread::scope(|scope| {
            scope.spawn(|| beat.go_on());
            // However it ends, or the other thread would beat for ever.
            let _over = beat.over();
            work()
        })
    }

    /// Says what came of a job. Where the lease was lost meanwhile, nothing is acknowledged: it is another's now.
    pub(crate) fn acknowledge(&self, lease: &Lease, came: &Came) -> Result<(), StoreError> {
        let kind = &lease.job.kind;
        let held = self.shared.write_queue(|tx, now| {
            Ok(match came {
                Ok(Outcome::Done) => jobs::done(tx, lease, None, now)?,
                Ok(Outcome::Next(at)) => jobs::done(tx, lease, Some(*at), now)?,
                Ok(Outcome::Stopped) => jobs::give_back(tx, lease, now)?,
                Err(trouble) => match jobs::failed(tx, lease, trouble.why, now)? {
                    Some(AfterFailure::Again(at)) => {
                        tracing::warn!(kind, again = %at, "{trouble}");
                        true
                    }
                    Some(AfterFailure::GivenUp) => {
                        tracing::error!(kind, "{trouble}. It is given up until somebody asks for it");
                        true
                    }
                    None => false,
                },
            })
        })?;
        if !held {
            tracing::info!(kind, "another process has taken over");
        }
        self.shared.bell.ring();
        Ok(())
    }

    pub(super) fn work_on(&self, lease: &Lease, viewer: Viewer) {
        let Some(kind) = self.kinds.iter().find(|kind| kind.name() == lease.job.kind) else { return };
        let progress = Progress::default();
        let came = if lease.attempt > MOST_ATTEMPTS {
            Err(Trouble::new(ENDED, "the program ended in the middle of it time and again"))
        } else {
            let importer = Importer { viewer, ..self.shared.importer.clone() };
            let work = Work { lease, importer: &importer, progress: &progress, clock: &self.shared.clock };
            // A mistake of ours in one job must not end all later ones without a word.
            let caught = || catch_unwind(AssertUnwindSafe(|| kind.work(&work)));
            self.holding(lease, &progress, kind.is_paused().then_some(viewer), caught)
                .unwrap_or_else(|_| Err(Trouble::new(PANICKED, "it panicked")))
        };
        if let Err(error) = self.acknowledge(lease, &came) {
            // The lease runs out, and somebody does it again.
            tracing::warn!(kind = kind.name(), "what came of it cannot be noted: {}", Failure::from(error));
        }
    }

    pub(super) fn take(&self) -> Result<Found, StoreError> {
        let mut wait = LOOKS;
        let viewers = self.shared.importer.store.read(library::owners)?;
        for viewer in viewers {
            let (library, now, kinds, due) = self.shared.importer.store.read(|tx| {
                let kinds = self.kinds_of(tx, viewer)?;
                let due = jobs::next_due(tx, viewer.library(), &kinds)?;
                Ok::<_, StoreError>((viewer.library(), (self.shared.clock)(tx)?, kinds, due))
            })?;
            match due {
                Some(due) if due <= now => {
                    let lease = self.shared.write_queue(|tx, now| jobs::take(tx, library, &kinds, &self.by, now))?;
                    if let Some(lease) = lease {
                        return Ok(Found::Something(lease, viewer));
                    }
                    // Somebody was quicker.
                    wait = Duration::ZERO;
                }
                Some(due) => wait = wait.min(now.duration_until(due).unsigned_abs()),
                None => {}
            }
        }
        Ok(Found::Nothing(wait))
    }

    /// The kinds that may be begun now.
    fn kinds_of(&self, tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<&'static str>, StoreError> {
        let paused = library::paused_since(tx, viewer)?.is_some();
        Ok(self.kinds.iter().filter(|kind| !(paused && kind.is_paused())).map(|kind| kind.name()).collect())
    }
}

/// Nothing to do: workers go home, and memory goes back to the system.
fn rest(importer: &Importer) {
    if let Some(confinement) = importer.workers.confinement() {
        tracing::info!("workers were held in by: {confinement}");
    }
    importer.workers.retire();
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: malloc_trim only gives free pages back; it may be called at any time from any thread.
    unsafe {
        libc::malloc_trim(0);
    }
}
