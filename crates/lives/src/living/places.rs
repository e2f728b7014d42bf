//! Where a life happens.

use model::{PersonId, PlaceId, Position};

use super::{Making, YEAR};
use crate::assumptions::HOME_YEARS;
use crate::chance::Chance;
use crate::life::{MomentKind, Role, Spot, SpotKind};

/// Somewhere in the middle of a continent, so that nothing crosses a pole or the date line.
const TOWN: (f64, f64) = (47.5, 9.5);
/// Haunts of an owner.
const HAUNTS: i64 = 12;

/// Homes, each with the day on which the owner moved in, and the other places of a life.
pub(crate) struct Places {
    homes: Vec<(i64, PlaceId)>,
    haunts: Vec<PlaceId>,
    theirs: Vec<(PersonId, PlaceId)>,
    work: PlaceId,
}

pub(crate) fn settle(making: &mut Making, chance: &mut Chance) -> Places {
    let mut homes = Vec::new();
    let mut from = making.first;
    while from < making.last {
        homes.push((from, near(making, chance, SpotKind::Home)));
        from += 300 + (chance.waiting(HOME_YEARS) * YEAR) as i64;
    }
    let haunts = (0..HAUNTS).map(|_| near(making, chance, SpotKind::Haunt)).collect();
    let hosts: Vec<PersonId> = making
        .people
        .iter()
        .filter(|person| matches!(person.role, Role::Parent | Role::Friend | Role::Sibling | Role::InLaw))
        .map(|person| person.id)
        .collect();
    let theirs = hosts.into_iter().map(|host| (host, near(making, chance, SpotKind::TheirHome(host)))).collect();
    near(making, chance, SpotKind::Hospital);
    near(making, chance, SpotKind::Hospital);
    near(making, chance, SpotKind::Cemetery);
    let work = near(making, chance, SpotKind::Work);
    Places { homes, haunts, theirs, work }
}

impl Places {
    /// Where the owner lives on a day.
    pub(crate) fn home(&self, day: i64) -> PlaceId {
        let lives = self.homes.iter().rev().find(|(from, _)| *from <= day);
        lives.or(self.homes.first()).map_or(PlaceId(0), |(_, spot)| *spot)
    }

    /// Where a moment of that kind is, with those people.
    pub(crate) fn choose(&self, chance: &mut Chance, kind: MomentKind, day: i64, there: &[PersonId]) -> PlaceId {
        let host = self.theirs.iter().find(|(host, _)| there.contains(host)).map(|(_, spot)| *spot);
        match kind {
            MomentKind::Work => self.work,
            MomentKind::Outing if chance.odds(0.15) => host.unwrap_or(*chance.pick(&self.haunts)),
            // People have favourites: the first haunts are visited far more often than the last.
            MomentKind::Outing => self.haunts[((chance.part().powi(2)) * self.haunts.len() as f64) as usize],
            MomentKind::Party if chance.odds(0.5) => host.unwrap_or(self.home(day)),
            MomentKind::Things if chance.odds(0.4) => *chance.pick(&self.haunts),
            _ => self.home(day),
        }
    }
}

/// A new place in or around the town.
pub(crate) fn near(making: &mut Making, chance: &mut Chance, kind: SpotKind) -> PlaceId {
    let (north, east) = (chance.range((-0.12, 0.12)), chance.range((-0.18, 0.18)));
    put(making, TOWN.0 + north, TOWN.1 + east, kind)
}

/// A new place a journey away.
pub(crate) fn far(making: &mut Making, chance: &mut Chance) -> PlaceId {
    let (latitude, longitude) = (chance.range((30.0, 60.0)), chance.range((-20.0, 40.0)));
    put(making, latitude, longitude, SpotKind::Away)
}

/// The first place of a kind.
pub(crate) fn first_of(making: &Making, kind: SpotKind) -> Option<PlaceId> {
    making.spots.iter().find(|spot| spot.kind == kind).map(|spot| spot.id)
}

fn put(making: &mut Making, latitude: f64, longitude: f64, kind: SpotKind) -> PlaceId {
    let id = PlaceId(making.spots.len() as i64);
    making.spots.push(Spot { id, position: Position { latitude, longitude }, kind });
    id
}
