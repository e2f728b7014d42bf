//! Dates that count for care beside the one that is shown: what the files say where the owner says otherwise, and what was said
//! before. Whoever corrects a date takes nothing out of a loss's reach by that alone.

use std::collections::HashMap;

use circle::Viewer;
use model::{LibraryId, PhotoId, Precision, Taken};
use store::{Row, StoreError, Tx, Value, parameters, values};

use crate::circumstances::possible_days;

/// A date that counts beside the one that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateBeside {
    /// Local milliseconds since 1970-01-01T00:00; of a date known roughly, its beginning.
    pub at_ms: i64,
    /// How much of it is known.
    pub precision: Precision,
}

impl DateBeside {
    /// The first and the last day that it may mean, in days since 1970-01-01.
    pub fn days(self) -> (i64, i64) {
        possible_days(self.at_ms, self.precision)
    }
}

/// Notes that a photo that was of one date is shown by another from now on.
pub(crate) fn note_former(
    tx: &mut Tx<'_>,
    library: LibraryId,
    photo: PhotoId,
    before: Option<&Taken>,
    after: Option<&Taken>,
) -> Result<(), StoreError> {
    let columns = |taken: &Taken| (model::millis(taken.at), taken.precision.name());
    if let Some((at, known)) = after.map(columns) {
        // What is shown needs not to count beside itself.
        let sql = "DELETE FROM photo_dates WHERE library = ?1 AND photo = ?2 AND at_ms = ?3 AND known = ?4";
        tx.execute(sql, values![library, photo, at, known])?;
    }
    let Some((at, known)) = before.map(columns).filter(|before| Some(*before) != after.map(columns)) else {
        return Ok(());
    };
    let sql = "INSERT INTO photo_dates (library, photo, at_ms, known) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (library, photo, at_ms, known) DO NOTHING";
    tx.execute(sql, values![library, photo, at, known])?;
    Ok(())
}

/// Forgets every date beside the one that is shown: corrections were taken back, or the photo is gone.
pub(crate) fn forget_former(tx: &mut Tx<'_>, library: LibraryId, photo: PhotoId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM photo_dates WHERE library = ?1 AND photo = ?2", values![library, photo])?;
    Ok(())
}

/// How many photos one statement takes.
const FEW: usize = 64;
const MANY: usize = 512;

/// The dates beside the ones that are shown, of those photos that have any.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn dates_beside(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    photos: &[PhotoId],
) -> Result<HashMap<PhotoId, Vec<DateBeside>>, StoreError> {
    let at_once = if photos.len() <= FEW { FEW } else { MANY };
    let list = parameters(2, at_once);
    let sql = format!("SELECT photo, at_ms, known FROM photo_dates WHERE library = ?1 AND photo IN ({list})");
    let mut dates: HashMap<PhotoId, Vec<DateBeside>> = HashMap::new();
    for chunk in photos.chunks(at_once) {
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..at_once).map(|i| Value::from(chunk.get(i).copied().unwrap_or(PhotoId(-1)))));
        for (photo, date) in tx.all(&sql, &wanted, read)? {
            dates.entry(photo).or_default().push(date);
        }
    }
    Ok(dates)
}

/// The photos that a date beside the one that is shown puts between two local times (in milliseconds since 1970-01-01T00:00, both
/// included), each with that date. One known roughly lies at its beginning.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn dated_beside_between(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    first: i64,
    last: i64,
) -> Result<Vec<(PhotoId, DateBeside)>, StoreError> {
    let sql = "SELECT photo, at_ms, known FROM photo_dates WHERE library = ?1 AND at_ms >= ?2 AND at_ms <= ?3";
    tx.all(sql, values![viewer.library(), first, last], read)
}

fn read(row: &Row<'_>) -> Result<(PhotoId, DateBeside), StoreError> {
    let strange = || StoreError::Unexpected("a date of an unknown form".to_owned());
    let precision = Precision::from_name(&row.get::<String>(2)?).ok_or_else(strange)?;
    Ok((row.get(0)?, DateBeside { at_ms: row.get(1)?, precision }))
}
