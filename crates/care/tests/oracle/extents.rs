//! How far losses reach, read anew from the parts of the README of care and from what was put in.

use std::mem::discriminant;

use care::{Chosen, Kind, Loss, LossPlace, Part, PartOf, Want, What};
use jiff::ToSpan;
use jiff::civil::Date;
use model::{PersonId, Position};

use super::rules::{Known, Reading};

const MINUTES_OF_A_DAY: i64 = 24 * 60;

/// What the parts of all losses that reach a photo want for it on a day. `sight`: with the sight of people without whom days come.
pub(crate) fn wants_of_parts(reading: &Reading, known: &Known, on: Date, sight: bool) -> Vec<Want> {
    let mut wants = Vec::new();
    for loss in &reading.losses {
        for (at, part) in loss.parts.iter().enumerate() {
            // Of a part that was said twice, the last word counts; one whose time has come counts no more.
            let said_again = loss.parts[at + 1..].iter().any(|later| discriminant(&later.of) == discriminant(&part.of));
            let over = part.until.is_some_and(|first| first <= on);
            // From then on what was said for then counts, where anything was.
            let wanted = if over { part.then } else { Some(part.want) };
            let spared = !sight && loss.without_them && part.of == PartOf::People;
            if !said_again && !spared && is_reached(reading, loss, part, known) {
                wants.extend(wanted);
            }
        }
    }
    wants
}

/// Whether a part of a loss reaches a photo. What was taken out by hand is in no part.
pub(crate) fn is_reached(reading: &Reading, loss: &Loss, part: &Part, known: &Known) -> bool {
    !is_among(&loss.taken_out, known) && lies_in(reading, loss, part.of, known)
}

fn lies_in(reading: &Reading, loss: &Loss, part: PartOf, known: &Known) -> bool {
    let is_of = |other: &Known, people: &[PersonId]| other.people.iter().any(|person| people.contains(person));
    match part {
        PartOf::TheDay { before, after } => {
            let happened = loss.days.iter().filter(|day| day.what == What::TheDay);
            happened.filter_map(|day| day.date).any(|day| lies_around(known.day, day, Some(day), (before, after)))
        }
        PartOf::Periods { before, after } => is_in_a_period(loss, (before, after), known.day),
        // An illness of somebody who lives is of its own time.
        PartOf::People => is_of(known, &loss.people) && (loss.kind != Kind::Illness || was_then(loss, known.day)),
        PartOf::SameMoment => reading.photos_of(known.moment).any(|other| {
            loss.examples.contains(&other.photo) || (is_of(other, &loss.people) && was_then(loss, other.day))
        }),
        PartOf::Places { always } => {
            let there = |place: &LossPlace| match place {
                LossPlace::Around { point, metres } => {
                    known.position.is_some_and(|position| metres_apart(position, *point) <= f64::from(*metres))
                }
                LossPlace::Town(_) => unimplemented!("no town is said in these tests"),
            };
            loss.places.iter().any(there) && (always || was_then(loss, known.day))
        }
        PartOf::Companions => is_of(known, &loss.companions) && was_then(loss, known.day),
        PartOf::Words => loss
            .tags
            .iter()
            .any(|tag| tag.to_lowercase().split(' ').all(|word| known.words.iter().any(|own| own == word))),
        PartOf::Alike => loss.examples.iter().any(|example| is_like(known, reading.known(*example))),
        PartOf::Chosen => is_among(&loss.taken_in, known),
    }
}

/// The same moment; the same look within two months; the same place, a house and its garden, within two days.
fn is_like(one: &Known, example: &Known) -> bool {
    let day = |known: &Known| i64::from((known.day - Date::new(2000, 1, 1).unwrap()).get_days());
    let minutes = |known: &Known| day(known) * MINUTES_OF_A_DAY + known.minute;
    let within = |days: i64| (minutes(one) - minutes(example)).abs() <= days * MINUTES_OF_A_DAY;
    let looks = (0..64).filter(|bit| (one.look >> bit) & 1 != (example.look >> bit) & 1).count() <= 10;
    let place = one.position.zip(example.position).is_some_and(|(a, b)| metres_apart(a, b) <= 200.0);
    one.moment == example.moment || (looks && within(60)) || (place && within(2))
}

/// Whether a day lies in a period of a loss, which is as wide as the part of that name makes it.
fn was_then(loss: &Loss, day: Date) -> bool {
    let around = loss.parts.iter().rev().find_map(|part| match part.of {
        PartOf::Periods { before, after } => Some((before, after)),
        _ => None,
    });
    is_in_a_period(loss, around.unwrap_or((0, 0)), day)
}

fn is_in_a_period(loss: &Loss, around: (u16, u16), day: Date) -> bool {
    loss.periods.iter().any(|period| lies_around(day, period.from, period.to, around))
}

/// Whether a day lies between two others, with so many days before and after; without an end where there is none.
fn lies_around(day: Date, from: Date, to: Option<Date>, (before, after): (u16, u16)) -> bool {
    let first = from.checked_sub(i64::from(before).days()).unwrap();
    let last = to.map(|to| to.checked_add(i64::from(after).days()).unwrap());
    first <= day && last.is_none_or(|last| day <= last)
}

fn is_among(chosen: &[Chosen], known: &Known) -> bool {
    chosen.contains(&Chosen::Photo(known.photo)) || chosen.contains(&Chosen::Moment(known.moment))
}

/// On a flat earth, which it is within a town; between towns, far.
fn metres_apart(one: Position, other: Position) -> f64 {
    let north = (one.latitude - other.latitude) * 111_000.0;
    let east = (one.longitude - other.longitude) * 111_000.0 * one.latitude.to_radians().cos();
    north.hypot(east)
}
