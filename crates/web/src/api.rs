//! The API, version 1: the same day plan that the pages show, as JSON.

pub(crate) mod coming_in;
pub(crate) mod suggestions;
pub(crate) mod today;
