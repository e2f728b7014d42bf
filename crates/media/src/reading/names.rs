//! What a file's name tells: phones, messengers and people write the date into it.

use model::Precision;

use super::stamp::{Stamp, date};

/// The date in a name, if there is one that is not by chance.
///
/// Known are `IMG_20200928_142201`, `VID-20200928-WA0001`, `PXL_20200928_122201123` (in UTC), `20200928_142201`,
/// `Screenshot_2020-09-28-14-22-01`, `2020-09-28 14.22.01`, `WhatsApp Image 2020-09-28 at 14.22.01`,
/// `Screen Shot 2020-09-28 at 2.22.01 PM`, `signal-2020-09-28-142201`, `WIN_20200928_14_22_01_Pro` and their like.
pub(super) fn date_in(name: &str) -> Option<Stamp> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let starts = stem.char_indices().filter(|&(at, c)| c.is_ascii_digit() && may_begin(&stem[..at])).map(|(at, _)| at);
    let stamp = starts.take(20).find_map(|at| date_at(&stem[at..]))?;
    // Google's Pixel phones name their pictures in UTC.
    let utc = stem.starts_with("PXL_") && stamp.precision == Precision::Time;
    Some(Stamp { utc, ..stamp })
}

/// Whether the name is one that scanning programs give.
pub(super) fn is_a_scan(name: &str) -> bool {
    let name = name.to_lowercase();
    ["scan_", "scan-", "scan ", "scan0", "scan1", "scan2", "scanned", "photoscan", "img_scan", "epson"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// A date begins the name, or follows a separator or a word (`BURST20200928…`), never other digits or a mix of both.
fn may_begin(before: &str) -> bool {
    let chunk = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    chunk.chars().all(char::is_alphabetic)
}

fn date_at(text: &str) -> Option<Stamp> {
    let (date, rest) = compact_date(text).or_else(|| separated_date(text))?;
    match time_after(rest) {
        Some((hour, minute, second, millisecond)) => {
            let at = date.at.date().at(hour as i8, minute as i8, second as i8, millisecond as i32 * 1_000_000);
            Some(Stamp::local(at))
        }
        // A letter right behind belongs to something else, such as a checksum.
        None => (!rest.starts_with(|c: char| c.is_alphanumeric())).then_some(date),
    }
}

/// `20200928`, alone or in a row of digits that goes on with the time.
fn compact_date(text: &str) -> Option<(Stamp, &str)> {
    if !matches!(digits(text), 8 | 14 | 17) {
        return None;
    }
    Some((day(&text[..4], &text[4..6], &text[6..8])?, &text[8..]))
}

/// `2020-09-28` with the same separator twice.
fn separated_date(text: &str) -> Option<(Stamp, &str)> {
    let separator = *text.as_bytes().get(4)?;
    let sound = matches!(separator, b'-' | b'.' | b'_') && text.as_bytes().get(7) == Some(&separator);
    if !sound || digits(text) != 4 || digits(text.get(5..)?) != 2 || digits(text.get(8..)?) != 2 {
        return None;
    }
    Some((day(&text[..4], &text[5..7], &text[8..10])?, &text[10..]))
}

/// Names that begin with a year before digital cameras are numbers of something else.
fn day(year: &str, month: &str, day: &str) -> Option<Stamp> {
    let year = year.parse().ok().filter(|year| (1990..2100).contains(year))?;
    Some(Stamp::day(date(year, month.parse().ok()?, day.parse().ok()?)?))
}

/// The time behind a date: `_142201`, `-142201123`, ` 14.22.01`, ` at 2.22.01 PM`, `T14-22-01`, or digits right away.
fn time_after(rest: &str) -> Option<(u32, u32, u32, u32)> {
    let words = [" at ", ", at ", " um ", " a las ", " à ", "_at_", "T", "_", "-", " ", ".", ""];
    let start = words.iter().find_map(|word| rest.strip_prefix(word))?;
    let (fields, after) = match digits(start) {
        6 | 9 => ([&start[..2], &start[2..4], &start[4..6]], &start[6..]),
        1 | 2 => separated_time(start)?,
        _ => return None,
    };
    let [hour, minute, second] = fields.map(|field| field.parse::<u32>().ok());
    let (millisecond, after) = match digits(after) {
        3 => (after[..3].parse().ok()?, &after[3..]),
        _ => (0, after),
    };
    let hour = twelve_hours(hour?, after)?;
    (hour < 24 && minute? < 60 && second? < 60).then_some((hour, minute?, second?, millisecond))
}

/// `14.22.01` with the same separator twice.
fn separated_time(text: &str) -> Option<([&str; 3], &str)> {
    let hour = digits(text);
    let separator = text[hour..].chars().next().filter(|c| matches!(c, '.' | '-' | '_' | ':' | 'h'))?;
    let mut parts = text.splitn(3, separator);
    let (hour, minute, rest) = (parts.next()?, parts.next()?, parts.next()?);
    (digits(minute) == 2 && minute.len() == 2 && digits(rest) == 2).then(|| ([hour, minute, &rest[..2]], &rest[2..]))
}

/// macOS in English writes ` PM`, with a narrow space before it.
fn twelve_hours(hour: u32, after: &str) -> Option<u32> {
    let after = after.trim_start().to_ascii_uppercase();
    let half = if after.starts_with("PM") {
        12
    } else if after.starts_with("AM") {
        0
    } else {
        return Some(hour);
    };
    (1..=12).contains(&hour).then_some(hour % 12 + half)
}

/// How many digits a text begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_names_are_found() {
        for (name, expected) in [
            ("IMG_20200928_142201.jpg", "2020-09-28T14:22:01"),
            ("VID_20200928_142201.mp4", "2020-09-28T14:22:01"),
            ("IMG_20200928_142201_1~2.jpg", "2020-09-28T14:22:01"),
            ("PXL_20200928_122201123.jpg", "2020-09-28T12:22:01.123"),
            ("20200928_142201.jpg", "2020-09-28T14:22:01"),
            ("MVIMG_20200928_142201.jpg", "2020-09-28T14:22:01"),
            ("00000IMG_00000_BURST20200928142201123_COVER.jpg", "2020-09-28T14:22:01.123"),
            ("DJI_20200928142201_0001_D.JPG", "2020-09-28T14:22:01"),
            ("Screenshot_2020-09-28-14-22-01.png", "2020-09-28T14:22:01"),
            ("Screenshot_20200928-142201_Chrome.jpg", "2020-09-28T14:22:01"),
            ("Screenshot_2020-09-28-14-22-01-123_com.example.png", "2020-09-28T14:22:01"),
            ("2020-09-28 14.22.01.jpg", "2020-09-28T14:22:01"),
            ("2020-09-28 14.22.01-1.jpg", "2020-09-28T14:22:01"),
            ("2020-09-28T14-22-01.jpg", "2020-09-28T14:22:01"),
            ("signal-2020-09-28-142201.jpg", "2020-09-28T14:22:01"),
            ("signal-2020-09-28-14-22-01-123.jpg", "2020-09-28T14:22:01"),
            ("WhatsApp Image 2020-09-28 at 14.22.01.jpeg", "2020-09-28T14:22:01"),
            ("WhatsApp Image 2020-09-28 at 2.22.01 PM (1).jpeg", "2020-09-28T14:22:01"),
            ("Screen Shot 2020-09-28 at 12.05.09\u{202f}AM.png", "2020-09-28T00:05:09"),
            ("Bildschirmfoto 2020-09-28 um 14.22.01.png", "2020-09-28T14:22:01"),
            ("WIN_20200928_14_22_01_Pro.jpg", "2020-09-28T14:22:01"),
            ("photo_2020-09-28_14-22-01.jpg", "2020-09-28T14:22:01"),
        ] {
            let stamp = date_in(name).unwrap_or_else(|| panic!("{name} has a date"));
            assert_eq!((stamp.at, stamp.precision), (expected.parse().unwrap(), Precision::Time), "{name}");
            assert_eq!(stamp.utc, name.starts_with("PXL_"), "{name}");
        }
    }

    #[test]
    fn days_in_names_are_found() {
        for name in [
            "IMG-20200928-WA0001.jpg",
            "VID-20200928-WA0001.mp4",
            "2020-09-28.jpg",
            "20200928.jpg",
            "Jack 2020.09.28.jpg",
            "2020_09_28 hospital.jpg",
            "IMG_20200928_250000.jpg",
        ] {
            assert_eq!(date_in(name), Some(Stamp::day(date(2020, 9, 28).unwrap())), "{name}");
        }
    }

    #[test]
    fn names_without_a_date_give_none() {
        for name in [
            "DSC_0042.JPG",
            "DSC00019.jpg",
            "IMG_2927.HEIC",
            "P1010042.JPG",
            "IMG_20201328_142201.jpg",
            "IMG_20190229_142201.jpg",
            "120200928.jpg",
            "202009281.jpg",
            "a1b20200928.jpg",
            "20200928f3.jpg",
            "FB_IMG_1601295721000.jpg",
            "1601295721000.jpg",
            "19840512.jpg",
            "received_20200928000000000000.jpeg",
            "2020-09_28.jpg",
            "photo.20200928",
            "Ä2020.jpg",
            "",
        ] {
            assert_eq!(date_in(name), None, "{name}");
        }
    }
}
