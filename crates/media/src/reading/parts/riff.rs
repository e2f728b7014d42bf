//! WebP (RFC 9649): a RIFF file with the chunks VP8X, VP8, VP8L, EXIF and XMP.

use super::super::bytes::{from, le16, le32, part};
use super::Parts;

const HEADER: usize = 12;
const MOST_CHUNKS: usize = 100_000;

/// Reads the size and the metadata chunks.
pub(super) fn read<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) {
    for (kind, body) in chunks(bytes).take(MOST_CHUNKS) {
        match kind {
            b"VP8X" => parts.size = canvas(body),
            b"VP8 " => parts.size = parts.size.or_else(|| lossy(body)),
            b"VP8L" => parts.size = parts.size.or_else(|| lossless(body)),
            b"EXIF" => parts.keep_exif(body),
            b"XMP " => parts.keep_xmp(body),
            _ => {}
        }
    }
}

fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut at = HEADER;
    std::iter::from_fn(move || {
        let (kind, length) = (part(bytes, at, 4)?, le32(bytes, at + 4)? as usize);
        // A cut-off picture chunk still begins with its size.
        let body = part(bytes, at + 8, length).unwrap_or_else(|| from(bytes, at + 8));
        at = at.checked_add(8)?.checked_add(length)?.checked_add(length & 1)?;
        Some((kind, body))
    })
}

/// Section 2.7: canvas width and height less one, 24 bits each.
fn canvas(body: &[u8]) -> Option<(u32, u32)> {
    let three = |at| Some(le16(body, at)? as u32 | u32::from(*body.get(at + 2)?) << 16);
    Some((three(4)? + 1, three(7)? + 1))
}

/// RFC 6386, section 9.1: after a three-byte tag and the start code, 14 bits each.
fn lossy(body: &[u8]) -> Option<(u32, u32)> {
    let side = |at| le16(body, at).map(|n| u32::from(n & 0x3FFF));
    (part(body, 3, 3)? == [0x9D, 0x01, 0x2A]).then_some((side(6)?, side(8)?))
}

/// Section 3.4: after the signature byte, 14 bits each, less one.
fn lossless(body: &[u8]) -> Option<(u32, u32)> {
    let bits = le32(body, 1).filter(|_| body[0] == 0x2F)?;
    Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
}
