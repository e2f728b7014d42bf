//! What `templates/tiles.html` needs to know of a photo.

use care::{Cleared, MediaKind, Photo};
use data_encoding::BASE64;

/// Shapes of tiles, width to height, with their classes in `tiles.css`. A photo takes the nearest, so that rows are even
/// before anything is loaded, and hardly anything is cut off.
const SHAPES: [(f64, &str); 10] = [
    (0.46, "s-tall"),
    (0.5625, "s-9-16"),
    (0.6667, "s-2-3"),
    (0.75, "s-3-4"),
    (0.8, "s-4-5"),
    (1.0, "s-1-1"),
    (1.3333, "s-4-3"),
    (1.5, "s-3-2"),
    (1.7778, "s-16-9"),
    (2.4, "s-wide"),
];

/// The class of a photo's tile.
pub(crate) fn shape(photo: &Cleared<Photo>) -> &'static str {
    let ratio = photo.shown_size.map_or(1.0, |(width, height)| f64::from(width.max(1)) / f64::from(height.max(1)));
    let off = |of: f64| (of / ratio).ln().abs();
    let nearest = SHAPES.iter().min_by(|(a, _), (b, _)| off(*a).total_cmp(&off(*b)));
    nearest.map_or("s-1-1", |(_, class)| class)
}

/// The thumbhash of a photo, for `thumbhash.js`.
pub(crate) fn hash(photo: &Cleared<Photo>) -> String {
    BASE64.encode(&photo.thumbhash)
}

/// Whether it moves.
pub(crate) fn moves(photo: &Cleared<Photo>) -> bool {
    photo.kind() == MediaKind::Video
}
