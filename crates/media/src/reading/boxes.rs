//! Boxes of the ISO base media file format (ISO/IEC 14496-12, section 4.2), shared by HEIF, AVIF, CR3, MP4 and QuickTime.

use super::bytes::{be32, be64, from, part};

/// A box's four-character name.
pub(super) type Name = [u8; 4];

/// More boxes than any writer puts side by side.
const MOST_BOXES: usize = 10_000;

/// The boxes side by side in `bytes`; the last one of a cut-off file as far as it goes.
pub(super) fn boxes(bytes: &[u8]) -> impl Iterator<Item = (Name, &[u8])> {
    let mut at = 0_usize;
    let next = move || {
        let header = Header::read(from(bytes, at))?;
        let start = at.checked_add(header.length)?;
        let body = match header.body {
            Some(length) => {
                let length = usize::try_from(length).unwrap_or(usize::MAX);
                part(bytes, start, length).unwrap_or_else(|| from(bytes, start))
            }
            None => from(bytes, start),
        };
        at = start + body.len();
        Some((header.name, body))
    };
    std::iter::from_fn(next).take(MOST_BOXES)
}

/// The body of the first box of that name.
pub(super) fn child<'a>(bytes: &'a [u8], name: &Name) -> Option<&'a [u8]> {
    boxes(bytes).find(|(kind, _)| kind == name).map(|(_, body)| body)
}

/// The start of a box.
pub(super) struct Header {
    /// Its name.
    pub(super) name: Name,
    /// How many bytes the header takes: 8 or 16.
    pub(super) length: usize,
    /// How many bytes follow that belong to the box; `None` if it reaches to the end of the file.
    pub(super) body: Option<u64>,
}

impl Header {
    /// The longest header there is.
    pub(super) const LONGEST: usize = 16;

    /// Reads a header from the first bytes of a box; `None` if they cannot be one.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let name = part(bytes, 4, 4)?.try_into().ok()?;
        let (length, whole) = match be32(bytes, 0)? {
            0 => return Some(Self { name, length: 8, body: None }),
            1 => (16, be64(bytes, 8)?),
            short => (8, short.into()),
        };
        Some(Self { name, length, body: Some(whole.checked_sub(length as u64)?) })
    }
}
