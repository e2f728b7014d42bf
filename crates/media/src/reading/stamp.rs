//! A date as it stands somewhere: in EXIF, XMP or IPTC, in a video, in a file's name.

use jiff::civil::{Date, DateTime, Time};
use model::{Precision, UtcOffset};

/// A date with what is said of its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The date and time as written.
    pub(super) at: DateTime,
    /// How much of it is written.
    pub(super) precision: Precision,
    /// The UTC offset, if one is written.
    pub(super) offset: Option<UtcOffset>,
    /// Written in UTC, so that the local time is still to be found.
    pub(super) utc: bool,
}

/// Between year, month and day; between hours and minutes a dash would be the sign of the offset.
const BETWEEN_DAYS: [char; 4] = [':', '-', '/', '.'];

impl Stamp {
    /// Reads `2020:09:28 14:22:01` (EXIF 3.0, tag 0x9003), `2020-09-28T14:22:01.5+02:00` (ISO 8601, XMP) and what
    /// cameras and programs make of them. Zeros and blanks mean that it is not known.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rest = Rest(text.trim());
        let year = rest.number(4, 4)?;
        let month = rest.after(&BETWEEN_DAYS).filter(|&month| month > 0);
        let day = month.and_then(|_| rest.after(&BETWEEN_DAYS)).filter(|&day| day > 0);
        let (date, precision) = match (month, day) {
            (Some(month), Some(day)) => (date(year, month, day)?, Precision::Day),
            (Some(month), None) => (date(year, month, 1)?, Precision::Month),
            _ => (date(year, 1, 1)?, Precision::Year),
        };
        let whole = Self { at: date.at(0, 0, 0, 0), precision, offset: None, utc: false };
        match day.and_then(|_| rest.time()) {
            Some(time) => Some(whole.with_time(time).with_zone(rest.0)),
            None => Some(whole),
        }
    }

    /// A local date and time without more.
    pub(super) fn local(at: DateTime) -> Self {
        Self { at, precision: Precision::Time, offset: None, utc: false }
    }

    /// A date and time in UTC.
    pub(super) fn utc(at: DateTime) -> Self {
        Self { utc: true, ..Self::local(at) }
    }

    /// A day without a time.
    pub(super) fn day(date: Date) -> Self {
        Self { at: date.at(0, 0, 0, 0), precision: Precision::Day, offset: None, utc: false }
    }

    /// With the fraction of a second that a tag of its own holds (EXIF SubSecTimeOriginal: digits after the point).
    pub(super) fn with_fraction(self, digits: Option<&str>) -> Self {
        let nanoseconds = digits.map_or(0, nanoseconds);
        if self.precision != Precision::Time || nanoseconds == 0 {
            return self;
        }
        Self { at: self.at.with().subsec_nanosecond(nanoseconds).build().unwrap_or(self.at), ..self }
    }

    /// With the offset that a tag of its own holds (EXIF OffsetTimeOriginal: `+02:00`, or `Z`).
    pub(super) fn with_offset(self, text: Option<&str>) -> Self {
        match text.map(str::trim).and_then(|text| if text == "Z" { UtcOffset::from_minutes(0) } else { offset(text) }) {
            Some(offset) => Self { offset: Some(offset), ..self },
            None => self,
        }
    }

    fn with_time(self, time: Time) -> Self {
        Self { at: self.at.date().to_datetime(time), precision: Precision::Time, ..self }
    }

    fn with_zone(self, rest: &str) -> Self {
        let rest = rest.trim_start();
        Self { offset: offset(rest), utc: rest.starts_with('Z'), ..self }
    }
}

/// A date of the calendar in the years that photography has seen, or `None`.
pub(super) fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    const FIRST_PHOTOGRAPHS: u32 = 1820;
    let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|date| date.year() >= FIRST_PHOTOGRAPHS as i16)
}

/// `+02:00`, `+0200`, `+02`, `-03:30`.
fn offset(text: &str) -> Option<UtcOffset> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' | '\u{2212}' => -1,
        _ => return None,
    };
    let mut rest = Rest(text.trim_start_matches(['+', '-', '\u{2212}']));
    let hours = rest.number(2, 2)?;
    rest.0 = rest.0.strip_prefix(':').unwrap_or(rest.0);
    let minutes = rest.number(2, 2).unwrap_or(0);
    (minutes < 60).then(|| UtcOffset::from_minutes(sign * (hours * 60 + minutes) as i32))?
}

