//! EXIF 3.0 (CIPA DC-008): what the tags of a TIFF structure say of a photo.

use jiff::civil::{DateTime, Time};
use model::Position;

use super::bytes::{text, utf16_le};
use super::stamp::{Stamp, date};
use super::tiff::{Group, Tags};
use crate::Orientation;

/// What EXIF says of a photo.
#[derive(Debug, Default)]
pub(super) struct Exif<'a> {
    /// DateTimeOriginal (0x9003): when the shutter opened.
    pub(super) original: Option<Stamp>,
    /// DateTimeDigitized (0x9004): when it became a file.
    pub(super) digitized: Option<Stamp>,
    /// DateTime (0x0132): when the file was last changed.
    pub(super) changed: Option<Stamp>,
    /// GPSDateStamp and GPSTimeStamp (0x001D, 0x0007), in UTC.
    pub(super) gps_time: Option<DateTime>,
    /// GPSLatitude and GPSLongitude (0x0001 to 0x0004).
    pub(super) position: Option<Position>,
    /// Orientation (0x0112).
    pub(super) orientation: Option<Orientation>,
    /// The size that the directories of pixels tell.
    pub(super) size: Option<(u32, u32)>,
    /// Make (0x010F).
    pub(super) make: Option<String>,
    /// Model (0x0110).
    pub(super) model: Option<String>,
    /// Software (0x0131).
    pub(super) software: Option<String>,
    /// XPTitle (0x9C9B), written by Windows.
    pub(super) title: Option<String>,
    /// ImageDescription (0x010E) or XPComment (0x9C9C), unless it is only what the camera always writes.
    pub(super) caption: Option<String>,
    /// UserComment (0x9286).
    pub(super) comment: Option<String>,
    /// XPKeywords (0x9C9E).
    pub(super) keywords: Vec<String>,
    /// Rating (0x4746), written by Windows.
    pub(super) rating: Option<i8>,
    /// FileSource (0xA300) says that it came from a scanner.
    pub(super) scanned: bool,
    /// Apple's content identifier (maker note 0x0011).
    pub(super) pair: Option<String>,
    /// An XMP packet (0x02BC), in TIFF and DNG.
    pub(super) xmp: Option<&'a [u8]>,
    /// IPTC (0x83BB), in TIFF and DNG.
    pub(super) iptc: Option<&'a [u8]>,
    /// Photoshop's image resource blocks (0x8649), in TIFF.
    pub(super) photoshop: Option<&'a [u8]>,
}

impl<'a> Exif<'a> {
    /// What the tags say.
    pub(super) fn of(tags: &Tags<'a>) -> Self {
        let image = |number| tags.text(Group::Image, number);
        let windows = |number| utf16_le(tags.get(Group::Image, number)?.value);
        let block = |number| Some(tags.get(Group::Image, number)?.value);
        Self {
            original: stamp(tags, 0x9003, 0x9291, 0x9011),
            digitized: stamp(tags, 0x9004, 0x9292, 0x9012),
            changed: changed(tags),
            gps_time: gps_time(tags),
            position: position(tags),
            orientation: tags.number(Group::Image, 0x0112).map(Orientation::from_exif),
            size: tags.largest_size(),
            make: image(0x010F),
            model: image(0x0110),
            software: image(0x0131),
            title: windows(0x9C9B),
            caption: image(0x010E).filter(|caption| !is_a_cameras_phrase(caption)).or_else(|| windows(0x9C9C)),
            comment: comment(tags),
            keywords: windows(0x9C9E).map(|list| split_keywords(&list)).unwrap_or_default(),
            rating: tags.number(Group::Image, 0x4746).filter(|stars| (1..=5).contains(stars)).map(|stars| stars as i8),
            // 1 and 2 are transparent and reflective scanners, 3 is a digital still camera.
            scanned: matches!(tags.number(Group::Exif, 0xA300), Some(1 | 2)),
            pair: tags.text(Group::Apple, 0x0011),
            xmp: block(0x02BC),
            iptc: block(0x83BB),
            photoshop: block(0x8649),
        }
    }
}

