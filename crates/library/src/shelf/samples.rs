//! A few pictures that stand for a year or a month.

use std::sync::LazyLock;

use circle::Viewer;
use jiff::civil::Date;
use model::PhotoId;
use store::{StoreError, Tx, Value};

use super::{DAY, ON_SHELF};

/// Into how many parts a time is cut, so that its pictures are not all of one day.
const PARTS: i64 = 4;
/// How many pictures of each part are offered.
const OFFERED: usize = 12;

/// Pictures that may stand for the time from `first` up to but not including `end`: a dozen each of its four quarters, a
/// favourite before others. There are more than are needed, because some may not be shown.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn samples(tx: &mut Tx<'_>, viewer: Viewer, first: Date, end: Date) -> Result<Vec<Vec<PhotoId>>, StoreError> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        let part = |part: usize| {
            format!(
                "SELECT * FROM (SELECT CAST({part} AS BIGINT), id, favourite FROM photos
                 WHERE library = ?1 AND taken_ms >= ?{} AND taken_ms < ?{} AND genre = 'photo' AND not_shown IS NULL
                 AND {ON_SHELF} ORDER BY taken_ms, id LIMIT {OFFERED}) part{part}",
                part + 2,
                part + 3
            )
        };
        (0..PARTS as usize).map(part).collect::<Vec<_>>().join(" UNION ALL ")
    });
    let (begins, ends) = (model::day_number(first) * DAY, model::day_number(end) * DAY);
    let mut values = vec![Value::from(viewer.library())];
    values.extend((0..=PARTS).map(|part| Value::from(begins + (ends - begins) / PARTS * part)));
    let mut parts: Vec<Vec<(bool, PhotoId)>> = vec![Vec::new(); PARTS as usize];
    let found = tx.all(&SQL, &values, |row| Ok((row.get::<i64>(0)?, row.get::<PhotoId>(1)?, row.get::<bool>(2)?)))?;
    for (part, id, favourite) in found {
        if let Some(part) = parts.get_mut(part as usize) {
            part.push((!favourite, id));
        }
    }
    // The engines promise no order among the parts of a union, and a stable one is wanted: favourites, then as they came.
    Ok(parts
        .into_iter()
        .map(|mut part| {
            part.sort_unstable();
            part.into_iter().map(|(_, id)| id).collect()
        })
        .collect())
}
