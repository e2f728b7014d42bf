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
mod shots;

pub use changed::{changed_days, take_changed_days};
pub use counts::{Counts, counts};
pub use dates::{DateError, GivenDate, correct_dates, take_back_correction};
pub use files::{Unread, files_of, original_of, unread};
pub use folders::{add_folder, folders};
pub use import::{AfterBatch, ImportError, Importer};
pub use keep::{NewFile, NewPhoto, Shown, keep};
pub use owner::default_owner;
pub use people::{
    Changed, Facts, LONGEST_NAME, Name, Named, Relation, birthdays_on, change_facts, faces_of, is_a_thing,
    keyword_is_somebody, keywords, keywords_of, merge, name_person, other_names, people, person, photos_by_year,
    photos_of_person, rename, set_birth, set_death, set_relation, shown_as, split, tag, things, undo_change, untag,
};
pub use photos::{Photo, Size, photo, photos};
pub use progress::{Progress, Stage, Standing};
pub use removal::{hide, remove, restore, unhide};
pub use report::Report;
pub use shots::{Shot, portraits, shots_between, taken_on};

pub(crate) use changed::mark_changed;
pub(crate) use photos::{AT_ONCE, ids};
