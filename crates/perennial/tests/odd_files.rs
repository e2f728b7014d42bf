//! Odd files through a real import with real workers: odd names and words, pictures one pixel wide, hours that were there
//! twice or never.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::DateTime;
use jpeg_encoder::{ColorType, Encoder};
use library::{Importer, Photo, Progress, Report, Size};
use media::{Limits, Workers};
use model::PhotoId;
use testkit::{House, houses, now};

/// What a day brings to the owner of a house.
fn day_plan(house: &House, day: jiff::civil::Date) -> care::DayPlan {
    let seal = Arc::new(care::Seal::new().unwrap());
    let visits = care::Visits::new(Arc::clone(&house.store), Arc::clone(&house.blobs), seal);
    let who = care::Who { viewer: house.owner(), now: now(), session: care::Session("a test".to_owned()) };
    visits.look(&who, |visit| visit.day_plan(day)).map_err(|error: care::CareError| error).unwrap()
}

fn import(house: &House, folder: &Path) -> Report {
    let program = Path::new(env!("CARGO_BIN_EXE_perennial"));
    let importer = Importer {
        store: Arc::clone(&house.store),
        blobs: Arc::clone(&house.blobs),
        workers: Arc::new(Workers::new(program, &["worker"], 2, Limits::default())),
        viewer: house.owner(),
        roots: library::Roots::anywhere(),
        after_batch: Arc::new(memories::settle),
        hands: 3,
    };
    importer.run(folder, &Progress::default(), &now()).unwrap()
}

fn photos(house: &House, report: &Report) -> Vec<Photo> {
    let ids = 1..=i64::try_from(report.came_in).unwrap();
    ids.map(|id| house.store.read(|tx| library::photo(tx, house.owner(), PhotoId(id))).unwrap().unwrap()).collect()
}

/// A picture of that size, of one colour, with these blocks of metadata in it.
fn jpeg(size: (u16, u16), colour: [u8; 3], blocks: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 80);
    for block in blocks {
        encoder.add_app_segment(1, block.clone()).unwrap();
    }
    let pixels = colour.repeat(usize::from(size.0) * usize::from(size.1));
    encoder.encode(&pixels, size.0, size.1, ColorType::Rgb).unwrap();
    bytes
}

/// EXIF with a description, a maker, and when it was taken.
fn exif(words: &str, taken: &str) -> Vec<u8> {
    let texts = [(0x010E_u16, words), (0x010F, words), (0x0132, taken)];
    let mut directory = vec![0, texts.len() as u8 + 1];
    let first_value = 8 + 2 + 12 * (texts.len() as u32 + 1) + 4;
    let mut values = Vec::new();
    for (tag, text) in texts {
        let offset = first_value + values.len() as u32;
        values.extend(text.bytes().chain([0; 4]));
        directory.extend(tag.to_be_bytes());
        directory.extend(2_u16.to_be_bytes());
        directory.extend((text.len() as u32 + 4).to_be_bytes());
        directory.extend(offset.to_be_bytes());
    }
    directory.extend(0x8769_u16.to_be_bytes());
    directory.extend(4_u16.to_be_bytes());
    directory.extend(1_u32.to_be_bytes());
    directory.extend((first_value + values.len() as u32).to_be_bytes());
    directory.extend([0; 4]);
    let original =
        [&[0, 1][..], &0x9003_u16.to_be_bytes(), &2_u16.to_be_bytes(), &(taken.len() as u32 + 1).to_be_bytes()];
    let after = first_value + values.len() as u32 + 2 + 12 + 4;
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    block.extend(directory.iter().chain(&values));
    block.extend(original.concat());
    block.extend(after.to_be_bytes());
    block.extend([0; 4]);
    block.extend(taken.bytes().chain([0]));
    block
}

/// XMP with a title, a keyword and somebody's name.
fn xmp(words: &str) -> Vec<u8> {
    // What XML cannot hold in any spelling never comes in a real file either.
    let allowed =
        |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    let words: String = words.chars().filter(allowed).collect();
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF \
         xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{words}</rdf:li></rdf:Alt></dc:title>\
         <dc:subject><rdf:Bag><rdf:li>{words}</rdf:li></rdf:Bag></dc:subject>\
         <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>{words}</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>\
         </rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    .into_bytes()
}

