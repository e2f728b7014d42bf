//! The test house: what the tests of every room need. Nothing here is part of the program.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test house that cannot be built fails loudly")]

mod databases;
mod door;
mod shared;
mod snaps;

pub use databases::{House, houses};
pub use door::{NAME, PASSWORD};
pub use shared::{shared_file, skip};
pub use snaps::{Snap, now, snap};
