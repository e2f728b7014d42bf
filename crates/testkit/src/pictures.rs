//! Small pictures, where a test needs a real one.

use jpeg_encoder::{ColorType, Encoder};

/// A JPEG of that size, red in its upper left corner and grey elsewhere.
pub fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let colour = |x: u16, y: u16| if x < width / 2 && y < height / 2 { [220, 30, 30] } else { [120, 120, 120] };
    let samples: Vec<u8> = (0..height).flat_map(|y| (0..width).flat_map(move |x| colour(x, y))).collect();
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 90).encode(&samples, width, height, ColorType::Rgb).unwrap();
    bytes
}
