//! Lists of photos by their circumstances: of days, places, people and words. Whatever the photos are: hidden, removed and left
//! out ones too, because what reaches one photo reaches it wherever it lies.

use circle::Viewer;
use model::{PersonId, PhotoId, PlaceId, Position, Precision};
use store::{Row, StoreError, Tx, Value, values};

use super::possible_days;
use crate::dates::{DateBeside, dated_beside_between};

const DAY: i64 = 86_400_000;
/// How many days from its beginning a date may mean that is known roughly: "about 1956" is a year more or less.
const ROUGHLY: i64 = 750;
/// Metres in a degree of latitude, a little less than it ever is: the band is wider rather than narrower.
const DEGREE: f64 = 110_500.0;
/// How many people or places, and how many words, one statement takes.
const PEOPLE: usize = 32;
const WORDS: usize = 512;

/// A photo with its time, as far as a list tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The photo.
    pub photo: PhotoId,
    /// Local milliseconds since 1970-01-01T00:00; of a date known roughly, its beginning.
    pub at_ms: Option<i64>,
    /// Days on which it may have been taken, the first and the last, in days since 1970-01-01: all of them where that is what was
    /// asked for, or else the first.
    pub days: Option<(i64, i64)>,
}

/// The photos that were taken, or may have been, from the first to the last of those days (in days since 1970-01-01): by the date that
/// is shown or by one that counts beside it.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_taken_within(tx: &mut Tx<'_>, viewer: Viewer, first: i64, last: i64) -> Result<Vec<PhotoId>, StoreError> {
    let (from, to) = (first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY));
    let sql = "SELECT id FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms < ?3";
    let mut found: Vec<PhotoId> = tx.all(sql, values![viewer.library(), from, to], |row| row.get(0))?;
    found.extend(roughly_within(tx, viewer, first, last)?.into_iter().map(|dated| dated.photo));
    found.extend(beside_within(tx, viewer, first, last)?.into_iter().map(|dated| dated.photo));
    Ok(found)
}

/// The photos that a date beside the one that is shown puts from the first to the last of those days (in days since 1970-01-01), or
/// may.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_beside_within(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    first: i64,
    last: i64,
) -> Result<Vec<PhotoId>, StoreError> {
    Ok(beside_within(tx, viewer, first, last)?.into_iter().map(|dated| dated.photo).collect())
}

/// Photos that a date beside the one that is shown puts within those days, or may: few are corrected, and any of them may be far from
/// where it is shown.
fn beside_within(tx: &mut Tx<'_>, viewer: Viewer, first: i64, last: i64) -> Result<Vec<Dated>, StoreError> {
    let (from, to) = (first.saturating_sub(ROUGHLY), last.saturating_add(1).saturating_add(ROUGHLY));
    let near = dated_beside_between(tx, viewer, from.saturating_mul(DAY), to.saturating_mul(DAY))?;
    let dated = near.into_iter().map(|(photo, date)| Dated { photo, at_ms: Some(date.at_ms), days: Some(date.days()) });
    let within = |(begins, ends): (i64, i64)| begins <= last && ends >= first;
    Ok(dated.filter(|dated| dated.days.is_some_and(within)).collect())
}

/// Photos of which the date is known roughly and lies outside of those days, though they may have been taken within them: a date known
/// to the year lies on its first day, up to two years from days that it may mean.
fn roughly_within(tx: &mut Tx<'_>, viewer: Viewer, first: i64, last: i64) -> Result<Vec<Dated>, StoreError> {
    let (from, to) = (first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY));
    let sql = "SELECT id, taken_ms, taken_precision FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms < ?3
               AND taken_precision IN ('month', 'year', 'about_year')";
    let mut found = Vec::new();
    for (from, to) in [(from.saturating_sub(ROUGHLY * DAY), from), (to, to.saturating_add(ROUGHLY * DAY))] {
        let rough = tx.all(sql, values![viewer.library(), from, to], |row| {
            Ok((row.get::<PhotoId>(0)?, row.get::<i64>(1)?, row.get::<String>(2)?))
        })?;
        found.extend(rough.into_iter().filter_map(|(photo, at, precision)| {
            let (begins, ends) = possible_days(at, Precision::from_name(&precision)?);
            let may_be = begins <= last && ends >= first;
            may_be.then_some(Dated { photo, at_ms: Some(at), days: Some((begins, ends)) })
        }));
    }
    Ok(found)
}

