//! A moment of exactly N years ago, whole.

use std::collections::{BTreeMap, BTreeSet};

use circle::Viewer;
use jiff::civil::Date;
use model::{MomentId, PhotoId};
use store::{StoreError, Tx, values};

use crate::anniversary::anniversary;
use crate::candidate::{Candidate, Pick, Reason};
use crate::moments::{Member, best, contents, moments};
use crate::{MOST_MEMORIES, MOST_PHOTOS};

/// How many more moments and photos are offered than are shown, to stand in for what care holds.
const SPARE_MOMENTS: usize = 4;
pub(crate) const SPARE_PHOTOS: usize = 4;

/// A moment that has its anniversary: the day it began, how much there is to see in it, and which it is.
type Returning = (i64, i64, MomentId);

pub(crate) fn offer(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<Candidate>, StoreError> {
    let returns = anniversary(day);
    let sql = "SELECT day, weight, id FROM moments
               WHERE library = ?1 AND month_day IN (?2, ?3) AND day <= ?4 ORDER BY day, id";
    let leap = returns.leap_day_too.unwrap_or(returns.month_day);
    let found: Vec<Returning> =
        tx.all(sql, values![viewer.library(), returns.month_day, leap, returns.until_day], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let chosen = choose(&found, MOST_MEMORIES + SPARE_MOMENTS);
    let mut moments = moments(tx, viewer, &chosen)?;
    moments.sort_by_key(|moment| (std::cmp::Reverse(moment.day), moment.begins));
    let members = best(tx, viewer, &chosen, MOST_PHOTOS + SPARE_PHOTOS)?;
    let candidate = |moment: crate::Moment| {
        let picks = one_of_each_burst(members.iter().filter(|m| m.moment == moment.id));
        let years = u16::try_from(day.year() - moment.day.year()).unwrap_or(1);
        let leap_day = (moment.day.month(), moment.day.day()) == (2, 29) && day.day() == 28;
        Candidate { reason: Reason::OnThisDay { years, leap_day }, moment: Some(moment), picks }
    };
    Ok(moments.into_iter().map(candidate).collect())
}

/// Photos of a moment to show in place of those that are held: in order of choice, one of each burst, from all of the moment.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn stand_ins(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    moment: MomentId,
    is_held: impl Fn(PhotoId) -> bool,
) -> Result<Vec<Pick>, StoreError> {
    let members = contents(tx, viewer, &[moment])?;
    Ok(one_of_each_burst(members.iter().filter(|member| !is_held(member.photo))))
}

/// The first in the order of choice stands for its burst.
pub(crate) fn one_of_each_burst<'a>(members: impl Iterator<Item = &'a Member>) -> Vec<Pick> {
    let mut stood_for = BTreeSet::new();
    let standing = members.filter(|member| stood_for.insert(member.burst));
    standing.map(|member| Pick { photo: member.photo, place: member.place.into(), day: member.day }).collect()
}

/// Chooses at most `most`: from every year the one with the most to see, then every year's second, and so on.
fn choose(found: &[Returning], most: usize) -> Vec<MomentId> {
    let mut years: BTreeMap<i64, Vec<(i64, MomentId)>> = BTreeMap::new();
    for &(day, weight, id) in found {
        years.entry(day).or_default().push((weight, id));
    }
    let mut turns: Vec<(usize, std::cmp::Reverse<i64>, MomentId)> = Vec::with_capacity(found.len());
    for moments in years.values_mut() {
        moments.sort_by_key(|(weight, id)| (std::cmp::Reverse(*weight), *id));
        turns.extend(moments.iter().enumerate().map(|(turn, (weight, id))| (turn, std::cmp::Reverse(*weight), *id)));
    }
    turns.sort_unstable();
    turns.into_iter().take(most).map(|(_, _, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_has_its_turn_before_any_has_a_second() {
        let found: Vec<Returning> = vec![
            (365, 900, MomentId(1)),
            (365, 800, MomentId(2)),
            (365, 700, MomentId(3)),
            (730, 10, MomentId(4)),
            (1095, 20, MomentId(5)),
        ];
        let ids = |most| choose(&found, most).into_iter().map(|id| id.0).collect::<Vec<_>>();
        assert_eq!(ids(3), [1, 5, 4]);
        assert_eq!(ids(4), [1, 5, 4, 2]);
        assert_eq!(ids(99), [1, 5, 4, 2, 3]);
    }
}
