//! Correcting when photos were taken. "About 1956" is a valid date.

use std::str::FromStr;

use circle::Viewer;
use jiff::civil::{Date, DateTime, Time};
use model::{Confidence, PhotoId, Precision, Taken};
use store::{StoreError, Tx, values};

use crate::{mark_changed, photos};

/// A date as a person gives it: `2019-05-04 16:30`, `2019-05-04`, `2019-05`, `2019`, `about 1956`.
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
const ABOUT: &[&str] = &["about ", "around ", "circa ", "ca. ", "ca ", "c. ", "~", "hacia ", "sobre "];
/// No photograph is older than View from the Window at Le Gras (1826 or 1827).
const FIRST_YEAR: i16 = 1826;

impl FromStr for GivenDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = text.trim().to_lowercase();
        let year_of = |year: &str| {
            let plain = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| Date::new(year.parse().ok()?, 1, 1).ok()).flatten().ok_or(DateError)
        };
        let of = |date: Date, precision| Self { at: date.at(0, 0, 0, 0), precision };
        let about = ABOUT.iter().find_map(|word| text.strip_prefix(word));
        let given = if let Some(rest) = about {
            of(year_of(rest.trim())?, Precision::AboutYear)
        } else if text.len() == 4 {
            of(year_of(&text)?, Precision::Year)
        } else if text.len() == 7 {
            of(format!("{text}-01").parse().map_err(|_| DateError)?, Precision::Month)
        } else if let Ok(date) = text.parse::<Date>()
            && text.len() == 10
        {
            of(date, Precision::Day)
        } else if !text.contains(':') {
            return Err(DateError);
        } else {
            Self { at: text.replace(' ', "t").parse().map_err(|_| DateError)?, precision: Precision::Time }
        };
        if given.at.year() < FIRST_YEAR { Err(DateError) } else { Ok(given) }
    }
}

/// Sets when those photos were taken, because their owner says so. A day given without an hour keeps the hour that a
/// camera noted, so that the photos of an afternoon stay in order. Answers how many photos there were.
///
/// # Errors
/// The database's own refusal.
pub fn correct_dates(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId], given: GivenDate) -> Result<usize, StoreError> {
    let found = photos(tx, viewer, ids)?;
    for photo in &found {
        let taken = corrected(photo.taken.as_ref(), given);
        set(tx, viewer, photo.id, photo.taken.as_ref(), Some(&taken))?;
    }
    Ok(found.len())
}

/// Takes corrections back: what the files say counts again. Answers how many photos there were.
///
/// # Errors
/// The database's own refusal.
pub fn take_back_correction(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId]) -> Result<usize, StoreError> {
    let found = photos(tx, viewer, ids)?;
    for photo in &found {
        let sql = "SELECT found_ms, found_precision, found_offset, found_confidence FROM photos
                   WHERE library = ?1 AND id = ?2";
        let said = tx.one(sql, values![viewer.library(), photo.id], |row| crate::photos::read_taken(row, 0))?;
        set(tx, viewer, photo.id, photo.taken.as_ref(), said.as_ref())?;
    }
    Ok(found.len())
}

fn corrected(before: Option<&Taken>, given: GivenDate) -> Taken {
    let hour = before.filter(|b| b.precision == Precision::Time && given.precision == Precision::Day);
    let (at, precision) = match hour {
        Some(before) => (given.at.date().to_datetime(before.at.time()), Precision::Time),
        None => (given.at, given.precision),
    };
    debug_assert!(precision == Precision::Time || at.time() == Time::midnight());
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
        ];
        for (text, at, precision) in cases {
            assert_eq!(text.parse(), Ok(GivenDate { at: at.parse().unwrap(), precision }), "{text}");
        }
        for text in ["", "yesterday", "2019-02-29", "1700", "about", "about May", "20190504", "999999", "١٩٥٦", "-001"]
        {
            assert_eq!(text.parse::<GivenDate>(), Err(DateError), "{text}");
        }
    }
}
