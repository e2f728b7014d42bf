//! Simulated lives, to measure what care spares people and what it costs them.
//!
//! A [`Life`] is ten to twenty years of somebody's photos with what they lost, and the truth of what hurts them when. It is
//! [`lived`] day by day under a [`Policy`]; what comes of it is a [`Tally`]. Every number that lives are made of is in
//! `assumptions.rs`, with its source or marked as assumed.

mod assumptions;
mod born;
mod chance;
mod figures;
pub mod first_visit;
mod life;
mod lived;
mod living;
mod loss;
mod many;
mod owner;
pub mod policies;
pub mod report;
mod returning;
pub mod stories;
pub mod table;
mod truth;

pub use assumptions::ANSWER;
pub use figures::{Figure, proportion};
pub use life::{Grief, Life, Loss, LossKind, Moment, MomentKind, Person, Photo, Role, Spot, SpotKind, Tie, Way};
pub use lived::{Tally, lived};
pub use many::{Run, live, seed_of};
pub use owner::{Answer, Owner, Owners, Unanswered, Willing};
pub use policies::{Least, Met, Named, Policy, Rules, Signs};
pub use returning::{Calendar, Memory, Reason, Returning, days};
pub use truth::Hurt;
