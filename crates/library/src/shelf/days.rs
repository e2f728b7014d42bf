//! How many photos each day has. Counted when a day changes, so that a library of any size opens at once.

use std::sync::LazyLock;

use circle::Viewer;
use jiff::civil::Date;
use model::{LibraryId, PhotoId};
use store::{Row, StoreError, Tx, Value, parameters, values};

use super::{DAY, HIDDEN, ON_SHELF};

/// How much of a date is known, as far as the shelf cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// The day, or better.
    Day,
    /// The month and no more; such a photo lies at the month's first day.
    Month,
    /// The year and no more, or "about" one; such a photo lies at the year's first day.
    Year,
}

/// The photos of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShelfDay {
    /// The day.
    pub day: Date,
    /// How much of it is known of these photos.
    pub known: Known,
    /// How many there are.
    pub photos: u64,
}

/// What has a place beside the years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// Photos that nothing dates.
    pub undated: u64,
    /// Photos that their owner hid.
    pub hidden: u64,
}

/// Where a photo is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelved {
    /// On a day.
    On(Date, Known),
    /// On the shelf without a date.
    Undated,
    /// Hidden by its owner.
    Hidden,
}

/// Every day that has photos, in order, with how many.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn shelf_days(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<ShelfDay>, StoreError> {
    let sql = "SELECT day, known, photos FROM shelf_days WHERE library = ?1 ORDER BY day, known";
    let days = tx.all(sql, values![viewer.library()], |row| {
        let known = match row.get::<String>(1)?.as_str() {
            "year" => Known::Year,
            "month" => Known::Month,
            _ => Known::Day,
        };
        let photos = row.get::<i64>(2)? as u64;
        Ok(model::day_from_number(row.get(0)?).map(|day| ShelfDay { day, known, photos }))
    })?;
    Ok(days.into_iter().flatten().collect())
}

/// How many photos have no date, and how many are hidden.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn set_aside(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Aside, StoreError> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT (SELECT COUNT(*) FROM photos WHERE library = ?1 AND taken_ms IS NULL AND {ON_SHELF}),
                    (SELECT COUNT(*) FROM photos WHERE library = ?1 AND {HIDDEN})"
        )
    });
    tx.one(&SQL, values![viewer.library()], |row| {
        Ok(Aside { undated: row.get::<i64>(0)? as u64, hidden: row.get::<i64>(1)? as u64 })
    })
}

/// Where those photos are; what was removed or left out is nowhere.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn shelved(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId]) -> Result<Vec<(PhotoId, Shelved)>, StoreError> {
    /// How many ids one statement takes; what is not needed is filled with an id that nothing has.
    const AT_ONCE: usize = 64;
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT id, taken_ms, taken_precision, hidden FROM photos
             WHERE library = ?1 AND id IN ({}) AND removed_ms IS NULL AND left_out = 0",
            parameters(2, AT_ONCE)
        )
    });
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(AT_ONCE) {
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..AT_ONCE).map(|i| chunk.get(i).copied().unwrap_or(PhotoId(-1)).into()));
        found.extend(tx.all(&SQL, &wanted, |row| Ok((row.get(0)?, read_shelved(row)?)))?);
    }
    Ok(found)
}

fn read_shelved(row: &Row<'_>) -> Result<Shelved, StoreError> {
    if row.get::<bool>(3)? {
        return Ok(Shelved::Hidden);
    }
    let day = row.get::<Option<i64>>(1)?.and_then(|ms| model::day_from_number(ms.div_euclid(DAY)));
    let known = match row.get::<Option<String>>(2)?.as_deref() {
        Some("year" | "about_year") => Known::Year,
        Some("month") => Known::Month,
        _ => Known::Day,
    };
    Ok(day.map_or(Shelved::Undated, |day| Shelved::On(day, known)))
}

/// Counts the photos of a day (days since 1970-01-01) anew.
pub(crate) fn recount(tx: &mut Tx<'_>, library: LibraryId, day: i64) -> Result<(), StoreError> {
    static COUNT: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT CASE taken_precision WHEN 'month' THEN 'month' WHEN 'year' THEN 'year' WHEN 'about_year' THEN 'year'
                    ELSE 'day' END AS known, COUNT(*)
             FROM photos WHERE library = ?1 AND taken_ms >= ?2 AND taken_ms < ?3 AND {ON_SHELF} GROUP BY 1"
        )
    });
    let counted = tx.all(&COUNT, values![library, day.saturating_mul(DAY), (day + 1).saturating_mul(DAY)], |row| {
        Ok((row.get::<String>(0)?, row.get::<i64>(1)?))
    })?;
    tx.execute("DELETE FROM shelf_days WHERE library = ?1 AND day = ?2", values![library, day])?;
    for (known, photos) in counted {
        let sql = "INSERT INTO shelf_days (library, day, known, photos) VALUES (?1, ?2, ?3, ?4)";
        tx.execute(sql, values![library, day, known, photos])?;
    }
    Ok(())
}
