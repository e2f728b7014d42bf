//! What is known of one file: the answer of a worker.

use jiff::Timestamp;
use jiff::civil::DateTime;
use model::{Place, Position, Taken};
use serde::{Deserialize, Serialize};

use crate::Format;

/// What a file says of itself, with its sidecars and its name counted in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The format, by content.
    pub format: Format,
    /// Pixels as stored, before `orientation` is applied.
    pub size: Option<(u32, u32)>,
    /// How to turn the stored pixels upright.
    pub orientation: Orientation,
    /// Length of a video in milliseconds.
    pub duration_ms: Option<u64>,
    /// When it was taken, if anything tells.
    pub taken: Option<Taken>,
    /// Where it was taken.
    pub position: Option<Position>,
    /// The nearest town to `position` (GeoNames).
    pub place: Option<Place>,
    /// EXIF Make (0x010F).
    pub make: Option<String>,
    /// EXIF Model (0x0110).
    pub model: Option<String>,
    /// EXIF Software (0x0131) or XMP CreatorTool.
    pub software: Option<String>,
    /// `dc:title`, IPTC 2:05 or their like.
    pub title: Option<String>,
    /// `dc:description`, IPTC 2:120, EXIF ImageDescription or their like.
    pub caption: Option<String>,
    /// `dc:subject` and IPTC 2:25, without doubles, in order.
    pub keywords: Vec<String>,
    /// `xmp:Rating`: −1 rejected, 0 unrated, 1 to 5.
    pub rating: Option<i8>,
    /// Marked by its owner: a rating of 5, or a favourite flag.
    pub favourite: bool,
    /// People named in the picture.
    pub people: Vec<Face>,
    /// What sort of picture it is.
    pub genre: Genre,
    /// Apple's content identifier, the same on both halves of a Live Photo.
    pub pair: Option<String>,
}

/// Somebody named in a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Face {
    /// The name as written.
    pub name: String,
    /// Where in the picture, if a region was drawn.
    pub region: Option<Region>,
}

/// A rectangle in an upright picture: top left corner and size as parts of its width and height, each 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "x, y, width and height say it")]
pub struct Region {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Picture or video.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Picture,
    Video,
}

/// What sort of picture it is. Only a [`Genre::Photo`] ever makes a memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Genre {
    /// A picture of life.
    #[default]
    Photo,
    /// A picture of a screen.
    Screenshot,
    /// A receipt, a form, a page.
    Document,
    /// A picture passed on from elsewhere: a meme, a greeting, a sticker.
    Meme,
}

/// EXIF Orientation (0x0112), 1 to 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Orientation(u8);

/// What the worker is told besides the bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Hints {
    /// The file's name without its folder.
    pub name: String,
    /// The file's own time stamp.
    pub modified: Option<Timestamp>,
    /// The owner's local time now: nothing was taken later.
    pub now: DateTime,
    /// The owner's own time zone (IANA name), for times in UTC of which no place tells the zone.
    pub home: Option<String>,
    /// XMP sidecars found beside the file, their text.
    pub sidecars: Vec<String>,
}

/// The answer for one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    /// What is known of it.
    pub facts: Metadata,
    /// What can be shown of it, or why nothing can.
    pub renditions: Result<Renditions, NotShown>,
}

/// Two upright sRGB JPEGs without metadata, and what is computed from their pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Renditions {
    /// JPEG, long side at most [`crate::SMALL`].
    pub small: Vec<u8>,
    /// JPEG, long side at most [`crate::LARGE`].
    pub large: Vec<u8>,
    /// Width and height of `large`.
    pub size: (u32, u32),
    /// A thumbhash (evanw.github.io/thumbhash), at most 25 bytes.
    pub thumbhash: Vec<u8>,
    /// A 64-bit perceptual hash: pictures that look alike differ in few bits.
    pub likeness: u64,
}

/// Why a file cannot be shown. The file is still listed, with the facts that could be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NotShown {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// The end is missing: half copied, or damaged.
    #[error("the end of the file is missing; it may still be being copied")]
    Truncated,
    /// Not a format that Perennial knows.
    #[error("not a picture or video that Perennial knows")]
    UnknownFormat,
    /// More pixels or bytes than a worker takes on.
    #[error("larger than Perennial can show")]
    TooLarge,
    /// Damaged, or a dialect of its format that no decoder here reads.
    #[error("the picture is damaged or of a rare kind ({0})")]
    Broken(String),
    /// A RAW file without an embedded JPEG.
    #[error("the RAW file has no preview inside")]
    NoPreview,
    /// No `ffmpeg` on this machine to make a poster frame.
    #[error("a picture for a video needs ffmpeg, which was not found")]
    NoFfmpeg,
    /// The worker process ended under it.
    #[error("reading it crashed a worker; nothing else was harmed")]
    Crashed,
    /// The worker took longer than it may.
    #[error("reading it took too long")]
    TimedOut,
    /// The operating system would not give the bytes.
    #[error("the file could not be read ({0})")]
    Unreadable(String),
}

impl NotShown {
    /// The stable name used in the database and in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Truncated => "truncated",
            Self::UnknownFormat => "unknown_format",
            Self::TooLarge => "too_large",
            Self::Broken(_) => "broken",
            Self::NoPreview => "no_preview",
            Self::NoFfmpeg => "no_ffmpeg",
            Self::Crashed => "crashed",
            Self::TimedOut => "timed_out",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

impl Metadata {
    /// Metadata of a file of which nothing but its format is known yet.
    pub fn of_format(format: Format) -> Self {
        Self {
            format,
            size: None,
            orientation: Orientation::UPRIGHT,
            duration_ms: None,
            taken: None,
            position: None,
            place: None,
            make: None,
            model: None,
            software: None,
            title: None,
            caption: None,
            keywords: Vec::new(),
            rating: None,
            favourite: false,
            people: Vec::new(),
            genre: Genre::Photo,
            pair: None,
        }
    }

    /// Picture or video.
    pub fn kind(&self) -> Kind {
        if self.format.is_video() { Kind::Video } else { Kind::Picture }
    }
}

impl Orientation {
    /// Stored as it is to be seen.
    pub const UPRIGHT: Self = Self(1);

    /// The orientation with that EXIF number; anything outside 1 to 8 counts as upright.
    pub fn from_exif(value: u32) -> Self {
        if (1..=8).contains(&value) { Self(value as u8) } else { Self::UPRIGHT }
    }

    /// The EXIF number, 1 to 8.
    pub fn exif(self) -> u8 {
        self.0
    }

    /// Whether upright width and height are the stored height and width.
    pub fn swaps_sides(self) -> bool {
        self.0 >= 5
    }
}
