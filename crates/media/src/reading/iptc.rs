//! IPTC Information Interchange Model 4: data sets of record 2, as press programs and old photo managers write them.

use super::bytes::{be16, from, part, text};
use super::stamp::Stamp;

/// What IPTC says of a photo.
#[derive(Debug, Default)]
pub(super) struct Iptc {
    /// 2:55 and 2:60: when it was taken.
    pub(super) created: Option<Stamp>,
    /// 2:05, the object name.
    pub(super) title: Option<String>,
    /// 2:120.
    pub(super) caption: Option<String>,
    /// 2:25, once each.
    pub(super) keywords: Vec<String>,
}

/// More than anybody types.
const MOST_DATA_SETS: usize = 2000;

impl Iptc {
    /// Reads the data sets up to the first unsound one.
    ///
    /// The character set that 1:90 announces is not asked for: what is valid UTF-8 is that, and all else is Latin-1.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let (mut iptc, mut date, mut time) = (Self::default(), None, None);
        let application = data_sets(bytes).take(MOST_DATA_SETS).filter(|&(record, ..)| record == 2);
        for (_, number, value) in application {
            let value = text(value);
            match number {
                5 => iptc.title = iptc.title.or(value),
                25 => iptc.keywords.extend(value),
                55 => date = date.or(value),
                60 => time = time.or(value),
                120 => iptc.caption = iptc.caption.or(value),
                _ => {}
            }
        }
        iptc.created = date.and_then(|date| stamp(&date, time.as_deref()));
        iptc
    }
}

fn data_sets(bytes: &[u8]) -> impl Iterator<Item = (u8, u8, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += memchr::memchr(0x1C, from(bytes, at))?;
        let (record, number) = (*bytes.get(at + 1)?, *bytes.get(at + 2)?);
        // Extended data sets (over 32 KiB, section 1.6) hold pictures, not words: the reading ends there.
        let length = usize::from(be16(bytes, at + 3).filter(|&length| length < 0x8000)?);
        let value = part(bytes, at + 5, length)?;
        at += 5 + length;
        Some((record, number, value))
    })
}

/// `20200928` and `142201+0200`. Programs that do not know the offset write +0000, so that one says nothing.
fn stamp(date: &str, time: Option<&str>) -> Option<Stamp> {
    let day = format!("{}-{}-{}", date.get(..4)?, date.get(4..6)?, date.get(6..8)?);
    let time = time.and_then(|time| {
        let zone = time.get(6..).filter(|zone| !zone.ends_with("0000")).unwrap_or_default();
        Some(format!("T{}:{}:{}{zone}", time.get(..2)?, time.get(2..4)?, time.get(4..6)?))
    });
    Stamp::parse(&(day + &time.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(number: u8, value: &[u8]) -> Vec<u8> {
        [&[0x1C, 2, number], &(value.len() as u16).to_be_bytes()[..], value].concat()
    }

    #[test]
    fn words_and_the_date_are_read() {
        let bytes = [
            set(5, b"Wheat"),
            set(25, b"field"),
            set(25, "Blüte".as_bytes()),
            set(25, b"Bl\xfcte 2"),
            set(55, b"20020901"),
            set(60, b"091943+0100"),
            set(120, b"By the road"),
        ];
        let iptc = Iptc::parse(&bytes.concat());
        assert_eq!(iptc.keywords, ["field", "Blüte", "Blüte 2"]);
        assert_eq!((iptc.title.as_deref(), iptc.caption.as_deref()), (Some("Wheat"), Some("By the road")));
        assert_eq!(iptc.created, Stamp::parse("2002-09-01T09:19:43+01:00"));
    }

    #[test]
    fn odd_dates_and_cut_off_ends_do_no_harm() {
        for (date, time, expected) in [
            ("20020901", None, Stamp::parse("2002-09-01")),
            ("20020901", Some("091943+0000"), Stamp::parse("2002-09-01T09:19:43")),
            ("20020900", Some("091943"), Stamp::parse("2002-09")),
            ("00000000", None, None),
            ("2002Ö", None, None),
        ] {
            assert_eq!(stamp(date, time), expected, "{date} {time:?}");
        }
        let whole = [set(5, b"Wheat"), set(120, b"By the road")].concat();
        let iptc = Iptc::parse(&whole[..whole.len() - 2]);
        assert_eq!((iptc.title.as_deref(), iptc.caption), (Some("Wheat"), None));
    }
}
