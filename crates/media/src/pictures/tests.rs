//! Synthetic pictures through the whole of `render`. Real ones are in `tests/photos.rs`.

use std::io::Cursor;

use image::codecs::png::PngEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, RgbImage};
use jpeg_encoder::{ColorType, Encoder};
use proptest::prelude::*;

use super::render;
use crate::{Format, Metadata, NotShown, Orientation, Renditions};

const RED: [u8; 3] = [230, 20, 20];
const GREEN: [u8; 3] = [20, 200, 20];
const BLUE: [u8; 3] = [20, 20, 230];
const WHITE: [u8; 3] = [250, 250, 250];

/// A picture of four coloured quarters: top left, top right, bottom left, bottom right.
fn quarters(width: u32, height: u32, colours: [[u8; 3]; 4]) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(colours[usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2)])
    })
}

fn usual(width: u32, height: u32) -> RgbImage {
    quarters(width, height, [RED, GREEN, BLUE, WHITE])
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (width, height) = (picture.width() as u16, picture.height() as u16);
    Encoder::new(&mut bytes, 95).encode(picture, width, height, ColorType::Rgb).expect("encoded");
    bytes
}

fn as_format(picture: RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).expect("encoded");
    bytes.into_inner()
}

fn heic(picture: &RgbImage) -> Vec<u8> {
    let rgba = DynamicImage::from(picture.clone()).into_rgba8();
    let options = heifer::EncodeOptions::default();
    heifer::encode_rgba8(rgba.width(), rgba.height(), &rgba, &options).expect("encoded")
}

fn shown(bytes: &[u8], format: Format) -> Renditions {
    render(bytes, format, &Metadata::of_format(format)).expect("shown")
}

fn refused(bytes: &[u8], format: Format) -> NotShown {
    render(bytes, format, &Metadata::of_format(format)).expect_err("not shown")
}

/// The pixels of a JPEG, by a decoder that had no part in making them.
fn seen(jpeg: &[u8]) -> RgbImage {
    let mut decoder = jpeg_decoder::Decoder::new(jpeg);
    let samples = decoder.decode().expect("a JPEG");
    let info = decoder.info().expect("a frame");
    RgbImage::from_raw(info.width.into(), info.height.into(), samples).expect("RGB")
}

fn near(found: image::Rgb<u8>, wanted: [u8; 3], slack: u8) -> bool {
    found.0.iter().zip(wanted).all(|(&f, w)| f.abs_diff(w) <= slack)
}

/// The middles of the four quarters.
fn corners(picture: &RgbImage) -> [image::Rgb<u8>; 4] {
    let (x, y) = (picture.width() / 4, picture.height() / 4);
    [(x, y), (3 * x, y), (x, 3 * y), (3 * x, 3 * y)].map(|(x, y)| *picture.get_pixel(x, y))
}

#[test]
fn every_orientation_comes_out_upright() {
    // EXIF 2.32 says where the stored first row and first column are to be seen. So for each orientation, which quarter of
    // the upright picture (top left, top right, bottom left, bottom right) is stored at which corner:
    let stored: [[usize; 4]; 8] = [
        [0, 1, 2, 3], // 1: top, left
        [1, 0, 3, 2], // 2: top, right
        [3, 2, 1, 0], // 3: bottom, right
        [2, 3, 0, 1], // 4: bottom, left
        [0, 2, 1, 3], // 5: left, top
        [1, 3, 0, 2], // 6: right, top
        [3, 1, 2, 0], // 7: right, bottom
        [2, 0, 3, 1], // 8: left, bottom
    ];
    let upright = [RED, GREEN, BLUE, WHITE];
    for (exif, corner) in (1..).zip(stored) {
        let (width, height) = if exif >= 5 { (40, 80) } else { (80, 40) };
        let bytes = jpeg(&quarters(width, height, corner.map(|quarter| upright[quarter])));
        let facts = Metadata { orientation: Orientation::from_exif(exif), ..Metadata::of_format(Format::Jpeg) };
        let renditions = render(&bytes, Format::Jpeg, &facts).expect("shown");
        assert_eq!(renditions.size, (80, 40), "orientation {exif}");
        for (found, wanted) in corners(&seen(&renditions.large)).into_iter().zip(upright) {
            assert!(near(found, wanted, 12), "orientation {exif}: {found:?} instead of {wanted:?}");
        }
    }
}

