//! The one place with `unsafe` among the decoders: rav1d, the Rust port of dav1d, is called by dav1d's C interface, for it
//! has no other. Built without assembly, its code is Rust throughout; what is unsafe here is the passing of pointers.

#![allow(unsafe_code, reason = "rav1d offers only the C interface of dav1d")]

use std::mem::MaybeUninit;
use std::ptr::NonNull;

use rav1d::include::dav1d::data::Dav1dData;
use rav1d::include::dav1d::dav1d::{Dav1dContext, Dav1dLogger, Dav1dSettings};
use rav1d::include::dav1d::headers::{
    DAV1D_PIXEL_LAYOUT_I400, DAV1D_PIXEL_LAYOUT_I420, DAV1D_PIXEL_LAYOUT_I422, DAV1D_PIXEL_LAYOUT_I444,
};
use rav1d::include::dav1d::picture::Dav1dPicture;
use rav1d::src::lib::{
    dav1d_close, dav1d_data_create, dav1d_data_unref, dav1d_default_settings, dav1d_get_picture, dav1d_open,
    dav1d_picture_unref, dav1d_send_data,
};

use super::MAX_PIXELS;

/// A decoded AV1 picture, copied out of the decoder.
pub(super) struct Frame {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Bits a sample: 8, 10 or 12.
    pub(super) depth: u32,
    pub(super) sampling: Sampling,
    /// Luma, then the two of chroma unless it is monochrome: rows without gaps.
    pub(super) planes: Vec<Vec<u16>>,
    /// What the sequence header says of colours (H.273), 2 being "unspecified".
    pub(super) primaries: u8,
    pub(super) transfer: u8,
    pub(super) matrix: u8,
    pub(super) full_range: bool,
}

/// By how many bits chroma is coarser than luma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sampling {
    Monochrome,
    Chroma { across: u32, down: u32 },
}

/// Decodes the first picture of an AV1 stream (a sequence of OBUs), on this thread alone.
///
/// # Errors
///
/// What the decoder does not like about it, in words for a log.
pub(super) fn decode(stream: &[u8]) -> Result<Frame, &'static str> {
    if stream.is_empty() {
        return Err("an AV1 stream without bytes");
    }
    let decoder = Decoder::open()?;
    decoder.send(stream)?;
    decoder.picture()?.copied()
}

struct Decoder(Option<Dav1dContext>);

impl Decoder {
    fn open() -> Result<Self, &'static str> {
        let mut settings = MaybeUninit::<Dav1dSettings>::uninit();
        // SAFETY: the pointer is valid for writing a `Dav1dSettings`, and the call writes a whole one.
        let mut settings = unsafe {
            dav1d_default_settings(NonNull::from(&mut settings).cast());
            settings.assume_init()
        };
        settings.n_threads = 1;
        settings.max_frame_delay = 1;
        settings.frame_size_limit = MAX_PIXELS as u32;
        // SAFETY: without a callback nothing is ever called.
        settings.logger = unsafe { Dav1dLogger::new(None, None) };
        let mut context = None;
        // SAFETY: both pointers are to live values of the types that are asked for.
        let result = unsafe { dav1d_open(Some(NonNull::from(&mut context)), Some(NonNull::from(&mut settings))) };
        if result.0 == 0 && context.is_some() { Ok(Self(context)) } else { Err("the AV1 decoder did not start") }
    }

    fn send(&self, stream: &[u8]) -> Result<(), &'static str> {
        let mut data = Dav1dData::default();
        // SAFETY: `data` is live; on success the call returns the start of `stream.len()` bytes that are ours to fill.
        let sent = unsafe {
            let Some(room) = NonNull::new(dav1d_data_create(Some(NonNull::from(&mut data)), stream.len())) else {
                return Err("no room for the AV1 stream");
            };
            room.as_ptr().copy_from_nonoverlapping(stream.as_ptr(), stream.len());
            let sent = dav1d_send_data(self.0, Some(NonNull::from(&mut data)));
            // What was taken over is no longer in `data`; what was not is freed here.
            dav1d_data_unref(Some(NonNull::from(&mut data)));
            sent
        };
        if sent.0 == 0 { Ok(()) } else { Err("a damaged AV1 stream") }
    }

    fn picture(&self) -> Result<Picture, &'static str> {
        let mut picture = Picture(Dav1dPicture::default());
        // SAFETY: the context is open until `self` is dropped, and the pointer is to a live, empty picture.
        let got = unsafe { dav1d_get_picture(self.0, Some(NonNull::from(&mut picture.0))) };
        if got.0 == 0 { Ok(picture) } else { Err("an AV1 stream without a whole picture") }
    }
}

