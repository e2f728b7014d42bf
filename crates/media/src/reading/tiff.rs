//! TIFF 6.0 structures: directories of numbered tags, which is what EXIF is made of.
//!
//! An own reader rather than `kamadak-exif`: it goes on after broken entries, lends its values out of the file instead
//! of copying them, follows the magic numbers of RAW files and the directories of CR3, and enters Apple's maker note.

use super::bytes::{be16, be32, from, le16, le32, part, text};

/// What the tags of a directory are about; the same number means different things in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// The picture (the first directory).
    Image,
    /// A smaller or larger version of it: the thumbnail, or the raw pixels (TIFF SubIFDs, following directories).
    Version,
    /// The exposure (EXIF 3.0, section 4.6.5).
    Exif,
    /// The position (EXIF 3.0, section 4.6.6).
    Gps,
    /// Apple's maker note.
    Apple,
}

/// One tag with its value, still in the file's byte order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    group: Group,
    number: u16,
    kind: u16,
    big_endian: bool,
    /// The bytes of the value.
    pub(super) value: &'a [u8],
}

/// All tags of a structure, in the order in which its directories were met.
#[derive(Debug, Default)]
pub(super) struct Tags<'a>(Vec<Tag<'a>>);

/// More directories than a sound file has: a chain or a loop of them ends here.
const MOST_DIRECTORIES: usize = 40;
/// More tags than a sound file has.
const MOST_TAGS: usize = 4000;

impl<'a> Tags<'a> {
    /// Reads a structure whose first directory is about `first`; whatever is unsound in it is left out.
    pub(super) fn read(data: &'a [u8], first: Group) -> Self {
        let mut tags = Self::default();
        let big_endian = match data.get(..2) {
            Some(b"MM") => true,
            Some(b"II") => false,
            _ => return tags,
        };
        // 42 in TIFF; Olympus (0x4F52, 0x5352) and Panasonic (0x55) put their own numbers there.
        let reader = Reader { data, big_endian };
        let known = matches!(reader.number16(2), Some(42 | 0x4F52 | 0x5352 | 0x55));
        if let Some(start) = reader.number32(4).filter(|_| known) {
            tags.walk(reader, start, first);
        }
        tags
    }

    /// The first tag with that number in that group.
    pub(super) fn get(&self, group: Group, number: u16) -> Option<Tag<'a>> {
        self.0.iter().find(|tag| tag.group == group && tag.number == number).copied()
    }

    /// The text of a tag, if it holds any.
    pub(super) fn text(&self, group: Group, number: u16) -> Option<String> {
        text(self.get(group, number)?.value)
    }

    /// The first number of a tag.
    pub(super) fn number(&self, group: Group, number: u16) -> Option<u32> {
        self.get(group, number)?.number()
    }

    /// The largest width and height, tags 0x0100 and 0x0101, that any directory of pixels tells.
    pub(super) fn largest_size(&self) -> Option<(u32, u32)> {
        // A directory is sorted by number, so that its height comes right behind its width.
        let is_pair = |pair: &&[Tag<'_>]| pair[0].is_pixels() && (pair[0].number, pair[1].number) == (0x0100, 0x0101);
        let pairs = self.0.windows(2).filter(is_pair).filter_map(|pair| pair[0].number().zip(pair[1].number()));
        pairs.filter(|&(w, h)| w > 0 && h > 0).max_by_key(|&(w, h)| u64::from(w) * u64::from(h))
    }

    fn walk(&mut self, reader: Reader<'a>, start: u32, first: Group) {
        let mut waiting = vec![(start, first)];
        let mut visited = Vec::new();
        while let Some((at, group)) = waiting.pop() {
            if visited.contains(&at) || visited.len() >= MOST_DIRECTORIES {
                continue;
            }
            visited.push(at);
            let Some(next) = self.directory(reader, at as usize, group, &mut waiting) else { continue };
            if next != 0 && matches!(group, Group::Image | Group::Version) {
                waiting.insert(0, (next, Group::Version));
            }
        }
    }

    /// Takes the tags of one directory; returns where the next one is.
    fn directory(&mut self, reader: Reader<'a>, at: usize, group: Group, found: &mut Vec<(u32, Group)>) -> Option<u32> {
        let count = usize::from(reader.number16(at)?);
        let entries = at.checked_add(2)?;
        for index in 0..count {
            if self.0.len() >= MOST_TAGS {
                return None;
            }
            let entry = part(reader.data, entries + index * 12, 12)?;
            let Some(tag) = reader.tag(entry, group) else { continue };
            if tag.number == 0x927C {
                self.apple(tag.value);
                continue;
            }
            self.0.push(tag);
            match (group, tag.number) {
                (Group::Image, 0x8769) => found.extend(tag.number().map(|at| (at, Group::Exif))),
                (Group::Image, 0x8825) => found.extend(tag.number().map(|at| (at, Group::Gps))),
                (Group::Image | Group::Version, 0x014A) => {
                    found.extend((0..8).filter_map(|i| tag.nth(i)).map(|at| (at, Group::Version)));
                }
                _ => {}
            }
        }
        reader.number32(entries + count * 12)
    }

    /// Apple's maker note: a directory of its own, with offsets from its own beginning.
    fn apple(&mut self, note: &'a [u8]) {
        const DIRECTORY: usize = 14;
        if note.starts_with(b"Apple iOS\0") {
            let reader = Reader { data: note, big_endian: part(note, 12, 2) == Some(b"MM") };
            self.directory(reader, DIRECTORY, Group::Apple, &mut Vec::new());
        }
    }
}

