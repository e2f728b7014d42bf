//! The one wall between what is kept and what is seen.
//!
//! Pages, pushes and feeds show only what is [`Cleared`], and nothing outside this room can clear anything. A `Cleared` is
//! for now: it cannot be copied, stored or serialised, so whoever wants to show something again asks again. Where care
//! cannot decide, there is an error and nothing to show.
//!
//! ```compile_fail,E0451
//! # fn forge(photo: library::Photo) -> care::Cleared<library::Photo> {
//! // Only care clears: the field is private, and there is no other way to make one.
//! care::Cleared { what: photo }
//! # }
//! ```
//! ```compile_fail,E0308
//! # fn keep(cleared: &care::Cleared<library::Photo>) -> care::Cleared<library::Photo> {
//! // A clearance does not keep: cloning what is inside gives a photo that is not cleared any more.
//! cleared.clone()
//! # }
//! ```
//! ```compile_fail,E0277
//! # fn write<T: serde::Serialize>(_: T) {}
//! # fn store(cleared: care::Cleared<i64>) {
//! // Nor can it be written down.
//! write(cleared)
//! # }
//! ```

mod cleared;
mod guard;
mod held;
mod plan;
mod rest;
mod sight;
mod wishes;

pub use cleared::Cleared;
pub use guard::{Beside, CareError, Story, beside, photo, screens_on, story, story_part, today};
pub use held::Held;
pub use plan::{DayPlan, Memory, Offered, day_plan};
pub use sight::{
    Country, Found, Life, ON_A_PAGE, PhotosOf, Removed, Shelf, ShelfPage, Sight, Suggestion, Town, Turn, YearOfLife,
    YearOfShelf, look,
};
pub use wishes::{HowLong, Scope, StandingWish, Wish, keep_away, lift, standing};
