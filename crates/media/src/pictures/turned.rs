//! Turning what is shown, because its owner says that it lies on its side. Originals stay as they are.
//!
//! This runs in the program itself: the JPEGs are the renditions that this room made.

use crate::{NotShown, Orientation};

use super::pixels::{Layout, Pixels};
use super::{encode, jpeg, upright};

/// A rendition, turned by so many quarters clockwise. It is encoded anew once, however often its owner changes their mind,
/// when it is made from the rendition that was never turned.
///
/// # Errors
/// When it is not a JPEG.
pub fn turned(rendition: &[u8], quarters: u8) -> Result<Vec<u8>, NotShown> {
    let pixels = jpeg::decode(rendition)?;
    encode(&upright::turn(in_colours(pixels), orientation(quarters)))
}

/// A thumbhash of the same picture turned by so many quarters clockwise. What is no thumbhash stays what it is.
pub fn turned_thumbhash(hash: &[u8], quarters: u8) -> Vec<u8> {
    // The header takes five bytes.
    let read = if hash.len() < 5 { Err(()) } else { ::thumbhash::thumb_hash_to_rgba(hash) };
    let Ok((width @ 1.., height @ 1.., samples)) = read else { return hash.to_owned() };
    let tiny = Pixels::new(width as u32, height as u32, Layout::Rgba, samples);
    let tiny = upright::turn(tiny, orientation(quarters));
    ::thumbhash::rgba_to_thumb_hash(tiny.width as usize, tiny.height as usize, &tiny.samples)
}

/// The EXIF orientation that asks for so many quarters clockwise.
fn orientation(quarters: u8) -> Orientation {
    Orientation::from_exif([1, 6, 3, 8][usize::from(quarters % 4)])
}

/// Renditions have three channels; a grey JPEG is taken too.
fn in_colours(pixels: Pixels) -> Pixels {
    match pixels.layout {
        Layout::Grey => {
            let samples = pixels.samples.iter().flat_map(|&grey| [grey; 3]).collect();
            Pixels::new(pixels.width, pixels.height, Layout::Rgb, samples)
        }
        _ => pixels,
    }
}
