//! Ids are numbers that mean something inside one library only. An id opens nothing: every read also asks who is reading.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// One owner's collection of photos. The first column of every key of an owner's table.
    LibraryId,
    /// One picture or video, however many files hold it.
    PhotoId,
    /// One file (or a missing one) that holds a photo, its motion part or its sidecar.
    FileId,
    /// A folder that a library looks into.
    FolderId,
    /// Photos that belong together in time and place.
    MomentId,
    /// Somebody: in a picture, or looking at one.
    PersonId,
    /// Something that one person asked of care.
    WishId,
    /// What one person lost, as they said it.
    LossId,
    /// What one person began to say of a loss, and has not kept yet.
    DraftId,
    /// A day that one person made a hard day without a loss.
    HardDayId,
    /// A loss that one person offered to another.
    OfferId,
    /// Somebody who may sign in.
    AccountId,
    /// One browser in which somebody signed in.
    SessionId,
    /// A key that a device or a password manager holds for somebody.
    PasskeyId,
    /// A key to the API that somebody made for a program.
    TokenId,
    /// Something that the owner changed about people, to be taken back.
    ChangeId,
    /// A town, with its region and country.
    PlaceId,
}
