//! PNG, WebP, GIF and TIFF: the first picture in them.

use std::io::Cursor;

use image::codecs::{gif::GifDecoder, png::PngDecoder, tiff::TiffDecoder, webp::WebPDecoder};
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits};

use crate::{Format, NotShown};

use super::pixels::{Layout, Pixels, check_size};

/// What a decoder may reserve, in bytes: the largest accepted picture at four bytes a pixel.
const MAX_RESERVED: u64 = super::MAX_PIXELS * 4;

/// Decodes the first picture in a file of one of the four formats.
pub(super) fn decode(bytes: &[u8], format: Format) -> Result<Pixels, NotShown> {
    let source = Cursor::new(bytes);
    match format {
        Format::Png => first(PngDecoder::with_limits(source, limits())),
        Format::WebP => first(WebPDecoder::new(source)),
        Format::Gif => first(GifDecoder::new(source)),
        _ => first(TiffDecoder::new(source)),
    }
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_RESERVED);
    limits
}

fn first(decoder: ImageResult<impl ImageDecoder>) -> Result<Pixels, NotShown> {
    let mut decoder = decoder.map_err(reason)?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    if decoder.total_bytes() > MAX_RESERVED {
        return Err(NotShown::TooLarge);
    }
    decoder.set_limits(limits()).map_err(reason)?;
    let icc = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(reason)?;
    Ok(eight_bits(picture).with_profile(icc))
}

fn eight_bits(picture: DynamicImage) -> Pixels {
    let (width, height) = (picture.width(), picture.height());
    let (layout, samples) = match picture {
        DynamicImage::ImageLuma8(grey) => (Layout::Grey, grey.into_raw()),
        DynamicImage::ImageLuma16(grey) => (Layout::Grey, high_bytes(&grey)),
        DynamicImage::ImageRgb8(rgb) => (Layout::Rgb, rgb.into_raw()),
        DynamicImage::ImageRgb16(rgb) => (Layout::Rgb, high_bytes(&rgb)),
        DynamicImage::ImageRgba8(rgba) => (Layout::Rgba, rgba.into_raw()),
        DynamicImage::ImageRgba16(rgba) => (Layout::Rgba, high_bytes(&rgba)),
        other if other.color().has_alpha() => (Layout::Rgba, other.into_rgba8().into_raw()),
        other => (Layout::Rgb, other.into_rgb8().into_raw()),
    };
    Pixels::new(width, height, layout, samples)
}

fn high_bytes(samples: &[u16]) -> Vec<u8> {
    samples.iter().map(|&v| ((u32::from(v) + 128) / 257) as u8).collect()
}

fn reason(fault: ImageError) -> NotShown {
    match fault {
        ImageError::Limits(_) => NotShown::TooLarge,
        ImageError::IoError(io) if io.kind() == std::io::ErrorKind::UnexpectedEof => NotShown::Truncated,
        other if mentions_the_end(&other) => NotShown::Truncated,
        other => NotShown::Broken(other.to_string()),
    }
}

/// Some decoders wrap the missing end of a file in errors of their own.
fn mentions_the_end(fault: &ImageError) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(fault);
    while let Some(fault) = cause {
        if fault.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::UnexpectedEof) {
            return true;
        }
        cause = fault.source();
    }
    false
}
