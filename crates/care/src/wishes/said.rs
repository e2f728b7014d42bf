//! What wishes say of what is about to be shown.

use jiff::civil::Date;
use model::{MomentId, PersonId, PhotoId, Viewer};
use store::{Row, StoreError, Tx, Value, values};

/// What this viewer's wishes say of some photos, moments and days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// Photos with a wish of their own, and those that a wish about a burst or a day meant when it was made.
    pub(crate) photos: Vec<PhotoId>,
    /// Photos that a wish about a moment meant: whatever moment they are in now is held whole.
    pub(crate) meant: Vec<PhotoId>,
    /// Moments with a wish of their own.
    pub(crate) moments: Vec<MomentId>,
    /// People whose birthdays have a wish of their own.
    pub(crate) birthdays: Vec<PersonId>,
    /// Days with a wish of their own, in days since 1970-01-01.
    pub(crate) days: Vec<i64>,
}

/// Whether this viewer has any wish that holds on `day`. Most people on most days have few, and many have none.
pub(crate) fn any(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM wishes WHERE library = ?1 AND person = ?2 AND lifted_ms IS NULL
               AND (until_day IS NULL OR until_day > ?3) LIMIT 1";
    let values = values![viewer.library(), viewer.person(), model::day_number(day)];
    Ok(tx.maybe(sql, values, |row| row.get::<i64>(0))?.is_some())
}

/// What wishes that hold on `day` say of those photos, moments, people's birthdays and days.
pub(crate) fn said(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    photos: &[PhotoId],
    moments: &[MomentId],
    birthdays: &[PersonId],
    days: &[i64],
) -> Result<Said, StoreError> {
    let photos: Vec<i64> = photos.iter().map(|id| id.0).collect();
    let moments: Vec<i64> = moments.iter().map(|id| id.0).collect();
    let birthdays: Vec<i64> = birthdays.iter().map(|id| id.0).collect();
    let (mut own, mut of_moments) = (among(tx, viewer, day, "photo", &photos)?, Vec::new());
    for (photo, scope) in meant_among(tx, viewer, day, &photos)? {
        if scope == "moment" { of_moments.push(PhotoId(photo)) } else { own.push(photo) }
    }
    Ok(Said {
        birthdays: among(tx, viewer, day, "birthday", &birthdays)?.into_iter().map(PersonId).collect(),
        photos: own.into_iter().map(PhotoId).collect(),
        meant: of_moments,
        moments: among(tx, viewer, day, "moment", &moments)?.into_iter().map(MomentId).collect(),
        days: among(tx, viewer, day, "day", days)?,
    })
}

fn among(tx: &mut Tx<'_>, viewer: Viewer, day: Date, scope: &str, of: &[i64]) -> Result<Vec<i64>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        format!(
            "SELECT target FROM wishes WHERE library = ?1 AND person = ?2 AND lifted_ms IS NULL
             AND (until_day IS NULL OR until_day > ?3) AND scope = ?4 AND target IN ({})",
            list(5)
        )
    });
    let first: [Value; 4] =
        [viewer.library().into(), viewer.person().into(), model::day_number(day).into(), scope.into()];
    in_chunks(tx, &SQL, &first, of, |row| row.get(0))
}

fn meant_among(tx: &mut Tx<'_>, viewer: Viewer, day: Date, of: &[i64]) -> Result<Vec<(i64, String)>, StoreError> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        format!(
            "SELECT m.photo, w.scope FROM wish_photos m JOIN wishes w ON w.library = m.library AND w.id = m.wish
             WHERE m.library = ?1 AND w.person = ?2 AND w.lifted_ms IS NULL
             AND (w.until_day IS NULL OR w.until_day > ?3) AND m.photo IN ({})",
            list(4)
        )
    });
    let first: [Value; 3] = [viewer.library().into(), viewer.person().into(), model::day_number(day).into()];
    in_chunks(tx, &SQL, &first, of, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// How many targets one statement takes; what is not needed is filled with one that nothing has.
const AT_ONCE: usize = 64;

fn list(first: usize) -> String {
    (first..first + AT_ONCE).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ")
}

fn in_chunks<T>(
    tx: &mut Tx<'_>,
    sql: &str,
    first: &[Value],
    of: &[i64],
    mut make: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    for chunk in of.chunks(AT_ONCE) {
        let filling = (0..AT_ONCE).map(|i| Value::Int(chunk.get(i).copied().unwrap_or(i64::MIN)));
        let values: Vec<Value> = first.iter().cloned().chain(filling).collect();
        found.extend(tx.all(sql, &values, &mut make)?);
    }
    Ok(found)
}
