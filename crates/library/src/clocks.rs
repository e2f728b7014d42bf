//! A camera whose clock was wrong: all that it noted is moved by the same length of time, and can be moved back.
//!
//! What the owner corrected by hand stays as they said, and so does what another source tells better than the clock.

use circle::Viewer;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use model::PhotoId;
use store::{StoreError, Tx, Value, values};

use crate::dates::FIRST_YEAR;

/// Which photos are to be moved, and by how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockShift {
    /// A photo of the camera.
    pub like: PhotoId,
    /// By how much: positive when the clock was behind.
    pub by: SignedDuration,
    /// Only what the clock noted on this day or later.
    pub from: Option<Date>,
    /// Only what the clock noted on this day or earlier.
    pub to: Option<Date>,
}

/// A shift that was made, by which it is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShiftId(pub i64);

/// What a shift did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shifted {
    /// By this it is taken back.
    pub id: ShiftId,
    /// How many photos it moved.
    pub photos: u64,
}

/// Why photos cannot be moved.
#[derive(Debug, thiserror::Error)]
pub enum ShiftError {
    /// There is no such photo, or no camera wrote its name into it.
    #[error("no camera is known for this photo")]
    NoCamera,
    /// Some would lie before there were photos, or where no year is.
    #[error("some photos would lie outside of all years")]
    OutOfTime,
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// By how much the camera's clock was wrong, as a photo tells of which the owner gave day and hour. `None` when it tells
/// nothing of it, or when the clock was right.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn wrong_by(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId) -> Result<Option<SignedDuration>, StoreError> {
    let sql = "SELECT taken_ms - found_ms FROM photos WHERE library = ?1 AND id = ?2 AND model IS NOT NULL
               AND taken_confidence = 'owner' AND taken_precision = 'time'
               AND found_confidence IN ('camera', 'doubtful_clock') AND found_precision = 'time'";
    let by: Option<i64> = tx.maybe(sql, values![viewer.library(), id], |row| row.get(0))?;
    Ok(by.filter(|by| *by != 0).map(SignedDuration::from_millis))
}

/// The photos that a shift would move, in order of time.
///
/// # Errors
/// [`ShiftError`]
pub fn would_shift(tx: &mut Tx<'_>, viewer: Viewer, shift: &ClockShift) -> Result<Vec<PhotoId>, ShiftError> {
    let (range, values) = (in_time(shift)?, of_camera(tx, viewer, shift)?);
    let sql = format!("SELECT p.id, p.taken_ms FROM photos p WHERE {MOVED} ORDER BY p.taken_ms, p.id");
    let found: Vec<(PhotoId, i64)> = tx.all(&sql, &values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    match found.iter().all(|(_, at)| range.contains(at)) {
        true => Ok(found.into_iter().map(|(id, _)| id).collect()),
        false => Err(ShiftError::OutOfTime),
    }
}

/// Moves the photos of a camera. From then on their dates are as the owner says, and outlive a changed file.
///
/// # Errors
/// [`ShiftError`]
pub fn shift_camera(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    shift: &ClockShift,
    now: Timestamp,
) -> Result<Shifted, ShiftError> {
    would_shift(tx, viewer, shift)?;
    let library = viewer.library();
    let by = milliseconds(shift.by);
    let id = tx.take_numbers(library, "clock_shift", 1)?;
    let sql = "INSERT INTO clock_shifts (library, id, by_ms, made_ms) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, values![library, id, by, now.as_millisecond()])?;
    let note = format!(
        "INSERT INTO clock_shift_photos (library, photo, shift, before_ms, before_confidence, after_ms)
         SELECT p.library, p.id, CAST(?6 AS BIGINT), p.taken_ms, p.taken_confidence, p.taken_ms + CAST(?7 AS BIGINT)
         FROM photos p WHERE {MOVED}"
    );
    let mut values = of_camera(tx, viewer, shift)?;
    values.extend([id.into(), by.into()]);
    let photos = tx.execute(&note, &values)?;
    let id = ShiftId(id);
    mark_days(tx, viewer, id)?;
    // Where they were before counts for care beside where they are now.
    let former = "INSERT INTO photo_dates (library, photo, at_ms, known)
                  SELECT library, photo, before_ms, 'time' FROM clock_shift_photos WHERE library = ?1 AND shift = ?2
                  ON CONFLICT (library, photo, at_ms, known) DO NOTHING";
    tx.execute(former, values![library, id.0])?;
    forget_shown(tx, viewer, id, "after_ms")?;
    move_to(tx, viewer, id, "after_ms", "'owner'")?;
    Ok(Shifted { id, photos })
}

/// Takes a shift back: whatever is still as the shift left it is as it was before. Answers how many photos that were. Where a
/// later shift moved any of them further, that one is to be taken back first, and nothing is changed.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn shift_back(tx: &mut Tx<'_>, viewer: Viewer, id: ShiftId) -> Result<u64, StoreError> {
    let later = "SELECT COUNT(*) FROM clock_shift_photos s JOIN clock_shift_photos l
                 ON l.library = s.library AND l.photo = s.photo AND l.shift > s.shift
                 WHERE s.library = ?1 AND s.shift = ?2";
    if tx.one(later, values![viewer.library(), id.0], |row| row.get::<i64>(0))? > 0 {
        return Ok(0);
    }
    // What was corrected since then stays as it was said last.
    let sql = "DELETE FROM clock_shift_photos WHERE library = ?1 AND shift = ?2 AND NOT EXISTS
               (SELECT 1 FROM photos p WHERE p.library = clock_shift_photos.library AND p.id = clock_shift_photos.photo
                AND p.taken_ms = clock_shift_photos.after_ms AND p.taken_confidence = 'owner')";
    tx.execute(sql, values![viewer.library(), id.0])?;
    mark_days(tx, viewer, id)?;
    forget_shown(tx, viewer, id, "before_ms")?;
    let moved = move_to(tx, viewer, id, "before_ms", "s.before_confidence")?;
    for sql in [
        "DELETE FROM clock_shift_photos WHERE library = ?1 AND shift = ?2",
        "DELETE FROM clock_shifts WHERE library = ?1 AND id = ?2",
    ] {
        tx.execute(sql, values![viewer.library(), id.0])?;
    }
    Ok(moved)
}

