//! Which format a file is in, by its first bytes; a name's ending decides nothing.

use serde::{Deserialize, Serialize};

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
}
