//! How far an import is: counted by the import, read by whoever shows it.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use model::{Stage, Standing};

/// Counters of a running import. Also the way to ask it to stop.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicU8,
    total: AtomicU64,
    done: AtomicU64,
    came_in: AtomicU64,
    stop: AtomicBool,
    began: Mutex<Option<Instant>>,
}

impl Progress {
    /// Asks the import to stop soon. What is in stays in; the next run goes on from there.
    pub fn stop(&self) {
        self.stop.store(true, Relaxed);
    }

    /// Whether somebody asked it to stop.
    pub fn is_stopping(&self) -> bool {
        self.stop.load(Relaxed)
    }

    /// How far it is now.
    pub fn standing(&self) -> Standing {
        let began = *self.began.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds = began.map_or(0.0, |b| b.elapsed().as_secs_f64()).max(0.001);
        let done = self.done.load(Relaxed);
        // Where there was more than could be counted first, what was looked at is counted too.
        let total = self.total.load(Relaxed).max(done);
        let rate = done as f64 / seconds;
        // Before half a second the rate says more about starting up than about photos.
        let left =
            (done > 0 && seconds > 0.5).then(|| Duration::from_secs_f64(total.saturating_sub(done) as f64 / rate));
        let stage = match self.stage.load(Relaxed) {
            1 => Stage::Counting,
            2 => Stage::BringingIn,
            _ => Stage::Resting,
        };
        let came_in = self.came_in.load(Relaxed);
        Standing { stage, total, done, came_in, per_second: rate.round() as u64, left }
    }

    /// Counting begins.
    pub fn begin_counting(&self) {
        self.total.store(0, Relaxed);
        self.done.store(0, Relaxed);
        self.came_in.store(0, Relaxed);
        self.stage.store(1, Relaxed);
    }

    pub(crate) fn begin_bringing_in(&self) {
        *self.began.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        self.stage.store(2, Relaxed);
    }

    pub(crate) fn rest(&self) {
        self.stage.store(0, Relaxed);
    }

    /// One more file was counted.
    pub fn counted(&self) {
        self.total.fetch_add(1, Relaxed);
    }

    pub(crate) fn did(&self, files: u64, came_in: u64) {
        self.done.fetch_add(files, Relaxed);
        self.came_in.fetch_add(came_in, Relaxed);
    }
}
