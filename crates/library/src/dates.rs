//! Correcting when photos were taken. "About 1956" is a valid date.

mod beside;
mod figures;
mod hours;

use std::str::FromStr;

use circle::Viewer;
use jiff::civil::{Date, DateTime};
use model::{Confidence, PhotoId, Precision, Taken};
use store::{StoreError, Tx, values};

use crate::search::MONTHS;
use crate::{day_changed, mark_changed, photos};
pub use beside::{DateBeside, dated_beside_between, dates_beside};
pub(crate) use beside::{forget_former, note_former};
pub(crate) use figures::{Order, iso};
use hours::{half_of_day, hour_of, in_half, is_filler, plain};

/// A date as a person gives it: `2019-05-04 16:30`, `2019-05-04`, `2019-05`, `2019`, `about 1956`, `November 2025`, `28.11.2025`,
/// `11/28/2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenDate {
    at: DateTime,
    precision: Precision,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a date that Perennial understands; try 2019-05-04, 2019-05-04 16:30, 2019-05, 2019 or about 1956")]
pub struct DateError;

/// Words for "about", in the languages that the pages speak.
const ABOUT: &[&str] = &[
    "about ",
    "around ",
    "approximately ",
    "roughly ",
    "circa ",
    "ca. ",
    "ca ",
    "c. ",
    "~",
    "hacia ",
    "sobre ",
    "alrededor de ",
    "aproximadamente ",
    "en torno a ",
    "cerca de ",
    "más o menos ",
];
/// No photograph is older than View from the Window at Le Gras (1826 or 1827).
pub(crate) const FIRST_YEAR: i16 = 1826;

impl FromStr for GivenDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::read(text, None)
    }
}

impl GivenDate {
    /// Reads a date as somebody writes it. `month_first`: whether of 3/4/2025 the three is the month; where nobody says, a date that
    /// can be read in two ways is none.
    ///
    /// # Errors
    /// [`DateError`] where it makes no date.
    pub fn read(text: &str, month_first: Option<bool>) -> Result<Self, DateError> {
        let text = text.trim().to_lowercase();
        let plain = |text: &str| in_figures(text, Order(month_first)).or_else(|| in_words(text));
        let given = match about(&text) {
            Some(rest) => match year_of(rest) {
                Some(year) => Self::of(year, 1, 1, Precision::AboutYear),
                // "About May 2019" is that month: it is not told more exactly than that.
                None => plain(rest).filter(|given| given.precision == Precision::Month),
            },
            None => plain(&text),
        };
        given.filter(|given| given.at.year() >= FIRST_YEAR).ok_or(DateError)
    }

    /// The date; parts that were not given are the first there are.
    pub fn at(&self) -> DateTime {
        self.at
    }

    /// How well it is known.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The day, where no less than a day was given.
    pub fn day(&self) -> Option<Date> {
        matches!(self.precision, Precision::Day | Precision::Time).then(|| self.at.date())
    }

    fn of(year: i16, month: i8, day: i8, precision: Precision) -> Option<Self> {
        Some(Self { at: Date::new(year, month, day).ok()?.at(0, 0, 0, 0), precision })
    }
}

/// What stands behind a word for "about".
pub(crate) fn about(text: &str) -> Option<&str> {
    ABOUT.iter().find_map(|word| text.strip_prefix(word)).map(str::trim)
}

/// `2019`, `2019-05`, `2019-05-04`, `2019-05-04 16:30`, and the same as it is written elsewhere: `28.11.2025`, `11/28/2025`, `11/2025`.
fn in_figures(text: &str, order: Order) -> Option<GivenDate> {
    let text = iso(text, order)?;
    let text = text.as_str();
    let of = |date: Date, precision| GivenDate { at: date.at(0, 0, 0, 0), precision };
    match text.len() {
        4 => GivenDate::of(year_of(text)?, 1, 1, Precision::Year),
        7 => Some(of(format!("{text}-01").parse().ok()?, Precision::Month)),
        10 => Some(of(text.parse().ok()?, Precision::Day)),
        _ => {
            let (day, hour) = text.split_once([' ', 't'])?;
            let day: Date = (day.len() == 10).then(|| day.parse().ok()).flatten()?;
            let time = plain(hour).filter(|_| hour.contains(':')).or_else(|| hour_of(hour))?;
            Some(GivenDate { at: day.to_datetime(time), precision: Precision::Time })
        }
    }
}

