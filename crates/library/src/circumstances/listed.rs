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
/// The database's own refusal.
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
/// The database's own refusal.
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
/// The database's own refusal.
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
/// The database's own refusal.
pub fn times_of(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<i64>, StoreError> {
    let sql = |list: &str| {
        format!("SELECT taken_ms FROM photos WHERE library = ?1 AND taken_ms IS NOT NULL AND id IN ({list})")
    };
    super::among(tx, viewer, photos, sql, |row| row.get(0))
}

/// The photos within so many metres of a point.
///
/// # Errors
/// The database's own refusal.
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
/// The database's own refusal.
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
/// The database's own refusal.
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
/// The database's own refusal.
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
/// The database's own refusal.
pub fn died(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(PersonId, i64)>, StoreError> {
    let sql = "SELECT id, died_day FROM people WHERE library = ?1 AND died_day IS NOT NULL AND shown_as = id";
    tx.all(sql, values![viewer.library()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Since when somebody is in no photo any more, and how often they were there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastSeen {
    /// Who.
    pub person: PersonId,
    /// Local milliseconds since 1970-01-01T00:00 of the first photo of them.
    pub first_ms: i64,
    /// The same of the last.
    pub at_ms: i64,
    /// On how many days of the year up to then they are in photos.
    pub days: u32,
    /// On how many days of that year anything was photographed.
    pub of: u32,
    /// On how many days since then anything was photographed.
    pub since: u32,
}

/// Who is in no photo after `before_ms` (local milliseconds since 1970-01-01T00:00): among those people, or everybody.
///
/// # Errors
/// The database's own refusal.
pub fn last_seen(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    among: Option<&[PersonId]>,
    before_ms: i64,
) -> Result<Vec<LastSeen>, StoreError> {
    let people: Vec<PersonId> = match among {
        Some(people) => people.to_vec(),
        None => {
            let sql = "SELECT id FROM people WHERE library = ?1 AND shown_as = id";
            tx.all(sql, values![viewer.library()], |row| row.get(0))?
        }
    };
    let mut found = Vec::new();
    for chunk in people.chunks(PEOPLE) {
        // The last photo of each by its index; nobody's photos are walked through.
        let last = "(SELECT MAX(taken_ms) FROM photo_people o WHERE o.library = p.library AND o.person = p.id)";
        let list = store::parameters(2, PEOPLE);
        let sql = format!("SELECT p.id, {last} FROM people p WHERE p.library = ?1 AND p.id IN ({list})");
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..PEOPLE).map(|i| Value::from(chunk.get(i).copied().unwrap_or(PersonId(-1)))));
        let seen = tx.all(&sql, &wanted, |row| Ok((row.get::<PersonId>(0)?, row.get::<Option<i64>>(1)?)))?;
        for (person, at_ms) in seen {
            if let Some(at_ms) = at_ms.filter(|at| *at < before_ms) {
                found.push(seen_last(tx, viewer, person, at_ms)?);
            }
        }
    }
    Ok(found)
}

fn seen_last(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId, at_ms: i64) -> Result<LastSeen, StoreError> {
    let library = viewer.library();
    let first = "SELECT MIN(taken_ms) FROM photo_people WHERE library = ?1 AND person = ?2";
    let first: Option<i64> = tx.one(first, values![library, person], |row| row.get(0))?;
    let days = "SELECT COUNT(DISTINCT taken_ms / 86400000) FROM photo_people
                WHERE library = ?1 AND person = ?2 AND taken_ms > ?3 AND taken_ms <= ?4";
    let days: i64 = tx.one(days, values![library, person, at_ms - 365 * DAY, at_ms], |row| row.get(0))?;
    let photographed =
        "SELECT COUNT(*) FROM shelf_days WHERE library = ?1 AND day > ?2 AND day <= ?3 AND known = 'day'";
    let last = at_ms.div_euclid(DAY);
    let of: i64 = tx.one(photographed, values![library, last - 365, last], |row| row.get(0))?;
    let since: i64 = tx.one(photographed, values![library, last, i64::MAX], |row| row.get(0))?;
    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let first_ms = first.unwrap_or(at_ms);
    Ok(LastSeen { person, first_ms, at_ms, days: number(days), of: number(of), since: number(since) })
}

/// When the last photo of the library was taken: local milliseconds since 1970-01-01T00:00.
///
/// # Errors
/// The database's own refusal.
pub fn last_taken(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Option<i64>, StoreError> {
    tx.one("SELECT MAX(taken_ms) FROM photos WHERE library = ?1", values![viewer.library()], |row| row.get(0))
}
