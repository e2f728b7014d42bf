//! Pages and API: the only room that knows HTML and HTTP.
//!
//! Whatever a page shows of a library it got from `care`, cleared for the viewer of this very request. That is in the
//! types: the words for a memory are made from a `Cleared` one, and from nothing else.
//!
//! ```
//! # fn show(memory: &care::Cleared<care::Memory>, day: jiff::civil::Date) -> String {
//! web::Words::default().title(memory, day, day)
//! # }
//! ```
//! ```compile_fail,E0308
//! # fn show(memory: &care::Memory, day: jiff::civil::Date) -> String {
//! // The same memory, uncleared: this does not compile.
//! web::Words::default().title(memory, day, day)
//! # }
//! ```

mod address;
mod api;
mod assets;
mod coming_in;
mod day;
mod door;
mod flash;
mod house;
mod lane;
mod pages;
mod picking;
mod routes;
mod tiles;
mod trouble;
mod visitor;
pub mod words;

pub use coming_in::{ComingIn, Now, Takes, Unanswered, UnreadFiles, UnreadPage, Watched, Work, WorkState};
pub use day::DayJson;
pub use door::{Network, NotANetwork};
pub(crate) use house::House;
pub use house::{PATIENCE, Reached, Wiring};
pub use lane::THREADS;
pub use routes::{Enters, Route, router, routes};
pub use words::{Language, Words};
