//! The work that changes to a library ask for, in their own transaction. Who does it is the binary's to say.

use circle::Viewer;
use model::FolderId;
use store::jobs::Job;

/// The kind of work that looks through a folder; its key is the folder's number.
pub const LOOKING: &str = "looking";
/// The kind of work that lets go of what was made of removed photos.
pub const LETTING_GO: &str = "letting_go";

/// Looking through a folder.
pub fn look_at(viewer: Viewer, folder: FolderId) -> Job {
    Job::new(viewer.library(), LOOKING, folder)
}

/// Letting go of what was made of photos that were removed too long ago to be taken back.
pub fn let_go_of_removed(viewer: Viewer) -> Job {
    Job::new(viewer.library(), LETTING_GO, "")
}
