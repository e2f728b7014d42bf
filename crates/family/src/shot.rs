//! One picture that somebody took, before it is drawn.

use jiff::civil::DateTime;
use model::{Position, UtcOffset};

use crate::stage::Part;
use crate::{Spot, Who};

/// One picture: what its file says, and what it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shot {
    /// Where its file lies in the folder, with `/` between the parts.
    pub path: String,
    /// When, as the camera wrote it: a dead clock's 1 January 2000, a scanner's day.
    pub time: DateTime,
    /// Thousandths of a second.
    pub millisecond: u16,
    /// The UTC offset as far as the camera wrote it.
    pub offset: Option<UtcOffset>,
    /// When it came about, whatever the camera says: the file's own time stamp.
    pub lived: DateTime,
    /// Where, as far as the camera wrote it.
    pub position: Option<Position>,
    /// Where it truly was.
    pub spot: Spot,
    /// Who is named in it, and where in the picture.
    pub people: Vec<Named>,
    /// A few words.
    pub title: Option<String>,
    /// A sentence.
    pub caption: Option<String>,
    /// Tags.
    pub keywords: Vec<String>,
    /// Stars, 1 to 5.
    pub rating: Option<u8>,
    /// EXIF Orientation: 1 as it lies, 6 and 8 lie on their sides.
    pub orientation: u8,
    /// What took it.
    pub camera: Option<Camera>,
    /// What it shows.
    pub scene: Scene,
    /// Which of the family's moments it belongs to, counted from the first day.
    pub moment: u32,
    /// Pictures with the same number were taken in one burst.
    pub burst: Option<u32>,
    /// What sort of picture it is.
    pub kind: Kind,
    /// What it is in the story, for tests and the demo.
    pub story: Option<Story>,
    /// Whether people, title, caption and stars are in an `.xmp` file beside it instead of inside.
    pub sidecar: bool,
    pub(crate) setting: Scene,
    pub(crate) cast: Vec<Part>,
    pub(crate) seed: u64,
    pub(crate) take: u64,
    pub(crate) size: (u32, u32),
}

impl Shot {
    /// Whether the owner marked it as one she loves: five stars.
    pub fn favourite(&self) -> bool {
        self.rating == Some(5)
    }

    /// Whether it is stored on its side.
    pub fn sideways(&self) -> bool {
        matches!(self.orientation, 6 | 8)
    }
}

/// Somebody named in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Which of the people.
    pub who: Who,
    /// The name as written.
    pub name: String,
    /// Where the face is; some are named without.
    pub region: Option<Region>,
}

/// A rectangle in the upright picture: upper left corner and size as parts of its width and height, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "x, y, width and height say it")]
pub struct Region {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// A camera, as EXIF names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "make and model say it")]
pub struct Camera {
    pub make: &'static str,
    pub model: &'static str,
}

/// What sort of picture it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A photo with all that its camera writes.
    Photo,
    /// A picture of a screen.
    Screenshot,
    /// A photo of a receipt, tagged so.
    Receipt,
    /// A copy that came through a messenger: smaller words, no EXIF at all.
    Messenger,
    /// An old print on a scanner: its date is the day of the scan.
    Scan,
    /// From a camera whose clock had stopped: 1 January 2000.
    DeadClock,
}

/// What a picture is in the family's story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Story {
    /// On the plan's day of an earlier year: should come back as a memory.
    OnThisDay,
    /// The evening on the plan's day that ran past midnight.
    PastMidnight,
    /// On the plan's day, and never a memory: screenshot, receipt, scan, messenger copy, dead clock.
    NeverAMemory,
    /// The months of waiting.
    Waiting,
    /// The shower, two weeks before the loss.
    BabyShower,
    /// The night in hospital.
    HospitalNight,
    /// A candle, on that day of a later year.
    Remembering,
    /// The last afternoon with the grandmother.
    LastVisit,
    /// 29 February.
    LeapDay,
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Scene {
    Sea,
    Hills,
    Woods,
    Snow,
    Garden,
    Street,
    Living,
    Kitchen,
    Birthday,
    Camp,
    Car,
    Playground,
    Mountains,
    School,
    Meal,
    Party,
    Dog,
    Portrait,
    Nursery,
    Ultrasound,
    Bump,
    HospitalRoom,
    HospitalWindow,
    HospitalHands,
    HospitalHat,
    Candle,
    Screen,
    Receipt,
    Print,
}
