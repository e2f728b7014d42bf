//! Lists of photos by their circumstances: of days, places, people and words. Whatever the photos are: hidden, removed and left
//! out ones too, because what reaches one photo reaches it wherever it lies.

use circle::Viewer;
use model::{PersonId, PhotoId, PlaceId, Position, Precision};
use store::{StoreError, Tx, Value, values};

use super::possible_days;

const DAY: i64 = 86_400_000;
/// Metres in a degree of latitude, a little less than it ever is: the band is wider rather than narrower.
const DEGREE: f64 = 110_500.0;
/// How many people or places, and how many words, one statement takes.
const PEOPLE: usize = 32;
const WORDS: usize = 512;

/// A photo with its time: local milliseconds since 1970-01-01T00:00.
pub type Timed = (PhotoId, Option<i64>);

/// A photo with its position and its time (local milliseconds since 1970-01-01T00:00).
pub type Located = (PhotoId, Position, Option<i64>);

/// The photos that were taken, or may have been, from the first to the last of those days (in days since 1970-01-01).
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_taken_within(tx: &mut Tx<'_>, viewer: Viewer, first: i64, last: i64) -> Result<Vec<PhotoId>, StoreError> {
    let (from, to) = (first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY));
    let sql = "SELECT id FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms < ?3";
    let mut found: Vec<PhotoId> = tx.all(sql, values![viewer.library(), from, to], |row| row.get(0))?;
    found.extend(roughly_within(tx, viewer, first, last)?.into_iter().map(|(photo, _)| photo));
    Ok(found)
}

/// Photos of which the date is known roughly and lies outside of those days, though they may have been taken within them: a date known
/// to the year lies on its first day, up to two years from days that it may mean.
fn roughly_within(tx: &mut Tx<'_>, viewer: Viewer, first: i64, last: i64) -> Result<Vec<Timed>, StoreError> {
    let (from, to) = (first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY));
    let sql = "SELECT id, taken_ms, taken_precision FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms < ?3
               AND taken_precision IN ('month', 'year', 'about_year')";
    let mut found = Vec::new();
    for (from, to) in [(from.saturating_sub(750 * DAY), from), (to, to.saturating_add(750 * DAY))] {
        let rough = tx.all(sql, values![viewer.library(), from, to], |row| {
            Ok((row.get::<PhotoId>(0)?, row.get::<i64>(1)?, row.get::<String>(2)?))
        })?;
        found.extend(rough.into_iter().filter_map(|(photo, at, precision)| {
            let (begins, ends) = possible_days(at, Precision::from_name(&precision)?);
            (begins <= last && ends >= first).then_some((photo, Some(at)))
        }));
    }
    Ok(found)
}

/// The photos of somebody that were taken, or may have been, from the first to the last of those days (in days since 1970-01-01),
/// with the time of each.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_of_between(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    person: PersonId,
    first: i64,
    last: i64,
) -> Result<Vec<Timed>, StoreError> {
    let within = (first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY));
    let mut found = photos_of_within(tx, viewer, person, Some(within))?;
    let rough = roughly_within(tx, viewer, first, last)?;
    let ids: Vec<PhotoId> = rough.iter().map(|(photo, _)| *photo).collect();
    let people = super::people_in(tx, viewer, &ids)?;
    found.extend(rough.into_iter().filter(|(photo, _)| people.get(photo).is_some_and(|there| there.contains(&person))));
    Ok(found)
}

/// The photos of somebody, with the time of each: local milliseconds since 1970-01-01T00:00 within a stretch, or all.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_of_within(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    person: PersonId,
    within: Option<(i64, i64)>,
) -> Result<Vec<Timed>, StoreError> {
    let read = |row: &store::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    match within {
        None => {
            let sql = "SELECT photo, taken_ms FROM photo_people WHERE library = ?1 AND person = ?2";
            tx.all(sql, values![viewer.library(), person], read)
        }
        Some((from, to)) => {
            let sql = "SELECT photo, taken_ms FROM photo_people
                       WHERE library = ?1 AND person = ?2 AND taken_ms >= ?3 AND taken_ms < ?4";
            tx.all(sql, values![viewer.library(), person, from, to], read)
        }
    }
}

