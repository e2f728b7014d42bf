//! Keeps photos: what was found becomes a photo, once, and stays until it is removed on purpose.
//!
//! What is read here is not yet cleared for anyone's eyes; that is the room `care`'s to say.

mod changed;
mod counts;
mod dates;
mod files;
mod folders;
mod import;
mod keep;
mod owner;
mod people;
mod photos;
mod progress;
mod removal;
mod report;
mod shelf;
mod shots;
mod tags;
mod unread;

pub use changed::{changed_days, take_changed_days};
pub use counts::{Counts, bytes_of_originals, counts};
pub use dates::{DateError, GivenDate, correct_dates, take_back_correction};
pub use files::{files_of, original_of};
pub use folders::{
    AddFolderError, AddedFolder, Folder, FolderRefused, LONGEST_PATH, Look, LookTrouble, add_asked_folder, add_folder,
    folders, let_folder_go, pause, paused_since, resume, take_folder_back,
};
pub use import::{AfterBatch, ImportError, Importer};
pub use keep::{NewFile, NewPhoto, Shown, keep};
pub use owner::default_owner;
pub use people::{Named, birthdays_on, name_person, people, set_birth, set_death};
pub use photos::{Photo, Size, photo, photos};
pub use progress::{Progress, Stage, Standing};
pub use removal::{hide, remove, restore, unhide};
pub use report::Report;
pub use shelf::{
    Aside, Known, ShelfDay, Shelved, Spot, Stretch, samples, set_aside, shelf_days, shelved, spots_before, spots_from,
};
pub use shots::{Shot, portraits, shots_between, taken_on};
pub use tags::{tag, untag};
pub use unread::{Unread, unread, unread_counts, unread_page};

pub(crate) use changed::mark_changed;
