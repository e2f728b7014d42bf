//! MP4 and QuickTime: the `moov` box says everything (ISO/IEC 14496-12; Apple, QuickTime File Format).

mod tags;

use std::io::{Read, Seek, SeekFrom};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use model::Position;

use self::tags::Tags;
use super::boxes::{Header, boxes, child};
use super::bytes::{be32, be64, from, part};
use super::parts::LARGEST_BLOCK;
use super::stamp::Stamp;
use super::turn::Turn;
use crate::Orientation;

/// What a video says of itself.
#[derive(Debug, Default)]
pub(super) struct Video {
    /// When it was taken, as Apple and 3GPP tags tell it: local time with its offset.
    pub(super) created: Option<Stamp>,
    /// When it was taken by the movie header, in UTC.
    pub(super) clock: Option<DateTime>,
    /// Width and height of the first picture track, before turning.
    pub(super) size: Option<(u32, u32)>,
    /// How that track is turned.
    pub(super) orientation: Option<Orientation>,
    /// Length in milliseconds.
    pub(super) duration_ms: Option<u64>,
    /// Where it was taken.
    pub(super) position: Option<Position>,
    /// What wrote it, and what is said of it.
    pub(super) make: Option<String>,
    /// The camera's or phone's model.
    pub(super) model: Option<String>,
    /// The program.
    pub(super) software: Option<String>,
    /// The title.
    pub(super) title: Option<String>,
    /// The description.
    pub(super) caption: Option<String>,
    /// Keywords.
    pub(super) keywords: Vec<String>,
    /// Apple's content identifier, shared with the still half of a Live Photo.
    pub(super) pair: Option<String>,
    /// An XMP packet.
    pub(super) xmp: Option<Vec<u8>>,
}

/// The most of a `moov` box that is taken in: an hour of video needs some 5 MiB.
const LARGEST_MOVIE_BOX: u64 = 64 * 1024 * 1024;
/// More boxes than are walked past on the way to `moov`.
const MOST_BOXES: usize = 20_000;

impl Video {
    /// Reads a file, of which only the boxes that matter are taken into memory.
    pub(super) fn read(mut file: impl Read + Seek) -> Self {
        let mut video = Self::default();
        let mut at = 0;
        for _ in 0..MOST_BOXES {
            let Some((header, next)) = top_level(&mut file, at) else { break };
            match &header.name {
                b"moov" => {
                    if let Some(movie) = body(&mut file, at, &header, LARGEST_MOVIE_BOX) {
                        video.movie(&movie);
                    }
                }
                b"uuid" => {
                    let packet = body(&mut file, at, &header, LARGEST_BLOCK as u64);
                    video.xmp = video.xmp.take().or_else(|| xmp(&packet?));
                }
                _ => {}
            }
            let Some(next) = next else { break };
            at = next;
        }
        video
    }

    fn movie(&mut self, movie: &[u8]) {
        if let Some(header) = child(movie, b"mvhd") {
            let (created, duration) = clock(header);
            self.clock = self.clock.or(created);
            self.duration_ms = self.duration_ms.or(duration);
        }
        for (_, track) in boxes(movie).filter(|(name, _)| name == b"trak") {
            self.track(track);
        }
        for (_, packet) in boxes(movie).filter(|(name, _)| name == b"uuid") {
            self.xmp = self.xmp.take().or_else(|| xmp(packet));
        }
        let tags = Tags::of(movie);
        if let Some(packet) = tags.xmp {
            self.xmp = self.xmp.take().or_else(|| Some(packet.to_vec()));
        }
        self.created = self.created.or(tags.created);
        self.position = self.position.or(tags.position);
        self.make = tags.make;
        self.model = tags.model;
        self.software = tags.software;
        self.title = tags.title;
        self.caption = tags.caption;
        self.keywords = tags.keywords;
        self.pair = tags.pair;
    }

    /// Takes size, turn and, where the movie header has none, the time of the first track with pictures.
    fn track(&mut self, track: &[u8]) {
        let Some(media) = child(track, b"mdia") else { return };
        let is_video = child(media, b"hdlr").is_some_and(|handler| part(handler, 8, 4) == Some(b"vide"));
        if let Some(header) = child(track, b"tkhd").filter(|_| is_video && self.size.is_none()) {
            (self.size, self.orientation) = shape(header).unzip();
        }
        if let Some(header) = child(media, b"mdhd").filter(|_| is_video) {
            let (created, duration) = clock(header);
            self.clock = self.clock.or(created);
            self.duration_ms = self.duration_ms.or(duration);
        }
    }
}

/// The header of the box at `at`, and where the next one begins.
fn top_level(file: &mut (impl Read + Seek), at: u64) -> Option<(Header, Option<u64>)> {
    let bytes = read_at(file, at, Header::LONGEST as u64)?;
    let header = Header::read(&bytes)?;
    let next = header.body.and_then(|length| at.checked_add(header.length as u64)?.checked_add(length));
    Some((header, next))
}

/// The body of a box, or its first `most` bytes.
fn body(file: &mut (impl Read + Seek), at: u64, header: &Header, most: u64) -> Option<Vec<u8>> {
    read_at(file, at.checked_add(header.length as u64)?, header.body.unwrap_or(most).min(most))
}

/// As many bytes as there are, up to `length`: nothing is set aside for what the file only claims to have.
fn read_at(file: &mut (impl Read + Seek), at: u64, length: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(at)).ok()?;
    file.by_ref().take(length).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn xmp(uuid: &[u8]) -> Option<Vec<u8>> {
    uuid.strip_prefix(super::parts::XMP_BOX).filter(|packet| packet.len() <= LARGEST_BLOCK).map(<[u8]>::to_vec)
}

