//! Where photos come from, a file each. A source is looked at, never written to.

mod folder;
mod found;
mod roots;
mod watch;

pub use folder::{FolderTrouble, look_through};
pub use found::{Beside, Found, Passed, Sighting};
pub use roots::Roots;
pub use watch::{Unwatched, Watch, WatchError, watch};
