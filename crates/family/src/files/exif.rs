//! EXIF, as cameras write it: a small TIFF file without pictures.

use jiff::civil::DateTime;
use model::UtcOffset;

use crate::{Kind, Shot};

const ASCII: u16 = 2;
const SHORT: u16 = 3;
const LONG: u16 = 4;
const RATIONAL: u16 = 5;
const UNDEFINED: u16 = 7;

/// The block for a shot; none for what comes without a camera's words.
pub(crate) fn block(shot: &Shot) -> Option<Vec<u8>> {
    let camera = shot.camera?;
    if matches!(shot.kind, Kind::Screenshot | Kind::Messenger) {
        return None;
    }
    let time = written(shot.time);
    let mut main = vec![
        text(0x010F, camera.make),
        text(0x0110, camera.model),
        short(0x0112, shot.orientation.into()),
        text(0x0132, &time),
    ];
    if let Some(caption) = shot.caption.as_ref().filter(|_| !shot.sidecar) {
        main.push(text(0x010E, caption));
    }
    let mut exif = vec![
        Entry { tag: 0x9000, kind: UNDEFINED, count: 4, value: b"0232".to_vec() },
        text(0x9003, &time),
        text(0x9004, &time),
        Entry { tag: 0xA002, kind: LONG, count: 1, value: shot.size.0.to_le_bytes().to_vec() },
        Entry { tag: 0xA003, kind: LONG, count: 1, value: shot.size.1.to_le_bytes().to_vec() },
    ];
    if shot.kind != Kind::Scan && shot.kind != Kind::DeadClock {
        exif.push(text(0x9291, &format!("{:03}", shot.millisecond)));
    }
    if let Some(offset) = shot.offset {
        for tag in [0x9010, 0x9011, 0x9012] {
            exif.push(text(tag, &signed(offset)));
        }
    }
    Some(tiff(main, exif, gps(shot)))
}

fn written(time: DateTime) -> String {
    let (d, t) = (time.date(), time.time());
    format!("{:04}:{:02}:{:02} {:02}:{:02}:{:02}", d.year(), d.month(), d.day(), t.hour(), t.minute(), t.second())
}

fn signed(offset: UtcOffset) -> String {
    let minutes = offset.minutes();
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn gps(shot: &Shot) -> Vec<Entry> {
    let Some(position) = shot.position else { return Vec::new() };
    let side = |value: f64, plus: &'static str, minus: &'static str| if value < 0.0 { minus } else { plus };
    let mut entries = vec![
        Entry { tag: 0, kind: 1, count: 4, value: vec![2, 3, 0, 0] },
        text(1, side(position.latitude, "N", "S")),
        degrees(2, position.latitude),
        text(3, side(position.longitude, "E", "W")),
        degrees(4, position.longitude),
    ];
    if let Some(offset) = shot.offset {
        let utc = shot.time.saturating_sub(jiff::Span::new().minutes(offset.minutes()));
        let parts = [utc.hour(), utc.minute(), utc.second()];
        let value = parts.iter().flat_map(|part| rational(*part as u32, 1)).collect();
        entries.push(Entry { tag: 7, kind: RATIONAL, count: 3, value });
        entries.push(text(0x1D, written(utc).get(..10).unwrap_or_default()));
    }
    entries
}

/// Degrees, minutes, and seconds to a thousandth.
fn degrees(tag: u16, value: f64) -> Entry {
    let thousandths = (value.abs() * 3_600_000.0).round() as u64;
    let (degrees, rest) = (thousandths / 3_600_000, thousandths % 3_600_000);
    let parts = [(degrees, 1), (rest / 60_000, 1), (rest % 60_000, 1000)];
    let value = parts.into_iter().flat_map(|(n, d)| rational(n as u32, d)).collect();
    Entry { tag, kind: RATIONAL, count: 3, value }
}

fn rational(numerator: u32, denominator: u32) -> [u8; 8] {
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&numerator.to_le_bytes());
    bytes[4..].copy_from_slice(&denominator.to_le_bytes());
    bytes
}

struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    value: Vec<u8>,
}

fn text(tag: u16, text: &str) -> Entry {
    let mut value = text.as_bytes().to_vec();
    value.push(0);
    Entry { tag, kind: ASCII, count: value.len() as u32, value }
}

fn short(tag: u16, value: u16) -> Entry {
    Entry { tag, kind: SHORT, count: 1, value: value.to_le_bytes().to_vec() }
}

/// The main directory with pointers to the other two, which follow it.
fn tiff(mut main: Vec<Entry>, exif: Vec<Entry>, gps: Vec<Entry>) -> Vec<u8> {
    let pointer = |tag: u16, to: usize| Entry { tag, kind: LONG, count: 1, value: (to as u32).to_le_bytes().to_vec() };
    let extra = if gps.is_empty() { 1 } else { 2 };
    let exif_at = 8 + length(&main) + extra * 12;
    main.push(pointer(0x8769, exif_at));
    let gps_at = exif_at + length(&exif);
    if !gps.is_empty() {
        main.push(pointer(0x8825, gps_at));
    }
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    for directory in [main, exif, gps].into_iter().filter(|d| !d.is_empty()) {
        append(&mut bytes, directory);
    }
    bytes
}

/// Bytes of a directory with the values that do not fit into its entries, each at an even place.
fn length(directory: &[Entry]) -> usize {
    let outside: usize = directory.iter().map(|e| e.value.len()).filter(|n| *n > 4).map(|n| n + n % 2).sum();
    2 + directory.len() * 12 + 4 + outside
}

fn append(bytes: &mut Vec<u8>, mut directory: Vec<Entry>) {
    directory.sort_by_key(|entry| entry.tag);
    let mut values_at = bytes.len() + 2 + directory.len() * 12 + 4;
    let mut values = Vec::new();
    bytes.extend((directory.len() as u16).to_le_bytes());
    for mut entry in directory {
        bytes.extend(entry.tag.to_le_bytes());
        bytes.extend(entry.kind.to_le_bytes());
        bytes.extend(entry.count.to_le_bytes());
        if entry.value.len() <= 4 {
            entry.value.resize(4, 0);
            bytes.extend(entry.value);
        } else {
            bytes.extend((values_at as u32).to_le_bytes());
            entry.value.resize(entry.value.len() + entry.value.len() % 2, 0);
            values_at += entry.value.len();
            values.extend(entry.value);
        }
    }
    bytes.extend([0; 4]);
    bytes.extend(values);
}