/// Creation time and length in milliseconds by a movie or media header (sections 8.2.2 and 8.4.2, alike in the beginning).
fn clock(header: &[u8]) -> (Option<DateTime>, Option<u64>) {
    let wide = header.first() == Some(&1);
    let (created, scale, duration) = if wide {
        (be64(header, 4), be32(header, 20), be64(header, 24))
    } else {
        (be32(header, 4).map(u64::from), be32(header, 12), be32(header, 16).map(u64::from))
    };
    // All ones mean that the length is not known.
    let known = duration.filter(|&d| d != u64::MAX && (wide || d != u64::from(u32::MAX)));
    let milliseconds = known.zip(scale.filter(|&scale| scale > 0)).and_then(|(duration, scale)| {
        Some(duration.checked_mul(1000)? / u64::from(scale)).filter(|&length| length > 0)
    });
    (created.and_then(since_1904), milliseconds)
}

/// Seconds since midnight of 1 January 1904, UTC; zero means that nobody set it.
fn since_1904(seconds: u64) -> Option<DateTime> {
    const UNTIL_1970: i64 = 2_082_844_800;
    let seconds = i64::try_from(seconds).ok().filter(|&seconds| seconds > 0)?;
    // Some cameras count from 1970 by mistake; as a count from 1904 that would be long before QuickTime (1991).
    let since_1970 = if seconds < UNTIL_1970 { seconds } else { seconds - UNTIL_1970 };
    Some(Timestamp::from_second(since_1970).ok()?.to_zoned(TimeZone::UTC).datetime())
}

/// Size and turn by a track header (section 8.3.2): the matrix, then width and height in 16.16 fixed point.
fn shape(header: &[u8]) -> Option<((u32, u32), Orientation)> {
    let matrix = if header.first() == Some(&1) { 52 } else { 40 };
    let sign = |index: usize| be32(header, matrix + index * 4).map(|n| (n as i32).signum());
    let (a, b, c, d) = (sign(0)?, sign(1)?, sign(3)?, sign(4)?);
    let turn = match (a, b, c, d) {
        (0, 1, -1, 0) => Turn::NONE.then_quarters_left(3),
        (-1, 0, 0, -1) => Turn::NONE.then_quarters_left(2),
        (0, -1, 1, 0) => Turn::NONE.then_quarters_left(1),
        (-1, 0, 0, 1) => Turn::NONE.then_mirrored(),
        (1, 0, 0, -1) => Turn::NONE.then_upside_down_mirrored(),
        (0, 1, 1, 0) => Turn::NONE.then_quarters_left(3).then_mirrored(),
        (0, -1, -1, 0) => Turn::NONE.then_quarters_left(1).then_mirrored(),
        _ => Turn::NONE,
    };
    let size = (be32(from(header, matrix + 36), 0)? >> 16, be32(from(header, matrix + 40), 0)? >> 16);
    (size.0 > 0 && size.1 > 0).then(|| (size, turn.orientation()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn boxed(name: &[u8], body: &[u8]) -> Vec<u8> {
        [&(body.len() as u32 + 8).to_be_bytes(), name, body].concat()
    }

    fn movie_header(created: u32) -> Vec<u8> {
        let numbers = [0, created, 0, 600, 900];
        boxed(b"mvhd", &numbers.map(u32::to_be_bytes).concat())
    }

    #[test]
    fn the_movie_header_counts_from_1904() {
        let file = [boxed(b"ftyp", b"isom"), boxed(b"mdat", &[7; 99]), boxed(b"moov", &movie_header(3_683_881_649))];
        let video = Video::read(Cursor::new(file.concat()));
        assert_eq!(video.clock, Some("2020-09-25T12:27:29".parse().unwrap()));
        assert_eq!(video.duration_ms, Some(1500));
        assert_eq!(Video::read(Cursor::new(boxed(b"moov", &movie_header(0)))).clock, None);
    }

    #[test]
    fn apples_keys_tell_the_local_time_the_place_and_the_other_half() {
        let key = |name: &str| boxed(b"mdta", name.as_bytes());
        let value = |index: u32, text: &str| {
            boxed(&index.to_be_bytes(), &boxed(b"data", &[&[0, 0, 0, 1, 0, 0, 0, 0], text.as_bytes()].concat()))
        };
        let keys = ["creationdate", "location.ISO6709", "content.identifier"];
        let keys: Vec<u8> = keys.iter().flat_map(|name| key(&format!("com.apple.quicktime.{name}"))).collect();
        let values = [value(1, "2020-09-28T14:22:01+0200"), value(2, "+38.6995-009.2077+011/"), value(3, "ABC-1")];
        let meta = [
            boxed(b"hdlr", &[0; 24]),
            boxed(b"keys", &[&[0; 4], &3_u32.to_be_bytes()[..], &keys].concat()),
            boxed(b"ilst", &values.concat()),
        ];
        let file = boxed(b"moov", &[movie_header(5), boxed(b"meta", &meta.concat())].concat());
        let video = Video::read(Cursor::new(file));
        assert_eq!(video.created, Stamp::parse("2020-09-28T14:22:01+02:00"));
        assert_eq!(video.position, Position::new(38.6995, -9.2077));
        assert_eq!(video.pair.as_deref(), Some("ABC-1"));
    }

    #[test]
    fn a_file_of_endless_boxes_ends() {
        let empty = boxed(b"free", b"").repeat(50_000);
        assert!(Video::read(Cursor::new(empty)).clock.is_none());
        assert!(
            Video::read(Cursor::new([0, 0, 0, 1, b'm', b'o', b'o', b'v', 255, 255, 255, 255, 255, 255, 255, 255]))
                .clock
                .is_none()
        );
    }
}
