//! The pages, a handler a file.

pub(crate) mod account;
pub(crate) mod care;
pub(crate) mod coming_in;
pub(crate) mod done;
pub(crate) mod door;
pub(crate) mod first;
pub(crate) mod form;
pub(crate) mod front;
pub(crate) mod help;
pub(crate) mod keep_away;
pub(crate) mod keep_more;
pub(crate) mod library;
pub(crate) mod moment;
pub(crate) mod people;
pub(crate) mod photo;
pub(crate) mod photos;
pub(crate) mod places;
pub(crate) mod put_away;
pub(crate) mod removed;
pub(crate) mod rendition;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod tender;
pub(crate) mod today;
pub(crate) mod veil;
