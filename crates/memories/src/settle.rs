//! Grouping again what changed, and only that: the waking days that a changed photo touches.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use circle::Viewer;
use library::{Shot, changed_days, shots_between, sightings_between, take_changed_days};
use model::{MomentId, PhotoId, Place};
use store::{Store, StoreError, Tx, Value, values};

use crate::anniversary::month_day;
use crate::bursts::bursts;
use crate::group::{Taken, group};
use crate::nights::{DAY, begins};
use crate::occasions::{self, Together, together};
use crate::said::{Grouped, follow};
use crate::seams::{seams, sewn};
use crate::variety::{ranking, weight};

/// Groups the changed days again, so that moments are true for every photo in this transaction.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn settle(tx: &mut Tx<'_>, viewer: Viewer) -> Result<(), StoreError> {
    let changed = take_changed_days(tx, viewer.library())?;
    // A photo taken before dawn may belong to the evening before.
    let days: BTreeSet<i64> = changed.into_iter().flat_map(|day| [day - 1, day]).collect();
    let runs = runs(&days);
    let (mut before, mut made) = (BTreeMap::<MomentId, Vec<PhotoId>>::new(), Vec::new());
    for run in &runs {
        made.extend(regrouped(tx, viewer, *run)?);
        before.extend(forget(tx, viewer, *run)?);
    }
    // All runs at once: a moment whose photos moved to another year is still the same one.
    let was_in: HashMap<PhotoId, MomentId> =
        before.iter().flat_map(|(id, photos)| photos.iter().map(|photo| (*photo, *id))).collect();
    let groups: Vec<&Vec<Shot>> = made.iter().flat_map(|day| &day.moments).collect();
    let mut heirs = inherit(&was_in, &groups).into_iter();
    let mut grouped = Vec::with_capacity(groups.len());
    for day in &made {
        let mut ids = Vec::with_capacity(day.moments.len());
        for shots in &day.moments {
            let id = match heirs.next().flatten() {
                Some(id) => id,
                None => MomentId(tx.take_numbers(viewer.library(), "moment", 1)?),
            };
            keep(tx, viewer, id, day.night, shots)?;
            grouped.extend(as_grouped(id, shots, &was_in));
            ids.push(id);
        }
        occasions::keep(tx, viewer, day.night, &day.together, &ids)?;
    }
    let before: Vec<MomentId> = before.into_keys().collect();
    follow(tx, viewer, &before, &grouped)
}

/// Settles if anything waits. Whoever reads moments calls this first, and so sees every photo as it is now.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn settled(store: &Store, viewer: Viewer) -> Result<(), StoreError> {
    if store.read(|tx| changed_days(tx, viewer.library()))? {
        store.write(|tx| settle(tx, viewer))?;
    }
    Ok(())
}

/// Days that follow one another, first and last, at most a month at a time.
fn runs(days: &BTreeSet<i64>) -> Vec<(i64, i64)> {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for &day in days {
        match runs.last_mut() {
            Some((first, last)) if *last + 1 == day && day - *first < 31 => *last = day,
            _ => runs.push((day, day)),
        }
    }
    runs
}

/// One waking day, grouped.
struct WakingDay {
    night: i64,
    moments: Vec<Vec<Shot>>,
    together: Vec<Together>,
}

/// Those waking days as their photos make them now.
fn regrouped(tx: &mut Tx<'_>, viewer: Viewer, (first, last): (i64, i64)) -> Result<Vec<WakingDay>, StoreError> {
    let (from, to) = (first * DAY, (last + 2) * DAY);
    let shots = shots_between(tx, viewer, from, to)?;
    let sightings = sightings_between(tx, viewer, from, to)?;
    let seams = seams(tx, viewer, from, to)?;
    let of_night = |night| {
        // Whatever it is, it tells how still the night was: what is hidden later parts no night in another place.
        let times = || sightings.iter().filter(|one| one.hour_known).map(|one| one.at_ms);
        let hours = begins(night, times())..begins(night + 1, times());
        let moments = sewn(group(&of_day(&shots, night, &hours)), &seams);
        let together = together(&moments, &of_day(&sightings, night, &hours), &seams);
        WakingDay { night, moments, together }
    };
    Ok((first..=last).map(of_night).collect())
}

/// What was taken in the waking hours of the day `night`, and of what only the day is known, on it.
fn of_day<T: Taken>(taken: &[T], night: i64, hours: &Range<i64>) -> Vec<T> {
    let belongs = |one: &&T| {
        if one.hour_known() { hours.contains(&one.at_ms()) } else { one.at_ms().div_euclid(DAY) == night }
    };
    taken.iter().filter(belongs).cloned().collect()
}