/// The times of those photos, of those that have one, in any order.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn times_of(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<i64>, StoreError> {
    let sql = |list: &str| {
        format!("SELECT taken_ms FROM photos WHERE library = ?1 AND taken_ms IS NOT NULL AND id IN ({list})")
    };
    super::among(tx, viewer, photos, sql, |row| row.get(0))
}

/// The photos within so many metres of a point.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_around(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    point: Position,
    metres: u32,
) -> Result<Vec<Located>, StoreError> {
    let band = f64::from(metres) / DEGREE;
    let sql = "SELECT id, latitude, longitude, taken_ms FROM photos
               WHERE library = ?1 AND latitude >= ?2 AND latitude <= ?3 AND latitude IS NOT NULL";
    let values = values![viewer.library(), point.latitude - band, point.latitude + band];
    let rows = tx.all(sql, values, |row| {
        Ok((row.get::<PhotoId>(0)?, crate::photos::read_position(row, 1)?, row.get::<Option<i64>>(3)?))
    })?;
    let near = rows.into_iter().filter_map(|(photo, position, at)| Some((photo, position?, at)));
    Ok(near.filter(|(_, position, _)| position.kilometres_to(point) * 1000.0 <= f64::from(metres)).collect())
}

/// The photos that have any of those words, folded as [`crate::words_of`] folds them; once for each word.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_with_words(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    words: &[&str],
) -> Result<Vec<(PhotoId, String)>, StoreError> {
    let mut found = Vec::new();
    for chunk in words.chunks(WORDS) {
        let list = store::parameters(2, chunk.len());
        let sql = format!("SELECT photo, word FROM photo_words WHERE library = ?1 AND word IN ({list})");
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend(chunk.iter().map(|word| Value::from(word.as_bytes())));
        let pairs = tx.all(&sql, &wanted, |row| Ok((row.get::<PhotoId>(0)?, row.get::<Vec<u8>>(1)?)))?;
        found.extend(pairs.into_iter().filter_map(|(photo, word)| Some((photo, String::from_utf8(word).ok()?))));
    }
    Ok(found)
}

/// The photos that were taken in any of those towns, each with its time: local milliseconds since 1970-01-01T00:00.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_in_towns(tx: &mut Tx<'_>, viewer: Viewer, towns: &[PlaceId]) -> Result<Vec<Timed>, StoreError> {
    let sql = "SELECT photo, taken_ms FROM photo_places WHERE library = ?1 AND place = ?2";
    let mut found = Vec::new();
    for town in towns {
        found.extend(tx.all(sql, values![viewer.library(), *town], |row| Ok((row.get(0)?, row.get(1)?)))?);
    }
    Ok(found)
}

/// The towns, among those or of all, whose names have a word that `wanted` wants.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn town_words(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    among: Option<&[PlaceId]>,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<PlaceId>, StoreError> {
    let read = |row: &store::Row<'_>| Ok((row.get::<PlaceId>(0)?, row.get::<String>(1)?));
    let mut towns = Vec::new();
    match among {
        None => towns = tx.all("SELECT id, town FROM places WHERE library = ?1", values![viewer.library()], read)?,
        Some(places) => {
            for chunk in places.chunks(PEOPLE) {
                let list = store::parameters(2, PEOPLE);
                let sql = format!("SELECT id, town FROM places WHERE library = ?1 AND id IN ({list})");
                let mut asked = vec![Value::from(viewer.library())];
                asked.extend((0..PEOPLE).map(|i| Value::from(chunk.get(i).copied().unwrap_or(PlaceId(-1)))));
                towns.extend(tx.all(&sql, &asked, read)?);
            }
        }
    }
    let named = towns.into_iter().filter(|(_, town)| crate::words_of(town).iter().any(|word| wanted(word)));
    Ok(named.map(|(id, _)| id).collect())
}

/// Everybody of whom it is known that they died, with the day (in days since 1970-01-01).
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn died(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(PersonId, i64)>, StoreError> {
    let sql = "SELECT id, died_day FROM people WHERE library = ?1 AND died_day IS NOT NULL AND shown_as = id";
    tx.all(sql, values![viewer.library()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// When the last photo of the library was taken: local milliseconds since 1970-01-01T00:00.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn last_taken(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Option<i64>, StoreError> {
    tx.one("SELECT MAX(taken_ms) FROM photos WHERE library = ?1", values![viewer.library()], |row| row.get(0))
}
