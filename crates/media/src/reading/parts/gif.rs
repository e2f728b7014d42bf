//! GIF89a: the screen size, and XMP in an application extension (XMP specification part 3, 1.1.2).

use super::super::bytes::{from, le16, part};
use super::Parts;

const APPLICATION: &[u8] = b"\x0bXMP DataXMP";
/// After the packet come 258 bytes that let GIF readers stumble to the end of it.
const TRAILER: usize = 258;
const MOST_BLOCKS: usize = 100_000;

/// Reads the logical screen size and the XMP packet.
pub(super) fn read<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) {
    parts.size = le16(bytes, 6).zip(le16(bytes, 8)).map(|(width, height)| (width.into(), height.into()));
    if let Some(packet) = xmp(bytes) {
        parts.keep_xmp(packet);
    }
}

/// Walks the blocks to the XMP extension.
fn xmp(bytes: &[u8]) -> Option<&[u8]> {
    let mut at = 13 + colour_table(*bytes.get(10)?);
    for _ in 0..MOST_BLOCKS {
        match *bytes.get(at)? {
            0x21 if from(bytes, at + 2).starts_with(APPLICATION) => {
                let start = at + 2 + APPLICATION.len();
                let end = after_sub_blocks(bytes, start)?;
                return part(bytes, start, (end - start).saturating_sub(TRAILER));
            }
            0x21 => at = after_sub_blocks(bytes, at + 2)?,
            // An image: its descriptor, its colours, one byte of code size, its data.
            0x2C => at = after_sub_blocks(bytes, at + 11 + colour_table(*bytes.get(at + 9)?))?,
            _ => return None,
        }
    }
    None
}

/// The length of the colour table that a packed field announces.
fn colour_table(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

fn after_sub_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
