//! Those whom a day is about, a year after another.

use circle::Viewer;
use jiff::civil::Date;
use library::{Named, Relation, Shot, living, portraits};
use model::PersonId;
use store::{StoreError, Tx};

use super::MOST_PICKS;
use crate::REST_DAYS;
use crate::birthday::portrait_merit;
use crate::candidate::{Candidate, Pick, Reason};
use crate::nights::DAY;
use crate::observances::Observance;

/// How many people a day is about at most: a hundred friends would be nobody.
const MOST_PEOPLE: usize = 12;
/// How many years are looked into, from now back.
const YEARS: i16 = 40;
/// How many times it is looked for a person in a year; each is a lookup in an index.
const LOOKUPS: usize = 48;

/// The living of those relations: from each earlier year a picture of all of them together, or one of each. The latest
/// years come first, as for a birthday, and within a year nobody is left out who is in a picture of it.
pub(super) fn over_the_years(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    observance: &Observance,
    relations: &[Relation],
    day: Date,
) -> Result<Option<Candidate>, StoreError> {
    let mut them = living(tx, viewer, relations)?;
    them.truncate(MOST_PEOPLE);
    let rested = (model::day_number(day) - REST_DAYS + 1) * DAY;
    let begins = |year: i16| observance.on(year).first().map(|day| model::day_number(*day) * DAY);
    let (mut picks, mut people): (Vec<Pick>, Vec<PersonId>) = (Vec::new(), Vec::new());
    let mut lookups = 0;
    for year in (day.year().saturating_sub(YEARS)..day.year()).rev() {
        if picks.len() >= MOST_PICKS || lookups >= LOOKUPS {
            break;
        }
        let (Some(from), Some(to)) = (begins(year), begins(year + 1)) else { continue };
        let mut of_year = Vec::new();
        for person in them.iter().filter(|person| was_born(person, to)) {
            lookups += 1;
            of_year.push((person.id, portraits(tx, viewer, person.id, from, to.min(rested))?));
        }
        let chosen = everybody_once(of_year);
        picks.extend(chosen.iter().map(|(shot, _)| Pick {
            photo: shot.photo,
            place: shot.at_ms,
            day: shot.at_ms.div_euclid(DAY),
        }));
        people.extend(chosen.into_iter().flat_map(|(_, people)| people));
    }
    people.sort_unstable();
    people.dedup();
    let reason = Reason::Observance { observance: observance.id, people };
    Ok((!picks.is_empty()).then_some(Candidate { reason, moment: None, picks }))
}

fn was_born(person: &Named, before: i64) -> bool {
    person.born.is_none_or(|born| model::day_number(born) * DAY < before)
}

/// The fewest pictures that show everybody: whichever shows the most of those still missing, then the best portrait. Each
/// with those it shows.
fn everybody_once(mut portraits: Vec<(PersonId, Vec<Shot>)>) -> Vec<(Shot, Vec<PersonId>)> {
    let mut chosen = Vec::new();
    portraits.retain(|(_, shots)| !shots.is_empty());
    while !portraits.is_empty() {
        let shows = |shot: &Shot| -> Vec<PersonId> {
            let in_it = |shots: &Vec<Shot>| shots.iter().any(|other| other.photo == shot.photo);
            portraits.iter().filter(|(_, shots)| in_it(shots)).map(|(person, _)| *person).collect()
        };
        let all = portraits.iter().flat_map(|(_, shots)| shots);
        let best = all.max_by_key(|shot| (shows(shot).len(), portrait_merit(shot))).cloned();
        let Some(best) = best else { break };
        let people = shows(&best);
        portraits.retain(|(person, _)| !people.contains(person));
        chosen.push((best, people));
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::group::tests::shot;

    /// Photos of each person, and which are chosen.
    fn check(portraits: &[&[i64]], expected: &[i64]) {
        let of = |(person, photos): (i64, &&[i64])| {
            (PersonId(person), photos.iter().map(|id| shot(*id, *id, None)).collect::<Vec<_>>())
        };
        let chosen = everybody_once((1..).zip(portraits).map(of).collect());
        assert_eq!(chosen.iter().map(|(shot, _)| shot.photo.0).collect::<Vec<_>>(), expected, "{portraits:?}");
    }

    #[test]
    fn a_picture_of_all_together_stands_for_the_year_and_nobody_is_left_out() {
        check(&[], &[]);
        check(&[&[], &[]], &[]);
        check(&[&[4, 7]], &[4]);
        check(&[&[1, 3], &[2, 3]], &[3]);
        check(&[&[1], &[2]], &[1, 2]);
        check(&[&[1, 5], &[2, 5], &[3]], &[5, 3]);
        check(&[&[], &[2]], &[2]);
    }
}
