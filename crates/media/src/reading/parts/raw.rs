//! TIFF and the RAW files made from it are EXIF through and through; RAF and CR3 wrap theirs.

use super::super::boxes::{boxes, child};
use super::super::bytes::{be32, from, part};
use super::super::tiff::{Group, Tags};
use super::{Parts, jpeg};

/// Canon's box inside `moov` (canon_cr3, by L. Bouchet: "CMT1" to "CMT4" are TIFF structures).
const CANON: &[u8] = b"\x85\xc0\xb6\x87\x82\x0f\x11\xe0\x81\x11\xf4\xce\x46\x2b\x6a\x48";
/// XMP specification part 3, 1.1.5: XMP in any ISO base media file.
pub(in super::super) const XMP: &[u8] = b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac";

/// Whether a TIFF structure, by its first bytes, is a RAW file: it says so, or is made as no finished picture is.
pub(crate) fn is_raw(head: &[u8]) -> bool {
    const DNG_VERSION: u16 = 0xC612;
    const SUB_DIRECTORIES: u16 = 0x014A;
    const MAKERS: [&str; 8] = ["NIKON", "SONY", "PENTAX", "SAMSUNG", "RICOH", "HASSELBLAD", "PHASE ONE", "KODAK"];
    let tags = Tags::read(head, Group::Image);
    let has = |number| tags.get(Group::Image, number).is_some();
    // Compressions (0x0103) of raw pixels: Nikon, Sony, Pentax (two) and Samsung.
    let packed_raw = matches!(tags.number(Group::Image, 0x0103), Some(34713 | 32767 | 32769 | 65535 | 32770));
    // NewSubfileType (0x00FE) 1: the first directory is only a thumbnail, the pixels are in another.
    let thumbnail_first = tags.number(Group::Image, 0x00FE) == Some(1) && has(SUB_DIRECTORIES);
    let make = tags.text(Group::Image, 0x010F).unwrap_or_default().to_uppercase();
    // Canon marks its CR2 files behind the header.
    part(head, 8, 2) == Some(b"CR")
        || has(DNG_VERSION)
        || packed_raw
        || (thumbnail_first && MAKERS.iter().any(|maker| make.starts_with(maker)))
}

/// Reads a TIFF file, or a RAW file of any make.
pub(super) fn read<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) {
    if bytes.starts_with(b"FUJIFILMCCD-RAW") {
        fuji(bytes, parts);
    } else if part(bytes, 4, 4) == Some(b"ftyp") {
        canon(bytes, parts);
    } else {
        parts.keep_exif(bytes);
    }
}

/// RAF: a directory at byte 84 points to a whole JPEG, whose EXIF is the photo's. Its size is the preview's, though.
fn fuji<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) {
    if let Some((at, length)) = be32(bytes, 84).zip(be32(bytes, 88))
        && let Some(preview) = part(bytes, at as usize, length as usize)
    {
        jpeg::read(preview, parts);
    }
}

fn canon<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) {
    for (kind, body) in boxes(bytes) {
        if kind == *b"uuid" && body.starts_with(XMP) {
            parts.keep_xmp(from(body, 16));
        }
    }
    let moov = child(bytes, b"moov").unwrap_or_default();
    for (_, body) in boxes(moov).filter(|(kind, body)| kind == b"uuid" && body.starts_with(CANON)) {
        for (kind, block) in boxes(from(body, 16)) {
            match &kind {
                b"CMT1" => parts.keep_tiff(block.into(), Group::Image),
                b"CMT2" => parts.keep_tiff(block.into(), Group::Exif),
                b"CMT4" => parts.keep_tiff(block.into(), Group::Gps),
                _ => {}
            }
        }
    }
}
