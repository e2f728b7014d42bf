//! PNG (W3C PNG specification, 3rd edition): chunks, of which eXIf, iTXt, tEXt and zTXt say something.

use std::borrow::Cow;

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::super::bytes::{be32, from, part, text};
use super::{LARGEST_BLOCK, Parts, iptc_among};

const SIGNATURE: usize = 8;
/// More named texts than any program writes.
const MOST_TEXTS: usize = 64;
/// More chunks than any program writes: a 100-megapixel picture in chunks of 8 KiB has fewer.
const MOST_CHUNKS: usize = 100_000;

/// Reads the header and all chunks of metadata, before and after the picture data.
pub(super) fn read<'a>(bytes: &'a [u8], parts: &mut Parts<'a>) {
    // What may be unpacked in all: many small packed texts must not add up.
    let mut room = LARGEST_BLOCK;
    for (kind, body) in chunks(bytes).take(MOST_CHUNKS) {
        match kind {
            // A second header, which damaged files may seem to have, does not count.
            b"IHDR" => parts.size = parts.size.or_else(|| size(body)),
            b"eXIf" => parts.keep_exif(body),
            b"tEXt" | b"zTXt" | b"iTXt" => {
                match named_text(kind, body, room) {
                    Some((name, Cow::Owned(value))) => {
                        room = room.saturating_sub(value.len());
                        keep(name, Cow::Owned(value), parts);
                    }
                    Some((name, value)) => keep(name, value, parts),
                    // Broken, or too large: the time spent on it counts too.
                    None => room /= 2,
                }
            }
            _ => {}
        }
    }
}

fn size(header: &[u8]) -> Option<(u32, u32)> {
    be32(header, 0).zip(be32(header, 4)).filter(|&(width, height)| width > 0 && height > 0)
}

fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut at = SIGNATURE;
    std::iter::from_fn(move || {
        let length = be32(bytes, at)? as usize;
        let (kind, body) = (part(bytes, at + 4, 4)?, part(bytes, at + 8, length)?);
        at = at.checked_add(length)?.checked_add(12)?;
        Some((kind, body))
    })
}

/// The name and the unpacked value of a text chunk (sections 11.3.3.2 to 11.3.3.4).
fn named_text<'a>(kind: &[u8], body: &'a [u8], room: usize) -> Option<(&'a [u8], Cow<'a, [u8]>)> {
    let (name, rest) = split(body)?;
    let unpack = |packed: &[u8]| decompress_to_vec_zlib_with_limit(packed, room).ok().map(Cow::Owned);
    let value = match kind {
        b"tEXt" => Cow::Borrowed(rest),
        b"zTXt" => unpack(from(rest, 1))?,
        _ => {
            let (_language, after) = split(from(rest, 2))?;
            let (_translated, value) = split(after)?;
            if rest.first() == Some(&1) { unpack(value)? } else { Cow::Borrowed(value) }
        }
    };
    Some((name, value))
}

fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr(0, bytes)?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

fn keep<'a>(name: &[u8], value: Cow<'a, [u8]>, parts: &mut Parts<'a>) {
    if value.len() > 2 * LARGEST_BLOCK {
        return;
    }
    match name {
        b"XML:com.adobe.xmp" => parts.keep_xmp(value),
        b"Raw profile type exif" | b"Raw profile type APP1" => {
            let block = unhex(&value);
            match block.strip_prefix(b"http://ns.adobe.com/xap/1.0/\0") {
                Some(packet) => parts.keep_xmp(packet.to_vec()),
                None => parts.keep_exif(block),
            }
        }
        b"Raw profile type xmp" => parts.keep_xmp(unhex(&value)),
        b"Raw profile type iptc" | b"Raw profile type 8bim" => {
            let block = unhex(&value);
            let iptc = iptc_among(&block).map(<[u8]>::to_vec);
            parts.keep_iptc(iptc.unwrap_or(block));
        }
        _ if parts.texts.len() < MOST_TEXTS => parts.texts.extend(text(name).zip(text(&value))),
        _ => {}
    }
}

/// ImageMagick's raw profiles: a newline, a name, a length in decimal, then hexadecimal digits in lines.
fn unhex(profile: &[u8]) -> Vec<u8> {
    let digits = profile.trim_ascii_start().splitn(3, |&b| b == b'\n').nth(2).unwrap_or_default();
    let digit = |b: &u8| char::from(*b).to_digit(16).map(|d| d as u8);
    let digits: Vec<u8> = digits.iter().filter_map(digit).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;

    fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
        [&(body.len() as u32).to_be_bytes(), kind, body, &[0; 4]].concat()
    }

    #[test]
    fn a_raw_profile_is_turned_back_into_bytes() {
        let profile = chunk(b"tEXt", b"Raw profile type exif\0\nexif\n      10\n457869660000\n4d4d002a\n");
        let file = [vec![0; 8], chunk(b"IHDR", &[0, 0, 0, 7, 0, 0, 0, 9]), profile].concat();
        let parts = Parts::of(&file, Format::Png);
        assert_eq!(parts.size, Some((7, 9)));
        assert_eq!(parts.tiff[0].0.as_ref(), b"MM\0*");
    }

    #[test]
    fn a_packed_text_is_unpacked_up_to_the_limit() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(b"two men in a boat", 6);
        let text = |packed: &[u8]| [vec![0; 8], chunk(b"zTXt", &[b"Title\0\0", packed].concat())].concat();
        let expected = vec![("Title".to_owned(), "two men in a boat".to_owned())];
        assert_eq!(Parts::of(&text(&packed), Format::Png).texts, expected);
        let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; LARGEST_BLOCK + 1], 6);
        assert!(Parts::of(&text(&bomb), Format::Png).texts.is_empty());
    }
}