impl Drop for Decoder {
    fn drop(&mut self) {
        // SAFETY: the context came from `dav1d_open`, is closed once, and pictures hold references of their own.
        unsafe { dav1d_close(Some(NonNull::from(&mut self.0))) }
    }
}

struct Picture(Dav1dPicture);

impl Picture {
    fn copied(&self) -> Result<Frame, &'static str> {
        let (Ok(width), Ok(height)) = (usize::try_from(self.0.p.w), usize::try_from(self.0.p.h)) else {
            return Err("an AV1 picture of negative size");
        };
        let sampling = match self.0.p.layout {
            DAV1D_PIXEL_LAYOUT_I400 => Sampling::Monochrome,
            DAV1D_PIXEL_LAYOUT_I420 => Sampling::Chroma { across: 1, down: 1 },
            DAV1D_PIXEL_LAYOUT_I422 => Sampling::Chroma { across: 1, down: 0 },
            DAV1D_PIXEL_LAYOUT_I444 => Sampling::Chroma { across: 0, down: 0 },
            _ => return Err("an unknown AV1 pixel layout"),
        };
        let depth = self.0.p.bpc as u32;
        let planes = match sampling {
            Sampling::Monochrome => vec![self.plane(0, width, height, depth)?],
            Sampling::Chroma { across, down } => {
                let (chroma_width, chroma_height) = (width.div_ceil(1 << across), height.div_ceil(1 << down));
                vec![
                    self.plane(0, width, height, depth)?,
                    self.plane(1, chroma_width, chroma_height, depth)?,
                    self.plane(2, chroma_width, chroma_height, depth)?,
                ]
            }
        };
        // SAFETY: a picture that was handed out keeps its sequence header alive.
        let header = unsafe { self.0.seq_hdr.ok_or("an AV1 picture without a header")?.as_ref() };
        Ok(Frame {
            width,
            height,
            depth,
            sampling,
            planes,
            primaries: header.pri as u8,
            transfer: header.trc as u8,
            matrix: header.mtrx as u8,
            full_range: header.color_range != 0,
        })
    }

    /// Copies one plane: bytes at 8 bits, otherwise 16-bit samples.
    fn plane(&self, index: usize, width: usize, height: usize, depth: u32) -> Result<Vec<u16>, &'static str> {
        let start = self.0.data[index].ok_or("an AV1 picture without a plane")?;
        let stride = self.0.stride[index.min(1)];
        let mut samples = Vec::with_capacity(width * height);
        for row in 0..height as isize {
            // SAFETY: dav1d's contract: each plane has `height` rows, `stride` bytes apart (it may be negative), of at
            // least `width` samples; they live and stay unchanged as long as the picture does, which `self` holds.
            unsafe {
                let row = start.as_ptr().byte_offset(row * stride);
                if depth == 8 {
                    samples.extend(std::slice::from_raw_parts(row.cast::<u8>(), width).iter().map(|&v| u16::from(v)));
                } else {
                    samples.extend_from_slice(std::slice::from_raw_parts(row.cast::<u16>(), width));
                }
            }
        }
        Ok(samples)
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // SAFETY: the picture is live and given back once; an empty one may be given back too.
        unsafe { dav1d_picture_unref(Some(NonNull::from(&mut self.0))) }
    }
}
