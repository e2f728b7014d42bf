//! The circumstances of photos: when, where, with whom and in what words. What care weighs them by, and no more of them.

mod absent;
mod copies;
mod listed;

use std::collections::HashMap;

use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use model::{PersonId, PhotoId, PlaceId, Position, Precision};
use store::{Row, StoreError, Tx, Value};

use crate::dates::DateBeside;
use crate::photos::read_position;

pub use absent::{LastSeen, absent_and_seen_within, last_seen, seen_on};
pub use copies::{looks, looks_of, may_be_sent};
pub use listed::{
    Dated, died, last_photo, last_taken, photos_around, photos_beside_within, photos_in_towns, photos_of,
    photos_of_between, photos_taken_within, photos_with_words, town_words, without_hour_within,
};

/// When and where a photo was taken, and how it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Circumstances {
    /// The photo.
    pub photo: PhotoId,
    /// Local wall-clock milliseconds since 1970-01-01T00:00; of a date known to the month or the year, its beginning.
    pub at_ms: Option<i64>,
    /// The first and the last day on which it may have been taken, in days since 1970-01-01.
    pub days: Option<(i64, i64)>,
    /// Whether the hour is known, or only the day, or less.
    pub hour_known: bool,
    /// The dates that count beside that one.
    pub beside: Vec<DateBeside>,
    /// Where.
    pub position: Option<Position>,
    /// The town.
    pub place: Option<PlaceId>,
    /// Where its files said before that it was taken.
    pub positions_beside: Vec<Position>,
    /// The towns of those.
    pub places_beside: Vec<PlaceId>,
    /// Perceptual hash.
    pub likeness: Option<u64>,
}

/// Which of those photos are in the viewer's library, in any order.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_there(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<PhotoId>, StoreError> {
    let sql = |list: &str| format!("SELECT id FROM photos WHERE library = ?1 AND id IN ({list})");
    among(tx, viewer, photos, sql, |row| row.get(0))
}

/// The circumstances of those photos, in any order.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn circumstances(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<Circumstances>, StoreError> {
    let sql = |list: &str| {
        format!(
            "SELECT p.id, p.taken_ms, p.taken_precision, p.latitude, p.longitude, p.likeness, o.place, d.at_ms, d.known,
                    l.latitude, l.longitude, b.place
             FROM photos p LEFT JOIN photo_places o ON o.library = p.library AND o.photo = p.id
             LEFT JOIN photo_dates d ON d.library = p.library AND d.photo = p.id
             LEFT JOIN photo_positions_beside l ON l.library = p.library AND l.photo = p.id
             LEFT JOIN photo_places_beside b ON b.library = p.library AND b.photo = p.id
             WHERE p.library = ?1 AND p.id IN ({list})"
        )
    };
    let rows = among(tx, viewer, photos, sql, |row| {
        let at_ms: Option<i64> = row.get(1)?;
        let precision = row.get::<Option<String>>(2)?.and_then(|name| Precision::from_name(&name));
        let known = row.get::<Option<String>>(8)?.and_then(|name| Precision::from_name(&name));
        let beside = row.get::<Option<i64>>(7)?.zip(known);
        Ok(Circumstances {
            photo: row.get(0)?,
            at_ms,
            days: at_ms.zip(precision).map(|(at, precision)| possible_days(at, precision)),
            hour_known: precision == Some(Precision::Time),
            beside: beside.map(|(at_ms, precision)| DateBeside { at_ms, precision }).into_iter().collect(),
            position: read_position(row, 3)?,
            place: row.get(6)?,
            positions_beside: read_position(row, 9)?.into_iter().collect(),
            places_beside: row.get::<Option<PlaceId>>(11)?.into_iter().collect(),
            likeness: row.get::<Option<i64>>(5)?.map(|bits| bits as u64),
        })
    })?;
    Ok(of_one_photo(rows))
}

/// A photo of which something was corrected may come in several rows, one for each of what counts beside; few photos are.
fn of_one_photo(rows: Vec<Circumstances>) -> Vec<Circumstances> {
    let nothing_beside =
        |row: &Circumstances| row.beside.is_empty() && row.positions_beside.is_empty() && row.places_beside.is_empty();
    if rows.iter().all(nothing_beside) {
        return rows;
    }
    let mut at: HashMap<PhotoId, usize> = HashMap::with_capacity(rows.len());
    let mut found: Vec<Circumstances> = Vec::with_capacity(rows.len());
    for row in rows {
        match at.get(&row.photo).and_then(|at| found.get_mut(*at)) {
            Some(there) => {
                add_others(&mut there.beside, row.beside);
                add_others(&mut there.positions_beside, row.positions_beside);
                add_others(&mut there.places_beside, row.places_beside);
            }
            None => {
                at.insert(row.photo, found.len());
                found.push(row);
            }
        }
    }
    found
}

