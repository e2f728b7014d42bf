//! HEIF (ISO/IEC 23008-12): items in a `meta` box, of which one is the picture and others its EXIF and XMP.

use std::borrow::Cow;

use super::super::boxes::{boxes, child};
use super::super::bytes::{be16, be32, be64, from, part};
use super::super::turn::Turn;
use super::{Block, LARGEST_BLOCK, Parts};
use crate::Orientation;

/// Reads the primary item's size and turns, and the metadata items.
pub(super) fn read<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) {
    let Some(meta) = child(bytes, b"meta").map(|body| from(body, 4)) else { return };
    // Section 6.5.10: the transformative properties alone turn a HEIF picture; its EXIF orientation only informs.
    parts.orientation = Some(Orientation::UPRIGHT);
    if let Some(id) = child(meta, b"pitm").and_then(primary_item) {
        shape(meta, id, parts);
    }
    let items = child(meta, b"iinf").map(metadata_items).unwrap_or_default();
    for (id, kind) in items {
        let Some(content) = item_content(bytes, meta, id) else { continue };
        match kind {
            // Annex A.2.1: four bytes tell how far behind them the TIFF header is.
            Item::Exif => {
                let Some(start) = be32(&content, 0).and_then(|skip| (skip as usize).checked_add(4)) else { continue };
                match content {
                    Cow::Borrowed(content) => parts.keep_exif(from(content, start)),
                    Cow::Owned(content) => parts.keep_exif(from(&content, start).to_vec()),
                }
            }
            Item::Xmp => parts.keep_xmp(content),
        }
    }
}

#[derive(Clone, Copy)]
enum Item {
    Exif,
    Xmp,
}

/// A number of two or four bytes, as `wide` tells, and where the next begins.
fn number(bytes: &[u8], at: usize, wide: bool) -> Option<(u32, usize)> {
    if wide { Some((be32(bytes, at)?, at + 4)) } else { Some((be16(bytes, at)?.into(), at + 2)) }
}

fn primary_item(pitm: &[u8]) -> Option<u32> {
    Some(number(pitm, 4, *pitm.first()? > 0)?.0)
}

/// The EXIF and XMP items among the item infos (ISO/IEC 14496-12, section 8.11.6).
fn metadata_items(iinf: &[u8]) -> Vec<(u32, Item)> {
    let entries = if iinf.first() == Some(&0) { from(iinf, 6) } else { from(iinf, 8) };
    let item = |entry: &[u8]| {
        let version = *entry.first()?;
        let (id, at) = number(entry, 4, version >= 3)?;
        match part(entry, at + 2, 4).filter(|_| version >= 2)? {
            b"Exif" => Some((id, Item::Exif)),
            b"mime" if memchr::memmem::find(from(entry, at + 6), b"application/rdf+xml").is_some() => {
                Some((id, Item::Xmp))
            }
            _ => None,
        }
    };
    boxes(entries).filter_map(|(_, entry)| item(entry)).take(super::MOST_BLOCKS).collect()
}

/// Size, rotation and mirroring of an item: the properties (`ipco`) that are associated with it (`ipma`).
fn shape(meta: &[u8], id: u32, parts: &mut Parts<'_>) {
    let Some(iprp) = child(meta, b"iprp") else { return };
    let properties: Vec<_> = child(iprp, b"ipco").map(|ipco| boxes(ipco).collect()).unwrap_or_default();
    let mut turn = Turn::NONE;
    for index in child(iprp, b"ipma").and_then(|ipma| associated(ipma, id)).unwrap_or_default() {
        let Some((kind, body)) = index.checked_sub(1).and_then(|index| properties.get(index)) else { continue };
        match kind {
            b"ispe" => parts.size = be32(body, 4).zip(be32(body, 8)),
            b"irot" => turn = turn.then_quarters_left(body.first().copied().unwrap_or(0) & 3),
            b"imir" if body.first().is_some_and(|axis| axis & 1 == 0) => turn = turn.then_upside_down_mirrored(),
            b"imir" => turn = turn.then_mirrored(),
            _ => {}
        }
    }
    parts.orientation = Some(turn.orientation());
}

