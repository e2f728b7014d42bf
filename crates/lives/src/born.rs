//! How a life comes to be: people, places and losses, then the days, then what a camera and a face finder make of them.

use model::{MomentId, PersonId, PhotoId, Position};

use crate::assumptions::{CAPTIONED, FOUND, HARMLESS_WORDS, JOINED_AFTER, LOCATED, MISDATED, MISTAKEN, YEARS};
use crate::chance::Chance;
use crate::life::{Life, Moment, MomentKind, Photo};
use crate::living::words::{CAPTIONS, HARMLESS, Language};
use crate::living::{Draft, Making, Shot, YEAR, days, people, places};
use crate::loss;
use crate::owner::Owner;

/// Every life ends on this day: 2026-11-23.
const LAST: i64 = 20_780;
/// Thirty metres, in degrees: how exactly cameras know where they are.
const SCATTER: f64 = 0.0003;

impl Life {
    /// The life of that seed: always the same.
    pub fn born(seed: u64) -> Self {
        // Each part of a life has a chance of its own, so that a change in one does not change all others.
        let chance = |part: u64| Chance::of(&[seed, part]);
        let first = LAST - (chance(1).range(YEARS) * YEAR) as i64;
        let joined = first + (chance(2).range(JOINED_AFTER) * (LAST - first) as f64) as i64;
        let mut making = Making {
            seed,
            first,
            last: LAST,
            people: Vec::new(),
            spots: Vec::new(),
            losses: Vec::new(),
            drafts: Vec::new(),
            language: Language::born(&mut chance(3)),
        };
        people::meet(&mut making, &mut chance(4));
        let places = places::settle(&mut making, &mut chance(5));
        loss::befall(&mut making, &mut chance(6));
        days::live_through(&mut making, &mut chance(7), &places);
        loss::leave_traces(&mut making, &mut chance(8));
        loss::ties::tie(&mut making);
        develop(making, joined, &mut chance(9), Owner::born(&mut chance(10)))
    }
}

/// Makes of what was what programs can know of it.
fn develop(making: Making, joined: i64, chance: &mut Chance, owner: Owner) -> Life {
    let Making { seed, first, last, people, spots, losses, drafts, .. } = making;
    let located = if chance.odds(LOCATED.0) { LOCATED.1 } else { LOCATED.2 };
    let mut dated: Vec<(i64, Draft)> =
        drafts.into_iter().map(|draft| (believed(chance, &draft, first, last), draft)).collect();
    dated.sort_by_key(|(day, draft)| (*day, draft.minute));
    let mut life = Life { seed, first, joined, last, people, spots, moments: vec![], photos: vec![], losses, owner };
    for (day, draft) in dated {
        let id = MomentId(life.moments.len() as i64);
        let begins = life.photos.len();
        let words = words(chance, &draft);
        let here = life.spots[draft.spot.0 as usize].position;
        let gps = chance.odds(located);
        for (at, shot) in (0..).zip(&draft.photos) {
            let mut words = words.clone();
            if chance.odds(CAPTIONED) {
                words.push(*chance.pick(&CAPTIONS));
            }
            let photo = Photo {
                id: PhotoId(life.photos.len() as i64),
                moment: id,
                at_ms: (day * 24 * 60 + draft.minute + at * 2) * 60_000,
                tagged: tagged(chance, &life, draft.day, shot),
                position: gps.then(|| scattered(chance, here)),
                words,
                likeness: chance.next(),
                ties: shot.ties.clone(),
            };
            life.photos.push(photo);
        }
        let photos = begins..life.photos.len();
        let Draft { day: true_day, kind, spot, there, .. } = draft;
        life.moments.push(Moment { id, day, true_day, kind, spot, photos, there });
    }
    life
}

/// The day that the program believes a moment to have been.
fn believed(chance: &mut Chance, draft: &Draft, first: i64, last: i64) -> i64 {
    if chance.odds(MISDATED) { (draft.day + chance.whole((-800, 800))).clamp(first, last) } else { draft.day }
}

/// Words of the album, and now and then one that sounds of illness where there is none.
fn words(chance: &mut Chance, draft: &Draft) -> Vec<&'static str> {
    let mut words = draft.words.to_vec();
    if draft.kind != MomentKind::Tender && chance.odds(HARMLESS_WORDS) {
        words.push(*chance.pick(&HARMLESS));
    }
    words
}

/// Whom a face finder finds in a picture.
fn tagged(chance: &mut Chance, life: &Life, day: i64, shot: &Shot) -> Vec<PersonId> {
    let known = |id: &PersonId| life.person(*id).known;
    let mut tagged: Vec<PersonId> = shot.with.iter().copied().filter(|id| known(id) && chance.odds(FOUND)).collect();
    if !shot.with.is_empty() && chance.odds(MISTAKEN) {
        let others: Vec<PersonId> = life
            .people
            .iter()
            .filter(|person| person.known && person.from <= day && day < person.until && !tagged.contains(&person.id))
            .map(|person| person.id)
            .collect();
        if !others.is_empty() {
            tagged.push(*chance.pick(&others));
        }
    }
    tagged
}

fn scattered(chance: &mut Chance, around: Position) -> Position {
    let mut off = || chance.range((-SCATTER, SCATTER));
    Position { latitude: around.latitude + off(), longitude: around.longitude + off() }
}
