//! Bytes become facts and renditions. Untrusted input lives here, and nowhere else.
//!
//! Whoever wants a file examined asks the [`Workers`]: the parsing and decoding itself happens in worker processes that
//! can reach neither network nor files, and whose crash or time-out is an ordinary answer ([`NotShown`]).

mod format;
mod metadata;
mod pictures;
mod reading;
mod workers;

pub use format::Format;
pub use metadata::{Examined, Face, Genre, Hints, Kind, Metadata, NotShown, Orientation, Region, Renditions};
pub use pictures::{turned, turned_thumbhash};
pub use workers::{Confinement, Enforced, Job, Limits, Unexamined, Workers, run_poster, run_worker};
#[doc(hidden)]
pub use workers::{Step, run_worker_with};

/// The long side, in pixels, of the small rendition.
pub const SMALL: u32 = 480;
/// The long side, in pixels, of the large rendition.
pub const LARGE: u32 = 1600;