/// A file name that a disk accepts, as close to the words as it may be.
fn file_name(number: usize, words: &str) -> String {
    let kept: String = words.chars().filter(|c| !matches!(c, '/' | '\0')).take(40).collect();
    format!("{kept} {number}.jpg")
}

#[test]
fn naughty_strings_as_file_names_captions_and_words_come_in_as_they_are() {
    let Some(path) = testkit::shared_file("text/blns.json") else { return };
    let mut strings: Vec<String> = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    strings.push("N".repeat(10_000));
    for house in houses() {
        let folder = house.folder.path().join("photos");
        fs::create_dir(&folder).unwrap();
        for (number, words) in strings.iter().enumerate() {
            let colour = [number as u8, (number >> 8) as u8, 99];
            let picture = jpeg((16, 12), colour, &[exif(words, "2019:05:04 16:30:00"), xmp(words)]);
            fs::write(folder.join(file_name(number, words)), picture).unwrap();
        }
        let report = import(&house, &folder);
        let hidden =
            strings.iter().enumerate().filter(|(n, words)| file_name(*n, words).starts_with('.')).count() as u64;
        assert_eq!((report.came_in + hidden, report.unread.len()), (strings.len() as u64, 0), "{report}");
        let photos = photos(&house, &report);
        assert!(photos.iter().all(|photo| photo.taken.is_some() && photo.shown_size.is_some()));
        for words in ["<script>alert(123)</script>", "田中さんにあげて下さい", "Ω≈ç√∫˜µ≤≥÷", "1'; DROP TABLE users-- 1"]
        {
            assert!(strings.iter().any(|string| string == words), "{words} is among them");
            assert!(photos.iter().any(|photo| photo.title.as_deref() == Some(words)), "{words} is a title");
        }
        let again = import(&house, &folder);
        assert_eq!((again.came_in, again.missing), (0, 0), "the same names are found again: {again}");
    }
}

#[test]
fn pictures_one_pixel_wide_or_high_come_in_and_can_be_shown() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        fs::create_dir(&folder).unwrap();
        for (name, size) in [("tall.jpg", (1, 30_000)), ("wide.jpg", (30_000, 1)), ("dot.jpg", (1, 1))] {
            fs::write(folder.join(name), jpeg(size, [size.0 as u8, 80, 120], &[exif("", "2019:05:04 16:30:00")]))
                .unwrap();
        }
        let report = import(&house, &folder);
        assert_eq!((report.came_in, report.not_shown, report.unread.len()), (3, 0, 0), "{report}");
        for photo in photos(&house, &report) {
            let (width, height) = photo.shown_size.unwrap();
            assert!(width >= 1 && height >= 1 && width <= 1600 && height <= 1600, "{width} x {height}");
            for size in [Size::Small, Size::Large] {
                let jpeg = house.blobs.get(&photo.rendition(size)).unwrap().unwrap();
                assert!(jpeg.starts_with(&[0xff, 0xd8]) && jpeg.ends_with(&[0xff, 0xd9]));
            }
        }
    }
}

#[test]
fn hours_that_were_there_twice_or_never_stay_as_the_camera_said_them() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        fs::create_dir(&folder).unwrap();
        // In Madrid this half past two was there twice in October and never in March.
        let times = ["2019:10:27 02:30:00", "2019:10:27 02:50:00", "2019:03:31 02:30:00"];
        for (number, taken) in times.iter().enumerate() {
            fs::write(
                folder.join(format!("{number}.jpg")),
                jpeg((640, 480), [number as u8 * 80, 7, 7], &[exif("Canon", taken)]),
            )
            .unwrap();
        }
        let report = import(&house, &folder);
        assert_eq!(report.came_in, 3, "{report}");
        let mut said: Vec<DateTime> =
            photos(&house, &report).iter().map(|photo| photo.taken.as_ref().unwrap().at).collect();
        said.sort();
        let meant = ["2019-03-31T02:30:00", "2019-10-27T02:30:00", "2019-10-27T02:50:00"];
        assert_eq!(said, meant.map(|at| at.parse::<DateTime>().unwrap()));
        for (day, many) in [("2026-03-31", 1), ("2026-10-27", 2)] {
            let plan = day_plan(&house, day.parse().unwrap());
            let shown: Vec<usize> = plan.memories.iter().map(|memory| memory.photos.len()).collect();
            assert_eq!(shown, [many], "{day}");
        }
    }
}
