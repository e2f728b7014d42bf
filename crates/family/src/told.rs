//! Pictures of other stories than the family's own: drawn by the same scenes, with what their files say told from outside.

use std::io;
use std::path::Path;

use jiff::civil::DateTime;
use model::Position;

use crate::files::{Progress, Summary, write_all};
use crate::shot::{Camera, Kind, Named, Scene, Shot};
use crate::stage::Part;
use crate::{Spot, Who};

/// What the file of a picture says, and roughly what it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Where its file lies in the folder, with `/` between the parts.
    pub path: String,
    /// When it was taken.
    pub time: DateTime,
    /// Where, if its camera wrote that.
    pub position: Option<Position>,
    /// The names that are written in it.
    pub names: Vec<String>,
    /// A sentence.
    pub caption: Option<String>,
    /// What it shows.
    pub scene: Scene,
    /// Whose figures are drawn, with their ages.
    pub figures: Vec<(Who, f32)>,
    /// Another number, another drawing.
    pub seed: u64,
}

impl Told {
    fn shot(&self, size: (u32, u32)) -> Shot {
        let named = |name: &String| Named { who: Who::Mother, name: name.clone(), region: None };
        Shot {
            path: self.path.clone(),
            time: self.time,
            millisecond: (self.time.subsec_nanosecond() / 1_000_000) as u16,
            offset: Spot::Home.offset(self.time),
            lived: self.time,
            position: self.position,
            spot: Spot::Home,
            people: self.names.iter().map(named).collect(),
            title: None,
            caption: self.caption.clone(),
            keywords: Vec::new(),
            rating: None,
            orientation: 1,
            camera: Some(Camera { make: "Apple", model: "iPhone 12 mini" }),
            scene: self.scene,
            moment: 0,
            burst: None,
            kind: Kind::Photo,
            story: None,
            sidecar: false,
            setting: self.scene,
            cast: self.figures.iter().map(|(who, age)| Part { who: *who, age: *age }).collect(),
            seed: self.seed,
            take: 0,
            size,
        }
    }
}

/// Writes such pictures into a folder, as [`write()`](crate::write()) does those of the family.
///
/// # Errors
/// Where a file cannot be written.
pub fn write_told(told: &[Told], size: (u32, u32), folder: &Path, progress: Progress<'_>) -> io::Result<Summary> {
    let shots: Vec<Shot> = told.iter().map(|told| told.shot(size)).collect();
    write_all(&shots, size, folder, progress)
}
