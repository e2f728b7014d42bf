//! Renewing a lease while somebody works on it, and noting how far they are.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use circle::Viewer;
use library::Progress;
use model::Standing;
use store::StoreError;
use store::jobs::{self, Lease, RENEWAL, TERM};

use super::Shared;
use crate::at_work::standing::written;

/// How often it is looked whether to go on, and how far the work is. A row is written no more often than this.
const BEAT: Duration = Duration::from_secs(1);

pub(super) struct Beat<'a> {
    shared: &'a Shared,
    lease: &'a Lease,
    progress: &'a Progress,
    /// Whose pauses it heeds.
    heeds: Option<Viewer>,
    is_over: Mutex<bool>,
    heard: Condvar,
}

/// Ends the beat when dropped.
pub(super) struct Over<'a>(&'a Beat<'a>);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        *self.0.is_over.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.heard.notify_all();
    }
}

impl<'a> Beat<'a> {
    pub(super) fn new(shared: &'a Shared, lease: &'a Lease, progress: &'a Progress, heeds: Option<Viewer>) -> Self {
        Self { shared, lease, progress, heeds, is_over: Mutex::new(false), heard: Condvar::new() }
    }

    pub(super) fn over(&'a self) -> Over<'a> {
        Over(self)
    }

    /// Beats until the work is over.
    pub(super) fn go_on(&self) {
        let (mut noted, mut renewed) = (Standing::default(), Instant::now());
        while self.waits() {
            let standing = self.progress.standing();
            let is_due = renewed.elapsed() >= RENEWAL.unsigned_abs();
            let may_go_on = match (is_due || standing != noted).then(|| self.renew(&standing)) {
                None => self.may_go_on().unwrap_or(true),
                Some(Ok(held)) => {
                    (noted, renewed) = (standing, Instant::now());
                    held && self.may_go_on().unwrap_or(true)
                }
                Some(Err(error)) => {
                    tracing::warn!("a lease cannot be renewed: {error}");
                    // Whatever the reason: once it ran out, somebody else may be at it.
                    renewed.elapsed() < TERM.unsigned_abs()
                }
            };
            if !may_go_on || self.shared.is_ending() {
                self.progress.stop();
            }
        }
    }

    /// Waits for the next beat. `false`: the work is over.
    fn waits(&self) -> bool {
        let is_over = self.is_over.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.heard.wait_timeout_while(is_over, BEAT, |is_over| !*is_over);
        let (is_over, _) = waited.unwrap_or_else(PoisonError::into_inner);
        !*is_over
    }

    fn renew(&self, standing: &Standing) -> Result<bool, StoreError> {
        let said = written(standing);
        self.shared.write_queue(|tx, now| Ok(jobs::renew(tx, self.lease, said.as_deref(), now)?.is_some()))
    }

    /// Whether nobody took it away, and nobody paused it.
    fn may_go_on(&self) -> Result<bool, StoreError> {
        self.shared.importer.store.read(|tx| {
            let paused = self.heeds.map_or(Ok(None), |viewer| library::paused_since(tx, viewer))?;
            Ok(paused.is_none() && jobs::is_ours(tx, self.lease)?)
        })
    }
}
