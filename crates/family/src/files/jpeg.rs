//! Pixels to JPEG.

use std::io;

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::Picture;

/// A JPEG file with these blocks of metadata.
pub(crate) fn encoded(picture: &Picture, quality: u8, exif: Option<&[u8]>, xmp: Option<&str>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(picture.rgb.len() / 8);
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    if let Some(exif) = exif {
        encoder.add_exif_metadata(exif).map_err(io::Error::other)?;
    }
    if let Some(xmp) = xmp {
        let segment = [b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()].concat();
        encoder.add_app_segment(1, segment).map_err(io::Error::other)?;
    }
    let side = |length: u32| u16::try_from(length).map_err(io::Error::other);
    let (width, height) = (side(picture.width)?, side(picture.height)?);
    encoder.encode(&picture.rgb, width, height, ColorType::Rgb).map_err(io::Error::other)?;
    Ok(bytes)
}
