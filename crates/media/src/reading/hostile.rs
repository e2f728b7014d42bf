//! Whatever the bytes are, reading ends without a panic.

use std::io::{Seek, Write};

use proptest::prelude::*;

use super::{of_picture, of_video};
use crate::{Format, Hints};

const PICTURES: [Format; 8] =
    [Format::Jpeg, Format::Png, Format::WebP, Format::Gif, Format::Tiff, Format::Heic, Format::Avif, Format::Raw];

fn hints(name: &str) -> Hints {
    Hints {
        name: name.into(),
        modified: None,
        now: "2026-01-01T12:00".parse().unwrap(),
        home: None,
        sidecars: Vec::new(),
    }
}

fn video(bytes: &[u8]) {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    of_video(&file, Format::Mp4, &hints("a.mp4"));
}

fn boxed(name: &[u8], body: &[u8]) -> Vec<u8> {
    [&(body.len() as u32 + 8).to_be_bytes(), name, body].concat()
}

/// Small files with a bit of everything, to be damaged.
fn seeds() -> Vec<Vec<u8>> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x03".to_vec();
    for (number, kind, count, value) in [(0x8769_u16, 4_u16, 1_u32, 50_u32), (0x8825, 4, 1, 50), (0x010F, 2, 8, 0)] {
        tiff.extend(
            [&number.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat(),
        );
    }
    tiff.extend(
        b"\0\0\0\0\0\x02\x90\x03\0\x02\0\0\0\x14\0\0\0\x60\x92\x7c\0\x07\0\0\0\x14\0\0\0\x602020:09:28 14:22:01\0",
    );
    let xmp = b"<x:xmpmeta><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description \
        xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:subject><rdf:Bag><rdf:li>a&amp;b</rdf:li></rdf:Bag></dc:subject>";
    let iptc = b"8BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x37\0\x0820200928\x1c\x02\x19";
    let segment =
        |marker: u8, body: &[u8]| [&[0xFF, marker], &(body.len() as u16 + 2).to_be_bytes()[..], body].concat();
    let chunk = |kind: &[u8], body: &[u8]| [&(body.len() as u32).to_be_bytes(), kind, body, &[0; 4]].concat();
    let jpeg = [
        vec![0xFF, 0xD8],
        segment(0xE1, &[b"Exif\0\0", &tiff[..]].concat()),
        segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", &xmp[..]].concat()),
        segment(0xED, &[b"Photoshop 3.0\0", &iptc[..]].concat()),
        segment(0xC0, &[8, 0, 3, 0, 5, 1]),
    ];
    let png = [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &[0, 0, 0, 5, 0, 0, 0, 3]),
        chunk(b"eXIf", &tiff),
        chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", &xmp[..]].concat()),
        chunk(b"zTXt", &[b"Title\0\0".to_vec(), miniz_oxide::deflate::compress_to_vec_zlib(b"sea", 6)].concat()),
        chunk(b"tEXt", b"Raw profile type iptc\0\niptc\n 4\n1c020500\n"),
    ];
    let webp = [b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x04\0\0\x02\0\0EXIF\x40\0\0\0".to_vec(), tiff.clone()];
    let gif =
        b"GIF89a\x05\0\x03\0\x80\0\0\0\0\0\0\0\0\x21\xff\x0bXMP DataXMP<x/>\0\x2c\0\0\0\0\x05\0\x03\0\0\x02\x01\0\0;";
    let infe = boxed(b"infe", b"\x02\0\0\0\0\x02\0\0Exif\0");
    let meta = [
        vec![0; 4],
        boxed(b"pitm", b"\0\0\0\0\0\x01"),
        boxed(b"iinf", &[b"\0\0\0\0\0\x01", &infe[..]].concat()),
        boxed(b"iloc", b"\0\0\0\0\x44\0\0\x01\0\x02\0\0\0\x01\0\0\0\0\0\0\0\x40"),
        boxed(
            b"iprp",
            &[boxed(b"ipco", &boxed(b"irot", b"\x03")), boxed(b"ipma", b"\0\0\0\0\0\0\0\x01\0\x01\x01\x01")].concat(),
        ),
    ];
    let heif = [boxed(b"ftyp", b"heic\0\0\0\0"), boxed(b"meta", &meta.concat()), tiff.clone()];
    let tags = [boxed(b"\xa9xyz", b"\0\x11\0\0+38.6995-009.2077"), boxed(b"loci", &[1; 24])];
    let movie = [boxed(b"mvhd", &[9; 100]), boxed(b"udta", &tags.concat())];
    let movie = [boxed(b"ftyp", b"isom\0\0\0\0"), boxed(b"moov", &movie.concat())];
    vec![jpeg.concat(), png.concat(), webp.concat(), gif.to_vec(), tiff, heif.concat(), movie.concat()]
}

fn damage(bytes: &mut Vec<u8>, wounds: &[(usize, u8)], cut: usize) {
    for &(at, value) in wounds {
        let length = bytes.len();
        bytes[at % length] = value;
    }
    bytes.truncate(bytes.len() - cut % bytes.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn damaged_files_are_read_without_a_panic(
        which in 0..7_usize,
        wounds in prop::collection::vec((any::<usize>(), any::<u8>()), 0..12),
        cut in prop_oneof![Just(0_usize), any::<usize>()],
    ) {
        let mut bytes = seeds().swap_remove(which);
        damage(&mut bytes, &wounds, cut);
        let _ = Format::sniff(&bytes);
        for format in PICTURES {
            of_picture(&bytes, format, &hints("a.jpg"));
        }
        video(&bytes);
    }

    #[test]
    fn any_name_is_read_without_a_panic(name in "[0-9A-Za-zÄ _.:-]{0,40}|IMG[_-]20[0-9]{6}[0-9_ .-]{0,10}|\\PC{0,30}") {
        of_picture(b"", Format::Jpeg, &hints(&name));
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "[0-9]{2,5}[:/-][0-9 ]{0,3}[:-][0-9]{0,3}.{0,20}|<[a-z:='&;# /<>]{0,80}") {
        super::stamp::Stamp::parse(&text);
        super::xmp::Xmp::parse(&text);
    }
}

#[test]
fn real_files_cut_anywhere_are_read_without_a_panic() {
    let Some(photos) = super::against_exiftool::photos() else { return };
    for path in super::against_exiftool::files(&photos) {
        let bytes = std::fs::read(&path).unwrap();
        let Some(format) = Format::sniff(&bytes).filter(|format| !format.is_video()) else { continue };
        for part in 0..20 {
            of_picture(&bytes[..bytes.len() * part / 20], format, &hints("a.jpg"));
        }
        for round in 0..20_usize {
            let mut bytes = bytes[..bytes.len().min(40_000)].to_vec();
            let wounds: Vec<_> =
                (1..20).map(|n: usize| ((n * 7919 + round * 104_729) * n, (n * round) as u8)).collect();
            damage(&mut bytes, &wounds, 0);
            of_picture(&bytes, format, &hints("a.jpg"));
        }
    }
}
