//! Scaling down, never up.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use crate::NotShown;

use super::pixels::{Layout, Pixels};

/// The picture with a long side of at most `side` pixels; one that is small enough comes back untouched.
pub(super) fn into(pixels: Pixels, side: u32) -> Result<Pixels, NotShown> {
    if pixels.width.max(pixels.height) <= side { Ok(pixels) } else { copy(&pixels, side) }
}

/// A copy of the picture with a long side of at most `side` pixels.
pub(super) fn copy(pixels: &Pixels, side: u32) -> Result<Pixels, NotShown> {
    let (width, height) = fit(pixels.width, pixels.height, side);
    exactly(pixels, width, height)
}

/// A copy of the picture at that size, whatever its shape was.
///
/// CatmullRom keeps faces crisp without the halos of Lanczos, and costs the same.
pub(super) fn exactly(pixels: &Pixels, width: u32, height: u32) -> Result<Pixels, NotShown> {
    let kind = match pixels.layout {
        Layout::Grey => PixelType::U8,
        Layout::Rgb => PixelType::U8x3,
        Layout::Rgba | Layout::Cmyk => PixelType::U8x4,
    };
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom))
        .use_alpha(pixels.layout == Layout::Rgba);
    let source = ImageRef::new(pixels.width, pixels.height, &pixels.samples, kind).map_err(broken)?;
    let mut scaled = Image::new(width, height, kind);
    Resizer::new().resize(&source, &mut scaled, &options).map_err(broken)?;
    Ok(Pixels {
        width,
        height,
        layout: pixels.layout,
        samples: scaled.into_vec(),
        colour: pixels.colour.clone(),
        turn: pixels.turn,
    })
}

/// The size that fits into a square of `side` pixels in the same shape: at least one pixel each way, and never larger than
/// it was.
fn fit(width: u32, height: u32, side: u32) -> (u32, u32) {
    let long = width.max(height);
    if long <= side {
        return (width, height);
    }
    let scaled = |length: u32| {
        let rounded = (u64::from(length) * u64::from(side) + u64::from(long) / 2) / u64::from(long);
        (rounded as u32).clamp(1, side)
    };
    (scaled(width), scaled(height))
}

fn broken(fault: impl std::fmt::Display) -> NotShown {
    NotShown::Broken(fault.to_string())
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn a_long_side_fits_and_the_shape_stays() {
        assert_eq!(fit(4032, 3024, 1600), (1600, 1200));
        assert_eq!(fit(3024, 4032, 480), (360, 480));
    }

    #[test]
    fn nothing_is_scaled_up_and_nothing_vanishes() {
        assert_eq!(fit(20, 10, 480), (20, 10));
        assert_eq!(fit(1, 30_000, 480), (1, 480));
    }
}
