//! The API, version 1: what the pages do, for programs. Everything that it shows of a library is cleared by care, and is
//! written out at once.

pub(crate) mod changes;
pub(crate) mod coming_in;
pub(crate) mod document;
pub(crate) mod folders;
pub(crate) mod moments;
pub(crate) mod photos;
mod problem;
mod shapes;
pub(crate) mod today;
pub(crate) mod wishes;

pub(crate) use document::Document;
pub(crate) use problem::{CODES, Problem};
pub(crate) use shapes::Body;
