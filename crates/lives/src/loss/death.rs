//! Somebody died.

use model::PersonId;

use super::{Trace, anniversaries, grief, somebody, trace};
use crate::assumptions::{TENDER_TAKEN, WHO_DIES};
use crate::chance::Chance;
use crate::life::{Loss, LossKind, Role, SpotKind, Way};
use crate::living::Making;
use crate::living::places::first_of;
use crate::living::words::Scene;

pub(super) fn befall(making: &mut Making, chance: &mut Chance, day: i64) -> Option<Loss> {
    let role = WHO_DIES[chance.weighed(&WHO_DIES.map(|(_, share)| share))].0;
    let person = somebody(making, chance, role, day).or_else(|| somebody(making, chance, Role::Parent, day))?;
    // Half of the deaths come after an illness that was known.
    let from = if chance.odds(0.5) { day - chance.whole((20, 200)) } else { day };
    let gone = &mut making.people[person.0 as usize];
    gone.until = day;
    let birthday = gone.birthday;
    let returning = birthday.and_then(|date| on(day, date)).into_iter().collect();
    let theirs = first_of(making, SpotKind::TheirHome(person));
    let spots = [theirs, first_of(making, SpotKind::Hospital), first_of(making, SpotKind::Cemetery)];
    Some(Loss {
        kind: LossKind::Death,
        day,
        from,
        until: day + 30,
        person: Some(person),
        returning,
        spots: spots.into_iter().flatten().collect(),
        grief: grief(chance, LossKind::Death),
    })
}

pub(super) fn leave_traces(making: &mut Making, chance: &mut Chance, loss: usize) {
    let Loss { day, from, person, ref returning, .. } = making.losses[loss];
    let returning = returning.clone();
    let Some(person) = person else { return };
    let family = family(making, day);
    let hospital = first_of(making, SpotKind::Hospital).unwrap_or(model::PlaceId(0));
    let cemetery = first_of(making, SpotKind::Cemetery).unwrap_or(model::PlaceId(0));
    let home = first_of(making, SpotKind::TheirHome(person)).or(first_of(making, SpotKind::Home));
    let home = home.unwrap_or(model::PlaceId(0));
    if from < day && chance.odds(TENDER_TAKEN) {
        for _ in 0..chance.whole((1, 5)) {
            let day = chance.whole((from, day - 1));
            let there = vec![person];
            trace(making, chance, Trace { loss, day, way: Way::Event, scene: Scene::Ward, spot: hospital, there });
        }
    }
    if chance.odds(TENDER_TAKEN * 0.7) {
        let day = day + chance.whole((2, 10));
        trace(
            making,
            chance,
            Trace { loss, day, way: Way::Event, scene: Scene::Funeral, spot: cemetery, there: family.clone() },
        );
    }
    for _ in 0..chance.whole((0, 3)) {
        let day = day + chance.whole((1, 120));
        trace(making, chance, Trace { loss, day, way: Way::Thing, scene: Scene::Unsaid, spot: home, there: vec![] });
    }
    let days =
        anniversaries(making, day).into_iter().chain(returning.iter().flat_map(|day| anniversaries(making, *day)));
    for day in days.collect::<Vec<_>>() {
        if chance.odds(0.25) {
            let there = Vec::new();
            trace(making, chance, Trace { loss, day, way: Way::Thing, scene: Scene::Grave, spot: cemetery, there });
        }
    }
}

/// The owner's family on that day.
fn family(making: &Making, day: i64) -> Vec<PersonId> {
    let close = |role| matches!(role, Role::Partner | Role::Child | Role::Parent | Role::Sibling);
    making.around(day + 1).filter(|person| close(person.role)).map(|person| person.id).collect()
}

/// That month × 100 + day in the year of a day.
fn on(day: i64, date: i64) -> Option<i64> {
    let year = model::day_from_number(day)?.year();
    let date = jiff::civil::Date::new(year, (date / 100) as i8, (date % 100) as i8).ok()?;
    Some(model::day_number(date))
}
