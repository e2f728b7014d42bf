//! Our reading of real photos against ExifTool's, file by file: every disagreement is listed here with its reason.
//!
//! The photos are not part of the project. Without them these tests say so and are skipped.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{of_picture, of_video};
use crate::{Format, Hints, Metadata};

/// Where we disagree with ExifTool, on what, and why. A row that no longer holds fails the test, like one that is missing.
const DISAGREEMENTS: [(&str, &str, &str); 4] = [
    (
        "jpg/FLIR iPhone device.jpg",
        "date",
        "ExifTool takes it from FLIR's own thermal record; there is no date in EXIF, XMP or IPTC. We do not read that record.",
    ),
    (
        "jpg/FLIR iPhone device.jpg",
        "position",
        "the same record; without its reference letter ExifTool even puts Los Angeles at 118° east.",
    ),
    ("mp4/ftyp3gp5.mp4", "position", "0°, 0° is what phones write without a fix; it is no position."),
    (
        "mp4/uuid540.mp4",
        "keywords",
        "ExifTool adds the word in a `kywd` box that is not made as 3GPP asks; the three keywords in XMP are read.",
    ),
];

/// The folder of real photos: `$PERENNIAL_SHARED/photos`, or `shared/photos` beside this folder or any above it.
pub(super) fn photos() -> Option<PathBuf> {
    let named = std::env::var_os("PERENNIAL_SHARED").map(|shared| Path::new(&shared).join("photos"));
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared/photos"));
    let found = named.into_iter().chain(above).find(|folder| folder.join("expected.json").is_file());
    if found.is_none() {
        println!("skipped: no folder shared/photos here (set PERENNIAL_SHARED to where it is)");
    }
    found
}

/// All files that ExifTool was asked about.
pub(super) fn files(photos: &Path) -> Vec<PathBuf> {
    expectations(photos).iter().map(|expected| photos.join(text(expected, "SourceFile"))).collect()
}

#[test]
fn facts_agree_with_exiftool() {
    let Some(photos) = photos() else { return };
    let (mut read, mut found) = (0, BTreeSet::new());
    let mut compared = [0_u32; 10];
    for expected in expectations(&photos).iter().filter(|expected| expected.get("MIMEType").is_some()) {
        read += 1;
        let name = text(expected, "SourceFile");
        let Some(facts) = facts(&photos.join(&name)) else {
            found.insert((name, "format"));
            continue;
        };
        let checks = [
            ("date", date(expected, &facts)),
            ("fraction", fraction(expected, &facts)),
            ("offset", offset(expected, &facts)),
            ("position", position(expected, &facts)),
            ("orientation", orientation(expected, &facts)),
            ("size", size(expected, &facts)),
            ("make", same_text(expected, "Make", facts.make.as_deref())),
            ("model", same_text(expected, "Model", facts.model.as_deref())),
            ("rating", rating(expected, &facts)),
            ("keywords", keywords(expected, &facts)),
        ];
        for (index, (what, check)) in checks.into_iter().enumerate() {
            compared[index] += u32::from(check.is_some());
            if check == Some(false) {
                println!("{name}: {what}: {expected} but {facts:?}");
                found.insert((name.clone(), what));
            }
        }
    }
    println!("{read} files read by ExifTool; compared, in the order of the checks: {compared:?}");
    println!("{} disagreements", found.len());
    let listed: BTreeSet<_> = DISAGREEMENTS.iter().map(|&(name, what, _)| (name.to_owned(), what)).collect();
    assert_eq!(found, listed, "left: found, right: listed with a reason");
    let files: BTreeSet<_> = found.iter().map(|(name, _)| name).collect();
    assert!(files.len() * 100 <= read, "{} of {read} files disagree: more than one in a hundred", files.len());
}

fn expectations(photos: &Path) -> Vec<Value> {
    let json = fs::read(photos.join("expected.json")).unwrap();
    serde_json::from_slice(&json).unwrap()
}

fn facts(path: &Path) -> Option<Metadata> {
    let bytes = fs::read(path).unwrap();
    let format = Format::sniff(&bytes[..bytes.len().min(Format::HEAD)])?;
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let hints =
        Hints { name, modified: None, now: "2026-11-01T12:00".parse().unwrap(), home: None, sidecars: Vec::new() };
    let is_video = format.is_video();
    Some(if is_video {
        of_video(&File::open(path).unwrap(), format, &hints)
    } else {
        of_picture(&bytes, format, &hints)
    })
}

