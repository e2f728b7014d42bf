//! The ordinary days of a life: home, outings, feasts, journeys.

use model::{PersonId, PlaceId};

use super::places::{Places, far};
use super::{Draft, Making, Shot, YEAR, month_day, words};
use crate::assumptions::{
    BIRTHDAY_PARTIES, EVERYDAY, FEASTS, IN_AN_ALBUM, IN_PICTURE, JOURNEY_DAYS, JOURNEYS_A_YEAR, MOMENTS_A_YEAR,
    MOMENTS_SPREAD, PHOTOS_A_MOMENT, there,
};
use crate::chance::Chance;
use crate::life::{MomentKind, Role};

/// A memory could pick no more of a moment than this: eight, and four to stand in.
const MOST: usize = memories::MOST_PHOTOS + 4;
/// Weekends are photographed more, in proportion.
const WEEKEND: (f64, f64) = (2.0, 0.6);
/// Somebody who is seen only now and then is there this much less.
const SELDOM: f64 = 0.04;

struct Journey {
    from: i64,
    until: i64,
    spot: PlaceId,
    with: Vec<PersonId>,
}

/// Lives through all days and takes the pictures of what has nothing to do with a loss.
pub(crate) fn live_through(making: &mut Making, chance: &mut Chance, places: &Places) {
    let everyday = chance.skewed(MOMENTS_A_YEAR, MOMENTS_SPREAD) * 0.75 / YEAR;
    let journeys = plan_journeys(making, chance);
    for day in making.first..=making.last {
        if let Some(journey) = journeys.iter().find(|journey| (journey.from..journey.until).contains(&day)) {
            for probability in [0.75, 0.3] {
                if chance.odds(probability) {
                    let with = journey.with.clone();
                    take(making, chance, day, MomentKind::Trip, journey.spot, with);
                }
            }
            continue;
        }
        if celebrates(making, chance, day) {
            meet(making, chance, places, day, MomentKind::Party);
        }
        // 1970-01-01 was a Thursday.
        let weekend = matches!((day + 3).rem_euclid(7), 5 | 6);
        if chance.odds(everyday * if weekend { WEEKEND.0 } else { WEEKEND.1 }) {
            let kind = EVERYDAY[chance.weighed(&EVERYDAY.map(|(_, share)| share))].0;
            meet(making, chance, places, day, kind);
        }
    }
}

fn plan_journeys(making: &mut Making, chance: &mut Chance) -> Vec<Journey> {
    let mut journeys = Vec::new();
    let mut day = making.first;
    loop {
        day += (chance.waiting(1.0 / JOURNEYS_A_YEAR) * YEAR) as i64 + 5;
        if day >= making.last {
            return journeys;
        }
        let until = day + chance.whole(JOURNEY_DAYS);
        let spot = far(making, chance);
        let with = company(making, chance, day, MomentKind::Trip);
        // Nobody is on a journey on the day after they were lost.
        let until = with.iter().map(|id| making.people[id.0 as usize].until).fold(until, i64::min);
        journeys.push(Journey { from: day, until, spot, with });
        day = until;
    }
}

/// Whether something is celebrated that day: a feast, a birthday, or anything else now and then.
fn celebrates(making: &Making, chance: &mut Chance, day: i64) -> bool {
    let date = month_day(day);
    let feast = FEASTS.iter().any(|(on, often)| *on == date && chance.odds(*often));
    let birthday = making.around(day).any(|person| {
        let household = matches!(person.role, Role::Partner | Role::Child);
        let often = if household { BIRTHDAY_PARTIES.0 } else { BIRTHDAY_PARTIES.1 };
        let theirs = person.birthday == Some(date) && day < person.seldom_from;
        theirs && !matches!(person.role, Role::Colleague) && chance.odds(often)
    });
    feast || birthday || chance.odds(4.0 / YEAR)
}

fn meet(making: &mut Making, chance: &mut Chance, places: &Places, day: i64, kind: MomentKind) {
    let with = company(making, chance, day, kind);
    let spot = places.choose(chance, kind, day, &with);
    take(making, chance, day, kind, spot, with);
}

fn company(making: &Making, chance: &mut Chance, day: i64, kind: MomentKind) -> Vec<PersonId> {
    let mut with = Vec::new();
    for person in making.around(day) {
        let seldom = if day >= person.seldom_from { SELDOM } else { 1.0 };
        if chance.odds((there(kind, person.role) * person.closeness * seldom).min(0.95)) {
            with.push(person.id);
        }
    }
    with
}

fn take(making: &mut Making, chance: &mut Chance, day: i64, kind: MomentKind, spot: PlaceId, there: Vec<PersonId>) {
    let count = how_many(chance, kind);
    let shots = (0..count).map(|_| Shot { with: in_picture(chance, &there), ties: Vec::new() }).collect();
    let album = matches!(kind, MomentKind::Trip | MomentKind::Party) && chance.odds(IN_AN_ALBUM);
    let words: &[&str] = if album { words::album(kind) } else { &[] };
    let minute = chance.whole((9 * 60, 21 * 60));
    making.drafts.push(Draft { day, minute, kind, spot, there, photos: shots, words });
}

/// How many photos a moment of a kind has, of those that a memory could pick.
pub(crate) fn how_many(chance: &mut Chance, kind: MomentKind) -> usize {
    let mean = PHOTOS_A_MOMENT.iter().find(|(of, _)| *of == kind).map_or(1.0, |(_, mean)| *mean);
    (1 + chance.waiting((mean - 1.0).max(0.01)).round() as usize).min(MOST)
}

/// Who of those who are there is in one picture.
pub(crate) fn in_picture(chance: &mut Chance, there: &[PersonId]) -> Vec<PersonId> {
    there.iter().copied().filter(|_| chance.odds(IN_PICTURE)).collect()
}