#[test]
fn every_format_shows_the_same_picture() {
    let picture = usual(96, 64);
    let files = [
        (Format::Jpeg, jpeg(&picture)),
        (Format::Png, as_format(picture.clone(), ImageFormat::Png)),
        (Format::Gif, as_format(picture.clone(), ImageFormat::Gif)),
        (Format::WebP, as_format(picture.clone(), ImageFormat::WebP)),
        (Format::Tiff, as_format(picture.clone(), ImageFormat::Tiff)),
        (Format::Heic, heic(&picture)),
    ];
    let likeness = shown(&files[0].1, Format::Jpeg).likeness;
    for (format, bytes) in files {
        let renditions = shown(&bytes, format);
        assert_eq!(renditions.size, (96, 64), "{format:?}");
        for (found, wanted) in corners(&seen(&renditions.large)).into_iter().zip([RED, GREEN, BLUE, WHITE]) {
            assert!(near(found, wanted, 16), "{format:?}: {found:?} instead of {wanted:?}");
        }
        assert!((renditions.likeness ^ likeness).count_ones() <= 8, "{format:?}");
    }
}

#[test]
fn a_wide_gamut_becomes_srgb() {
    // sRGB's red, as Display P3 writes it.
    let picture = RgbImage::from_pixel(32, 32, image::Rgb([234, 51, 35]));
    let mut png = Vec::new();
    let mut encoder = PngEncoder::new(&mut png);
    let profile = moxcms::ColorProfile::new_display_p3().encode().expect("a profile");
    encoder.set_icc_profile(profile).expect("taken");
    encoder.write_image(&picture, 32, 32, ExtendedColorType::Rgb8).expect("encoded");
    let red = *seen(&shown(&png, Format::Png).large).get_pixel(16, 16);
    assert!(near(red, [255, 0, 0], 8), "{red:?}");
}

#[test]
fn a_broken_profile_is_no_profile() {
    let picture = RgbImage::from_pixel(32, 32, image::Rgb(GREEN));
    let mut png = Vec::new();
    let mut encoder = PngEncoder::new(&mut png);
    encoder.set_icc_profile(b"not a profile at all".to_vec()).expect("taken");
    encoder.write_image(&picture, 32, 32, ExtendedColorType::Rgb8).expect("encoded");
    assert!(near(*seen(&shown(&png, Format::Png).large).get_pixel(16, 16), GREEN, 8));
}

#[test]
fn what_is_transparent_shows_paper() {
    let picture = image::RgbaImage::from_pixel(32, 32, image::Rgba([0, 0, 0, 0]));
    let mut png = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut png, ImageFormat::Png).expect("encoded");
    let paper = *seen(&shown(png.get_ref(), Format::Png).large).get_pixel(16, 16);
    assert!(near(paper, [0xff, 0xfd, 0xf9], 3), "{paper:?}");
}

#[test]
fn inks_become_light() {
    // No ink, all cyan, all black: as amounts of ink.
    for (inks, light) in [([0, 0, 0, 0], [255, 255, 255]), ([255, 0, 0, 0], [0, 255, 255]), ([0, 0, 0, 255], [0, 0, 0])]
    {
        let pixels: Vec<u8> = std::iter::repeat_n(inks, 16 * 16).flatten().collect();
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 95).encode(&pixels, 16, 16, ColorType::Cmyk).expect("encoded");
        let found = *seen(&shown(&bytes, Format::Jpeg).large).get_pixel(8, 8);
        assert!(near(found, light, 8), "{inks:?}: {found:?}");
    }
}

#[test]
fn sixteen_bits_of_grey_are_shown() {
    let picture = image::ImageBuffer::from_pixel(20, 20, image::Luma([0x8000_u16]));
    let mut png = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut png, ImageFormat::Png).expect("encoded");
    assert!(near(*seen(&shown(png.get_ref(), Format::Png).large).get_pixel(9, 9), [128; 3], 3));
}

