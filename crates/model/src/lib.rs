//! The plain values that every room speaks: ids, dates as they were lived, places, people.
//!
//! Nothing here reads a clock, a file or a network; everything is a value that can be compared and written down.

mod ids;
mod place;
mod taken;

pub use ids::{
    AccountId, ChangeId, FileId, FolderId, HardDayId, LibraryId, LossId, MomentId, OfferId, PasskeyId, PersonId,
    PhotoId, PlaceId, SessionId, TokenId, WishId,
};
pub use place::{Place, Position};
pub use taken::{Confidence, Precision, Taken, UtcOffset, day_from_number, day_number, millis, moment_of};
