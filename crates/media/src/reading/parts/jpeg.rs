//! JPEG (ITU-T T.81, annex B): a row of marked segments up to the first scan.

use super::super::bytes::{be16, be32, from, part};
use super::{LARGEST_BLOCK, Parts};

const START_OF_SCAN: u8 = 0xDA;
const END_OF_IMAGE: u8 = 0xD9;
const APP1: u8 = 0xE1;
const APP13: u8 = 0xED;
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// XMP specification part 3, 1.1.3.1: what does not fit into one segment of 64 KiB.
const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
/// Enough for [`LARGEST_BLOCK`] in pieces of 64 KiB.
const MOST_EXTENSIONS: usize = 80;
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

/// Reads the segments before the picture data.
pub(super) fn read<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) {
    let mut photoshop = Vec::new();
    let mut extensions = Vec::new();
    for (marker, body) in segments(bytes) {
        match marker {
            APP1 if body.starts_with(b"Exif\0") => parts.keep_exif(from(body, 6)),
            APP1 if body.starts_with(XMP) => parts.keep_xmp(&body[XMP.len()..]),
            APP1 if body.starts_with(EXTENDED_XMP) && extensions.len() < MOST_EXTENSIONS => {
                extensions.push(&body[EXTENDED_XMP.len()..]);
            }
            APP13 if body.starts_with(PHOTOSHOP) && photoshop.len() < LARGEST_BLOCK => {
                photoshop.extend_from_slice(&body[PHOTOSHOP.len()..]);
            }
            _ if is_frame(marker) && parts.size.is_none() => parts.size = frame_size(body),
            _ => {}
        }
    }
    parts.keep_photoshop(&photoshop);
    if let Some(whole) = extended_xmp(parts, &extensions) {
        parts.keep_xmp(whole);
    }
}

/// The segments with a body, in order, up to the first scan or the first thing that is no segment.
fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut at = 2;
    std::iter::from_fn(move || {
        loop {
            // Any number of 0xFF may fill the space before a marker, and careless programs leave other bytes there.
            at += memchr::memchr(0xFF, from(bytes, at))?;
            let marker = *bytes.get(at + 1)?;
            match marker {
                0xFF => at += 1,
                START_OF_SCAN | END_OF_IMAGE => return None,
                0x00 | 0x01 | 0xD0..=0xD8 => at += 2,
                _ => {
                    let length = usize::from(be16(bytes, at + 2)?).max(2);
                    // The last segment of a cut-off file is given as far as it goes.
                    let body = part(bytes, at + 4, length - 2).unwrap_or_else(|| from(bytes, at + 4));
                    at += 2 + length;
                    return Some((marker, body));
                }
            }
        }
    })
}

/// SOF0 to SOF15, without the three numbers among them that mark something else (DHT, JPG, DAC).
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

fn frame_size(body: &[u8]) -> Option<(u32, u32)> {
    let (height, width) = (be16(body, 1)?, be16(body, 3)?);
    (width > 0 && height > 0).then(|| (width.into(), height.into()))
}

/// Puts the pieces of extended XMP together: those whose GUID the first packet names, at the places they tell.
fn extended_xmp(parts: &Parts<'_>, pieces: &[&[u8]]) -> Option<Vec<u8>> {
    const GUID: usize = 32;
    let named = |guid: &[u8]| parts.xmp.iter().any(|packet| memchr::memmem::find(packet, guid).is_some());
    let guid = pieces.iter().filter_map(|piece| piece.get(..GUID)).find(|guid| named(guid))?;
    let length = pieces.iter().find(|piece| piece.starts_with(guid)).and_then(|piece| be32(piece, GUID))? as usize;
    if length > LARGEST_BLOCK {
        return None;
    }
    let mut whole = vec![b' '; length];
    for piece in pieces.iter().filter(|piece| piece.starts_with(guid)) {
        let (at, text) = (be32(piece, GUID + 4)? as usize, from(piece, GUID + 8));
        whole.get_mut(at..at.checked_add(text.len())?)?.copy_from_slice(text);
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        [&[0xFF, marker], &((body.len() + 2) as u16).to_be_bytes()[..], body].concat()
    }

    #[test]
    fn extended_xmp_is_put_together_in_its_own_order() {
        let guid = "0123456789ABCDEF0123456789ABCDEF";
        let piece = |at: u32, text: &str| {
            [EXTENDED_XMP, guid.as_bytes(), &8_u32.to_be_bytes(), &at.to_be_bytes(), text.as_bytes()].concat()
        };
        let file = [
            vec![0xFF, 0xD8],
            segment(APP1, &[XMP, guid.as_bytes()].concat()),
            segment(APP1, &piece(4, "efgh")),
            segment(APP1, &piece(0, "abcd")),
            segment(0xC0, &[8, 0, 3, 0, 5]),
        ];
        let file = file.concat();
        let parts = Parts::of(&file, Format::Jpeg);
        assert_eq!(parts.size, Some((5, 3)));
        assert_eq!(parts.xmp.last().map(|block| block.as_ref()), Some(&b"abcdefgh"[..]));
    }

    #[test]
    fn iptc_is_found_among_photoshops_blocks() {
        let blocks = b"8BIM\x03\xed\x01a\0\0\0\x03abc\08BIM\x04\x04\0\0\0\0\0\x05hello\0";
        let file = [vec![0xFF, 0xD8], segment(APP13, &[PHOTOSHOP, blocks].concat())].concat();
        assert_eq!(Parts::of(&file, Format::Jpeg).iptc[0].as_ref(), b"hello");
    }
}
