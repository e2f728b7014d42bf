//! What is kept with care: losses, hard days, what is to come, and why.

pub(crate) mod ahead;
mod breath;
pub(crate) mod by_hand;
pub(crate) mod caution;
pub(crate) mod days;
mod draft;
pub(crate) mod drafts;
pub(crate) mod entering;
mod entry;
mod known;
pub(crate) mod log;
mod measures;
pub(crate) mod offers;
pub(crate) mod one;
pub(crate) mod overview;
mod reach;
mod shown;
pub(crate) mod told;
mod typed;
mod understood;
pub(crate) mod waits;
pub(crate) mod why;

pub(crate) use by_hand::{looks, taken_said};