#[test]
fn renditions_fit_their_sides_and_are_never_larger_than_the_picture() {
    let renditions = shown(&jpeg(&usual(4000, 3000)), Format::Jpeg);
    assert_eq!(renditions.size, (1600, 1200));
    assert_eq!(seen(&renditions.small).dimensions(), (480, 360));
    let renditions = shown(&jpeg(&usual(30, 20)), Format::Jpeg);
    assert_eq!((renditions.size, seen(&renditions.small).dimensions()), ((30, 20), (30, 20)));
    assert!((1..=25).contains(&renditions.thumbhash.len()));
}

#[test]
fn a_thread_of_a_picture_keeps_a_pixel_of_width() {
    for (width, height, large, small) in [(1, 30_000, (1, 1600), (1, 480)), (30_000, 1, (1600, 1), (480, 1))] {
        let renditions = shown(&as_format(RgbImage::new(width, height), ImageFormat::Png), Format::Png);
        assert_eq!((renditions.size, seen(&renditions.small).dimensions()), (large, small));
    }
}

#[test]
fn renditions_carry_no_metadata() {
    let renditions = shown(&jpeg(&usual(200, 100)), Format::Jpeg);
    for bytes in [renditions.small, renditions.large] {
        let mut at = 2;
        while bytes[at + 1] != 0xda {
            let marker = bytes[at + 1];
            assert!(!matches!(marker, 0xe1..=0xef | 0xfe), "a segment of kind {marker:#x}");
            at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        }
    }
}

#[test]
fn likenesses_are_near_for_one_picture_and_far_for_another() {
    let picture = |seed: u32| {
        RgbImage::from_fn(300, 200, |x, y| {
            let wave = |a: u32, b: u32| ((f64::from(x * a + y * b) / 97.0).sin() * 100.0 + 128.0) as u8;
            image::Rgb([wave(seed, 1), wave(1, seed), wave(seed, seed + 2)])
        })
    };
    let of = |picture: &RgbImage| shown(&jpeg(picture), Format::Jpeg).likeness;
    let one = of(&picture(2));
    let smaller = image::imageops::resize(&picture(2), 120, 80, image::imageops::FilterType::Triangle);
    assert!((one ^ of(&smaller)).count_ones() <= 6);
    let brighter = image::imageops::brighten(&picture(2), 20);
    assert!((one ^ of(&brighter)).count_ones() <= 8);
    assert!((one ^ of(&picture(5))).count_ones() >= 16);
}

#[test]
fn a_missing_end_is_told_from_damage() {
    let whole = jpeg(&usual(640, 480));
    assert_eq!(refused(&whole[..whole.len() / 2], Format::Jpeg), NotShown::Truncated);
    assert_eq!(refused(&whole[..40], Format::Jpeg), NotShown::Truncated);
    let whole = as_format(usual(640, 480), ImageFormat::Png);
    assert_eq!(refused(&whole[..whole.len() / 2], Format::Png), NotShown::Truncated);
}

#[test]
fn nothing_and_garbage_are_refused() {
    let formats = [Format::Jpeg, Format::Png, Format::WebP, Format::Gif, Format::Tiff, Format::Heic, Format::Avif];
    for format in formats {
        assert_eq!(refused(b"", format), NotShown::Empty);
        let garbage: Vec<u8> = (0..5000_u32).map(|i| ((i * i) >> 3) as u8).collect();
        assert!(matches!(refused(&garbage, format), NotShown::Broken(_) | NotShown::Truncated), "{format:?}");
    }
}