/// Photos `p` of a camera (?2 its model, ?3 its make) between two times whose date and hour the camera's clock told, or an
/// earlier shift. A model may be pages long in a damaged file, so the index has its beginning.
const MOVED: &str = "p.library = ?1 AND substr(p.model, 1, 64) = substr(CAST(?2 AS TEXT), 1, 64) AND p.model = ?2
    AND COALESCE(p.make, '') = ?3 AND p.taken_ms >= ?4 AND p.taken_ms < ?5 AND p.taken_precision = 'time'
    AND p.removed_ms IS NULL
    AND (p.taken_confidence IN ('camera', 'doubtful_clock') OR (p.taken_confidence = 'owner' AND EXISTS
        (SELECT 1 FROM clock_shift_photos e WHERE e.library = p.library AND e.photo = p.id AND e.after_ms = p.taken_ms)))";

/// The first five values of [`MOVED`].
fn of_camera(tx: &mut Tx<'_>, viewer: Viewer, shift: &ClockShift) -> Result<Vec<Value>, ShiftError> {
    let sql = "SELECT model, COALESCE(make, '') FROM photos WHERE library = ?1 AND id = ?2 AND model IS NOT NULL";
    let camera =
        tx.maybe(sql, values![viewer.library(), shift.like], |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?)))?;
    let (model, make) = camera.ok_or(ShiftError::NoCamera)?;
    let day = |day: Date| model::day_number(day) * DAY;
    let (from, to) = (shift.from.map_or(i64::MIN, day), shift.to.map_or(i64::MAX, |to| day(to) + DAY));
    Ok(vec![viewer.library().into(), model.into(), make.into(), from.into(), to.into()])
}

/// Where photos may lie before the shift, so that they lie in some year after it.
fn in_time(shift: &ClockShift) -> Result<std::ops::Range<i64>, ShiftError> {
    let first = model::day_number(Date::new(FIRST_YEAR, 1, 1).unwrap_or(Date::MIN)) * DAY;
    let last = (model::day_number(Date::MAX) + 1) * DAY;
    let by = milliseconds(shift.by);
    let moved = |bound: i64| bound.checked_sub(by).ok_or(ShiftError::OutOfTime);
    Ok(moved(first)?..moved(last)?)
}

fn milliseconds(by: SignedDuration) -> i64 {
    i64::try_from(by.as_millis()).unwrap_or(i64::MAX)
}

/// Marks the days before and after a shift. The remainder is taken away first, because division rounds towards 1970.
fn mark_days(tx: &mut Tx<'_>, viewer: Viewer, id: ShiftId) -> Result<(), StoreError> {
    for column in ["before_ms", "after_ms"] {
        let sql = format!(
            "INSERT INTO changed_days (library, day)
             SELECT DISTINCT s.library, (s.{column} - ((s.{column} % {DAY}) + {DAY}) % {DAY}) / {DAY}
             FROM clock_shift_photos s WHERE s.library = ?1 AND s.shift = ?2
             ON CONFLICT (library, day) DO NOTHING"
        );
        tx.execute(&sql, values![viewer.library(), id.0])?;
    }
    Ok(())
}

/// What is shown from now on needs not to count beside itself.
fn forget_shown(tx: &mut Tx<'_>, viewer: Viewer, id: ShiftId, column: &str) -> Result<(), StoreError> {
    let sql = format!(
        "DELETE FROM photo_dates WHERE library = ?1 AND known = 'time' AND EXISTS
         (SELECT 1 FROM clock_shift_photos s WHERE s.library = photo_dates.library AND s.photo = photo_dates.photo
          AND s.shift = ?2 AND s.{column} = photo_dates.at_ms)"
    );
    tx.execute(&sql, values![viewer.library(), id.0])?;
    Ok(())
}

/// Gives the photos of a shift the time in that column. Answers how many there were.
fn move_to(tx: &mut Tx<'_>, viewer: Viewer, id: ShiftId, column: &str, confidence: &str) -> Result<u64, StoreError> {
    let values = values![viewer.library(), id.0];
    // Whatever a list is ordered by moves along.
    for list in ["photo_people", "photo_words", "photo_places"] {
        let sql = format!(
            "UPDATE {list} SET taken_ms = s.{column} FROM clock_shift_photos s
             WHERE s.library = ?1 AND s.shift = ?2 AND {list}.library = s.library AND {list}.photo = s.photo"
        );
        tx.execute(&sql, values)?;
    }
    let photos = format!(
        "UPDATE photos SET taken_ms = s.{column}, taken_confidence = {confidence} FROM clock_shift_photos s
         WHERE s.library = ?1 AND s.shift = ?2 AND photos.library = s.library AND photos.id = s.photo"
    );
    tx.execute(&photos, values)
}

/// A day in milliseconds.
const DAY: i64 = 86_400_000;
