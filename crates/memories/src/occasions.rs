//! What belongs together for care: a moment, and whatever else was taken in it or next to it. Hidden photos, papers, screens, photos
//! of a doubtful date and those of a date before it was corrected are in no moment, and hurt no less. The same nights, gaps, jumps
//! and seams part them as part moments.

use std::collections::HashMap;

use circle::Viewer;
use library::{Shot, Sighting};
use model::{MomentId, PersonId, PhotoId};
use store::{Row, StoreError, Tx, Value, parameters, values};

use crate::group::group;
use crate::seams::{Seam, sewn};

/// Moments and photos that belong together, out of one waking day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Together {
    /// The moments, by their place in the list that was given.
    pub(crate) moments: Vec<usize>,
    /// What is in none of them, each by one of its dates.
    pub(crate) others: Vec<(PhotoId, i64)>,
}

/// What belongs together in one waking day: the sightings of everything in it, in order of time, grouped as moments are, and never
/// less than a moment. A moment by itself, or a photo by itself, is left out.
pub(crate) fn together(moments: &[Vec<Shot>], sightings: &[Sighting], seams: &[Seam]) -> Vec<Together> {
    let mut moment_of: HashMap<(PhotoId, i64), usize> = HashMap::new();
    for (at, moment) in moments.iter().enumerate() {
        moment_of.extend(moment.iter().map(|shot| ((shot.photo, shot.at_ms), at)));
    }
    let mut found: Vec<Together> = Vec::new();
    let mut found_in: HashMap<usize, usize> = HashMap::new();
    for near in sewn(group(sightings), seams) {
        let mut one = Together::default();
        for sighting in near {
            let key = (sighting.photo, sighting.at_ms);
            match moment_of.get(&key) {
                Some(moment) if one.moments.contains(moment) => {}
                Some(moment) => one.moments.push(*moment),
                None => one.others.push(key),
            }
        }
        // Photos between two of a moment may part what the moment has together: it stays together.
        let mut at = found.len();
        for moment in &one.moments {
            at = at.min(found_in.get(moment).copied().unwrap_or(at));
        }
        let mut merged: Vec<usize> = one.moments.iter().filter_map(|moment| found_in.get(moment).copied()).collect();
        merged.sort_unstable();
        merged.dedup();
        for other in merged.into_iter().filter(|other| *other != at) {
            let Together { moments, others } = std::mem::take(&mut found[other]);
            one.moments.extend(moments);
            one.others.extend(others);
        }
        match found.get_mut(at) {
            Some(there) => {
                there.moments.extend(one.moments);
                there.others.extend(one.others);
            }
            None => found.push(one),
        }
        let there = &mut found[at];
        there.moments.sort_unstable();
        there.moments.dedup();
        found_in.extend(there.moments.iter().map(|moment| (*moment, at)));
    }
    // Nobody needs to be told that a moment, or a photo, belongs to itself.
    found.retain(|one| one.moments.len() + one.others.len() > 1);
    found
}

/// Which occasion it is: what belongs together beyond one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OccasionId(pub i64);

/// A moment or a photo that belongs to an occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Belongs {
    /// A moment, whole.
    Moment(MomentId),
    /// A photo that is in none of the moments of the occasion, by one of its dates: local milliseconds since 1970-01-01T00:00.
    Photo(PhotoId, i64),
}

/// How many occasions of one night have a number of their own.
const OF_A_NIGHT: i64 = 100_000;

/// Writes down what belongs together in one waking day; the ids are those of the moments in the list that was given.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    night: i64,
    together: &[Together],
    ids: &[MomentId],
) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO occasion_parts (library, occasion, moment, photo, at_ms, night) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT (library, occasion, moment, photo, at_ms) DO NOTHING";
    for (number, one) in (0..).zip(together) {
        // So many in one night are never apart; should they be, some are taken for one.
        let occasion = night * OF_A_NIGHT + number % OF_A_NIGHT;
        for moment in one.moments.iter().filter_map(|at| ids.get(*at)) {
            tx.execute(sql, values![viewer.library(), occasion, *moment, 0_i64, 0_i64, night])?;
        }
        for (photo, at_ms) in &one.others {
            tx.execute(sql, values![viewer.library(), occasion, 0_i64, *photo, *at_ms, night])?;
        }
    }
    Ok(())
}

