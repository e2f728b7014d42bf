//! Moments, and the kinds of memory that bring them back.
//!
//! A *moment* is photos that belong together in time and place; a *memory* is a moment with a reason to return today. What
//! is made here is only a [`Candidate`]: whether anyone may see it is the room `care`'s to say.

mod anniversary;
mod birthday;
mod bursts;
mod candidate;
mod candidates;
mod extents;
mod group;
mod moments;
mod nights;
mod observance;
pub mod observances;
mod occasions;
mod on_this_day;
mod said;
mod seams;
mod settle;
mod variety;

pub use anniversary::{Anniversary, anniversary};
pub use bursts::same_picture;
pub use candidate::{Candidate, Pick, Reason};
pub use candidates::candidates;
pub use extents::{Extent, extents, extents_with, places_between};
pub use moments::{Member, Moment, before, contents, member, moment, moments_holding, moments_of, moments_of_nights};
pub use observances::{About, Observance, ObservanceId, observance, observances, observed_on};
pub use occasions::{Belongs, OccasionId, belonging, occasions_with};
pub use on_this_day::stand_ins;
pub use said::{LONGEST_TITLE, LONGEST_WORDS, MomentWords, say_of, tidied};
pub use seams::{Neighbours, SeamId, join, neighbours, part, unsew};
pub use settle::{most_often, settle, settled};

/// How many memories one day offers at most. More than a person looks at over a breakfast.
pub const MOST_MEMORIES: usize = 12;
/// How many photos a memory shows at most; the rest are a tap away.
pub const MOST_PHOTOS: usize = 8;
/// Nothing younger than this returns: it is not gone yet.
pub const REST_DAYS: i64 = 300;