/// `May 2019`, `4 May 2019`, `4 de mayo de 2019`, `May 4, 2019`, each also with an hour after it.
fn in_words(text: &str) -> Option<GivenDate> {
    let mut month = None;
    let (mut numbers, mut time, mut about_hour) = (Vec::new(), None, false);
    for word in text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()) {
        match word {
            _ if is_filler(word) => {}
            // "About three" is three: an hour is never told more exactly than that.
            "about" | "around" | "sobre" | "hacia" if !numbers.is_empty() && time.is_none() => about_hour = true,
            _ if let Some(half) = half_of_day(word) => {
                let said = match time.take() {
                    Some(time) => time,
                    None => plain(numbers.pop()?)?,
                };
                time = Some(in_half(said, half)?);
            }
            _ if let Some(hour) = hour_of(word) => {
                if time.replace(hour).is_some() {
                    return None;
                }
            }
            _ if word.bytes().all(|byte| byte.is_ascii_digit()) => numbers.push(word),
            _ if let Some(day) = ordinal(word) => numbers.push(day),
            _ if month.is_none() => month = Some(month_of(word)?),
            _ => return None,
        }
    }
    if about_hour && time.is_none() {
        return None;
    }
    match (numbers[..].iter().position(|number| number.len() == 4), numbers.len(), time) {
        (Some(0), 1, None) => GivenDate::of(year_of(numbers[0])?, month?, 1, Precision::Month),
        (Some(1), 2, None) => GivenDate::of(year_of(numbers[1])?, month?, numbers[0].parse().ok()?, Precision::Day),
        (Some(1), 2, Some(time)) => {
            let day = Date::new(year_of(numbers[1])?, month?, numbers[0].parse().ok()?).ok()?;
            Some(GivenDate { at: day.to_datetime(time), precision: Precision::Time })
        }
        _ => None,
    }
}

/// The figures of "28th", "28.".
fn ordinal(word: &str) -> Option<&str> {
    let figures = ["st", "nd", "rd", "th", "º", "."].into_iter().find_map(|ending| word.strip_suffix(ending))?;
    (matches!(figures.len(), 1 | 2) && figures.bytes().all(|byte| byte.is_ascii_digit())).then_some(figures)
}

fn year_of(year: &str) -> Option<i16> {
    let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| year.parse().ok()).flatten()
}

/// The month of that name, in the languages that the pages speak. Three letters are enough.
fn month_of(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let named = |names: &&[&str]| word.chars().count() >= 3 && names.iter().any(|name| name.starts_with(word));
    (1..).zip(MONTHS).find(|(_, names)| named(names)).map(|(number, _)| number)
}

/// Sets when those photos were taken, because their owner says so. A day given without an hour keeps the hour that a
/// camera noted, so that the photos of an afternoon stay in order. What the files say, and what was said before, counts for care
/// beside it. Answers how many photos there were.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn correct_dates(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId], given: GivenDate) -> Result<usize, StoreError> {
    let found = photos(tx, viewer, ids)?;
    for photo in &found {
        let taken = corrected(photo.taken.as_ref(), given);
        set(tx, viewer, photo.id, photo.taken.as_ref(), Some(&taken))?;
        note_former(tx, viewer.library(), photo.id, photo.taken.as_ref(), Some(&taken))?;
    }
    Ok(found.len())
}

