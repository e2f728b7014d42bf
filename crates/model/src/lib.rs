//! The plain values that every room speaks: ids, dates as they were lived, places, folders.
//!
//! Nothing here reads a clock, a file or a network; everything is a value that can be compared and written down.

mod folders;
mod ids;
mod place;
mod standing;
mod taken;

pub use folders::{AddedFolder, Folder, FolderRefused, Look, LookTrouble, Unread};
pub use ids::{
    AccountId, ChangeId, DraftId, FileId, FolderId, HardDayId, LibraryId, LossId, MomentId, OfferId, PasskeyId,
    PersonId, PhotoId, PlaceId, SessionId, TokenId, WishId,
};
pub use place::{Place, Position};
pub use standing::{Stage, Standing};
pub use taken::{Confidence, Precision, Taken, UtcOffset, day_from_number, day_number, millis, moment_of};
