//! HEIC: pictures coded with HEVC (ITU-T H.265).

use heifer::{Error, Image, Options};

use crate::{NotShown, Orientation};

use super::MAX_PIXELS;
use super::container::{self, Coded};
use super::hdr::ToneMap;
use super::pixels::{Colour, Layout, Pixels, check_size};

/// Decodes the primary picture. The decoder turns it upright itself.
pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, NotShown> {
    let file = container::open(bytes)?;
    let colour = container::colour(&file, file.primary_id);
    if let Some(Coded { primaries, transfer, .. }) = container::coded(&file, file.primary_id)
        && let Some(map) = ToneMap::of(primaries, transfer)
    {
        let bright = heifer::decode_with_options(bytes, &options()).map_err(reason)?;
        let (width, height) = (bright.width, bright.height);
        return Ok(Pixels {
            turn: Some(Orientation::UPRIGHT),
            ..Pixels::new(width, height, Layout::Rgb, dim(&bright, &map))
        });
    }
    let picture = heifer::decode_rgba8(bytes, &options()).map_err(reason)?;
    pixels(picture, colour)
}

fn options() -> Options {
    // One thread: a worker has no others, and its siblings keep the other cores busy.
    Options { max_threads: 1, max_pixels: MAX_PIXELS }
}

fn pixels(picture: Image<u8>, colour: Colour) -> Result<Pixels, NotShown> {
    check_size(picture.width, picture.height)?;
    let (width, height) = (picture.width, picture.height);
    let (layout, samples) =
        if picture.has_alpha { (Layout::Rgba, picture.data) } else { (Layout::Rgb, picture.into_rgb8()) };
    Ok(Pixels { colour, turn: Some(Orientation::UPRIGHT), ..Pixels::new(width, height, layout, samples) })
}

/// Bright pixels made ordinary ones. Alpha is rare and worthless there, and dropped.
fn dim(bright: &Image<u16>, map: &ToneMap) -> Vec<u8> {
    let most = f32::from(bright.max_value());
    let level = |v: u16| f32::from(v) / most;
    bright.data.as_chunks::<4>().0.iter().flat_map(|&[r, g, b, _]| map.map([level(r), level(g), level(b)])).collect()
}

fn reason(fault: Error) -> NotShown {
    match fault {
        Error::Container(fault) => container::reason(fault),
        Error::Invalid("image size is zero or too large") => NotShown::TooLarge,
        other => NotShown::Broken(other.to_string()),
    }
}