/// Takes corrections back: what the files say counts again. Answers how many photos there were.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn take_back_correction(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId]) -> Result<usize, StoreError> {
    let found = photos(tx, viewer, ids)?;
    for photo in &found {
        let sql = "SELECT found_ms, found_precision, found_offset, found_confidence FROM photos
                   WHERE library = ?1 AND id = ?2";
        let said = tx.one(sql, values![viewer.library(), photo.id], |row| crate::photos::read_taken(row, 0))?;
        set(tx, viewer, photo.id, photo.taken.as_ref(), said.as_ref())?;
        mark_former(tx, viewer, photo.id)?;
        forget_former(tx, viewer.library(), photo.id)?;
    }
    Ok(found.len())
}

/// The days of its former dates are grouped anew.
fn mark_former(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId) -> Result<(), StoreError> {
    for date in dates_beside(tx, viewer, &[id])?.into_values().flatten() {
        day_changed(tx, viewer.library(), date.at_ms.div_euclid(86_400_000))?;
    }
    Ok(())
}

fn corrected(before: Option<&Taken>, given: GivenDate) -> Taken {
    let hour = before.filter(|b| b.precision == Precision::Time && given.precision == Precision::Day);
    let (at, precision) = match hour {
        Some(before) => (given.at.date().to_datetime(before.at.time()), Precision::Time),
        None => (given.at, given.precision),
    };
    debug_assert!(precision == Precision::Time || at.time() == jiff::civil::Time::midnight());
    Taken { at, precision, offset: before.and_then(|b| b.offset), confidence: Confidence::Owner }
}