/// The photos of which nobody knows the hour and that were taken, or may have been, from the first to the last of those days (in days
/// since 1970-01-01): by the date that is shown or by one that counts beside it.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn without_hour_within(tx: &mut Tx<'_>, viewer: Viewer, first: i64, last: i64) -> Result<Vec<PhotoId>, StoreError> {
    let (from, to) = (first.saturating_sub(ROUGHLY), last.saturating_add(1).saturating_add(ROUGHLY));
    let (from, to) = (from.saturating_mul(DAY), to.saturating_mul(DAY));
    let sql = "SELECT id, taken_ms, taken_precision FROM photos
               WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms < ?3 AND taken_precision <> 'time'";
    let rough = tx.all(sql, values![viewer.library(), from, to], |row| {
        Ok((row.get::<PhotoId>(0)?, row.get::<i64>(1)?, row.get::<String>(2)?))
    })?;
    let shown = rough.into_iter().filter_map(|(photo, at_ms, name)| {
        Precision::from_name(&name).map(|precision| (photo, DateBeside { at_ms, precision }))
    });
    let beside = dated_beside_between(tx, viewer, from, to)?.into_iter();
    let rough = shown.chain(beside.filter(|(_, date)| date.precision != Precision::Time));
    let within = |date: DateBeside| date.days().0 <= last && date.days().1 >= first;
    Ok(rough.filter(|(_, date)| within(*date)).map(|(photo, _)| photo).collect())
}

/// The photos of somebody, or in which they were before something was corrected, that were taken, or may have been, from the first to
/// the last of those days (in days since 1970-01-01): by the date that is shown or by one that counts beside it.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_of_between(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    person: PersonId,
    first: i64,
    last: i64,
) -> Result<Vec<Dated>, StoreError> {
    let (from, to) = (first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY));
    let sql = format!(
        "SELECT photo, taken_ms FROM photo_people
         WHERE library = ?1 AND person = ?2 AND taken_ms >= ?3 AND taken_ms < ?4
         UNION ALL {THEY_WERE_IN} AND t.taken_ms >= ?3 AND t.taken_ms < ?4"
    );
    let mut found = tx.all(&sql, values![viewer.library(), person, from, to], read_dated)?;
    let mut rough = roughly_within(tx, viewer, first, last)?;
    rough.extend(beside_within(tx, viewer, first, last)?);
    let ids: Vec<PhotoId> = rough.iter().map(|dated| dated.photo).collect();
    let people = super::people_in(tx, viewer, &ids)?;
    found.extend(rough.into_iter().filter(|one| people.get(&one.photo).is_some_and(|there| there.contains(&person))));
    Ok(found)
}

/// Every photo of somebody, and those in which they were before something was corrected.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_of(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId) -> Result<Vec<Dated>, StoreError> {
    let sql =
        format!("SELECT photo, taken_ms FROM photo_people WHERE library = ?1 AND person = ?2 UNION ALL {THEY_WERE_IN}");
    tx.all(&sql, values![viewer.library(), person], read_dated)
}

/// The photos in which somebody, the second parameter, was before something was corrected.
const THEY_WERE_IN: &str = "SELECT b.photo, t.taken_ms FROM photo_people_beside b
    JOIN photos t ON t.library = b.library AND t.id = b.photo WHERE b.library = ?1
    AND b.person IN (SELECT id FROM people WHERE library = ?1 AND (id = ?2 OR shown_as = ?2))";

fn read_dated(row: &Row<'_>) -> Result<Dated, StoreError> {
    let at_ms: Option<i64> = row.get(1)?;
    let day = at_ms.map(|at| at.div_euclid(DAY));
    Ok(Dated { photo: row.get(0)?, at_ms, days: day.map(|day| (day, day)) })
}