/// The property numbers of an item, in the order in which they apply.
fn associated(ipma: &[u8], wanted: u32) -> Option<Vec<usize>> {
    let (version, wide_index) = (*ipma.first()?, ipma.get(3)? & 1 == 1);
    let mut at = 8;
    for _ in 0..be32(ipma, 4)? {
        let (id, next) = number(ipma, at, version >= 1)?;
        let (count, width) = (usize::from(*ipma.get(next)?), if wide_index { 2 } else { 1 });
        let list = part(ipma, next + 1, count * width)?;
        if id == wanted {
            // The top bit says whether the property is essential; the rest is its number.
            let wide = |pair: &[u8]| usize::from(u16::from_be_bytes([pair[0], pair[1]]) & 0x7FFF);
            let narrow = |one: &[u8]| usize::from(one[0] & 0x7F);
            return Some(list.chunks_exact(width).map(|n| if wide_index { wide(n) } else { narrow(n) }).collect());
        }
        at = next + 1 + count * width;
    }
    None
}

/// The bytes of an item, wherever `iloc` says they are (ISO/IEC 14496-12, section 8.11.3).
fn item_content<'a>(file: &'a [u8], meta: &'a [u8], wanted: u32) -> Option<Block<'a>> {
    let (method, extents) = extents(child(meta, b"iloc")?, wanted)?;
    let source = match method {
        0 => file,
        1 => child(meta, b"idat")?,
        _ => return None,
    };
    let extent = |&(at, length): &(usize, usize)| match length {
        // No length: to the end.
        0 => source.get(at..),
        _ => part(source, at, length),
    };
    if let [single] = extents.as_slice() {
        return extent(single).filter(|bytes| bytes.len() <= LARGEST_BLOCK).map(Cow::Borrowed);
    }
    let mut whole = Vec::new();
    for bytes in extents.iter().map(extent) {
        whole.extend_from_slice(bytes?);
        if whole.len() > LARGEST_BLOCK {
            return None;
        }
    }
    Some(Cow::Owned(whole))
}

/// Construction method and (offset, length) of each extent of an item.
fn extents(iloc: &[u8], wanted: u32) -> Option<(u16, Vec<(usize, usize)>)> {
    let version = *iloc.first()?;
    let (offset_size, length_size) = (iloc.get(4)? >> 4, iloc.get(4)? & 15);
    let (base_size, index_size) = (iloc.get(5)? >> 4, if version == 0 { 0 } else { iloc.get(5)? & 15 });
    let (count, mut at) = number(iloc, 6, version >= 2)?;
    let sized = |at: &mut usize, size: u8| -> Option<usize> {
        let value = match size {
            0 => 0,
            4 => be32(iloc, *at)?.into(),
            8 => be64(iloc, *at)?,
            _ => return None,
        };
        *at += usize::from(size);
        usize::try_from(value).ok()
    };
    for _ in 0..count {
        let (id, next) = number(iloc, at, version >= 2)?;
        let method = if version == 0 { 0 } else { be16(iloc, next)? & 15 };
        at = next + if version == 0 { 2 } else { 4 };
        let base = sized(&mut at, base_size)?;
        let extent_count = be16(iloc, at)?;
        if extent_count > 1 && index_size + offset_size + length_size == 0 {
            // Many extents that take no bytes to write down: nobody means that.
            return None;
        }
        at += 2;
        let mut list = Vec::new();
        for _ in 0..extent_count {
            sized(&mut at, index_size)?;
            let (offset, length) = (sized(&mut at, offset_size)?, sized(&mut at, length_size)?);
            if id == wanted {
                list.push((base.checked_add(offset)?, length));
            }
        }
        if id == wanted {
            return Some((method, list));
        }
    }
    None
}
