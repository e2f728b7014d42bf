//! Random libraries, and a slow and simple reading of the rules over what was put in and said.

pub(crate) mod extents;
pub(crate) mod random;
pub(crate) mod rows;
pub(crate) mod rules;
pub(crate) mod told;

pub(crate) use random::{DAYS, Random, random};
pub(crate) use told::Told;