/// The photos within so many metres of a point, by where their files say they were taken, or said before.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_around(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    point: Position,
    metres: u32,
) -> Result<Vec<PhotoId>, StoreError> {
    let band = f64::from(metres) / DEGREE;
    let sql = "SELECT id, latitude, longitude FROM photos
               WHERE library = ?1 AND latitude >= ?2 AND latitude <= ?3 AND latitude IS NOT NULL
               UNION ALL SELECT photo, latitude, longitude FROM photo_positions_beside
               WHERE library = ?1 AND latitude >= ?2 AND latitude <= ?3";
    let values = values![viewer.library(), point.latitude - band, point.latitude + band];
    let rows = tx.all(sql, values, |row| Ok((row.get::<PhotoId>(0)?, crate::photos::read_position(row, 1)?)))?;
    let near = |position: Position| position.kilometres_to(point) * 1000.0 <= f64::from(metres);
    Ok(rows.into_iter().filter(|(_, position)| position.is_some_and(near)).map(|(photo, _)| photo).collect())
}

/// The photos that have any of those words, or had before, folded as [`crate::words_of`] folds them; once for each word.
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
        let sql = format!(
            "SELECT photo, word FROM photo_words WHERE library = ?1 AND word IN ({list})
             UNION ALL SELECT photo, word FROM photo_words_beside WHERE library = ?1 AND word IN ({list})"
        );
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend(chunk.iter().map(|word| Value::from(word.as_bytes())));
        let pairs = tx.all(&sql, &wanted, |row| Ok((row.get::<PhotoId>(0)?, row.get::<Vec<u8>>(1)?)))?;
        found.extend(pairs.into_iter().filter_map(|(photo, word)| Some((photo, String::from_utf8(word).ok()?))));
    }
    Ok(found)
}

/// The photos that were taken in any of those towns, by what their files say, or said before.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn photos_in_towns(tx: &mut Tx<'_>, viewer: Viewer, towns: &[PlaceId]) -> Result<Vec<PhotoId>, StoreError> {
    let sql = "SELECT photo FROM photo_places WHERE library = ?1 AND place = ?2
               UNION ALL SELECT photo FROM photo_places_beside WHERE library = ?1 AND place = ?2";
    let mut found = Vec::new();
    for town in towns {
        found.extend(tx.all(sql, values![viewer.library(), *town], |row| row.get::<PhotoId>(0))?);
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

/// Everybody of whom it is known that they died, with the day (in days since 1970-01-01): to all, or by a loss of the viewer's.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn died(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<(PersonId, i64)>, StoreError> {
    let sql = "SELECT id, died_day FROM people WHERE library = ?1 AND died_day IS NOT NULL AND shown_as = id
               UNION SELECT p.id, MIN(d.died_day) FROM deaths_told d
               JOIN people m ON m.library = d.library AND m.id = d.person
               JOIN people p ON p.library = m.library AND p.id = m.shown_as
               WHERE d.library = ?1 AND d.teller = ?2 AND p.died_day IS NULL
               AND (p.born_day IS NULL OR p.born_day <= d.died_day) GROUP BY p.id";
    let dead = tx.once("dead", viewer.numbers([0; 2]), |tx| {
        tx.all(sql, values![viewer.library(), viewer.person()], |row| Ok((row.get(0)?, row.get(1)?)))
    });
    Ok(dead?.to_vec())
}

/// When the last photo of the library was taken: local milliseconds since 1970-01-01T00:00.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn last_taken(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT MAX(taken_ms) FROM photos WHERE library = ?1";
    let last =
        tx.once("last taken", viewer.numbers([0; 2]), |tx| tx.one(sql, values![viewer.library()], |row| row.get(0)));
    Ok(*last?)
}

/// The photo that came in last; 0 where there is none.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn last_photo(tx: &mut Tx<'_>, viewer: Viewer) -> Result<PhotoId, StoreError> {
    let sql = "SELECT COALESCE(MAX(id), 0) FROM photos WHERE library = ?1";
    tx.one(sql, values![viewer.library()], |row| row.get(0))
}
