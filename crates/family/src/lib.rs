//! The sample family: twelve years of photos, drawn by code.
//!
//! [`family`] says who they are, [`shots`] what they photographed (pure: dates, places, people, no pixels), [`draw`]
//! paints one of those pictures and [`write()`] puts them all into a folder as real JPEG files with EXIF and XMP.
//! [`detailed`] makes large photos for measuring an import. All of it comes out the same for the same [`Plan`].
//!
//! The family lost a child at twenty weeks, six years before the plan's year. That night is among the pictures. It is
//! drawn quietly, nobody is named in it, and whatever is added here should be worth showing to somebody who grieves.

mod chance;

mod detailed;
mod files;
mod paint;
mod people;
mod picture;
mod places;
mod plan;
mod scenes;
mod shot;
mod stage;
mod story;
mod told;

pub use detailed::{detailed, write_detailed};
pub use files::{Progress, Summary, write};
pub use people::{Family, Loss, Person, Relation, Who, family};
pub use picture::{Picture, draw};
pub use places::Spot;
pub use plan::Plan;
pub use shot::{Camera, Kind, Named, Region, Scene, Shot, Story};
pub use story::shots;
pub use told::{Told, write_told};