/// Adds what is not there yet.
fn add_others<T: PartialEq>(there: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !there.contains(&one) {
            there.push(one);
        }
    }
}

/// Who is in each of those photos, or was before something was corrected: both count.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn people_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    photos: &[PhotoId],
) -> Result<HashMap<PhotoId, Vec<PersonId>>, StoreError> {
    let sql = |list: &str| {
        format!(
            "SELECT photo, person FROM photo_people WHERE library = ?1 AND photo IN ({list})
             UNION ALL SELECT b.photo, COALESCE(p.shown_as, b.person) FROM photo_people_beside b
             LEFT JOIN people p ON p.library = b.library AND p.id = b.person
             WHERE b.library = ?1 AND b.photo IN ({list})"
        )
    };
    let pairs = among(tx, viewer, photos, sql, |row| Ok((row.get::<PhotoId>(0)?, row.get::<PersonId>(1)?)))?;
    let mut people: HashMap<PhotoId, Vec<PersonId>> = HashMap::new();
    for (photo, person) in pairs {
        let there = people.entry(photo).or_default();
        if !there.contains(&person) {
            there.push(person);
        }
    }
    Ok(people)
}

/// The words of each of those photos, folded: of its caption, keywords, albums and file names, and those it had before. Only those
/// that `wanted` wants.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn words_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    photos: &[PhotoId],
    wanted: impl Fn(&str) -> bool,
) -> Result<HashMap<PhotoId, Vec<String>>, StoreError> {
    let sql = |list: &str| {
        format!(
            "SELECT photo, word FROM photo_words WHERE library = ?1 AND photo IN ({list})
             UNION ALL SELECT photo, word FROM photo_words_beside WHERE library = ?1 AND photo IN ({list})"
        )
    };
    let mut words: HashMap<PhotoId, Vec<String>> = HashMap::new();
    let pairs = among(tx, viewer, photos, sql, |row| Ok((row.get::<PhotoId>(0)?, row.get::<Vec<u8>>(1)?)))?;
    for (photo, word) in pairs {
        if let Some(word) = String::from_utf8(word).ok().filter(|word| wanted(word)) {
            words.entry(photo).or_default().push(word);
        }
    }
    Ok(words)
}

/// The first and the last day (in days since 1970-01-01) on which something was that is known so far. "About 1956" may be a
/// year more or less.
pub fn possible_days(at_ms: i64, precision: Precision) -> (i64, i64) {
    let day = at_ms.div_euclid(86_400_000);
    let Some(date) = model::day_from_number(day) else { return (day, day) };
    let year = |year: i16, month, of| Date::new(year, month, of).map_or(day, model::day_number);
    match precision {
        Precision::Time | Precision::Day => (day, day),
        Precision::Month => (model::day_number(date.first_of_month()), model::day_number(date.last_of_month())),
        Precision::Year => (year(date.year(), 1, 1), year(date.year(), 12, 31)),
        Precision::AboutYear => {
            let around = |years: i32| date.checked_add(years.years()).unwrap_or(date).year();
            (year(around(-1), 1, 1), year(around(1), 12, 31))
        }
    }
}

/// How many photos one statement takes.
const FEW: usize = 64;
const MANY: usize = 512;

/// Asks for some photos, as many at once as is worth it; what is not needed is filled with an id that nothing has.
fn among<T>(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    photos: &[PhotoId],
    sql: impl Fn(&str) -> String,
    mut make: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let at_once = if photos.len() <= FEW { FEW } else { MANY };
    let sql = sql(&store::parameters(2, at_once));
    let mut found = Vec::with_capacity(photos.len());
    for chunk in photos.chunks(at_once) {
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..at_once).map(|i| Value::from(chunk.get(i).copied().unwrap_or(PhotoId(-1)))));
        found.extend(tx.all(&sql, &wanted, &mut make)?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_known_roughly_may_be_any_of_its_days() {
        let check = |at: &str, precision, first: &str, last: &str| {
            let days = possible_days(model::millis(at.parse().unwrap()), precision);
            let day = |text: &str| model::day_number(text.parse().unwrap());
            assert_eq!(days, (day(first), day(last)), "{at} {precision:?}");
        };
        check("2020-09-28T23:59", Precision::Time, "2020-09-28", "2020-09-28");
        check("2020-02-01T00:00", Precision::Month, "2020-02-01", "2020-02-29");
        check("2020-01-01T00:00", Precision::Year, "2020-01-01", "2020-12-31");
        check("1956-01-01T00:00", Precision::AboutYear, "1955-01-01", "1957-12-31");
    }
}
