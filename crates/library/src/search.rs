//! Finding photos by words, people, places and times.
//!
//! What can be found is noted as photos come in: their words (`wording.rs`), folded so that neither case nor accents matter
//! (`folding.rs`), and their places. A [`Query`] is what somebody typed into one field; everything in it must be true of a
//! photo that is found.

mod finding;
mod folding;
mod lists;
mod months;
mod places;
mod query;
mod wording;

pub use finding::{Hit, find, off_shelf};
pub use folding::{begins_with, words_of};
pub use lists::{List, few_of, newest_at};
pub(crate) use months::MONTHS;
pub use places::{KnownPlace, place_counts, places, places_of, towns_named};
pub use query::{Query, Span};
pub use wording::{is_any_unworded, names_and_people, word_some, words_that_begin, years_with_photos};

pub(crate) use wording::{note_words, reword_names_of};
