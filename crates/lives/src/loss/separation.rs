//! A couple parted. The pictures stay, and so do the places, the friends of both and the other's family.

use super::{Trace, grief, somebody, trace};
use crate::assumptions::STILL_SEEN;
use crate::chance::Chance;
use crate::life::{Loss, LossKind, Role, SpotKind, Way};
use crate::living::people::new_partner;
use crate::living::places::first_of;
use crate::living::words::Scene;
use crate::living::{Making, YEAR};

/// Parts of the other's family, and of the friends who came with them, who are not seen again. Assumed.
const GONE_WITH_THEM: f64 = 0.7;
/// Years until there is somebody else, on average, and whether there will be. Assumed.
const SOMEBODY_ELSE: (f64, f64) = (3.0, 0.6);

pub(super) fn befall(making: &mut Making, chance: &mut Chance, day: i64) -> Option<Loss> {
    let person = somebody(making, chance, Role::Partner, day)?;
    let children = making.around(day).any(|other| other.role == Role::Child);
    if children && chance.odds(STILL_SEEN) {
        making.people[person.0 as usize].seldom_from = day;
    } else {
        making.people[person.0 as usize].until = day;
    }
    for other in making.people.iter_mut().filter(|other| other.through == Some(person) && other.until > day) {
        if other.from >= day {
            other.until = other.from;
        } else if chance.odds(GONE_WITH_THEM) {
            other.until = day;
        }
    }
    if chance.odds(SOMEBODY_ELSE.1) {
        let from = day + 90 + (chance.waiting(SOMEBODY_ELSE.0) * YEAR) as i64;
        new_partner(making, chance, from);
    }
    let haunts: Vec<_> =
        making.spots.iter().filter(|spot| spot.kind == SpotKind::Haunt).map(|spot| spot.id).take(6).collect();
    let spots = if haunts.is_empty() { vec![] } else { vec![*chance.pick(&haunts), *chance.pick(&haunts)] };
    let wedding = chance.odds(0.5).then(|| day - chance.whole((366, 3_000)));
    Some(Loss {
        kind: LossKind::Separation,
        day,
        from: day - 60,
        until: day + 60,
        person: Some(person),
        returning: wedding.into_iter().collect(),
        spots,
        grief: grief(chance, LossKind::Separation),
    })
}

pub(super) fn leave_traces(making: &mut Making, chance: &mut Chance, loss: usize) {
    let Loss { day, person, .. } = making.losses[loss];
    let home = first_of(making, SpotKind::Home).unwrap_or(model::PlaceId(0));
    if chance.odds(0.3) {
        let there = person.into_iter().collect();
        let day = day - chance.whole((0, 5));
        trace(making, chance, Trace { loss, day, way: Way::Event, scene: Scene::Unsaid, spot: home, there });
    }
    for _ in 0..chance.whole((0, 4)) {
        let day = day + chance.whole((1, 90));
        trace(making, chance, Trace { loss, day, way: Way::Thing, scene: Scene::Unsaid, spot: home, there: vec![] });
    }
}
