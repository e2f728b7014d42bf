//! Where moments begin and end because their owner said so: parted at a time, or joined over a stretch of time.
//!
//! A seam is a matter of time and not of photos: removing a photo, or one that comes in late, loses nothing of it. Seams are
//! applied after a waking day was grouped, so a moment is joined with others of the same waking day only.

use circle::Viewer;
use library::day_changed;
use model::MomentId;
use store::{StoreError, Tx, values};

use crate::group::Taken;
use crate::moments::{Member, moment};
use crate::nights::DAY;
use crate::settle::settle;

/// What the owner said of where a moment begins. Undone by [`unsew`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeamId(pub i64);

/// One such word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seam {
    /// A moment begins with the first photo at this time or later. Local milliseconds.
    Part(i64),
    /// From the first time to the second, everything is one moment.
    Join(i64, i64),
}

/// The moments beside one, in the same waking day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before it.
    pub before: Option<MomentId>,
    /// The one after it.
    pub after: Option<MomentId>,
}

/// Parts a moment so that a new one begins with the photo `first`. The part with more photos goes on under the moment's id;
/// wishes that were made about the moment hold both. `None` when there is nothing before that photo to be parted from.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn part(tx: &mut Tx<'_>, viewer: Viewer, first: Member) -> Result<Option<SeamId>, StoreError> {
    let Some(moment) = moment(tx, viewer, first.moment)? else { return Ok(None) };
    let taken = library::photo(tx, viewer, first.photo)?.and_then(|photo| photo.taken).map(|taken| taken.at);
    let begins = taken.map(model::millis).filter(|at| model::millis(moment.begins) < *at);
    let Some(begins) = begins else { return Ok(None) };
    sew(tx, viewer, Seam::Part(begins)).map(Some)
}

/// Joins two moments, and what lies between them, into one. It goes on under the id of the one with more photos and has the
/// words of both. `None` unless they lie in the same waking day and the hours of both are known.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn join(tx: &mut Tx<'_>, viewer: Viewer, a: MomentId, b: MomentId) -> Result<Option<SeamId>, StoreError> {
    let beside = neighbours(tx, viewer, a)?;
    if ![beside.before, beside.after].contains(&Some(b)) {
        return Ok(None);
    }
    let (Some(a), Some(b)) = (moment(tx, viewer, a)?, moment(tx, viewer, b)?) else { return Ok(None) };
    let (from, to) = (a.begins.min(b.begins), a.ends.max(b.ends));
    sew(tx, viewer, Seam::Join(model::millis(from), model::millis(to))).map(Some)
}

/// Takes a parting or a joining back. Answers whether there was one.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn unsew(tx: &mut Tx<'_>, viewer: Viewer, id: SeamId) -> Result<bool, StoreError> {
    let sql = "SELECT from_ms, to_ms FROM seams WHERE library = ?1 AND id = ?2";
    let there = tx.maybe(sql, values![viewer.library(), id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let Some((from, to)) = there else { return Ok(false) };
    tx.execute("DELETE FROM seams WHERE library = ?1 AND id = ?2", values![viewer.library(), id.0])?;
    grouped_anew(tx, viewer, from, to)?;
    Ok(true)
}

/// The moments right before and after one in the same waking day, whose hours are known.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn neighbours(tx: &mut Tx<'_>, viewer: Viewer, id: MomentId) -> Result<Neighbours, StoreError> {
    // Moments of which only the day is known begin at its midnight, which lies before its waking hours.
    let sql = "SELECT o.id FROM moments m JOIN moments o ON o.library = m.library AND o.night = m.night
               WHERE m.library = ?1 AND m.id = ?2 AND m.begins_ms <> m.night * 86400000
                   AND o.begins_ms <> o.night * 86400000
               ORDER BY o.begins_ms, o.id";
    let of_night: Vec<MomentId> = tx.all(sql, values![viewer.library(), id], |row| row.get(0))?;
    let Some(here) = of_night.iter().position(|other| *other == id) else { return Ok(Neighbours::default()) };
    let before = here.checked_sub(1).map(|at| of_night[at]);
    Ok(Neighbours { before, after: of_night.get(here + 1).copied() })
}

/// What was said of the time from `from_ms` up to but not including `to_ms`, the latest word last.
pub(crate) fn seams(tx: &mut Tx<'_>, viewer: Viewer, from_ms: i64, to_ms: i64) -> Result<Vec<Seam>, StoreError> {
    let sql = "SELECT kind, from_ms, to_ms FROM seams
               WHERE library = ?1 AND from_ms < ?3 AND to_ms >= ?2 ORDER BY id";
    tx.all(sql, values![viewer.library(), from_ms, to_ms], |row| {
        let (from, to) = (row.get(1)?, row.get(2)?);
        match row.get::<String>(0)?.as_str() {
            "part" => Ok(Seam::Part(from)),
            "join" => Ok(Seam::Join(from, to)),
            _ => Err(StoreError::Unexpected("a seam of an unknown kind".to_owned())),
        }
    })
}

/// The groups of one waking day as its owner wants them. Only where two photos of known hours follow one another can a
/// moment be parted or joined; the later word wins over an earlier one.
pub(crate) fn sewn<T: Taken>(groups: Vec<Vec<T>>, seams: &[Seam]) -> Vec<Vec<T>> {
    if seams.is_empty() {
        return groups;
    }
    let (timed, day_only): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|group| group.first().is_some_and(Taken::hour_known));
    let mut made: Vec<Vec<T>> = Vec::new();
    for group in timed {
        for (index, shot) in group.into_iter().enumerate() {
            let last = made.last().and_then(|open| open.last()).map(Taken::at_ms);
            let parted = last.is_none_or(|last| {
                seams.iter().fold(index == 0, |parted, seam| seam.between(last, shot.at_ms()).unwrap_or(parted))
            });
            match made.last_mut().filter(|_| !parted) {
                Some(open) => open.push(shot),
                None => made.push(vec![shot]),
            }
        }
    }
    made.extend(day_only);
    made
}

