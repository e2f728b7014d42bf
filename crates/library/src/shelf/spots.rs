//! Places on the shelf, and walking along it. A page begins at a spot, so that it is found as fast at the end of the shelf as
//! at its beginning, and stays the same when photos come in elsewhere.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use model::PhotoId;
use store::{Row, StoreError, Tx, values};

use super::{DAY, HIDDEN, ON_SHELF};

/// A part of the shelf that is walked in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stretch {
    /// A month, named by its first day: photos known to the day or to the month.
    Month(Date),
    /// Photos of which only that year is known, or "about" it.
    SomeTimeIn(i16),
    /// Photos that nothing dates.
    Undated,
    /// Photos that their owner hid.
    Hidden,
}

/// The place of a photo on its stretch. Its text form (`1404345600000.17`) is part of page addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Local wall-clock milliseconds since 1970-01-01T00:00; 0 where photos are in the order in which they came.
    pub taken_ms: i64,
    /// The photo, or any number: a spot need not be taken.
    pub id: PhotoId,
}

impl Spot {
    /// Before everything.
    pub const FIRST: Self = Self { taken_ms: i64::MIN, id: PhotoId(i64::MIN) };
    /// After everything.
    pub const LAST: Self = Self { taken_ms: i64::MAX, id: PhotoId(i64::MAX) };

    /// Where a day begins.
    pub fn at(day: Date) -> Self {
        Self { taken_ms: model::day_number(day) * DAY, id: PhotoId(i64::MIN) }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.taken_ms, self.id)
    }
}

impl FromStr for Spot {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (taken_ms, id) = text.split_once('.').ok_or(())?;
        Ok(Self { taken_ms: taken_ms.parse().map_err(|_| ())?, id: PhotoId(id.parse().map_err(|_| ())?) })
    }
}

/// The photos of a stretch from a spot on (one that lies there included), at most so many, in order.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn spots_from(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    stretch: Stretch,
    from: Spot,
    most: usize,
) -> Result<Vec<Spot>, StoreError> {
    static DATED: LazyLock<String> = LazyLock::new(|| dated("taken_ms, id"));
    static UNDATED: LazyLock<String> = LazyLock::new(|| by_id(&format!("taken_ms IS NULL AND {ON_SHELF}"), ">=", "id"));
    static HIDDEN_ONES: LazyLock<String> = LazyLock::new(|| by_id(HIDDEN, ">=", "id"));
    match stretch {
        Stretch::Undated => tx.all(&UNDATED, values![viewer.library(), from.id, most], read),
        Stretch::Hidden => tx.all(&HIDDEN_ONES, values![viewer.library(), from.id, most], read),
        Stretch::Month(_) | Stretch::SomeTimeIn(_) => {
            let Some((begins, ends, year_only)) = bounds(stretch) else { return Ok(Vec::new()) };
            let from = from.max(begins);
            let library = viewer.library();
            let values = values![library, from.taken_ms, from.id, ends.taken_ms, ends.id, year_only, most];
            tx.all(&DATED, values, read)
        }
    }
}

/// The last photos of a stretch before a spot, at most so many, the nearest first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn spots_before(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    stretch: Stretch,
    before: Spot,
    most: usize,
) -> Result<Vec<Spot>, StoreError> {
    static DATED: LazyLock<String> = LazyLock::new(|| dated("taken_ms DESC, id DESC"));
    static UNDATED: LazyLock<String> =
        LazyLock::new(|| by_id(&format!("taken_ms IS NULL AND {ON_SHELF}"), "<", "id DESC"));
    static HIDDEN_ONES: LazyLock<String> = LazyLock::new(|| by_id(HIDDEN, "<", "id DESC"));
    match stretch {
        Stretch::Undated => tx.all(&UNDATED, values![viewer.library(), before.id, most], read),
        Stretch::Hidden => tx.all(&HIDDEN_ONES, values![viewer.library(), before.id, most], read),
        Stretch::Month(_) | Stretch::SomeTimeIn(_) => {
            let Some((begins, ends, year_only)) = bounds(stretch) else { return Ok(Vec::new()) };
            let before = before.min(ends);
            let library = viewer.library();
            let values = values![library, begins.taken_ms, begins.id, before.taken_ms, before.id, year_only, most];
            tx.all(&DATED, values, read)
        }
    }
}

fn dated(order: &str) -> String {
    format!(
        "SELECT taken_ms, id FROM photos
         WHERE library = ?1 AND (taken_ms, id) >= (?2, ?3) AND (taken_ms, id) < (?4, ?5)
         AND CASE WHEN taken_precision IN ('year', 'about_year') THEN 1 ELSE 0 END = ?6 AND {ON_SHELF}
         ORDER BY {order} LIMIT ?7"
    )
}

fn by_id(which: &str, side: &str, order: &str) -> String {
    format!(
        "SELECT CAST(0 AS BIGINT), id FROM photos WHERE library = ?1 AND id {side} ?2 AND {which}
         ORDER BY {order} LIMIT ?3"
    )
}

/// Where a stretch of time begins and ends, and whether it is of photos known to the year alone. `None` past the calendar.
fn bounds(stretch: Stretch) -> Option<(Spot, Spot, bool)> {
    let (first, span, year_only) = match stretch {
        Stretch::Month(first) => (first.first_of_month(), 1.month(), false),
        Stretch::SomeTimeIn(year) => (Date::new(year, 1, 1).ok()?, 1.year(), true),
        Stretch::Undated | Stretch::Hidden => return None,
    };
    let ends = first.checked_add(span).map_or(Spot::LAST, Spot::at);
    Some((Spot::at(first), ends, year_only))
}

fn read(row: &Row<'_>) -> Result<Spot, StoreError> {
    Ok(Spot { taken_ms: row.get(0)?, id: row.get(1)? })
}