#[test]
fn a_huge_declared_size_is_refused_before_decoding() {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = b"IHDR".to_vec();
    header.extend(50_000_u32.to_be_bytes());
    header.extend(50_000_u32.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    png.extend(13_u32.to_be_bytes());
    png.extend(&header);
    png.extend(crc32(&header).to_be_bytes());
    png.extend([0, 0, 0, 0]);
    png.extend(b"IDAT");
    png.extend(crc32(b"IDAT").to_be_bytes());
    assert_eq!(refused(&png, Format::Png), NotShown::TooLarge);

    let mut bytes = jpeg(&usual(64, 64));
    let frame = memchr::memmem::find(&bytes, &[0xff, 0xc0]).expect("a frame header");
    bytes[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(refused(&bytes, Format::Jpeg), NotShown::TooLarge);
}

/// The checksum of PNG (annex D).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[test]
fn a_raw_file_is_shown_by_its_largest_preview() {
    let mut raw = b"II*\0\x08\0\0\0\0\0\0\0".to_vec();
    raw.extend(jpeg(&usual(160, 120)));
    let mut lossless = jpeg(&usual(640, 480));
    let frame = memchr::memmem::find(&lossless, &[0xff, 0xc0]).expect("a frame header");
    lossless[frame + 1] = 0xc3;
    raw.extend(lossless);
    assert_eq!(shown(&raw, Format::Raw).size, (160, 120));
    raw.extend(jpeg(&usual(320, 240)));
    assert_eq!(shown(&raw, Format::Raw).size, (320, 240));
    assert_eq!(refused(&raw[..12], Format::Raw), NotShown::NoPreview);
}

fn small_files() -> Vec<(Format, Vec<u8>)> {
    let picture = usual(24, 16);
    vec![
        (Format::Jpeg, jpeg(&picture)),
        (Format::Raw, jpeg(&picture)),
        (Format::Png, as_format(picture.clone(), ImageFormat::Png)),
        (Format::Gif, as_format(picture.clone(), ImageFormat::Gif)),
        (Format::WebP, as_format(picture.clone(), ImageFormat::WebP)),
        (Format::Tiff, as_format(picture.clone(), ImageFormat::Tiff)),
        (Format::Heic, heic(&picture)),
        (Format::Avif, heic(&picture)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn damage_is_an_answer_and_never_a_panic(
        which in 0..8_usize,
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (format, mut bytes) = small_files().swap_remove(which);
        for (at, value) in hits {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = render(&bytes, format, &Metadata::of_format(format));
    }
}

#[test]
fn a_rendition_is_turned_clockwise_and_four_quarters_are_none() {
    let lying = shown(&as_format(usual(120, 80), ImageFormat::Png), Format::Png);
    let corner = |picture: &RgbImage, right: bool, low: bool| {
        let (x, y) = (if right { picture.width() - 5 } else { 4 }, if low { picture.height() - 5 } else { 4 });
        picture.get_pixel(x, y).0
    };
    let near = |a: [u8; 3], b: [u8; 3]| a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 60);
    // Where the red corner, top left before, is after each quarter: right or not, low or not.
    for (quarters, (right, low), size) in [
        (0, (false, false), (120, 80)),
        (1, (true, false), (80, 120)),
        (2, (true, true), (120, 80)),
        (3, (false, true), (80, 120)),
        (4, (false, false), (120, 80)),
    ] {
        let picture = seen(&super::turned(&lying.large, quarters).unwrap());
        assert_eq!(picture.dimensions(), size, "{quarters}");
        assert!(near(corner(&picture, right, low), RED), "{quarters}: {:?}", corner(&picture, right, low));
    }
    assert!(super::turned(b"not a JPEG", 1).is_err());
}

#[test]
fn a_thumbhash_turns_with_its_picture() {
    let lying = shown(&as_format(usual(120, 80), ImageFormat::Png), Format::Png);
    let hash = super::turned_thumbhash(&lying.thumbhash, 1);
    let ratio = |hash: &[u8]| thumbhash::thumb_hash_to_approximate_aspect_ratio(hash).unwrap();
    assert!(ratio(&lying.thumbhash) > 1.2 && ratio(&hash) < 0.85, "{} and {}", ratio(&lying.thumbhash), ratio(&hash));
    let (r, _, b, _) = thumbhash::thumb_hash_to_average_rgba(&hash).unwrap();
    let (r0, _, b0, _) = thumbhash::thumb_hash_to_average_rgba(&lying.thumbhash).unwrap();
    assert!((r - r0).abs() < 0.1 && (b - b0).abs() < 0.1, "the same colours");
    for odd in [&[][..], &[1, 2, 3], &[255; 5], &[7; 400]] {
        super::turned_thumbhash(odd, 1);
    }
}
