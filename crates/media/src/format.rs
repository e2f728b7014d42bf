//! Which format a file is in, by its first bytes; a name's ending decides nothing.

use serde::{Deserialize, Serialize};

use crate::reading::is_raw;

/// A file format that Perennial knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// JPEG (ITU-T T.81), JFIF or EXIF.
    Jpeg,
    /// PNG (W3C), APNG too.
    Png,
    /// WebP (RFC 9649).
    WebP,
    /// GIF87a or GIF89a.
    Gif,
    /// TIFF 6.0 that is not a RAW file.
    Tiff,
    /// HEIF with HEVC pictures (ISO/IEC 23008-12).
    Heic,
    /// HEIF with AV1 pictures.
    Avif,
    /// A camera's RAW file, shown by its embedded preview.
    Raw,
    /// MPEG-4 (ISO/IEC 14496-14) and 3GPP.
    Mp4,
    /// QuickTime.
    Mov,
}

impl Format {
    /// How many first bytes [`Format::sniff`] wants to see.
    pub const HEAD: usize = 4096;

    /// Whether it is a moving picture.
    pub fn is_video(self) -> bool {
        matches!(self, Self::Mp4 | Self::Mov)
    }

    /// The registered media type (IANA), for people and for HTTP.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Tiff => "image/tiff",
            Self::Heic => "image/heic",
            Self::Avif => "image/avif",
            Self::Raw => "image/x-raw",
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
        }
    }

    /// The format of a file that begins with `head`, its first [`Format::HEAD`] bytes or all of a shorter one.
    pub fn sniff(head: &[u8]) -> Option<Self> {
        match head {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            // Olympus and Panasonic put their own numbers where TIFF has 42.
            [b'I', b'I', b'R', b'O' | b'S', ..] | [b'M', b'M', b'O', b'R', ..] | [b'I', b'I', 0x55, 0, ..] => {
                Some(Self::Raw)
            }
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => {
                Some(if is_raw(head) { Self::Raw } else { Self::Tiff })
            }
            _ if head.starts_with(b"FUJIFILMCCD-RAW") => Some(Self::Raw),
            _ => of_boxes(head),
        }
    }
}

/// By the brands of an ISO base media file (www.ftyps.com lists them), or the boxes that old QuickTime files begin with.
fn of_boxes(head: &[u8]) -> Option<Format> {
    let (size, name) = (head.get(..4)?, head.get(4..8)?);
    match name {
        b"ftyp" => {
            let length = u32::from_be_bytes(size.try_into().ok()?) as usize;
            let brands = head.get(8..length.min(head.len()))?;
            let mut brands =
                brands.chunks_exact(4).enumerate().filter(|&(index, _)| index != 1).map(|(_, brand)| brand);
            of_brands(brands.next()?, &brands.collect::<Vec<_>>())
        }
        b"moov" | b"mdat" | b"wide" | b"free" | b"skip" | b"pnot" => Some(Format::Mov),
        _ => None,
    }
}

fn of_brands(major: &[u8], compatible: &[&[u8]]) -> Option<Format> {
    match major {
        b"crx " => Some(Format::Raw),
        b"avif" | b"avis" => Some(Format::Avif),
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"hevm" | b"hevs" => Some(Format::Heic),
        // Any HEIF: the other brands tell how the pictures are packed.
        b"mif1" | b"msf1" | b"mif2" if compatible.iter().any(|&brand| brand == b"avif" || brand == b"avis") => {
            Some(Format::Avif)
        }
        b"mif1" | b"msf1" | b"mif2" => Some(Format::Heic),
        b"qt  " => Some(Format::Mov),
        // Music and streams of other things.
        b"M4A " | b"M4B " | b"M4P " | b"aax " | b"jp2 " | b"jpx " | b"jxl " => None,
        _ => Some(Format::Mp4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_the_format() {
        let boxes = |brands: &str| [&(8 + brands.len() as u32).to_be_bytes(), b"ftyp", brands.as_bytes()].concat();
        let cases = [
            (b"\xff\xd8\xff\xe1".to_vec(), Some(Format::Jpeg)),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Some(Format::Png)),
            (b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), Some(Format::WebP)),
            (b"GIF89a".to_vec(), Some(Format::Gif)),
            (b"II*\0\x08\0\0\0\0\0".to_vec(), Some(Format::Tiff)),
            (b"II*\0\x10\0\0\0CR\x02\0".to_vec(), Some(Format::Raw)),
            (b"IIRO\x08\0\0\0".to_vec(), Some(Format::Raw)),
            (b"IIU\0\x08\0\0\0".to_vec(), Some(Format::Raw)),
            (b"FUJIFILMCCD-RAW 0201".to_vec(), Some(Format::Raw)),
            (boxes("heic\0\0\0\0mif1heic"), Some(Format::Heic)),
            (boxes("mif1\0\0\0\0mif1avif"), Some(Format::Avif)),
            (boxes("avif\0\0\0\0mif1"), Some(Format::Avif)),
            (boxes("crx \0\0\0\0isom"), Some(Format::Raw)),
            (boxes("qt  \0\0\0\0qt  "), Some(Format::Mov)),
            (boxes("mp42\0\0\0\0isom"), Some(Format::Mp4)),
            (boxes("3gp5\0\0\0\0isom"), Some(Format::Mp4)),
            (boxes("M4A \0\0\0\0isom"), None),
            (b"\0\0\0\x08wide\0\0\0\0mdat".to_vec(), Some(Format::Mov)),
            (b"%PDF-1.7".to_vec(), None),
            (b"RIFF\0\0\0\0AVI LIST".to_vec(), None),
            (Vec::new(), None),
        ];
        for (head, expected) in cases {
            assert_eq!(Format::sniff(&head), expected, "{}", head.escape_ascii());
        }
    }
}