/// A date with its fraction of a second and its offset, each a tag of its own.
///
/// OffsetTime (0x9010) belongs to DateTime, but phones that write only one offset write that one, and mean the same clock.
fn stamp(tags: &Tags<'_>, date: u16, fraction: u16, offset: u16) -> Option<Stamp> {
    let exif = |number| tags.text(Group::Exif, number);
    // Kodak's Photo Desk put DateTimeOriginal into the first directory.
    let stamp = exif(date).and_then(|text| Stamp::parse(&text));
    let stamp = stamp.or_else(|| Stamp::parse(&tags.text(Group::Image, date)?))?;
    let own = stamp.with_offset(exif(0x9010).as_deref()).with_offset(exif(offset).as_deref());
    Some(own.with_fraction(exif(fraction).as_deref()))
}

fn changed(tags: &Tags<'_>) -> Option<Stamp> {
    let stamp = Stamp::parse(&tags.text(Group::Image, 0x0132)?)?;
    Some(stamp.with_offset(tags.text(Group::Exif, 0x9010).as_deref()))
}

fn gps_time(tags: &Tags<'_>) -> Option<DateTime> {
    let day = tags.text(Group::Gps, 0x001D)?;
    let mut numbers = day.split([':', '-', '/']).map_while(|n| n.trim().parse().ok());
    let day = date(numbers.next()?, numbers.next()?, numbers.next()?)?;
    let time = tags.get(Group::Gps, 0x0007)?;
    let (hour, minute, second) = (time.fraction(0)?, time.fraction(1)?, time.fraction(2)?);
    let time = Time::new(hour as i8, minute as i8, second as i8, (second.fract() * 1e9) as i32).ok()?;
    Some(day.to_datetime(time))
}

fn position(tags: &Tags<'_>) -> Option<Position> {
    let degrees = |number, reference, negative: &str| {
        let value = tags.get(Group::Gps, number)?;
        // Minutes and seconds may be missing, or nothing over zero.
        let part = |index| value.fraction(index).unwrap_or(0.0);
        let degrees = value.fraction(0)? + part(1) / 60.0 + part(2) / 3600.0;
        let below = tags.text(Group::Gps, reference).is_some_and(|r| r.eq_ignore_ascii_case(negative));
        Some(if below { -degrees } else { degrees })
    };
    Position::new(degrees(0x0002, 0x0001, "S")?, degrees(0x0004, 0x0003, "W")?)
}

/// UserComment begins with eight bytes that name its character code (EXIF 3.0, section 4.6.5).
fn comment(tags: &Tags<'_>) -> Option<String> {
    let value = tags.get(Group::Exif, 0x9286)?.value;
    match value.split_at_checked(8)? {
        (b"UNICODE\0", rest) => utf16_le(rest),
        (b"ASCII\0\0\0" | [0, 0, 0, 0, 0, 0, 0, 0], rest) => text(rest),
        _ => text(value),
    }
}

fn split_keywords(list: &str) -> Vec<String> {
    list.split(';').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// ImageDescription as cameras fill it in by themselves: it says nothing of the picture.
fn is_a_cameras_phrase(caption: &str) -> bool {
    const ALWAYS: [&str; 9] =
        ["sony dsc", "dcf 1.0", "default", "exif_jpeg_picture", "dav", "cof", "rbt", "rhdr", "hdrpl"];
    let caption = caption.trim().to_lowercase();
    let number = caption.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '_').trim_start_matches('0');
    let is_number = !caption.contains(' ') && number.chars().all(|c| c.is_ascii_digit());
    ALWAYS.contains(&caption.as_str())
        || caption.contains("digital camera")
        || caption.contains("digital still camera")
        || (is_number && caption.chars().any(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::tiff::tests::structure;
    use super::*;

    #[test]
    fn what_a_camera_always_writes_is_no_caption() {
        for phrase in ["OLYMPUS DIGITAL CAMERA         ", "DCF 1.0", "DSC00019", "000007", "SONY DSC"] {
            assert!(is_a_cameras_phrase(phrase), "{phrase}");
        }
        for caption in ["mit blauem Kleid", "Wheat", "Jack", "Christmas 2003", "Default settings, said Ben"] {
            assert!(!is_a_cameras_phrase(caption), "{caption}");
        }
    }

    #[test]
    fn half_a_structure_still_gives_its_half() {
        let bytes = structure(&[(0x0112, 3, 1, [8, 0, 0, 0]), (0x010F, 2, 4, *b"Me\0\0"), (0x8825, 4, 1, [255; 4])]);
        let exif = Exif::of(&Tags::read(&bytes, Group::Image));
        assert_eq!(exif.orientation.map(Orientation::exif), Some(8));
        assert_eq!((exif.make.as_deref(), exif.position), (Some("Me"), None));
    }
}
