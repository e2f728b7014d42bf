//! An illness, of the owner or of somebody close, that was got over or is lived with.

use super::{Trace, grief, somebody, trace};
use crate::assumptions::TENDER_TAKEN;
use crate::chance::Chance;
use crate::life::{Loss, LossKind, Role, SpotKind, Way};
use crate::living::Making;
use crate::living::places::first_of;
use crate::living::words::Scene;

pub(super) fn befall(making: &mut Making, chance: &mut Chance, day: i64) -> Loss {
    let role = *chance.pick(&[Role::Partner, Role::Child, Role::Parent]);
    // Half of the time it is the owner, who holds the camera and is in no list of faces here.
    let person = if chance.odds(0.5) { None } else { somebody(making, chance, role, day) };
    Loss {
        kind: LossKind::Illness,
        day,
        from: day,
        until: day + chance.whole((40, 500)),
        person,
        returning: vec![],
        spots: first_of(making, SpotKind::Hospital).into_iter().collect(),
        grief: grief(chance, LossKind::Illness),
    }
}

pub(super) fn leave_traces(making: &mut Making, chance: &mut Chance, loss: usize) {
    let Loss { day, until, person, .. } = making.losses[loss];
    let hospital = first_of(making, SpotKind::Hospital).unwrap_or(model::PlaceId(0));
    if !chance.odds(TENDER_TAKEN) {
        return;
    }
    for _ in 0..chance.whole((1, 7)) {
        let day = chance.whole((day, until));
        let way = if chance.odds(0.6) { Way::Event } else { Way::Thing };
        let scene = if chance.odds(0.4) { Scene::Treatment } else { Scene::Ward };
        let there = person.into_iter().collect();
        trace(making, chance, Trace { loss, day, way, scene, spot: hospital, there });
    }
}
