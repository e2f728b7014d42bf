//! RAW files are shown by the largest JPEG that the camera put inside.

use crate::NotShown;

use super::jpeg;
use super::pixels::Pixels;

/// How many embedded JPEGs are looked at: cameras write one to four.
const MAX_CANDIDATES: usize = 64;

/// Decodes the largest preview in a RAW file.
pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, NotShown> {
    let mut candidates = previews(bytes);
    candidates.sort_by_key(|preview| std::cmp::Reverse(preview.area));
    candidates.iter().find_map(|preview| jpeg::decode(&bytes[preview.start..]).ok()).ok_or(NotShown::NoPreview)
}

struct Preview {
    start: usize,
    area: u64,
}

/// Every place where a JPEG of the kinds that a page can show begins.
///
/// Vendors keep their tables of previews in as many ways as there are vendors; that a JPEG begins with FF D8 FF and goes
/// on with segments up to a frame header is common to all of them.
fn previews(bytes: &[u8]) -> Vec<Preview> {
    memchr::memmem::find_iter(bytes, &[0xff, 0xd8, 0xff])
        .filter_map(|start| frame_area(&bytes[start..]).map(|area| Preview { start, area }))
        .take(MAX_CANDIDATES)
        .collect()
}

/// The pixels of the JPEG that begins there, if it is baseline, extended or progressive (SOF0 to SOF2). Lossless ones
/// (SOF3) are the sensor's own data.
fn frame_area(jpeg: &[u8]) -> Option<u64> {
    let mut at = 2;
    loop {
        let &[0xff, marker, high, low] = jpeg.get(at..)?.first_chunk::<4>()? else { return None };
        match marker {
            0xff => at += 1,
            0xc0..=0xc2 => {
                let &[_precision, h1, h0, w1, w0] = jpeg.get(at + 4..)?.first_chunk::<5>()?;
                let area = u64::from(u16::from_be_bytes([w1, w0])) * u64::from(u16::from_be_bytes([h1, h0]));
                return (area > 0).then_some(area);
            }
            // Tables (DHT, DQT, DRI), application data and comments may come before the frame; nothing else.
            0xc4 | 0xdb | 0xdd | 0xe0..=0xef | 0xfe => at += 2 + usize::from(u16::from_be_bytes([high, low])),
            _ => return None,
        }
    }
}
