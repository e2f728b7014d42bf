//! What wishes say of what is about to be shown.

use std::collections::HashSet;
use std::sync::LazyLock;

use circle::Viewer;
use jiff::civil::Date;
use memories::ObservanceId;
use model::{MomentId, PersonId, PhotoId, WishId};
use store::{Row, StoreError, Tx, Value, values};

use crate::Want;

/// What this viewer's wishes say of some photos, moments and days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// Photos with a wish of their own, and those that a wish about a burst meant when it was made.
    pub(crate) photos: Vec<(PhotoId, Want)>,
    /// Photos that a wish about a moment meant: what is careful goes for whatever moment they are in now, whole.
    pub(crate) meant: Vec<(PhotoId, Want)>,
    /// Photos that a wish about a day meant when it was made.
    pub(crate) meant_by_days: Vec<(PhotoId, Want)>,
    /// Moments with a wish of their own.
    pub(crate) moments: Vec<(MomentId, Want)>,
    /// People whose birthdays are kept away.
    pub(crate) birthdays: Vec<PersonId>,
    /// Days with a wish of their own, in days since 1970-01-01.
    pub(crate) days: Vec<(i64, Want)>,
}

/// A photo that a wish meant when it was made, with what the wish was about, what was wanted, and the wish.
type Meant = (PhotoId, String, Want, WishId);

impl Said {
    /// Puts what a wish meant where it belongs.
    fn mean(&mut self, (photo, scope, want, _): Meant) {
        let list = match scope.as_str() {
            "moment" => &mut self.meant,
            "day" => &mut self.meant_by_days,
            _ => &mut self.photos,
        };
        list.push((photo, want));
    }

    /// Whether nothing was said.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether this viewer has any wish that holds on `day`. Most people on most days have few, and many have none.
pub(crate) fn any(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM wishes WHERE library = ?1 AND person = ?2 AND lifted_ms IS NULL
               AND (until_day IS NULL OR until_day > ?3) LIMIT 1";
    let values = values![viewer.library(), viewer.person(), model::day_number(day)];
    let of = viewer.numbers([model::day_number(day), 0]);
    Ok(*tx.once("any wish", of, |tx| Ok(tx.maybe(sql, values, |row| row.get::<i64>(0))?.is_some()))?)
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
    let mut said = Said {
        birthdays: among(tx, viewer, day, "birthday", &birthdays)?.into_iter().map(|(id, _)| PersonId(id)).collect(),
        photos: among(tx, viewer, day, "photo", &photos)?.into_iter().map(|(id, want)| (PhotoId(id), want)).collect(),
        moments: among(tx, viewer, day, "moment", &moments)?
            .into_iter()
            .map(|(id, want)| (MomentId(id), want))
            .collect(),
        days: among(tx, viewer, day, "day", days)?,
        ..Said::default()
    };
    for meant in meant_among(tx, viewer, day, &photos)? {
        said.mean(meant);
    }
    Ok(said)
}

/// Everything that wishes which hold on `day` say.
pub(crate) fn everything_said(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Said, StoreError> {
    let mut said = Said::default();
    let values = values![viewer.library(), viewer.person(), model::day_number(day)];
    let own = "SELECT scope, target, wish FROM wishes WHERE library = ?1 AND person = ?2 AND lifted_ms IS NULL
               AND (until_day IS NULL OR until_day > ?3)";
    for (scope, target, want) in
        tx.all(own, values, |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?, want(row, 2)?)))?
    {
        match scope.as_str() {
            "photo" => said.photos.push((PhotoId(target), want)),
            "moment" => said.moments.push((MomentId(target), want)),
            "birthday" => said.birthdays.push(PersonId(target)),
            "day" => said.days.push((target, want)),
            // It is about what comes by itself, and not about any photo.
            "observance" => {}
            _ => return Err(StoreError::Unexpected("a wish of an unknown form".to_owned())),
        }
    }
    let meant =
        "SELECT m.photo, w.scope, w.wish, w.id FROM wishes w JOIN wish_photos m ON m.library = w.library AND m.wish = w.id
                 WHERE w.library = ?1 AND w.person = ?2 AND w.lifted_ms IS NULL
                 AND (w.until_day IS NULL OR w.until_day > ?3)";
    for meant in tx.all(meant, values, |row| Ok((row.get(0)?, row.get::<String>(1)?, want(row, 2)?, row.get(3)?)))? {
        said.mean(meant);
    }
    Ok(said)
}

/// Which of those days of the calendar are put away, as far as memories of them go.
pub(crate) fn observances_away(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    of: &[ObservanceId],
) -> Result<Vec<ObservanceId>, StoreError> {
    let numbers: Vec<i64> = of.iter().map(|id| id.number()).collect();
    let away = among(tx, viewer, day, "observance", &numbers)?;
    Ok(of.iter().copied().filter(|id| away.iter().any(|(number, _)| *number == id.number())).collect())
}

fn want(row: &Row<'_>, at: usize) -> Result<Want, StoreError> {
    let strange = || StoreError::Unexpected("a wish of an unknown form".to_owned());
    Want::from_name(&row.get::<String>(at)?).ok_or_else(strange)
}

