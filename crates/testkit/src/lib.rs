//! The test house: what the tests of every room need. Nothing here is part of the program.
#![allow(clippy::unwrap_used, reason = "a test house that cannot be built should fail loudly")]

mod databases;
mod shared;

pub use databases::{House, houses};
pub use shared::{shared_file, skip};
