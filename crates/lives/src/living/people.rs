//! Who is in a life, and when.

use model::PersonId;

use super::{Making, YEAR};
use crate::assumptions::{BIRTHDAYS_KNOWN, DRIFT, FAMILY, PARTNERED, SHARED_FRIENDS, known};
use crate::chance::Chance;
use crate::life::{Person, Role};

/// Beyond every life.
const ALWAYS: i64 = i64::MAX;

/// Fills a life with people; losses take some of them away later.
pub(crate) fn meet(making: &mut Making, chance: &mut Chance) {
    let (first, last) = (making.first, making.last);
    let partnered = chance.odds(PARTNERED.0);
    let from = if partnered { first } else { first + (chance.waiting(PARTNERED.1) * YEAR) as i64 };
    if from < last - 2 * YEAR as i64 {
        new_partner(making, chance, from);
        for _ in 0..chance.whole((0, 3)) {
            let born = from + chance.whole((-2_000, 3_500));
            add(making, chance, Role::Child, born, ALWAYS, None);
        }
    }
    for (role, count) in [(Role::Parent, FAMILY[0]), (Role::Sibling, FAMILY[1])] {
        for _ in 0..chance.whole(count) {
            add(making, chance, role, first, ALWAYS, None);
        }
    }
    circle(making, chance, Role::Friend, FAMILY[3], DRIFT.0);
    circle(making, chance, Role::Colleague, FAMILY[4], DRIFT.1);
}

/// A partner from that day on, and the family that comes with them.
pub(crate) fn new_partner(making: &mut Making, chance: &mut Chance, from: i64) {
    let partner = add(making, chance, Role::Partner, from, ALWAYS, None);
    for _ in 0..chance.whole(FAMILY[2]) {
        let met = from + chance.whole((60, 500));
        add(making, chance, Role::InLaw, met, ALWAYS, Some(partner));
    }
}

/// People who come and drift away again, so many at a time, for so many years on average.
fn circle(making: &mut Making, chance: &mut Chance, role: Role, count: (i64, i64), years: f64) {
    for _ in 0..chance.whole(count) {
        let mut from = making.first;
        while from < making.last {
            let until = from + 60 + (chance.waiting(years) * YEAR) as i64;
            let partner = making.around(from).find(|person| person.role == Role::Partner).map(|person| person.id);
            let through = partner.filter(|_| role == Role::Friend && chance.odds(SHARED_FRIENDS));
            add(making, chance, role, from, until, through);
            from = until + chance.whole((10, 400));
        }
    }
}

fn add(
    making: &mut Making,
    chance: &mut Chance,
    role: Role,
    from: i64,
    until: i64,
    through: Option<PersonId>,
) -> PersonId {
    let id = PersonId(making.people.len() as i64);
    let close = matches!(role, Role::Partner | Role::Child | Role::Parent | Role::Sibling);
    let birthday = chance.odds(if close { BIRTHDAYS_KNOWN.0 } else { BIRTHDAYS_KNOWN.1 });
    let day = chance.whole((1, 12)) * 100 + chance.whole((1, 28));
    making.people.push(Person {
        id,
        role,
        from,
        until,
        seldom_from: ALWAYS,
        closeness: chance.skewed(1.0, 0.4).min(1.6),
        known: chance.odds(known(role)),
        birthday: birthday.then_some(day),
        through,
    });
    id
}
