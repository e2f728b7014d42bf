//! One sending of a form at a time in this program: the second of two at once waits for the answer of the first.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

static RUNNING: LazyLock<Mutex<HashMap<String, Arc<Turn<()>>>>> = LazyLock::new(Mutex::default);

/// Alone with a key until dropped.
pub(super) struct Alone {
    key: String,
    turn: Option<OwnedMutexGuard<()>>,
}

/// Waits until nobody else answers a request with that key.
pub(super) async fn with(key: &str) -> Alone {
    let turn = Arc::clone(running().entry(key.to_owned()).or_default());
    // Made before waiting: whoever is gone meanwhile leaves nothing behind either.
    let mut alone = Alone { key: key.to_owned(), turn: None };
    alone.turn = Some(turn.lock_owned().await);
    alone
}

impl Drop for Alone {
    fn drop(&mut self) {
        self.turn = None;
        let mut running = running();
        // Nobody but the map itself knows it any more.
        if running.get(&self.key).is_some_and(|turn| Arc::strong_count(turn) == 1) {
            running.remove(&self.key);
        }
    }
}

fn running() -> MutexGuard<'static, HashMap<String, Arc<Turn<()>>>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_key_is_one_at_a_time_and_nothing_is_left_behind() {
        let first = with("a").await;
        let other = with("b").await;
        let second = tokio::spawn(with("a"));
        tokio::task::yield_now().await;
        assert!(!second.is_finished());
        let gone = tokio::spawn(with("a"));
        tokio::task::yield_now().await;
        gone.abort();
        assert!(gone.await.is_err());
        drop(first);
        drop(second.await.unwrap());
        drop(other);
        assert!(running().keys().all(|key| key != "a" && key != "b"));
    }
}
