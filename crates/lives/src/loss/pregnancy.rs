//! A pregnancy ended. There is no face; there are a test, a scan, a room that was painted.

use super::{Trace, grief, trace};
use crate::assumptions::TENDER_TAKEN;
use crate::chance::Chance;
use crate::life::{Loss, LossKind, SpotKind, Way};
use crate::living::Making;
use crate::living::places::first_of;
use crate::living::words::Scene;

/// Weeks at which it ended, and shares. Gold 2010: of pregnancies 16 % end before the 20th week and 2 % after it; that most of the
/// first are before the 13th is textbook knowledge.
const WEEKS: [((i64, i64), f64); 3] = [((6, 12), 0.74), ((13, 19), 0.15), ((20, 38), 0.11)];
/// Weeks after which it is known.
const KNOWN: i64 = 5;
/// Weeks of a whole pregnancy.
const WHOLE: i64 = 40;

pub(super) fn befall(making: &mut Making, chance: &mut Chance, day: i64) -> Loss {
    let (weeks, _) = WEEKS[chance.weighed(&WEEKS.map(|(_, share)| share))];
    let weeks = chance.whole(weeks);
    Loss {
        kind: LossKind::Pregnancy,
        day,
        from: day - (weeks - KNOWN) * 7,
        until: day + 30,
        person: None,
        returning: vec![day + (WHOLE - weeks) * 7],
        spots: first_of(making, SpotKind::Hospital).into_iter().collect(),
        grief: grief(chance, LossKind::Pregnancy),
    }
}

pub(super) fn leave_traces(making: &mut Making, chance: &mut Chance, loss: usize) {
    let Loss { day, from, ref returning, .. } = making.losses[loss];
    let due = returning.first().copied().unwrap_or(day);
    let late = day - from > 14 * 7;
    let hospital = first_of(making, SpotKind::Hospital).unwrap_or(model::PlaceId(0));
    let home = first_of(making, SpotKind::Home).unwrap_or(model::PlaceId(0));
    let mut add = |chance: &mut Chance, day, way, scene| {
        let spot = if matches!(scene, Scene::Ward | Scene::Scan) { hospital } else { home };
        trace(making, chance, Trace { loss, day, way, scene, spot, there: vec![] });
    };
    if chance.odds(0.5) {
        add(chance, from + 1, Way::Thing, Scene::Unsaid);
    }
    for week in (1..=(day - from) / 7).filter(|week| week % 5 == 2) {
        if chance.odds(0.5) {
            add(chance, from + week * 7, Way::Thing, Scene::Scan);
        }
    }
    if late {
        for _ in 0..chance.whole((1, 6)) {
            let day = chance.whole((from + 60, day - 1));
            add(chance, day, Way::Thing, Scene::Unsaid);
        }
    }
    if chance.odds(if late { TENDER_TAKEN } else { TENDER_TAKEN * 0.35 }) {
        let day = day + chance.whole((0, 2));
        add(chance, day, Way::Event, Scene::Ward);
    }
    for day in (1..20).flat_map(|years| [day, due].map(|day| day + years * 1_461 / 4)) {
        if chance.odds(0.2) {
            add(chance, day, Way::Thing, Scene::Unsaid);
        }
    }
}
