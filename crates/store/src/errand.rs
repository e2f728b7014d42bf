//! What one request asks of the database, and for whom: kept by the thread that runs it, so that whatever it calls on the way
//! is given up together, and counts together.

use std::cell::RefCell;

use crate::Patience;

thread_local! {
    static HERE: RefCell<Option<Errand>> = const { RefCell::new(None) };
}

/// What somebody asked for and waits for. Every transaction that its thread begins while it runs belongs to it, on whichever
/// store and in whichever room.
#[derive(Clone, Debug)]
pub struct Errand {
    patience: Patience,
}

impl Errand {
    /// An errand for somebody who waits so long.
    pub fn of(patience: &Patience) -> Self {
        Self { patience: patience.clone() }
    }

    /// Runs it on this thread. When the patience ends, statements are interrupted, waiting for a turn to write ends, and
    /// nothing is kept: every transaction fails with [`crate::StoreError::Late`].
    pub fn run<T>(self, work: impl FnOnce() -> T) -> T {
        let _over = Over(HERE.replace(Some(self)));
        work()
    }

    /// Whoever waits for what this thread does; for work behind the pages nobody in particular, for a generous while.
    pub(crate) fn patience() -> Patience {
        HERE.with_borrow(|errand| errand.as_ref().map_or_else(Patience::generous, |errand| errand.patience.clone()))
    }
}

/// Puts back what this thread did before, after a panic too.
struct Over(Option<Errand>);

impl Drop for Over {
    fn drop(&mut self) {
        HERE.set(self.0.take());
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn an_errand_ends_where_it_ends_and_another_within_it_is_its_own() {
        let (over, long) = (Patience::until(Instant::now()), Patience::lasting(Duration::from_secs(3_600)));
        assert!(!Errand::patience().is_over());
        Errand::of(&over).run(|| {
            assert!(Errand::patience().is_over());
            Errand::of(&long).run(|| assert!(!Errand::patience().is_over()));
            assert!(Errand::patience().is_over());
        });
        let fell = std::panic::catch_unwind(|| Errand::of(&over).run(|| panic!("over it falls")));
        assert!(fell.is_err() && !Errand::patience().is_over());
    }
}
