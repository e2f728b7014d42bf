//! What moments and birthdays are made from: the few facts of each photo that may return by itself.

use circle::Viewer;
use jiff::civil::Date;
use model::{PersonId, PhotoId, Place, Position};
use store::{Row, StoreError, Tx, values};

use crate::dates::dated_beside_between;
use crate::photos::{read_place, read_position};

/// A photo that may return by itself, as moments see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shot {
    /// The photo.
    pub photo: PhotoId,
    /// Local wall-clock milliseconds since 1970-01-01T00:00.
    pub at_ms: i64,
    /// Whether the hour is known, or only the day.
    pub hour_known: bool,
    /// Where.
    pub position: Option<Position>,
    /// The name of that place.
    pub place: Option<Place>,
    /// Perceptual hash.
    pub likeness: Option<u64>,
    /// Marked by its owner.
    pub favourite: bool,
    /// XMP rating, −1 to 5.
    pub rating: i8,
    /// How many people are named in it.
    pub people: u32,
}

/// A photo may return by itself when it can be shown, shows life rather than a screen or a page, was taken on a day that a
/// trusted source knows, and was neither hidden nor removed nor
/// left out by a `.nomemories` beside it. A rating of −1 is its owner's "rejected".
const MAY_RETURN: &str =
    "p.removed_ms IS NULL AND p.hidden = 0 AND p.left_out = 0 AND p.genre = 'photo' AND p.not_shown IS NULL
    AND p.taken_confidence IN ('owner', 'camera', 'gps', 'sidecar', 'file_name')
    AND p.taken_precision IN ('time', 'day') AND COALESCE(p.rating, 0) >= 0";

/// The columns of a shot, in the order in which [`read`] takes them.
const SHOT: &str = "p.id, p.taken_ms, p.taken_precision, p.latitude, p.longitude, p.likeness, p.favourite, p.rating,
    p.town, p.region, p.country,
    (SELECT COUNT(*) FROM photo_people o WHERE o.library = p.library AND o.photo = p.id)";

/// The shots from `from_ms` up to but not including `to_ms`, in order of time.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn shots_between(tx: &mut Tx<'_>, viewer: Viewer, from_ms: i64, to_ms: i64) -> Result<Vec<Shot>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        format!(
            "SELECT {SHOT} FROM photos p
             WHERE p.library = ?1 AND p.taken_ms >= ?2 AND p.taken_ms < ?3 AND {MAY_RETURN}
             ORDER BY p.taken_ms, p.id"
        )
    });
    tx.all(&SQL, values![viewer.library(), from_ms, to_ms], read)
}

/// A photo at one of its dates, whatever it is: hidden, removed, a paper, a screen, or of a doubtful date.
#[derive(Clone, Debug, PartialEq)]
pub struct Sighting {
    /// The photo.
    pub photo: PhotoId,
    /// Local wall-clock milliseconds since 1970-01-01T00:00.
    pub at_ms: i64,
    /// Whether the hour is known, or only the day.
    pub hour_known: bool,
    /// Where.
    pub position: Option<Position>,
}

/// Every photo that was, or may have been, taken from `from_ms` up to but not including `to_ms`, as far as the day is known: by the
/// date that is shown and by those that count beside it; in order of time.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn sightings_between(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    from_ms: i64,
    to_ms: i64,
) -> Result<Vec<Sighting>, StoreError> {
    let sql = "SELECT p.id, p.taken_ms, p.taken_precision, p.latitude, p.longitude FROM photos p
               WHERE p.library = ?1 AND p.taken_ms >= ?2 AND p.taken_ms < ?3 AND p.taken_precision IN ('time', 'day')
               UNION ALL
               SELECT p.id, d.at_ms, d.known, p.latitude, p.longitude FROM photo_dates d
               JOIN photos p ON p.library = d.library AND p.id = d.photo
               WHERE d.library = ?1 AND d.at_ms >= ?2 AND d.at_ms < ?3 AND d.known IN ('time', 'day')";
    let mut found = tx.all(sql, values![viewer.library(), from_ms, to_ms], |row| {
        Ok(Sighting {
            photo: row.get(0)?,
            at_ms: row.get(1)?,
            hour_known: row.get::<String>(2)? == "time",
            position: read_position(row, 3)?,
        })
    })?;
    found.sort_by_key(|sighting| (sighting.at_ms, sighting.photo));
    Ok(found)
}

/// Shots of one person from `from_ms` up to but not including `to_ms`: the first few in order of time.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn portraits(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    person: PersonId,
    from_ms: i64,
    to_ms: i64,
) -> Result<Vec<Shot>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        format!(
            "SELECT {SHOT} FROM photo_people pp JOIN photos p ON p.library = pp.library AND p.id = pp.photo
             WHERE pp.library = ?1 AND pp.person = ?2 AND pp.taken_ms >= ?3 AND pp.taken_ms < ?4 AND {MAY_RETURN}
             ORDER BY pp.taken_ms, pp.photo LIMIT 12"
        )
    });
    tx.all(&SQL, values![viewer.library(), person, from_ms, to_ms], read)
}

/// The photos taken on a day, whatever they are and however their date is known.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn taken_on(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<PhotoId>, StoreError> {
    let begins = model::day_number(day) * 86_400_000;
    taken_between(tx, viewer, begins, begins + 86_399_999)
}

/// The photos taken from one local time to another (in milliseconds since 1970-01-01T00:00, both included), whatever they are:
/// hidden, removed and left out ones too.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn taken_between(tx: &mut Tx<'_>, viewer: Viewer, first: i64, last: i64) -> Result<Vec<PhotoId>, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms <= ?3";
    tx.all(sql, values![viewer.library(), first, last], |row| row.get(0))
}

/// The same, and those that a date beside the one that is shown puts there.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn sighted_between(tx: &mut Tx<'_>, viewer: Viewer, first: i64, last: i64) -> Result<Vec<PhotoId>, StoreError> {
    let mut found = taken_between(tx, viewer, first, last)?;
    found.extend(dated_beside_between(tx, viewer, first, last)?.into_iter().map(|(photo, _)| photo));
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<Shot, StoreError> {
    Ok(Shot {
        photo: row.get(0)?,
        at_ms: row.get(1)?,
        hour_known: row.get::<String>(2)? == "time",
        position: read_position(row, 3)?,
        place: read_place(row, 8)?,
        likeness: row.get::<Option<i64>>(5)?.map(|bits| bits as u64),
        favourite: row.get(6)?,
        rating: row.get::<Option<i64>>(7)?.map_or(0, |r| r.clamp(-1, 5) as i8),
        people: row.get::<i64>(11)? as u32,
    })
}