fn set(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: PhotoId,
    before: Option<&Taken>,
    after: Option<&Taken>,
) -> Result<(), StoreError> {
    let library = viewer.library();
    let sql = "UPDATE photos SET taken_ms = ?3, taken_precision = ?4, taken_offset = ?5, taken_confidence = ?6
               WHERE library = ?1 AND id = ?2";
    let [ms, precision, offset, confidence] = crate::keep::columns_of(after);
    tx.execute(sql, &[library.into(), id.into(), ms.clone(), precision, offset, confidence])?;
    for sql in [
        "UPDATE photo_people SET taken_ms = ?3 WHERE library = ?1 AND photo = ?2",
        "UPDATE photo_words SET taken_ms = ?3 WHERE library = ?1 AND photo = ?2",
        "UPDATE photo_places SET taken_ms = ?3 WHERE library = ?1 AND photo = ?2",
    ] {
        tx.execute(sql, &[library.into(), id.into(), ms.clone()])?;
    }
    mark_changed(tx, library, before)?;
    mark_changed(tx, library, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_give_them() {
        let cases = [
            ("2019-05-04 16:30", "2019-05-04T16:30:00", Precision::Time),
            ("2019-05-04T16:30:05", "2019-05-04T16:30:05", Precision::Time),
            (" 2019-05-04 ", "2019-05-04T00:00:00", Precision::Day),
            ("2020-02-29", "2020-02-29T00:00:00", Precision::Day),
            ("2019-05", "2019-05-01T00:00:00", Precision::Month),
            ("2019", "2019-01-01T00:00:00", Precision::Year),
            ("About 1956", "1956-01-01T00:00:00", Precision::AboutYear),
            ("ca. 1956", "1956-01-01T00:00:00", Precision::AboutYear),
            ("~1956", "1956-01-01T00:00:00", Precision::AboutYear),
            ("alrededor de 1956", "1956-01-01T00:00:00", Precision::AboutYear),
            ("May 2019", "2019-05-01T00:00:00", Precision::Month),
            ("mayo de 2019", "2019-05-01T00:00:00", Precision::Month),
            ("4 May 2019", "2019-05-04T00:00:00", Precision::Day),
            ("Dec 24, 2019", "2019-12-24T00:00:00", Precision::Day),
            ("4 de mayo de 2019, 16:30", "2019-05-04T16:30:00", Precision::Time),
            ("4 de sept. de 2019 a las 9:05", "2019-09-04T09:05:00", Precision::Time),
            ("4 July 2016 3pm", "2016-07-04T15:00:00", Precision::Time),
            ("July 4, 2016 3:30 p.m.", "2016-07-04T15:30:00", Precision::Time),
            ("4 July 2016, about 3 in the afternoon", "2016-07-04T15:00:00", Precision::Time),
            ("4 July 2016 at noon", "2016-07-04T12:00:00", Precision::Time),
            ("4 July 2016 12am", "2016-07-04T00:00:00", Precision::Time),
            ("4 July 2016 9 at night", "2016-07-04T21:00:00", Precision::Time),
            ("4 de julio de 2016 a las 5 de la tarde", "2016-07-04T17:00:00", Precision::Time),
            ("4 de julio de 2016, 15h", "2016-07-04T15:00:00", Precision::Time),
            ("28.11.2025", "2025-11-28T00:00:00", Precision::Day),
            ("3. 4. 2025", "2025-04-03T00:00:00", Precision::Day),
            ("28.11.2025 16:30", "2025-11-28T16:30:00", Precision::Time),
            ("11/28/2025", "2025-11-28T00:00:00", Precision::Day),
            ("28/11/2025", "2025-11-28T00:00:00", Precision::Day),
            ("4/4/2025", "2025-04-04T00:00:00", Precision::Day),
            ("28-11-2025", "2025-11-28T00:00:00", Precision::Day),
            ("2025/11/28", "2025-11-28T00:00:00", Precision::Day),
            ("11/2025", "2025-11-01T00:00:00", Precision::Month),
            ("11.2025", "2025-11-01T00:00:00", Precision::Month),
            ("November 28th, 2025", "2025-11-28T00:00:00", Precision::Day),
            ("the 1st of May 2019", "2019-05-01T00:00:00", Precision::Day),
            ("about May 2019", "2019-05-01T00:00:00", Precision::Month),
            ("hacia mayo de 2019", "2019-05-01T00:00:00", Precision::Month),
            ("2016-07-04 3pm", "2016-07-04T15:00:00", Precision::Time),
            ("2016-07-04 9:05", "2016-07-04T09:05:00", Precision::Time),
        ];
        for (text, at, precision) in cases {
            assert_eq!(text.parse(), Ok(GivenDate { at: at.parse().unwrap(), precision }), "{text}");
        }
        for text in [
            "",
            "yesterday",
            "2019-02-29",
            "2019-02-30",
            "1700",
            "0000",
            "0000-01-01",
            "about",
            "about May",
            "20190504",
            "999999",
            "١٩٥٦",
            "-001",
            "May",
            "30 February 2019",
            "4 May",
            "May May 2019",
            "4 5 May 2019",
            "ma 2019",
            "2019-05-04 25:00",
            "4 July 2016 15am",
            "4 July 2016 3pm 4pm",
            "4 July 2016 in the afternoon of",
            "4 July about 2016",
            "2019-05-04 soon",
            "3/4/2025",
            "13/13/2025",
            "31.2.2025",
            "11/28/25",
            "1/2/3/2025",
            "/11/2025",
            "about 4 May 2019",
            "32nd May 2019",
        ] {
            assert_eq!(text.parse::<GivenDate>(), Err(DateError), "{text}");
        }
    }

    #[test]
    fn a_date_that_can_be_read_in_two_ways_is_read_as_its_writer_does() {
        let read = |text: &str, month_first| GivenDate::read(text, Some(month_first)).map(|given| given.at().date());
        for (text, month_first, day) in [
            ("3/4/2025", true, "2025-03-04"),
            ("3/4/2025", false, "2025-04-03"),
            ("03-04-2025", true, "2025-03-04"),
            // What can be read in one way alone is read in that one.
            ("28/11/2025", true, "2025-11-28"),
            ("11/28/2025", false, "2025-11-28"),
            // Between dots the day comes first everywhere.
            ("3.4.2025", true, "2025-04-03"),
        ] {
            assert_eq!(read(text, month_first), Ok(day.parse().unwrap()), "{text} {month_first}");
        }
    }
}