/// Deletes the moments of those waking days; answers which photos they held.
fn forget(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (first, last): (i64, i64),
) -> Result<BTreeMap<MomentId, Vec<PhotoId>>, StoreError> {
    occasions::forget(tx, viewer, (first, last))?;
    let library = viewer.library();
    let find = "SELECT id FROM moments WHERE library = ?1 AND night >= ?2 AND night <= ?3";
    let ids: Vec<MomentId> = tx.all(find, values![library, first, last], |row| row.get(0))?;
    let mut before = BTreeMap::new();
    for id in ids {
        let photos = "SELECT photo FROM moment_photos WHERE library = ?1 AND moment = ?2";
        before.insert(id, tx.all(photos, values![library, id], |row| row.get(0))?);
        tx.execute("DELETE FROM moment_photos WHERE library = ?1 AND moment = ?2", values![library, id])?;
        tx.execute("DELETE FROM moments WHERE library = ?1 AND id = ?2", values![library, id])?;
    }
    Ok(before)
}

/// Which former id each group goes on with: the one it shares the most photos with, each id once.
fn inherit(was_in: &HashMap<PhotoId, MomentId>, made: &[&Vec<Shot>]) -> Vec<Option<MomentId>> {
    let mut shared: BTreeMap<(usize, MomentId), usize> = BTreeMap::new();
    for (index, shots) in made.iter().enumerate() {
        for id in shots.iter().filter_map(|shot| was_in.get(&shot.photo)) {
            *shared.entry((index, *id)).or_default() += 1;
        }
    }
    let mut claims: Vec<((usize, MomentId), usize)> = shared.into_iter().collect();
    claims.sort_by_key(|((index, id), photos)| (std::cmp::Reverse(*photos), *index, *id));
    let mut heirs = vec![None; made.len()];
    let mut taken = BTreeSet::new();
    for ((index, id), _) in claims {
        if heirs[index].is_none() && taken.insert(id) {
            heirs[index] = Some(id);
        }
    }
    heirs
}

/// What words need to know of a moment to find theirs.
fn as_grouped(id: MomentId, shots: &[Shot], was_in: &HashMap<PhotoId, MomentId>) -> Option<Grouped> {
    let mut of = BTreeMap::new();
    for former in shots.iter().filter_map(|shot| was_in.get(&shot.photo)) {
        *of.entry(*former).or_default() += 1;
    }
    let (begins_ms, ends_ms) = (shots.first()?.at_ms, shots.last()?.at_ms);
    Some(Grouped { id, begins_ms, ends_ms, middle_ms: shots.get(shots.len() / 2)?.at_ms, of })
}

fn keep(tx: &mut Tx<'_>, viewer: Viewer, id: MomentId, night: i64, shots: &[Shot]) -> Result<(), StoreError> {
    let (Some(first), Some(last)) = (shots.first(), shots.last()) else { return Ok(()) };
    let day = first.at_ms.div_euclid(DAY);
    let Some(date) = model::day_from_number(day) else { return Ok(()) };
    let bursts = bursts(shots);
    let place = most_often(shots.iter().filter_map(|shot| shot.place.as_ref()));
    let sql =
        "INSERT INTO moments (library, id, day, month_day, night, begins_ms, ends_ms, photos, weight, town, region,
                                    country)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let mut values: Vec<Value> = vec![viewer.library().into(), id.into(), day.into(), month_day(date).into()];
    values.extend([night.into(), first.at_ms.into(), last.at_ms.into(), shots.len().into()]);
    values.push(weight(shots, &bursts).into());
    values.extend([place.map(|p| &p.town).into(), place.map(|p| &p.region).into(), place.map(|p| &p.country).into()]);
    tx.execute(sql, &values)?;

    let sql = "INSERT INTO moment_photos (library, moment, rank, photo, place, day, burst)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    for (rank, index) in ranking(shots, &bursts).into_iter().enumerate() {
        let (shot, day) = (&shots[index], shots[index].at_ms.div_euclid(DAY));
        tx.execute(sql, values![viewer.library(), id, rank, shot.photo, index, day, bursts[index]])?;
    }
    Ok(())
}

/// The place that comes up most often: where a moment was.
pub fn most_often<'a>(places: impl Iterator<Item = &'a Place>) -> Option<&'a Place> {
    let mut counts: Vec<(&Place, usize)> = Vec::new();
    for place in places {
        match counts.iter_mut().find(|(known, _)| *known == place) {
            Some((_, count)) => *count += 1,
            None => counts.push((place, 1)),
        }
    }
    // The first of equals, so that the answer is always the same.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(place, _)| place)
}
