//! Pixels of a picture become two upright sRGB JPEGs, a thumbhash and a likeness.
//!
//! A file a format says how its bytes become [`Pixels`]; what happens to the pixels afterwards is the same for all and in
//! this order, because everything gets cheaper once the picture is small: scale down ([`scale`]), colours to sRGB and paper
//! under what is transparent ([`colour`]), turn upright ([`upright`]), encode.

mod av1;
mod avif;
mod colour;
mod container;
mod hdr;
mod heic;
mod jpeg;
mod likeness;
mod pixels;
mod plain;
mod raw;
mod scale;
#[cfg(test)]
mod tests;
mod turned;
mod upright;

pub use turned::{turned, turned_thumbhash};

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::{Format, LARGE, Metadata, NotShown, Renditions, SMALL};
use pixels::{Layout, Pixels};

/// The most pixels that a picture may declare.
pub(crate) const MAX_PIXELS: u64 = 200_000_000;
/// The most bytes that a picture's file may have.
pub(crate) const MAX_BYTES: u64 = 512 << 20;

/// JPEG quality of both renditions: at 4:2:0 about 180 KB for the large one, without visible blocks on a phone.
const QUALITY: u8 = 80;
/// The long side of the picture that the thumbhash is computed from: it accepts no more.
const HASHED: u32 = 100;

/// Makes what can be shown of the picture in `bytes`.
///
/// `facts` must be what was read of the same bytes: its orientation turns the picture upright.
///
/// # Errors
///
/// Why it cannot be shown.
pub(crate) fn render(bytes: &[u8], format: Format, facts: &Metadata) -> Result<Renditions, NotShown> {
    if bytes.is_empty() {
        return Err(NotShown::Empty);
    }
    if bytes.len() as u64 > MAX_BYTES {
        return Err(NotShown::TooLarge);
    }
    let mut pixels = decode(bytes, format)?;
    if pixels.turn.is_none() {
        pixels.turn = Some(facts.orientation);
    }
    finish(pixels)
}

fn decode(bytes: &[u8], format: Format) -> Result<Pixels, NotShown> {
    match format {
        Format::Jpeg => jpeg::decode(bytes),
        Format::Png | Format::WebP | Format::Gif | Format::Tiff => plain::decode(bytes, format),
        Format::Heic => heic::decode(bytes),
        Format::Avif => avif::decode(bytes),
        Format::Raw => raw::decode(bytes),
        Format::Mp4 | Format::Mov => Err(NotShown::Broken("a video has no picture of its own".into())),
    }
}

fn finish(pixels: Pixels) -> Result<Renditions, NotShown> {
    let turn = pixels.turn;
    let small_enough = scale::into(pixels, LARGE)?;
    let large = upright::turn(colour::to_srgb(small_enough), turn.unwrap_or(crate::Orientation::UPRIGHT));
    let small = scale::copy(&large, SMALL)?;
    let tiny = scale::copy(&small, HASHED)?;
    Ok(Renditions {
        small: encode(&small)?,
        large: encode(&large)?,
        size: (large.width, large.height),
        thumbhash: thumbhash(&tiny),
        likeness: likeness::of(&small)?,
    })
}

fn encode(rgb: &Pixels) -> Result<Vec<u8>, NotShown> {
    let (Ok(width), Ok(height)) = (u16::try_from(rgb.width), u16::try_from(rgb.height)) else {
        return Err(NotShown::TooLarge);
    };
    let mut jpeg = Vec::with_capacity(rgb.samples.len() / 8);
    let mut encoder = Encoder::new(&mut jpeg, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode(&rgb.samples, width, height, ColorType::Rgb).map_err(|fault| NotShown::Broken(fault.to_string()))?;
    Ok(jpeg)
}

fn thumbhash(tiny: &Pixels) -> Vec<u8> {
    debug_assert_eq!(tiny.layout, Layout::Rgb);
    let rgba: Vec<u8> = tiny.samples.as_chunks::<3>().0.iter().flat_map(|&[r, g, b]| [r, g, b, 255]).collect();
    thumbhash::rgba_to_thumb_hash(tiny.width as usize, tiny.height as usize, &rgba)
}