fn among(tx: &mut Tx<'_>, viewer: Viewer, day: Date, scope: &str, of: &[i64]) -> Result<Vec<(i64, Want)>, StoreError> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        over_ranges(
            "SELECT target, wish FROM wishes WHERE library = ?1 AND person = ?2 AND lifted_ms IS NULL
             AND (until_day IS NULL OR until_day > ?3) AND scope = ?4 AND target",
            5,
        )
    });
    let first: [Value; 4] =
        [viewer.library().into(), viewer.person().into(), model::day_number(day).into(), scope.into()];
    let found = in_ranges(tx, &SQL, &first, of, |row| Ok((row.get::<i64>(0)?, want(row, 1)?)))?;
    let of: HashSet<i64> = of.iter().copied().collect();
    Ok(found.into_iter().filter(|(target, _)| of.contains(target)).collect())
}

/// Which of those photos wishes that hold on `day` meant, each with the wish.
pub(super) fn meant_by(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    of: &[PhotoId],
) -> Result<Vec<(PhotoId, WishId)>, StoreError> {
    let of: Vec<i64> = of.iter().map(|photo| photo.0).collect();
    Ok(meant_among(tx, viewer, day, &of)?.into_iter().map(|(photo, _, _, wish)| (photo, wish)).collect())
}

fn meant_among(tx: &mut Tx<'_>, viewer: Viewer, day: Date, of: &[i64]) -> Result<Vec<Meant>, StoreError> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        over_ranges(
            // The spelling keeps SQLite from beginning with all wishes there are.
            "SELECT m.photo, w.scope, w.wish, w.id FROM wish_photos m CROSS JOIN wishes w
             WHERE w.library = m.library AND w.id = m.wish
             AND m.library = ?1 AND w.person = ?2 AND w.lifted_ms IS NULL
             AND (w.until_day IS NULL OR w.until_day > ?3) AND m.photo",
            4,
        )
    });
    let first: [Value; 3] = [viewer.library().into(), viewer.person().into(), model::day_number(day).into()];
    let read = |row: &Row<'_>| Ok((row.get::<PhotoId>(0)?, row.get::<String>(1)?, want(row, 2)?, row.get(3)?));
    let found = in_ranges(tx, &SQL, &first, of, read)?;
    let of: HashSet<i64> = of.iter().copied().collect();
    Ok(found.into_iter().filter(|(photo, ..)| of.contains(&photo.0)).collect())
}

/// How many ranges of targets one statement takes. The photos of a moment came in together, so their ids lie together, and
/// a few ranges cover a day however many photos it has.
const RANGES: usize = 16;

/// The statement that asks `select` for each of the ranges, whose bounds are parameters from `?first` on.
fn over_ranges(select: &str, first: usize) -> String {
    let one = |range: usize| format!("{select} BETWEEN ?{} AND ?{}", first + 2 * range, first + 2 * range + 1);
    (0..RANGES).map(one).collect::<Vec<_>>().join(" UNION ALL ")
}

/// Asks for all ranges that cover the targets `of`. The answer may hold targets in between; the caller leaves them out.
fn in_ranges<T>(
    tx: &mut Tx<'_>,
    sql: &str,
    first: &[Value],
    of: &[i64],
    make: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let ranges = covering(of);
    // A range that begins after its end holds nothing.
    let bounds = (0..RANGES).flat_map(|i| ranges.get(i).map_or([1, 0], |(from, to)| [*from, *to]));
    let values: Vec<Value> = first.iter().cloned().chain(bounds.map(Value::Int)).collect();
    tx.all(sql, &values, make)
}

/// At most [`RANGES`] ranges that cover all of `targets`, parted where the gaps are widest.
fn covering(targets: &[i64]) -> Vec<(i64, i64)> {
    let mut sorted = targets.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut gaps: Vec<usize> = (1..sorted.len()).filter(|&i| sorted[i].abs_diff(sorted[i - 1]) > 1).collect();
    gaps.sort_by_key(|&i| std::cmp::Reverse(sorted[i].abs_diff(sorted[i - 1])));
    gaps.truncate(RANGES - 1);
    gaps.sort_unstable();
    let (mut ranges, mut from) = (Vec::with_capacity(RANGES), 0);
    for to in gaps.into_iter().chain([sorted.len()]) {
        ranges.extend(sorted[from..to].first().copied().zip(sorted[from..to].last().copied()));
        from = to;
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_part_where_the_gaps_are_widest_and_leave_nothing_out() {
        assert_eq!(covering(&[]), []);
        assert_eq!(covering(&[7]), [(7, 7)]);
        assert_eq!(covering(&[3, 1, 2, 9, 10, i64::MIN]), [(i64::MIN, i64::MIN), (1, 3), (9, 10)]);
        let scattered: Vec<i64> = (0..100).map(|i| i * i).collect();
        let ranges = covering(&scattered);
        assert_eq!(ranges.len(), RANGES);
        assert!(scattered.iter().all(|t| ranges.iter().any(|(from, to)| (from..=to).contains(&t))));
    }
}
