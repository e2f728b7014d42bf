//! How much there is of moments, counted without looking at their photos one by one.

use circle::Viewer;
use model::{MomentId, PersonId, Place};
use store::{Row, StoreError, Tx, Value, parameters, values};

/// How many moments one statement takes; what is not needed is filled with an id that nothing has.
const AT_ONCE: usize = 512;
const DAY: i64 = 86_400_000;

/// How much there is of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The moment.
    pub moment: MomentId,
    /// The days of its first and its last photo, in days since 1970-01-01: one, or a night's two.
    pub days: (i64, i64),
    /// How many photos it holds.
    pub photos: u64,
    /// Where most of them were taken.
    pub place: Option<Place>,
}

/// The moments with somebody in a photo that was taken in a stretch of time (local milliseconds since 1970-01-01T00:00, the second
/// of them no longer in it).
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn extents_with(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    person: PersonId,
    (from, to): (i64, i64),
) -> Result<Vec<Extent>, StoreError> {
    // One statement: whoever is close is in a tenth of everything.
    let sql = "SELECT id, begins_ms, ends_ms, photos, town, region, country FROM moments WHERE library = ?1 AND id IN (
                   SELECT m.moment FROM photo_people p
                   JOIN moment_photos m ON m.library = p.library AND m.photo = p.photo
                   WHERE p.library = ?1 AND p.person = ?2 AND p.taken_ms >= ?3 AND p.taken_ms < ?4)";
    tx.all(sql, values![viewer.library(), person, from, to], read)
}

/// How much there is of each of those moments.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn extents(tx: &mut Tx<'_>, viewer: Viewer, moments: &[MomentId]) -> Result<Vec<Extent>, StoreError> {
    let list = parameters(2, AT_ONCE);
    let sql = format!(
        "SELECT id, begins_ms, ends_ms, photos, town, region, country FROM moments WHERE library = ?1 AND id IN ({list})"
    );
    let mut found = Vec::new();
    for chunk in moments.chunks(AT_ONCE) {
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..AT_ONCE).map(|i| Value::from(chunk.get(i).copied().unwrap_or(MomentId(-1)))));
        found.extend(tx.all(&sql, &wanted, read)?);
    }
    Ok(found)
}

/// Where the moments of a stretch of days were (first and last, in days since 1970-01-01), with how many photos each place has;
/// those with the most first, at most `most` of them.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn places_between(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (first, last): (i64, i64),
    most: usize,
) -> Result<Vec<(Place, u64)>, StoreError> {
    let sql = "SELECT town, region, country, CAST(SUM(photos) AS BIGINT) AS many FROM moments
               WHERE library = ?1 AND night >= ?2 AND night <= ?3 AND day >= ?4 AND day <= ?3 AND town IS NOT NULL
               GROUP BY town, region, country ORDER BY many DESC, town LIMIT ?5";
    tx.all(sql, values![viewer.library(), first.saturating_sub(1), last, first, most], |row| {
        let text = |at| Ok::<_, StoreError>(row.get::<Option<String>>(at)?.unwrap_or_default());
        let place = Place { town: text(0)?, region: text(1)?, country: text(2)? };
        Ok((place, row.get::<i64>(3)?.unsigned_abs()))
    })
}

fn read(row: &Row<'_>) -> Result<Extent, StoreError> {
    let text = |at| Ok::<_, StoreError>(row.get::<Option<String>>(at)?.unwrap_or_default());
    let place = match row.get::<Option<String>>(4)? {
        Some(town) => Some(Place { town, region: text(5)?, country: text(6)? }),
        None => None,
    };
    let day = |at| Ok::<_, StoreError>(row.get::<i64>(at)?.div_euclid(DAY));
    let photos = row.get::<i64>(3)?.unsigned_abs();
    Ok(Extent { moment: row.get(0)?, days: (day(1)?, day(2)?), photos, place })
}
