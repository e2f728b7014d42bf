//! How long somebody waits for a use case, and giving it up with them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::StoreError;

/// How long work behind the pages may take for one transaction. Generous: it is there against hanging, not against slowness.
const BEHIND_THE_PAGES: Duration = Duration::from_secs(10 * 60);
/// How much longer a use case may take that has kept something: it is seen through.
const SEEN_THROUGH: Duration = Duration::from_secs(60);

/// What whoever waits for a use case and the statements of that use case agree on: until when it is waited for, and whether
/// it still is. One for each use case; clones are the same one.
///
/// Whoever stops waiting says so by [`Patience::give_up`], and knows then whether anything was kept. Statements that run on
/// are interrupted, waiting for a turn to write ends, and nothing is kept any more.
#[derive(Clone, Debug)]
pub struct Patience(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    until: Instant,
    standing: Mutex<Standing>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// Somebody waits, and nothing was kept.
    Waited,
    /// Something is being kept at this moment; it cannot be taken back any more.
    Keeping,
    /// Something was kept.
    Kept,
    /// Nobody waits.
    GivenUp,
}

impl Patience {
    /// Waits until that instant.
    pub fn until(until: Instant) -> Self {
        Self(Arc::new(Shared { until, standing: Mutex::new(Standing::Waited) }))
    }

    /// Waits that long from now on.
    pub fn lasting(time: Duration) -> Self {
        Self::until(Instant::now() + time)
    }

    /// Nobody waits any more. Answers whether the use case is given up, so that nothing of it was kept or will be; `false`
    /// when something was kept already, or is being kept: then its answer is worth waiting for.
    pub fn give_up(&self) -> bool {
        let mut standing = self.standing();
        if *standing == Standing::Waited {
            *standing = Standing::GivenUp;
        }
        *standing == Standing::GivenUp
    }

    /// Whether nothing more may be done for it.
    pub(crate) fn is_over(&self) -> bool {
        self.left().is_none()
    }

    /// How much time is left; `None` when it is over.
    pub(crate) fn left(&self) -> Option<Duration> {
        self.left_as(*self.standing())
    }

    /// Fails when it is over.
    pub(crate) fn check(&self) -> Result<Duration, StoreError> {
        self.left().ok_or(StoreError::Late)
    }

    /// Keeps something by `commit`, unless it is over. While that runs, nobody can give it up any more.
    pub(crate) fn keep(&self, commit: impl FnOnce() -> Result<(), StoreError>) -> Result<(), StoreError> {
        let before = {
            let mut standing = self.standing();
            self.left_as(*standing).ok_or(StoreError::Late)?;
            std::mem::replace(&mut *standing, Standing::Keeping)
        };
        let kept = commit();
        *self.standing() = if kept.is_ok() { Standing::Kept } else { before };
        kept
    }

    /// For work behind the pages.
    pub(crate) fn generous() -> Self {
        Self::lasting(BEHIND_THE_PAGES)
    }

    fn left_as(&self, standing: Standing) -> Option<Duration> {
        let until = match standing {
            Standing::Waited => self.0.until,
            Standing::Keeping | Standing::Kept => self.0.until + SEEN_THROUGH,
            Standing::GivenUp => return None,
        };
        Some(until.saturating_duration_since(Instant::now())).filter(|left| !left.is_zero())
    }

    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.0.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(3_600);

    #[test]
    fn what_was_given_up_keeps_nothing() {
        let patience = Patience::lasting(LONG);
        assert!(!patience.is_over());
        assert!(patience.give_up() && patience.give_up());
        assert!(patience.is_over());
        let mut tried = false;
        let kept = patience.keep(|| {
            tried = true;
            Ok(())
        });
        assert!(matches!(kept, Err(StoreError::Late)) && !tried);
    }

    #[test]
    fn what_is_being_kept_or_was_cannot_be_given_up() {
        let patience = Patience::lasting(LONG);
        patience
            .keep(|| {
                assert!(!patience.give_up(), "while it is being kept");
                Ok(())
            })
            .unwrap();
        assert!(!patience.give_up(), "afterwards");
        assert!(!patience.is_over(), "the rest is seen through");
    }

    #[test]
    fn what_could_not_be_kept_can_be_given_up() {
        let patience = Patience::lasting(LONG);
        patience.keep(|| Err(StoreError::Full)).unwrap_err();
        assert!(patience.give_up());
    }

    #[test]
    fn time_runs_out_by_itself() {
        let patience = Patience::until(Instant::now());
        assert!(patience.is_over());
        assert!(matches!(patience.keep(|| Ok(())), Err(StoreError::Late)));
        assert!(patience.give_up());
    }
}
