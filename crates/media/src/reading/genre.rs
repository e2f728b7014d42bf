//! What sort of picture it is: only photos of life make memories, so that receipts and jokes never do.

use crate::{Format, Genre, Metadata};

/// What sort of picture it is, by what is known of it, its name and its EXIF comment.
pub(super) fn genre(facts: &Metadata, name: &str, comment: Option<&str>) -> Genre {
    let name = name.to_lowercase();
    if is_screenshot(facts, &name, comment) {
        Genre::Screenshot
    } else if is_document(facts, &name) {
        Genre::Document
    } else if is_passed_on(facts, &name) {
        Genre::Meme
    } else {
        Genre::Photo
    }
}

/// How systems name pictures of their screens, in the languages that Perennial's people may use; lower case.
const SCREENSHOTS: [&str; 16] = [
    "screenshot",
    "screen shot",
    "screen_shot",
    "screencap",
    "screen recording",
    "screenrecord",
    "screen_recording",
    "scrn",
    "bildschirmfoto",
    "bildschirmaufnahme",
    "captura de pantalla",
    "captura de ecrã",
    "captura de tela",
    "capture d’écran",
    "capture d'écran",
    "schermafbeelding",
];

fn is_screenshot(facts: &Metadata, name: &str, comment: Option<&str>) -> bool {
    // iPhones and macOS say so in UserComment (and no other words with it).
    let says_so = comment.is_some_and(|comment| comment.eq_ignore_ascii_case("screenshot"));
    says_so || SCREENSHOTS.iter().any(|start| name.starts_with(start)) || has_a_phones_screen(facts)
}

/// A PNG of exactly a phone's screen, with no camera: cameras do not write PNG.
fn has_a_phones_screen(facts: &Metadata) -> bool {
    /// Short and long sides of the screens of iPhones, iPads and common Android phones.
    const SCREENS: [(u32, u32); 24] = [
        (640, 960),
        (640, 1136),
        (720, 1280),
        (720, 1520),
        (720, 1600),
        (750, 1334),
        (828, 1792),
        (1080, 1920),
        (1080, 2160),
        (1080, 2220),
        (1080, 2280),
        (1080, 2340),
        (1080, 2400),
        (1125, 2436),
        (1170, 2532),
        (1179, 2556),
        (1206, 2622),
        (1242, 2208),
        (1242, 2688),
        (1284, 2778),
        (1290, 2796),
        (1320, 2868),
        (1440, 2560),
        (1440, 3200),
    ];
    let upright = facts.size.map(|(width, height)| (width.min(height), width.max(height)));
    facts.format == Format::Png && !has_camera(facts) && upright.is_some_and(|size| SCREENS.contains(&size))
}

fn is_document(facts: &Metadata, name: &str) -> bool {
    // Not "scan": prints scanned from an album are photos of life, if with another date.
    const NAMES: [&str; 9] = [
        "scan_doc",
        "scanned document",
        "document",
        "receipt",
        "invoice",
        "camscanner",
        "adobe scan",
        "office lens",
        "doc_",
    ];
    const PROGRAMS: [&str; 8] = [
        "camscanner",
        "adobe scan",
        "office lens",
        "microsoft lens",
        "genius scan",
        "scanbot",
        "swiftscan",
        "turboscan",
    ];
    const KEYWORDS: [&str; 9] =
        ["receipt", "receipts", "document", "documents", "invoice", "invoices", "paperwork", "quittung", "rechnung"];
    let software = facts.software.as_deref().unwrap_or_default().to_lowercase();
    NAMES.iter().any(|start| name.starts_with(start))
        || PROGRAMS.iter().any(|program| software.contains(program))
        || facts.keywords.iter().any(|keyword| KEYWORDS.contains(&keyword.to_lowercase().as_str()))
}

/// Stickers, jokes and greetings.
///
/// What Facebook or WhatsApp saved (`FB_IMG_`, `-WA0001`) is as often a photo that a friend took: it stays one, unless it is
/// as small as no photo is. A file from a camera is never taken for a joke by its size.
fn is_passed_on(facts: &Metadata, name: &str) -> bool {
    const NAMES: [&str; 6] = ["stk-", "sticker", "meme", "giphy", "tenor", "emoji"];
    const SMALLEST_PHOTO: u32 = 200;
    let is_tiny = facts.size.is_some_and(|(width, height)| width.max(height) < SMALLEST_PHOTO);
    NAMES.iter().any(|start| name.starts_with(start)) || (is_tiny && !has_camera(facts) && !facts.format.is_video())
}

fn has_camera(facts: &Metadata) -> bool {
    facts.make.is_some() || facts.model.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sizes_programs_and_words_tell_the_sort() {
        let facts = |format, size, software: &str, keyword: &str| Metadata {
            size: Some(size),
            software: Some(software.to_owned()),
            keywords: vec![keyword.to_owned()],
            ..Metadata::of_format(format)
        };
        let photo = (Format::Jpeg, (4000, 3000), "", "");
        for (name, (format, size, software, keyword), comment, expected) in [
            ("IMG_2927.HEIC", photo, None, Genre::Photo),
            ("Screenshot_2020-09-28.jpg", photo, None, Genre::Screenshot),
            ("Captura de Pantalla 2020.png", photo, None, Genre::Screenshot),
            ("IMG_0042.PNG", (Format::Png, (1170, 2532), "", ""), None, Genre::Screenshot),
            ("IMG_0042.PNG", (Format::Png, (1171, 2532), "", ""), None, Genre::Photo),
            ("IMG_0042.JPG", photo, Some("Screenshot"), Genre::Screenshot),
            ("Receipt 12.jpg", photo, None, Genre::Document),
            ("a.jpg", (Format::Jpeg, (2000, 3000), "CamScanner", ""), None, Genre::Document),
            ("a.jpg", (Format::Jpeg, (2000, 3000), "", "Receipt"), None, Genre::Document),
            ("STK-20200928-WA0001.webp", (Format::WebP, (512, 512), "", ""), None, Genre::Meme),
            ("FB_IMG_1601295721000.jpg", photo, None, Genre::Photo),
            ("FB_IMG_1601295721000.jpg", (Format::Jpeg, (150, 150), "", ""), None, Genre::Meme),
            ("Scan_0001.jpg", photo, None, Genre::Photo),
        ] {
            let facts = facts(format, size, software, keyword);
            assert_eq!(genre(&facts, name, comment), expected, "{name}");
        }
    }
}
