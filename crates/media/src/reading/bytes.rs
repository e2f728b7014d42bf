//! Numbers and text out of bytes that nobody vouches for: everything is an `Option`, nothing can be out of bounds.

/// The longest text taken over from a file; the rest is cut off.
const LONGEST_TEXT: usize = 64 * 1024;

/// `length` bytes from `at`, if they are all there.
pub(super) fn part(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// The bytes from `at` to the end; none if `at` lies beyond it.
pub(super) fn from(bytes: &[u8], at: usize) -> &[u8] {
    bytes.get(at..).unwrap_or_default()
}

/// A big-endian 16-bit number.
pub(super) fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(part(bytes, at, 2)?.try_into().ok()?))
}

/// A big-endian 32-bit number.
pub(super) fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(part(bytes, at, 4)?.try_into().ok()?))
}

/// A big-endian 64-bit number.
pub(super) fn be64(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(part(bytes, at, 8)?.try_into().ok()?))
}

/// A little-endian 16-bit number.
pub(super) fn le16(bytes: &[u8], at: usize) -> Option<u16> {
    be16(bytes, at).map(u16::swap_bytes)
}

/// A little-endian 32-bit number.
pub(super) fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    be32(bytes, at).map(u32::swap_bytes)
}

/// Text as cameras and programs leave it: up to the first NUL, without blanks around it; `None` if nothing remains.
///
/// What is not UTF-8 is read as Latin-1, which is what old cameras and IPTC writers mean by it.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len()).min(LONGEST_TEXT);
    let bytes = &bytes[..end];
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // Cut in the middle of a character by the limit above: still UTF-8.
        Err(fault) if fault.error_len().is_none() => {
            String::from_utf8_lossy(&bytes[..fault.valid_up_to()]).into_owned()
        }
        Err(_) => bytes.iter().map(|&b| char::from(b)).collect(),
    };
    tidy(&text)
}

/// UTF-16 text, as Windows writes it into its XP tags, up to the first NUL; `None` if nothing remains.
pub(super) fn utf16_le(bytes: &[u8]) -> Option<String> {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let units = units.take(LONGEST_TEXT).take_while(|&unit| unit != 0);
    tidy(&char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>())
}

/// Without blanks around it; `None` if nothing remains.
pub(super) fn tidy(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_utf_8_or_else_latin_1() {
        assert_eq!(text("Zoë \0junk".as_bytes()), Some("Zoë".into()));
        assert_eq!(text(b"Zo\xeb at the sea"), Some("Zoë at the sea".into()));
        assert_eq!(text(b"    \0"), None);
        assert_eq!(utf16_le(b"J\0a\0c\0k\0\0\0x\0"), Some("Jack".into()));
    }

    #[test]
    fn nothing_is_read_beyond_the_end() {
        assert_eq!(be32(b"abc", 0), None);
        assert_eq!(be16(b"abc", usize::MAX), None);
        assert_eq!(le16(b"\x01\x02", 0), Some(0x0201));
        assert_eq!(part(b"abc", 1, usize::MAX), None);
        assert!(from(b"abc", 9).is_empty());
    }
}
