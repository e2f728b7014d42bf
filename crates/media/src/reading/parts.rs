//! What a container holds: the pixel size, and the blocks of metadata still to be read.

mod gif;
mod heif;
mod jpeg;
mod png;
mod raw;
mod riff;

use std::borrow::Cow;

pub(super) use self::raw::XMP as XMP_BOX;
pub(crate) use self::raw::is_raw;
use super::tiff::Group;
use crate::{Format, Orientation};

/// The most of any one block of metadata that is read: what is longer is not metadata, or means harm.
pub(super) const LARGEST_BLOCK: usize = 4 * 1024 * 1024;
/// The most blocks of one sort that are kept of a file.
const MOST_BLOCKS: usize = 16;

/// A block of metadata, borrowed from the file or put together from pieces of it.
pub(super) type Block<'a> = Cow<'a, [u8]>;

/// The parts of a picture file that say something of it.
#[derive(Default)]
pub(super) struct Parts<'a> {
    /// Pixels as stored.
    pub(super) size: Option<(u32, u32)>,
    /// Where the container, rather than EXIF, has the last word on how to turn it (HEIF).
    pub(super) orientation: Option<Orientation>,
    /// TIFF structures, which hold EXIF, and what their first directory is about.
    pub(super) tiff: Vec<(Block<'a>, Group)>,
    /// XMP packets.
    pub(super) xmp: Vec<Block<'a>>,
    /// IPTC IIM data sets.
    pub(super) iptc: Vec<Block<'a>>,
    /// Named texts (PNG).
    pub(super) texts: Vec<(String, String)>,
}

impl<'a> Parts<'a> {
    /// The parts of a picture of that format, as far as its bytes are sound.
    pub(super) fn of(bytes: &'a [u8], format: Format) -> Self {
        let mut parts = Self::default();
        match format {
            Format::Jpeg => jpeg::read(bytes, &mut parts),
            Format::Png => png::read(bytes, &mut parts),
            Format::WebP => riff::read(bytes, &mut parts),
            Format::Gif => gif::read(bytes, &mut parts),
            Format::Heic | Format::Avif => heif::read(bytes, &mut parts),
            Format::Tiff | Format::Raw => raw::read(bytes, &mut parts),
            Format::Mp4 | Format::Mov => {}
        }
        parts
    }

    /// Keeps an EXIF block: a TIFF structure, with or without the six bytes `Exif\0\0` that JPEG puts before it.
    fn keep_exif(&mut self, block: impl Into<Block<'a>>) {
        let block = match block.into() {
            Cow::Borrowed(bytes) => Cow::Borrowed(bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes)),
            Cow::Owned(bytes) => match bytes.strip_prefix(b"Exif\0\0") {
                Some(rest) => Cow::Owned(rest.to_vec()),
                None => Cow::Owned(bytes),
            },
        };
        self.keep_tiff(block, Group::Image);
    }

    fn keep_tiff(&mut self, block: Block<'a>, group: Group) {
        if self.tiff.len() < MOST_BLOCKS {
            self.tiff.push((block, group));
        }
    }

    fn keep_xmp(&mut self, block: impl Into<Block<'a>>) {
        let block = block.into();
        if self.xmp.len() < MOST_BLOCKS && block.len() <= LARGEST_BLOCK {
            self.xmp.push(block);
        }
    }

    /// Keeps the IPTC data inside Photoshop's image resource blocks ("8BIM", Photoshop File Formats Specification).
    fn keep_photoshop(&mut self, resources: &[u8]) {
        if let Some(iptc) = iptc_among(resources) {
            self.keep_iptc(iptc.to_vec());
        }
    }

    fn keep_iptc(&mut self, block: impl Into<Block<'a>>) {
        if self.iptc.len() < MOST_BLOCKS {
            self.iptc.push(block.into());
        }
    }
}

/// The resource 0x0404 (IPTC-NAA record) among Photoshop's image resource blocks.
pub(super) fn iptc_among(mut resources: &[u8]) -> Option<&[u8]> {
    use super::bytes::{be16, be32, from, part};
    const IPTC_NAA: u16 = 0x0404;
    while resources.starts_with(b"8BIM") {
        let id = be16(resources, 4)?;
        // A name with its length before it, padded to an even number of bytes.
        let name = (usize::from(*resources.get(6)?) + 2) & !1;
        let length = be32(resources, 6 + name)? as usize;
        let start = 10 + name;
        if id == IPTC_NAA {
            return part(resources, start, length);
        }
        resources = from(resources, start.checked_add(length)?.checked_add(length & 1)?);
    }
    None
}