/// Forgets what belongs together in some waking days.
pub(crate) fn forget(tx: &mut Tx<'_>, viewer: Viewer, (first, last): (i64, i64)) -> Result<(), StoreError> {
    let sql = "DELETE FROM occasion_parts WHERE library = ?1 AND night >= ?2 AND night <= ?3";
    tx.execute(sql, values![viewer.library(), first, last])?;
    Ok(())
}

/// How many moments, photos and occasions one statement takes; what is not needed is filled with an id that nothing has.
const MOMENTS: usize = 16;
const PHOTOS: usize = 64;
const MANY: usize = 512;

/// Everything that belongs together with those moments and photos beyond the moments themselves, with the occasion that each belongs
/// to. What belongs to nothing further is not among it.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn belonging(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    moments: &[MomentId],
    photos: &[PhotoId],
) -> Result<Vec<(OccasionId, Belongs)>, StoreError> {
    let few = moments.len() <= MOMENTS && photos.len() <= PHOTOS;
    let (moments_at_once, photos_at_once) = if few { (MOMENTS, PHOTOS) } else { (MANY, MANY) };
    let parts = "SELECT occasion, moment, photo, at_ms FROM occasion_parts WHERE library = ?1";
    let sql = format!(
        "{parts} AND occasion IN (
             SELECT occasion FROM occasion_parts WHERE library = ?1 AND moment > 0 AND moment IN ({})
             UNION SELECT occasion FROM occasion_parts WHERE library = ?1 AND photo > 0 AND photo IN ({}))",
        parameters(2, moments_at_once),
        parameters(2 + moments_at_once, photos_at_once)
    );
    let mut found = Vec::new();
    let (mut of_moments, mut of_photos) = (moments.chunks(moments_at_once), photos.chunks(photos_at_once));
    loop {
        let (some, others) = (of_moments.next().unwrap_or_default(), of_photos.next().unwrap_or_default());
        if some.is_empty() && others.is_empty() {
            break;
        }
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..moments_at_once).map(|i| Value::from(some.get(i).copied().unwrap_or(MomentId(-1)))));
        wanted.extend((0..photos_at_once).map(|i| Value::from(others.get(i).copied().unwrap_or(PhotoId(-1)))));
        found.extend(tx.all(&sql, &wanted, read)?);
    }
    if !few {
        // Of two statements both may tell of the same occasion.
        let mut told = std::collections::HashSet::new();
        found.retain(|part| told.insert(*part));
    }
    Ok(found)
}

/// The occasions to which a photo of somebody belongs that is in none of their moments and was taken in a stretch of time (local
/// milliseconds since 1970-01-01T00:00, the second of them no longer in it).
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn occasions_with(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    person: PersonId,
    (from, to): (i64, i64),
) -> Result<Vec<(OccasionId, Belongs)>, StoreError> {
    // Beginning with what is in no moment, which is little.
    let sql = "SELECT occasion, moment, photo, at_ms FROM occasion_parts WHERE library = ?1 AND occasion IN (
                   SELECT o.occasion FROM occasion_parts o CROSS JOIN photo_people p
                   WHERE p.library = o.library AND p.photo = o.photo AND o.library = ?1 AND o.photo > 0
                   AND p.person = ?2 AND o.at_ms >= ?3 AND o.at_ms < ?4)";
    tx.all(sql, values![viewer.library(), person, from, to], read)
}

