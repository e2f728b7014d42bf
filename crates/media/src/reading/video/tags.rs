//! The tags of a video: Apple's keys, iTunes' and QuickTime's user data, 3GPP's boxes.

use model::Position;

use super::super::boxes::{Name, boxes, child};
use super::super::bytes::{be16, be32, from, part, text};
use super::super::stamp::Stamp;

/// What the tags say; the fields are those of [`super::Video`].
#[derive(Debug, Default)]
pub(super) struct Tags<'a> {
    pub(super) created: Option<Stamp>,
    pub(super) position: Option<Position>,
    pub(super) make: Option<String>,
    pub(super) model: Option<String>,
    pub(super) software: Option<String>,
    pub(super) title: Option<String>,
    pub(super) caption: Option<String>,
    pub(super) keywords: Vec<String>,
    pub(super) pair: Option<String>,
    pub(super) xmp: Option<&'a [u8]>,
}

/// More than any program writes.
const MOST_TAGS: usize = 1000;

impl<'a> Tags<'a> {
    /// The tags of a movie, Apple's keys first: they alone know the offset of the local time.
    pub(super) fn of(movie: &'a [u8]) -> Self {
        let mut tags = Self::default();
        let user_data = child(movie, b"udta").unwrap_or_default();
        for meta in [child(movie, b"meta"), child(user_data, b"meta")].into_iter().flatten() {
            tags.items(meta);
        }
        for (name, body) in boxes(user_data).take(MOST_TAGS) {
            tags.user_data(name, body);
        }
        tags
    }

    /// A `meta` box: `ilst` holds the values, and `keys`, where there is one, their names (QuickTime File Format, "Metadata").
    fn items(&mut self, meta: &[u8]) {
        // In MP4 a version comes before the boxes, in QuickTime it does not.
        let meta = if part(meta, 4, 4) == Some(b"hdlr") { meta } else { from(meta, 4) };
        let keys: Vec<_> = child(meta, b"keys").map(|keys| boxes(from(keys, 8)).collect()).unwrap_or_default();
        for (name, item) in child(meta, b"ilst").into_iter().flat_map(boxes).take(MOST_TAGS) {
            let Some(value) = child(item, b"data").and_then(|data| text(from(data, 8))) else { continue };
            let index = (u32::from_be_bytes(name) as usize).wrapping_sub(1);
            match keys.get(index) {
                Some((_, key)) => self.set(&String::from_utf8_lossy(key), value),
                None => self.set(named(name), value),
            }
        }
    }

    /// A box of `udta` itself.
    fn user_data(&mut self, name: Name, body: &'a [u8]) {
        match &name {
            b"loci" => self.position = self.position.or_else(|| location_3gpp(body)),
            b"XMP_" => self.xmp = Some(body),
            // What some Android phones and FLIR write: plain ISO 8601.
            b"date" => self.created = self.created.or_else(|| Stamp::parse(&text(body)?)),
            // QuickTime text: its length and language come first.
            [0xA9, ..] => {
                let length = be16(body, 0).map_or(0, usize::from);
                if let Some(value) = part(body, 4, length).and_then(text) {
                    self.set(named(name), value);
                }
            }
            // 3GPP TS 26.244, section 8: version and language come first.
            b"titl" | b"dscp" | b"perf" | b"auth" => {
                if let Some(value) = text(from(body, 6)) {
                    self.set(named(name), value);
                }
            }
            _ => {}
        }
    }

    /// Keeps the first value for each name.
    fn set(&mut self, name: &str, value: String) {
        let slot = match name {
            "com.apple.quicktime.creationdate" => {
                self.created = self.created.or_else(|| Stamp::parse(&value));
                return;
            }
            "com.apple.quicktime.location.ISO6709" => {
                self.position = self.position.or_else(|| iso_6709(&value));
                return;
            }
            "com.apple.quicktime.keywords" => {
                self.keywords
                    .extend(value.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()));
                return;
            }
            "com.apple.quicktime.make" | "com.android.manufacturer" => &mut self.make,
            "com.apple.quicktime.model" | "com.android.model" => &mut self.model,
            "com.apple.quicktime.software" => &mut self.software,
            "com.apple.quicktime.title" | "com.apple.quicktime.displayname" => &mut self.title,
            "com.apple.quicktime.description" => &mut self.caption,
            "com.apple.quicktime.content.identifier" => &mut self.pair,
            _ => return,
        };
        slot.get_or_insert(value);
    }
}

/// The key that says the same as a four-character name.
fn named(name: Name) -> &'static str {
    match &name {
        b"\xA9day" => "com.apple.quicktime.creationdate",
        b"\xA9xyz" => "com.apple.quicktime.location.ISO6709",
        b"\xA9mak" => "com.apple.quicktime.make",
        b"\xA9mod" => "com.apple.quicktime.model",
        b"\xA9swr" | b"\xA9too" => "com.apple.quicktime.software",
        b"\xA9nam" | b"titl" => "com.apple.quicktime.title",
        b"\xA9des" | b"\xA9cmt" | b"desc" | b"dscp" => "com.apple.quicktime.description",
        b"\xA9key" | b"keyw" => "com.apple.quicktime.keywords",
        _ => "",
    }
}

/// `+38.6995-009.2077+011.0/` (ISO 6709, annex H), in degrees.
fn iso_6709(text: &str) -> Option<Position> {
    let split = text.get(1..)?.find(['+', '-'])? + 1;
    let rest = &text[split..];
    let end = rest.get(1..)?.find(['+', '-', '/']).map_or(rest.len(), |end| end + 1);
    let degrees = |number: &str, whole: usize| -> Option<f64> {
        let value: f64 = number.parse().ok()?;
        let digits = number.trim_start_matches(['+', '-']).split('.').next()?.len();
        // Longer whole parts hold minutes (and seconds) too; nobody was seen writing those.
        (digits <= whole).then_some(value)
    };
    Position::new(degrees(&text[..split], 2)?, degrees(&rest[..end], 3)?)
}

/// 3GPP TS 26.244, section 8.14: a name, a role, then longitude and latitude in 16.16 fixed point.
fn location_3gpp(body: &[u8]) -> Option<Position> {
    let after_name = from(body, 6);
    let name = memchr::memchr(0, after_name)? + 1;
    let degrees = |at| be32(after_name, at).map(|n| f64::from(n as i32) / 65_536.0);
    Position::new(degrees(name + 5)?, degrees(name + 1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_in_their_short_form_only() {
        let at = Position::new;
        for (text, expected) in [
            ("+38.6995-009.2077+011.0/", at(38.6995, -9.2077)),
            ("+51.4169-000.0806/", at(51.4169, -0.0806)),
            ("-33.9+018.4", at(-33.9, 18.4)),
            ("+0.0000+0.0000/", None),
            ("+3841.97-00912.46/", None),
            ("", None),
            ("Ö+1", None),
        ] {
            assert_eq!(iso_6709(text), expected, "{text}");
        }
    }

    #[test]
    fn a_3gpp_location_has_longitude_first() {
        let body = [&[0; 6][..], b"sea\0\0", &0x0006_AD14_u32.to_be_bytes(), &0x0034_5E8A_u32.to_be_bytes()].concat();
        let position = location_3gpp(&body).unwrap();
        assert!((position.latitude - 52.36929).abs() < 1e-4 && (position.longitude - 6.67609).abs() < 1e-4);
    }
}