impl Tag<'_> {
    /// The first number of the value.
    pub(super) fn number(&self) -> Option<u32> {
        self.nth(0)
    }

    /// A number of the value (types BYTE, SHORT, LONG, IFD, UNDEFINED).
    fn nth(&self, index: usize) -> Option<u32> {
        let reader = Reader { data: self.value, big_endian: self.big_endian };
        match self.kind {
            1 | 6 | 7 => self.value.get(index).map(|&b| b.into()),
            3 | 8 => reader.number16(index * 2).map(u32::from),
            4 | 9 | 13 => reader.number32(index * 4),
            _ => None,
        }
    }

    /// A fraction of the value (types RATIONAL, SRATIONAL, or a whole number); nothing over zero is no number.
    pub(super) fn fraction(&self, index: usize) -> Option<f64> {
        let reader = Reader { data: self.value, big_endian: self.big_endian };
        if !matches!(self.kind, 5 | 10) {
            return self.nth(index).map(f64::from);
        }
        let (over, under) = (reader.number32(index * 8)?, reader.number32(index * 8 + 4)?);
        let signed = |n: u32| if self.kind == 10 { f64::from(n as i32) } else { f64::from(n) };
        (under != 0).then(|| signed(over) / signed(under))
    }

    fn is_pixels(&self) -> bool {
        matches!(self.group, Group::Image | Group::Version)
    }
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    data: &'a [u8],
    big_endian: bool,
}

impl<'a> Reader<'a> {
    fn number16(self, at: usize) -> Option<u16> {
        if self.big_endian { be16(self.data, at) } else { le16(self.data, at) }
    }

    fn number32(self, at: usize) -> Option<u32> {
        if self.big_endian { be32(self.data, at) } else { le32(self.data, at) }
    }

    /// A directory entry: number, type, count, and the value or where it is.
    fn tag(self, entry: &'a [u8], group: Group) -> Option<Tag<'a>> {
        let within = Self { data: entry, ..self };
        let (number, kind) = (within.number16(0)?, within.number16(2)?);
        let width = match kind {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return None,
        };
        let length = (within.number32(4)? as usize).checked_mul(width)?;
        let value = if length <= 4 {
            part(entry, 8, length)?
        } else {
            let at = within.number32(8)? as usize;
            // A text that runs over the end is given as far as it goes; a number is not.
            part(self.data, at, length).or_else(|| (kind == 2).then(|| from(self.data, at)))?
        };
        Some(Tag { group, number, kind, big_endian: self.big_endian, value })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A little-endian TIFF structure with one directory of short texts and numbers.
    pub(in super::super) fn structure(entries: &[(u16, u16, u32, [u8; 4])]) -> Vec<u8> {
        let mut bytes = b"II\x2a\0\x08\0\0\0".to_vec();
        bytes.extend((entries.len() as u16).to_le_bytes());
        for (number, kind, count, value) in entries {
            bytes.extend(number.to_le_bytes());
            bytes.extend(kind.to_le_bytes());
            bytes.extend(count.to_le_bytes());
            bytes.extend(value);
        }
        bytes.extend([0; 4]);
        bytes
    }

    #[test]
    fn a_broken_entry_does_not_hide_the_next() {
        let bytes = structure(&[(0x010F, 5, u32::MAX, [9; 4]), (0x9999, 77, 1, [0; 4]), (0x0112, 3, 1, [6, 0, 0, 0])]);
        assert_eq!(Tags::read(&bytes, Group::Image).number(Group::Image, 0x0112), Some(6));
    }

    #[test]
    fn the_size_of_a_tiff_is_in_its_tags() {
        let bytes =
            structure(&[(0x0100, 3, 1, [7, 0, 0, 0]), (0x0101, 4, 1, [9, 0, 0, 0]), (0x0112, 3, 1, [1, 0, 0, 0])]);
        assert_eq!(Tags::read(&bytes, Group::Image).largest_size(), Some((7, 9)));
    }

    #[test]
    fn directories_that_point_to_themselves_end() {
        let bytes = structure(&[(0x8769, 4, 1, [8, 0, 0, 0]), (0x014A, 4, 1, [8, 0, 0, 0])]);
        assert_eq!(Tags::read(&bytes, Group::Image).0.len(), 2);
    }
}
