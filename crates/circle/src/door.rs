//! The door itself: what every way in and out goes through.

use std::sync::Arc;

use store::Store;

use crate::sessions::Remembered;

/// The door of a house. Its methods are all that can be asked of this room: each is one use case, kept whole or not at all, and
/// waits for the database, so it belongs on a thread that may wait. They stand in the file that they are about: accounts, set-up,
/// signing in, sessions, passkeys, recovery codes, codes for once, tokens.
#[derive(Clone)]
pub struct Door {
    pub(crate) store: Arc<Store>,
    pub(crate) remembered: Arc<Remembered>,
}

impl Door {
    /// The door of the house whose accounts are kept there. Whoever wires the rooms makes it.
    pub fn new(store: Arc<Store>) -> Self {
        Self { store, remembered: Arc::default() }
    }
}
