//! Keeps photos: what was found becomes a photo, once, and stays until it is removed on purpose.
//!
//! What is read here is not yet cleared for anyone's eyes; that is the room `care`'s to say.

mod beside;
mod changed;
mod circumstances;
mod clocks;
mod counts;
mod dates;
mod files;
mod folders;
mod import;
mod keep;
mod letting_go;
mod owner;
mod people;
mod photos;
mod progress;
mod removal;
mod report;
mod search;
mod shelf;
mod shots;
mod turning;
mod unread;
mod work;

pub use media::{Genre, Kind as MediaKind};

pub use changed::{changed_days, day_changed, take_changed_days};
pub use circumstances::{
    Circumstances, Dated, LastSeen, absent_and_seen_within, circumstances, died, last_photo, last_seen, last_taken,
    looks, looks_of, may_be_sent, people_in, photos_around, photos_beside_within, photos_in_towns, photos_of,
    photos_of_between, photos_taken_within, photos_there, photos_with_words, possible_days, seen_on, town_words,
    without_hour_within, words_in,
};
pub use clocks::{ClockShift, ShiftError, ShiftId, Shifted, shift_back, shift_camera, would_shift, wrong_by};
pub use counts::{Counts, bytes_of_originals, bytes_of_renditions, counts, has_photos, note_bytes_of_renditions};
pub use dates::{
    DateBeside, DateError, GivenDate, correct_dates, dated_beside_between, dates_beside, take_back_correction,
};
pub use files::{files_of, original_of};
pub use folders::{
    AddFolderError, AskedBy, LONGEST_PATH, add_asked_folder, add_folder, folders, let_folder_go, may_be_added, pause,
    paused_since, resume, take_folder_back, trouble_of,
};
pub use import::{AfterBatch, ImportError, Importer};
pub use keep::{NewFile, NewPhoto, Shown, keep};
pub use letting_go::{LetGoError, let_go, next_to_let_go};
pub use owner::{make_first_library, owners};
pub use people::{
    Changed, Keyword, LONGEST_NAME, LifeDates, Name, Named, Newest, Relation, Tagged, birthdays_on, change_life_dates,
    faces_of, is_a_thing, is_in, is_not_in, keyword_is_somebody, keywords, keywords_of, living, merge, name_person,
    newest_of_everybody, now_shown_as, other_names, people, people_of, person, photos_naming, photos_of_person, rename,
    set_birth, set_death, set_relation, shown_as, split, tag, tell_deaths, things, undo_change,
};
pub use photos::{Photo, Size, photo, photos};
pub use progress::Progress;
pub use removal::{REMOVAL_UNDONE, hide, hide_together, remove, removed, restore, screens_on, unhide, unhide_together};
pub use report::Report;
pub use search::{
    Hit, KnownPlace, List, Query, Span, begins_with, few_of, find, is_any_unworded, names_and_people, newest_at,
    off_shelf, place_counts, places, places_of, towns_named, word_some, words_of, words_that_begin, years_with_photos,
};
pub use shelf::{
    Aside, Known, ShelfDay, Shelved, Spot, Stretch, samples, set_aside, shelf_days, shelved, spots_before, spots_from,
};
pub use shots::{
    Shot, Sighting, portraits, shots_between, sighted_between, sightings_between, taken_between, taken_on,
};
pub use sources::Roots;
pub use turning::{Picture, RenditionError, turn};
pub use unread::{unread, unread_counts, unread_page};
pub use work::{LETTING_GO, LOOKING, is_coming_in, let_go_of_removed, look_at};

pub(crate) use changed::mark_changed;
pub(crate) use photos::{AT_ONCE, ids};
