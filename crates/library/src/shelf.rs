//! The shelf: the photos of a library in order of time. What was removed, hidden or left out is not on it.

mod days;
mod samples;
mod spots;

pub use days::{Aside, Known, ShelfDay, Shelved, set_aside, shelf_days, shelved};
pub use samples::samples;
pub use spots::{Spot, Stretch, spots_before, spots_from};

pub(crate) use days::recount;

/// Condition of a photo on the shelf, spelled as the index `photos_on_shelf` spells it.
const ON_SHELF: &str = "removed_ms IS NULL AND hidden = 0 AND left_out = 0";
/// Condition of a photo that its owner hid, spelled as the index `photos_hidden` spells it.
const HIDDEN: &str = "removed_ms IS NULL AND hidden = 1 AND left_out = 0";
/// A day in milliseconds.
const DAY: i64 = 86_400_000;
