//! JPEG (ITU-T T.81), decoded no larger than it is needed.

use jpeg_decoder::{Decoder, PixelFormat};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::{LARGE, NotShown};

use super::pixels::{Layout, Pixels, check_size};

/// Decodes a JPEG at the least of 1/8, 1/4, 1/2 and full size that still has [`LARGE`] pixels on its long side.
pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, NotShown> {
    match scaled(bytes) {
        Err(Refusal::Final(reason)) => Err(reason),
        Err(Refusal::Decoder(_)) if !has_end(bytes) => Err(NotShown::Truncated),
        Err(Refusal::Decoder(reason)) => forgiving(bytes).map_err(|last| match last {
            NotShown::Broken(_) => NotShown::Broken(reason),
            other => other,
        }),
        Ok(pixels) => Ok(pixels),
    }
}

enum Refusal {
    Final(NotShown),
    /// What the first decoder says; another may disagree.
    Decoder(String),
}

impl From<jpeg_decoder::Error> for Refusal {
    fn from(fault: jpeg_decoder::Error) -> Self {
        Self::Decoder(fault.to_string())
    }
}

fn scaled(bytes: &[u8]) -> Result<Pixels, Refusal> {
    let mut decoder = Decoder::new(bytes);
    decoder.read_info()?;
    let info = decoder.info().ok_or(Refusal::Decoder("no frame".into()))?;
    check_size(info.width.into(), info.height.into()).map_err(Refusal::Final)?;
    // One side that is long enough satisfies the decoder, so the short one asks for what it cannot have.
    let (wide, high) = if info.width >= info.height { (LARGE as u16, u16::MAX) } else { (u16::MAX, LARGE as u16) };
    let (width, height) = decoder.scale(wide, high)?;
    let layout = match info.pixel_format {
        PixelFormat::L8 => Layout::Grey,
        PixelFormat::RGB24 => Layout::Rgb,
        PixelFormat::CMYK32 => Layout::Cmyk,
        PixelFormat::L16 => return Err(Refusal::Final(NotShown::Broken("a lossless JPEG of 16 bits".into()))),
    };
    let samples = decoder.decode()?;
    if samples.len() != usize::from(width) * usize::from(height) * layout.channels() {
        return Err(Refusal::Decoder("fewer pixels than promised".into()));
    }
    Ok(Pixels::new(width.into(), height.into(), layout, samples).with_profile(decoder.icc_profile()))
}

/// A second opinion from a slower decoder that forgives more.
fn forgiving(bytes: &[u8]) -> Result<Pixels, NotShown> {
    let broken = |fault: zune_jpeg::errors::DecodeErrors| NotShown::Broken(fault.to_string());
    let options = DecoderOptions::default()
        .jpeg_set_out_colorspace(ColorSpace::RGB)
        .set_strict_mode(false)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(broken)?;
    let info = decoder.info().ok_or_else(|| NotShown::Broken("no frame".into()))?;
    check_size(info.width.into(), info.height.into())?;
    let samples = decoder.decode().map_err(broken)?;
    if samples.len() != usize::from(info.width) * usize::from(info.height) * Layout::Rgb.channels() {
        return Err(NotShown::Broken("fewer pixels than promised".into()));
    }
    Ok(Pixels::new(info.width.into(), info.height.into(), Layout::Rgb, samples).with_profile(decoder.icc_profile()))
}

/// Whether the picture's end (EOI) is there. It is looked for behind the first scan's header: an embedded thumbnail has an
/// end of its own before that, and in the scans no other FF D9 can occur (T.81 B.1.1.5).
fn has_end(bytes: &[u8]) -> bool {
    const START_OF_SCAN: u8 = 0xda;
    let mut at = 2;
    loop {
        match bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()) {
            None => return false,
            Some([0xff, 0xff, ..]) => at += 1,
            Some(&[0xff, START_OF_SCAN, ..]) => return memchr::memmem::find(&bytes[at..], &[0xff, 0xd9]).is_some(),
            Some(&[0xff, _, high, low]) => at += 2 + usize::from(u16::from_be_bytes([high, low])),
            // Not headers at all: that is damage, wherever the end is.
            Some(_) => return true,
        }
    }
}
