//! Something else: a fire, an accident, a falling-out with a friend or in the family.

use super::{Trace, grief, somebody, trace};
use crate::assumptions::TENDER_TAKEN;
use crate::chance::Chance;
use crate::life::{Loss, LossKind, Role, SpotKind, Way};
use crate::living::Making;
use crate::living::words::Scene;

pub(super) fn befall(making: &mut Making, chance: &mut Chance, day: i64) -> Loss {
    let role = if chance.odds(0.7) { Role::Friend } else { Role::Sibling };
    let person = if chance.odds(0.5) { somebody(making, chance, role, day) } else { None };
    if let Some(person) = person {
        making.people[person.0 as usize].until = day;
    }
    let haunts: Vec<_> = making.spots.iter().filter(|spot| spot.kind == SpotKind::Haunt).map(|spot| spot.id).collect();
    Loss {
        kind: LossKind::Other,
        day,
        from: day,
        until: day + chance.whole((3, 60)),
        person,
        returning: vec![],
        spots: if haunts.is_empty() { vec![] } else { vec![*chance.pick(&haunts)] },
        grief: grief(chance, LossKind::Other),
    }
}

pub(super) fn leave_traces(making: &mut Making, chance: &mut Chance, loss: usize) {
    let Loss { day, until, person, ref spots, .. } = making.losses[loss];
    let spot = spots.first().copied().unwrap_or(model::PlaceId(0));
    if person.is_some() || !chance.odds(TENDER_TAKEN) {
        return;
    }
    for _ in 0..chance.whole((1, 3)) {
        let day = day + chance.whole((0, 1));
        trace(making, chance, Trace { loss, day, way: Way::Event, scene: Scene::Accident, spot, there: vec![] });
    }
    for _ in 0..chance.whole((0, 3)) {
        let day = chance.whole((day + 1, until));
        trace(making, chance, Trace { loss, day, way: Way::Thing, scene: Scene::Unsaid, spot, there: vec![] });
    }
}
