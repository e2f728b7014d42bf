//! The API, version 1: what the pages do, for programs. Everything that it shows of a library is cleared by care, and is
//! written out at once.

pub(crate) mod ahead;
pub(crate) mod changes;
pub(crate) mod coming_in;
pub(crate) mod document;
pub(crate) mod folders;
pub(crate) mod losses;
pub(crate) mod moments;
pub(crate) mod people;
pub(crate) mod photos;
mod problem;
pub(crate) mod search;
mod shapes;
pub(crate) mod suggestions;
pub(crate) mod today;
pub(crate) mod why;
pub(crate) mod wishes;

pub(crate) use document::Document;
pub(crate) use problem::{CODES, Problem};
pub(crate) use shapes::Body;