/// The digits after a decimal point as nanoseconds.
fn nanoseconds(digits: &str) -> i32 {
    let digits = digits.trim().chars().map_while(|c| c.to_digit(10)).chain(std::iter::repeat(0));
    digits.take(9).fold(0, |sum, digit| sum * 10 + digit as i32)
}

/// What is still to be read of a text.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    /// A number of so many digits; blanks may stand for leading zeros.
    fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        let text = self.0.trim_start_matches(' ');
        let digits = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let number = text.get(..digits).filter(|_| digits >= least)?.parse().ok()?;
        self.0 = &text[digits..];
        Some(number)
    }

    fn after(&mut self, separators: &[char]) -> Option<u32> {
        self.0 = self.0.strip_prefix(separators)?;
        self.number(1, 2)
    }

    /// A time of day; without seconds it is on the minute (XMP allows that).
    fn time(&mut self) -> Option<Time> {
        let start = self.0.strip_prefix('T').unwrap_or(self.0);
        if start.len() == self.0.len() && !start.starts_with(' ') {
            return None;
        }
        self.0 = start;
        let hour = self.number(1, 2)?;
        let minute = self.after(&[':', '.'])?;
        let second = self.after(&[':', '.']).unwrap_or(0).min(59);
        let mut fraction = 0;
        if let Some(digits) = self.0.strip_prefix(['.', ',']) {
            fraction = nanoseconds(digits);
            self.0 = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        }
        Time::new(hour as i8, minute as i8, second as i8, fraction).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_cameras_and_programs_write_them() {
        let cases = [
            ("2020:09:28 14:22:01", "2020-09-28T14:22:01", Precision::Time, None),
            ("2020-09-28T14:22:01.5+02:00", "2020-09-28T14:22:01.5", Precision::Time, Some(120)),
            ("2020-09-28T14:22-0330", "2020-09-28T14:22:00", Precision::Time, Some(-210)),
            ("2021:05:16 12:27:36.107-07:00", "2021-05-16T12:27:36.107", Precision::Time, Some(-420)),
            ("2003: 8: 7  9: 5: 1", "2003-08-07T09:05:01", Precision::Time, None),
            ("2003/08/27 13:09:56", "2003-08-27T13:09:56", Precision::Time, None),
            ("2016:12:31 23:59:60", "2016-12-31T23:59:59", Precision::Time, None),
            ("2019:09:02", "2019-09-02T00:00:00", Precision::Day, None),
            ("2019:09:02   :  :  ", "2019-09-02T00:00:00", Precision::Day, None),
            ("2015-10", "2015-10-01T00:00:00", Precision::Month, None),
            ("1956:00:00 00:00:00", "1956-01-01T00:00:00", Precision::Year, None),
            ("1956", "1956-01-01T00:00:00", Precision::Year, None),
        ];
        for (text, at, precision, minutes) in cases {
            let stamp = Stamp::parse(text).unwrap_or_else(|| panic!("{text} is not read"));
            let offset = stamp.offset.map(UtcOffset::minutes);
            assert_eq!((stamp.at, stamp.precision, offset), (at.parse().unwrap(), precision, minutes), "{text}");
        }
        assert!(Stamp::parse("2020-01-05T15:04Z").unwrap().utc);
    }

    #[test]
    fn what_is_no_date_is_not_made_one() {
        for text in [
            "0000:00:00 00:00:00",
            "    :  :     :  :  ",
            "",
            "2019:02:29 10:00:00",
            "2019:13:01 10:00:00",
            "0001:01:01 00:00:00",
            "200Ô-04-07T19:06:16-07:00",
            "yesterday",
        ] {
            assert_eq!(Stamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn fractions_and_offsets_come_from_their_own_tags() {
        let stamp =
            Stamp::parse("2019:09:26 16:38:00").unwrap().with_fraction(Some("0532")).with_offset(Some("-04:00"));
        assert_eq!(stamp.at, "2019-09-26T16:38:00.0532".parse().unwrap());
        assert_eq!(stamp.offset, UtcOffset::from_minutes(-240));
        assert_eq!(stamp.with_offset(Some("   :  ")), stamp);
        assert_eq!(stamp.with_offset(Some("+99:00")), stamp);
    }
}
