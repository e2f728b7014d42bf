//! Drives a real browser: for stories, screenshots and measurements. Nothing here is part of the program.
//!
//! A page is spoken to as a person would speak of it, by roles and visible words, never by classes:
//!
//! ```no_run
//! # fn main() -> Result<(), browser::Missing> {
//! let page = browser::Browser::start("http://localhost:7878")?.phone().dark();
//! page.open("/today");
//! page.press("Not this");
//! assert!(page.says("It is put away."));
//! # Ok(())
//! # }
//! ```
//!
//! What cannot be done ends with a panic that tells what is on the page: a story that cannot go on has failed.
#![allow(clippy::missing_panics_doc, reason = "a story that cannot go on fails loudly")]

mod acting;
mod axe;
mod commands;
mod driver;
mod finding;
mod hands;

mod looks;
mod passkey;
mod pictures;
mod programs;
mod served;
mod session;
mod speed;
mod tour;

pub use acting::Tab;
pub use axe::{Place, Violation};
pub use looks::Screen;
pub use programs::{Missing, axe_program};
pub use served::Served;
pub use session::Browser;
pub use speed::{Network, Weight};
pub use tour::{FIRST_VISIT, INSIDE, OUTSIDE, Stop};