fn read(row: &Row<'_>) -> Result<(OccasionId, Belongs), StoreError> {
    let belongs = match row.get::<MomentId>(1)? {
        MomentId(0) => Belongs::Photo(row.get(2)?, row.get(3)?),
        moment => Belongs::Moment(moment),
    };
    Ok((OccasionId(row.get(0)?), belongs))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::group::tests::shot;

    fn sighting(shot: &Shot) -> Sighting {
        Sighting { photo: shot.photo, at_ms: shot.at_ms, hour_known: shot.hour_known, position: shot.position }
    }

    /// What belongs together, by the numbers of photos, where `hidden` are in no moment.
    fn check(minutes: &[i64], hidden: &[i64], expected: &[&[i64]]) {
        let all: Vec<Shot> = (0..).zip(minutes).map(|(id, at)| shot(id, *at, None)).collect();
        let visible: Vec<Shot> = all.iter().filter(|shot| !hidden.contains(&shot.photo.0)).cloned().collect();
        assert_eq!(ids(&group(&visible), &all), expected, "{minutes:?} without {hidden:?}");
    }

    fn ids(moments: &[Vec<Shot>], all: &[Shot]) -> Vec<Vec<i64>> {
        let sightings: Vec<Sighting> = all.iter().map(sighting).collect();
        let of = |one: &Together| {
            let shots = one.moments.iter().flat_map(|at| &moments[*at]).map(|shot| shot.photo.0);
            let ids: BTreeSet<i64> = shots.chain(one.others.iter().map(|(photo, _)| photo.0)).collect();
            ids.into_iter().collect()
        };
        together(moments, &sightings, &[]).iter().map(of).collect()
    }

    #[test]
    fn what_was_taken_in_a_moment_or_next_to_it_belongs_to_it() {
        check(&[600, 620, 640], &[], &[]);
        check(&[600, 620, 640], &[1], &[&[0, 1, 2]]);
        check(&[600, 620, 640], &[0], &[&[0, 1, 2]]);
        check(&[600, 620, 900], &[2], &[]);
        check(&[600, 620, 900, 910], &[2, 3], &[&[2, 3]]);
        check(&[600, 750, 900], &[1], &[&[0, 1, 2]]);
        check(&[600, 620, 640], &[0, 1, 2], &[&[0, 1, 2]]);
    }

    #[test]
    fn a_moment_is_never_parted_by_what_lies_between() {
        let (home, sea) = (Some((40.4168, -3.7038)), Some((39.4699, -0.3763)));
        let all = [shot(0, 600, home), shot(1, 650, sea), shot(2, 700, home)];
        let visible = [all[0].clone(), all[2].clone()];
        assert_eq!(group(&all).len(), 3);
        assert_eq!(group(&visible).len(), 1);
        assert_eq!(ids(&group(&visible), &all), [] as [Vec<i64>; 0], "what was taken at the sea was elsewhere");
    }

    proptest! {
        #[test]
        fn hiding_more_never_parts_what_belonged_together(
            minutes in prop::collection::vec(0_i64..24 * 60, 1..30),
            hidden in prop::collection::vec(any::<bool>(), 30), more in prop::collection::vec(any::<bool>(), 30),
        ) {
            let mut all: Vec<Shot> = (0..).zip(&minutes).map(|(id, at)| shot(id, *at, None)).collect();
            all.sort_by_key(|shot| (shot.at_ms, shot.photo));
            let moments = |hidden: &dyn Fn(usize) -> bool| {
                let shown = all.iter().filter(|shot| !hidden(shot.photo.0 as usize)).cloned().collect::<Vec<_>>();
                group(&shown)
            };
            let (before, after) = (moments(&|at| hidden[at]), moments(&|at| hidden[at] || more[at]));
            let near = |moments: &[Vec<Shot>]| {
                let mut sets = ids(moments, &all);
                sets.extend(moments.iter().map(|moment| moment.iter().map(|shot| shot.photo.0).collect()));
                sets
            };
            let (before, after) = (near(&before), near(&after));
            for one in &before {
                for pair in one.windows(2) {
                    let stays = |set: &Vec<i64>| set.contains(&pair[0]) && set.contains(&pair[1]);
                    prop_assert!(after.iter().any(stays), "{:?} were together", pair);
                }
            }
        }
    }
}
