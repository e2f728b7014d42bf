//! What in ordinary pictures touches a loss: the face, the place, the people who belong to it, the time right before.

use model::PersonId;

use crate::assumptions::THEIR_THINGS;
use crate::chance::Chance;
use crate::life::{Loss, LossKind, MomentKind, Person, Role, Tie, Way};
use crate::living::{Draft, Making};

/// Days before a loss that nobody saw coming which are "the time right before". Assumed.
const EVE: i64 = 30;
/// Days after a pregnancy loss in which other people's children are echoes of it, and how often somebody has one with them
/// at a party or on an outing with friends. Assumed; Andalibi 2021 tells of announcements and birth pictures.
const ECHOES: (i64, f64) = (1_000, 0.12);
/// How often a picture of the owner's own illness shows it without anybody being found in it. Assumed.
const LOOKS_ILL: f64 = 0.15;

/// Ties every ordinary photo to the losses that it touches.
pub(crate) fn tie(making: &mut Making) {
    let Making { seed, people, losses, drafts, .. } = making;
    for (at, draft) in drafts.iter_mut().enumerate().filter(|(_, draft)| draft.kind != MomentKind::Tender) {
        let mut photos = std::mem::take(&mut draft.photos);
        for (index, loss) in losses.iter().enumerate() {
            let mut chance = Chance::of(&[*seed, 0x7135, at as u64, index as u64]);
            let around = around(loss, people, draft, &mut chance);
            for shot in &mut photos {
                let way = in_picture(loss, people, draft, &shot.with, &mut chance).or(around);
                shot.ties.extend(way.map(|way| Tie { loss: index, way }));
            }
        }
        draft.photos = photos;
    }
}

/// How one picture of a moment touches a loss by whom it shows.
fn in_picture(loss: &Loss, people: &[Person], draft: &Draft, with: &[PersonId], chance: &mut Chance) -> Option<Way> {
    let lost = loss.person.filter(|_| loss.kind != LossKind::Illness || during(loss, draft));
    if lost.is_some_and(|lost| with.contains(&lost)) {
        return Some(Way::Face);
    }
    let own_illness = loss.kind == LossKind::Illness && loss.person.is_none() && during(loss, draft);
    if own_illness && draft.kind != MomentKind::Things && chance.odds(LOOKS_ILL) {
        return Some(Way::There);
    }
    if with.is_empty() && lost.is_some_and(|lost| shows_their_things(&people[lost.0 as usize], loss, draft, chance)) {
        return Some(Way::Thing);
    }
    let belongs = |person: &Person| loss.person.is_some() && person.through == loss.person;
    let companion = loss.kind != LossKind::Illness && with.iter().any(|id| belongs(&people[id.0 as usize]));
    (companion && lost.is_some_and(|lost| !draft.there.contains(&lost))).then_some(Way::Companion)
}

/// Whether a picture of nobody shows something of somebody's.
fn shows_their_things(lost: &Person, loss: &Loss, draft: &Draft, chance: &mut Chance) -> bool {
    let household = matches!(lost.role, Role::Partner | Role::Child);
    let often = if household { THEIR_THINGS.0 } else { THEIR_THINGS.1 };
    let at_home = matches!(draft.kind, MomentKind::Home | MomentKind::Things);
    let then = (lost.from..loss.day).contains(&draft.day) && loss.kind != LossKind::Illness;
    at_home && then && chance.odds(often)
}

/// How a moment as a whole touches a loss, for the pictures that do not by whom they show.
fn around(loss: &Loss, people: &[Person], draft: &Draft, chance: &mut Chance) -> Option<Way> {
    let there = |id: &PersonId| draft.there.contains(id);
    if loss.person.as_ref().is_some_and(there) && (loss.kind != LossKind::Illness || during(loss, draft)) {
        return Some(Way::There);
    }
    let lived = matches!(draft.kind, MomentKind::Home | MomentKind::Outing | MomentKind::Party | MomentKind::Trip);
    let before = if loss.kind == LossKind::Pregnancy { loss.from } else { loss.day - EVE };
    if lived && (before..loss.day).contains(&draft.day) {
        return Some(Way::Eve);
    }
    if loss.spots.contains(&draft.spot) {
        return Some(Way::Place);
    }
    let met = matches!(draft.kind, MomentKind::Outing | MomentKind::Party);
    let friends = || draft.there.iter().any(|id| people[id.0 as usize].role == Role::Friend);
    let echo = loss.kind == LossKind::Pregnancy && met && (loss.from..loss.day + ECHOES.0).contains(&draft.day);
    (echo && friends() && chance.odds(ECHOES.1)).then_some(Way::Echo)
}

fn during(loss: &Loss, draft: &Draft) -> bool {
    (loss.from..=loss.until).contains(&draft.day)
}
