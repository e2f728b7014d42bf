//! What a life loses: who is gone from then on, which pictures it leaves, and what in other pictures touches it.
//!
//! A kind of loss is a file here with two functions: `befall` decides what happens and takes people out of the days to
//! come; `leave_traces` adds the pictures that exist because of it.

mod death;
mod illness;
mod other;
mod pregnancy;
mod separation;
pub(crate) mod ties;

use model::{PersonId, PlaceId};

use crate::assumptions::{KINDS, LOSSES, MEANS, MEANS_SOMETHING, TENDER_WORDS, courses};
use crate::chance::Chance;
use crate::life::{Grief, LossKind, MomentKind, Role, Tie, Way};
use crate::living::words::{Scene, tender};
use crate::living::{Draft, Making, Shot};

/// Days between two losses, at least: two at once would be one.
const APART: i64 = 120;
/// Days at the beginning and the end of a life without one, so that each has a before and an after in pictures.
const MARGIN: i64 = 400;

/// Decides what is lost, before the days are lived.
pub(crate) fn befall(making: &mut Making, chance: &mut Chance) {
    let mut days: Vec<i64> = Vec::new();
    for _ in 0..chance.weighed(&LOSSES) {
        let day = chance.whole((making.first + MARGIN, making.last - MARGIN));
        if days.iter().all(|other| (other - day).abs() >= APART) {
            days.push(day);
        }
    }
    days.sort_unstable();
    for day in days {
        let kind = LossKind::ALL[chance.weighed(&KINDS)];
        let befallen = match kind {
            LossKind::Death => death::befall(making, chance, day),
            LossKind::Pregnancy => Some(pregnancy::befall(making, chance, day)),
            LossKind::Separation => separation::befall(making, chance, day),
            LossKind::Illness => Some(illness::befall(making, chance, day)),
            LossKind::Other => Some(other::befall(making, chance, day)),
        };
        // Who has nobody to part from meets one of the other things.
        let loss = match befallen {
            Some(loss) => loss,
            None => other::befall(making, chance, day),
        };
        making.losses.push(loss);
    }
}

/// Adds the pictures that the losses leave, after the days are lived.
pub(crate) fn leave_traces(making: &mut Making, chance: &mut Chance) {
    for loss in 0..making.losses.len() {
        match making.losses[loss].kind {
            LossKind::Death => death::leave_traces(making, chance, loss),
            LossKind::Pregnancy => pregnancy::leave_traces(making, chance, loss),
            LossKind::Separation => separation::leave_traces(making, chance, loss),
            LossKind::Illness => illness::leave_traces(making, chance, loss),
            LossKind::Other => other::leave_traces(making, chance, loss),
        }
    }
}

/// How this loss will hurt this owner.
fn grief(chance: &mut Chance, kind: LossKind) -> Grief {
    let courses = courses(kind);
    let half_life = courses[chance.weighed(&courses.map(|(share, _)| share))].1;
    let sense = MEANS_SOMETHING.map(|part| if chance.odds(part) { chance.range(MEANS) } else { 0.0 });
    Grief { half_life, sense }
}

/// Somebody of that role who is there on that day, and has been for a year.
fn somebody(making: &Making, chance: &mut Chance, role: Role, day: i64) -> Option<PersonId> {
    let fits =
        |id: &PersonId| making.people[id.0 as usize].from < day - 365 && day < making.people[id.0 as usize].seldom_from;
    let there: Vec<PersonId> =
        making.around(day).filter(|person| person.role == role).map(|person| person.id).filter(fits).collect();
    (!there.is_empty()).then(|| *chance.pick(&there))
}

/// Pictures that a loss leaves.
struct Trace {
    loss: usize,
    day: i64,
    way: Way,
    scene: Scene,
    spot: PlaceId,
    /// Who was there, and may be in the picture.
    there: Vec<PersonId>,
}

fn trace(making: &mut Making, chance: &mut Chance, trace: Trace) {
    let Trace { loss, day, way, scene, spot, there } = trace;
    if !(making.first..=making.last).contains(&day) {
        return;
    }
    let there: Vec<PersonId> = there
        .into_iter()
        .filter(|id| making.people[id.0 as usize].from <= day && day <= making.people[id.0 as usize].until)
        .collect();
    let count = crate::living::days::how_many(chance, MomentKind::Tender);
    let tie = Tie { loss, way };
    let photos =
        (0..count).map(|_| Shot { with: crate::living::days::in_picture(chance, &there), ties: vec![tie] }).collect();
    let words: &[&str] = if chance.odds(TENDER_WORDS) { tender(scene, making.language) } else { &[] };
    let minute = chance.whole((8 * 60, 20 * 60));
    making.drafts.push(Draft { day, minute, kind: MomentKind::Tender, spot, there, photos, words });
}

/// The anniversaries of a day within a life.
fn anniversaries(making: &Making, day: i64) -> Vec<i64> {
    (1..25).map(|years| day + (f64::from(years) * 365.25) as i64).take_while(|day| *day <= making.last).collect()
}