fn text(expected: &Value, tag: &str) -> String {
    match expected.get(tag) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

/// ExifTool's date, if it is one: the text, cut before the zone, and the zone.
fn exiftools_date(expected: &Value) -> Option<(String, String)> {
    let is_date = |text: &String| {
        text.len() >= 10 && text.get(..4).and_then(|year| year.parse().ok()).is_some_and(|year: u16| year > 0)
    };
    let text = ["DateTimeOriginal", "CreateDate"].map(|tag| text(expected, tag)).into_iter().find(is_date)?;
    let zone = text[10..].find(['+', '-', 'Z']).map_or(text.len(), |at| at + 10);
    let local = text[..zone].split('.').next().unwrap_or_default();
    Some((local.to_owned(), text[zone..].to_owned()))
}

/// Whether the local time agrees; a video's is compared in UTC, as its header has it, unless ExifTool tells a zone.
fn date(expected: &Value, facts: &Metadata) -> Option<bool> {
    let (local, zone) = exiftools_date(expected)?;
    let Some(taken) = &facts.taken else { return Some(false) };
    let in_utc = zone == "Z" || (zone.is_empty() && facts.format.is_video());
    let minutes = taken.offset.filter(|_| in_utc).map_or(0, |offset| offset.minutes());
    let at = taken.at - jiff::Span::new().minutes(minutes);
    Some(at.strftime("%Y:%m:%d %H:%M:%S").to_string().starts_with(&local))
}

fn fraction(expected: &Value, facts: &Metadata) -> Option<bool> {
    let digits = expected.get("SubSecTimeOriginal").map(|_| text(expected, "SubSecTimeOriginal"))?;
    let ours = facts.taken.as_ref().map(|taken| format!("{:09}", taken.at.subsec_nanosecond()))?;
    Some(ours.trim_end_matches('0') == digits.trim_end_matches('0'))
}

fn offset(expected: &Value, facts: &Metadata) -> Option<bool> {
    let tags = ["OffsetTimeOriginal", "OffsetTime"].map(|tag| text(expected, tag));
    let stated = tags.into_iter().chain(exiftools_date(expected).map(|(_, zone)| zone));
    let stated = stated.into_iter().find(|zone| zone.len() == 6)?;
    let ours = facts.taken.as_ref()?.offset.map(|offset| offset.minutes());
    let sign = if stated.starts_with('-') { -1 } else { 1 };
    let minutes: i32 = stated[1..3].parse::<i32>().unwrap() * 60 + stated[4..].parse::<i32>().unwrap();
    Some(ours == Some(sign * minutes))
}

fn position(expected: &Value, facts: &Metadata) -> Option<bool> {
    let tag = |name| expected.get(name).and_then(Value::as_f64);
    let theirs = tag("GPSLatitude").zip(tag("GPSLongitude"));
    let ours = facts.position.map(|position| (position.latitude, position.longitude));
    match (theirs, ours) {
        (None, None) => None,
        (Some(theirs), Some(ours)) => Some((theirs.0 - ours.0).abs() < 1e-4 && (theirs.1 - ours.1).abs() < 1e-4),
        _ => Some(false),
    }
}

fn orientation(expected: &Value, facts: &Metadata) -> Option<bool> {
    let tag = |name| expected.get(name).and_then(Value::as_u64);
    let theirs = match tag("Rotation").filter(|_| facts.format.is_video()) {
        Some(degrees) => [1, 6, 3, 8][degrees as usize / 90],
        None => tag("Orientation").unwrap_or(1),
    };
    Some(u64::from(facts.orientation.exif()) == theirs)
}

fn size(expected: &Value, facts: &Metadata) -> Option<bool> {
    let tag = |name| expected.get(name).and_then(Value::as_u64);
    let (width, height) = tag("ImageWidth").zip(tag("ImageHeight"))?;
    Some(facts.size.map(|(w, h)| (u64::from(w), u64::from(h))) == Some((width, height)))
}

fn same_text(expected: &Value, tag: &str, ours: Option<&str>) -> Option<bool> {
    let theirs = text(expected, tag);
    (!theirs.trim().is_empty()).then(|| ours == Some(theirs.trim()))
}

fn rating(expected: &Value, facts: &Metadata) -> Option<bool> {
    let theirs = expected.get("Rating")?.as_i64()?;
    Some(facts.rating.map(i64::from) == Some(theirs))
}

/// XMP's and IPTC's together; ExifTool shows a single one, or a number, without a list.
fn keywords(expected: &Value, facts: &Metadata) -> Option<bool> {
    let words = |tag| match expected.get(tag) {
        Some(Value::Array(list)) => list.clone(),
        Some(single) => vec![single.clone()],
        None => Vec::new(),
    };
    let theirs = ["Subject", "Keywords"].into_iter().flat_map(words);
    let theirs: BTreeSet<_> = theirs.map(|word| word.as_str().map_or(word.to_string(), str::to_owned)).collect();
    (!theirs.is_empty()).then(|| facts.keywords.iter().cloned().collect::<BTreeSet<_>>() == theirs)
}