impl Seam {
    /// Whether this parts two photos that follow one another, or joins them; `None` when it says nothing of them.
    fn between(self, last: i64, next: i64) -> Option<bool> {
        match self {
            Self::Part(at) => (last < at && at <= next).then_some(true),
            Self::Join(from, to) => (from <= last && next <= to).then_some(false),
        }
    }
}

fn sew(tx: &mut Tx<'_>, viewer: Viewer, seam: Seam) -> Result<SeamId, StoreError> {
    let (kind, from, to) = match seam {
        Seam::Part(at) => ("part", at, at),
        Seam::Join(from, to) => ("join", from, to),
    };
    let id = tx.take_numbers(viewer.library(), "seam", 1)?;
    let sql = "INSERT INTO seams (library, id, kind, from_ms, to_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, values![viewer.library(), id, kind, from, to])?;
    grouped_anew(tx, viewer, from, to)?;
    Ok(SeamId(id))
}

fn grouped_anew(tx: &mut Tx<'_>, viewer: Viewer, from: i64, to: i64) -> Result<(), StoreError> {
    for day in [from.div_euclid(DAY), to.div_euclid(DAY)] {
        day_changed(tx, viewer.library(), day)?;
    }
    settle(tx, viewer)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use library::Shot;
    use proptest::prelude::*;

    use super::Seam::{Join, Part};
    use super::*;
    use crate::group::group;
    use crate::group::tests::shot;

    const MINUTE: i64 = 60_000;

    fn sizes(minutes: &[i64], seams: &[Seam]) -> Vec<usize> {
        let shots: Vec<Shot> = (0..).zip(minutes).map(|(id, at)| shot(id, *at, None)).collect();
        let at = |minute: i64| minute * MINUTE;
        let seams: Vec<Seam> = seams
            .iter()
            .map(|seam| match *seam {
                Part(minute) => Part(at(minute)),
                Join(from, to) => Join(at(from), at(to)),
            })
            .collect();
        sewn(group(&shots), &seams).iter().map(Vec::len).collect()
    }

    #[test]
    fn the_owner_says_where_moments_begin_and_the_later_word_wins() {
        let day = [600, 610, 620, 900, 910];
        let cases: [(&str, &[Seam], &[usize]); 10] = [
            ("nothing said", &[], &[3, 2]),
            ("parted", &[Part(610)], &[1, 2, 2]),
            ("parted between photos", &[Part(605)], &[1, 2, 2]),
            ("parted where there is nothing before", &[Part(600)], &[3, 2]),
            ("parted where they part anyway", &[Part(900)], &[3, 2]),
            ("joined", &[Join(600, 910)], &[5]),
            ("joined, then parted", &[Join(600, 910), Part(900)], &[3, 2]),
            ("parted, then joined", &[Part(610), Join(600, 910)], &[5]),
            ("joined over less than the pause", &[Join(600, 899)], &[3, 2]),
            ("parted twice", &[Part(610), Part(910)], &[1, 2, 1, 1]),
        ];
        for (what, seams, expected) in cases {
            assert_eq!(sizes(&day, seams), expected, "{what}");
        }
        assert_eq!(sizes(&[600, 600, 600], &[Part(600)]), [3], "the same instant cannot be parted");
        assert_eq!(sizes(&[600, 620, 900], &[Join(600, 900)]), [3], "a removed photo takes no seam along");
    }

    #[test]
    fn photos_of_which_only_the_day_is_known_are_left_alone() {
        let mut shots = vec![shot(1, 0, None), shot(2, 0, None), shot(3, 600, None)];
        shots[0].hour_known = false;
        shots[1].hour_known = false;
        let made = sewn(group(&shots), &[Join(0, 600 * MINUTE), Part(0)]);
        let ids: Vec<Vec<i64>> = made.iter().map(|g| g.iter().map(|s| s.photo.0).collect()).collect();
        assert_eq!(ids, [vec![3], vec![1, 2]]);
    }

    proptest! {
        #[test]
        fn every_photo_is_in_exactly_one_moment_whatever_was_said(
            minutes in prop::collection::vec((0_i64..24 * 60, prop::bool::weighted(0.9)), 0..40),
            seams in prop::collection::vec((any::<bool>(), 0_i64..24 * 60, 0_i64..600), 0..12),
        ) {
            let mut shots: Vec<Shot> = (0..).zip(&minutes).map(|(id, (at, hour_known))| Shot {
                hour_known: *hour_known, ..shot(id, *at, None)
            }).collect();
            shots.sort_by_key(|shot| shot.at_ms);
            let seams: Vec<Seam> = seams.iter().map(|(part, at, more)| match part {
                true => Part(at * MINUTE),
                false => Join(at * MINUTE, (at + more) * MINUTE),
            }).collect();
            let made = sewn(group(&shots), &seams);
            prop_assert!(made.iter().all(|group| !group.is_empty()));
            let ids: Vec<i64> = made.iter().flatten().map(|shot| shot.photo.0).collect();
            prop_assert_eq!(ids.len(), minutes.len());
            prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), minutes.len());
            let timed = made.iter().flatten().filter(|shot| shot.hour_known);
            prop_assert!(timed.map(|shot| shot.at_ms).is_sorted(), "in order of time");
        }
    }
}
