//! What Perennial knows of a library: the facts of its photos, and who was often there and then never again.

use care::{Facts, Signals};
use model::{MomentId, PersonId, PhotoId, PlaceId};

use crate::life::{Life, Spot, SpotKind};

/// On how many days of their last year somebody was seen who was "often there", and for how many days nobody has been seen who
/// is "never again" seen: as `care::caution` and `library::last_seen` have it.
const OFTEN: usize = 10;
const LONG_AGO: i64 = 400;
const LAST_YEAR: i64 = 365;

/// The facts of a library.
pub(super) struct Known {
    /// By photo; those of a moment stand together.
    facts: Vec<Facts>,
    moments: Vec<std::ops::Range<usize>>,
    /// For each person the days on which they were seen, in order, each once.
    seen: Vec<(PersonId, Vec<i64>)>,
    /// Whose death is known, and its day.
    died: Vec<(PersonId, i64)>,
}

impl Known {
    pub(super) fn of(life: &Life) -> Self {
        let facts = life.photos.iter().map(|photo| {
            let moment = life.moment(photo.moment);
            Facts {
                moment: Some(moment.id),
                days: Some((moment.day, moment.day)),
                at_ms: Some(photo.at_ms),
                people: photo.tagged.clone(),
                position: photo.position,
                place: photo.position.map(|_| town(&life.spots[moment.spot.0 as usize])),
                words: photo.words.iter().map(|word| (*word).to_owned()).collect(),
                likeness: Some(photo.likeness),
                ..Facts::of(photo.id)
            }
        });
        let days = |person: PersonId| {
            let with = life.photos.iter().filter(|photo| photo.tagged.contains(&person));
            let mut days: Vec<i64> = with.map(|photo| life.moment(photo.moment).day).collect();
            days.sort_unstable();
            days.dedup();
            (person, days)
        };
        Self {
            facts: facts.collect(),
            moments: life.moments.iter().map(|moment| moment.photos.clone()).collect(),
            seen: life.people.iter().filter(|person| person.known).map(|person| days(person.id)).collect(),
            died: Vec::new(),
        }
    }

    pub(super) fn photo(&self, id: PhotoId) -> &Facts {
        &self.facts[id.0 as usize]
    }

    pub(super) fn moment(&self, id: MomentId) -> &[Facts] {
        &self.facts[self.moments[id.0 as usize].clone()]
    }

    pub(super) fn dies(&mut self, person: PersonId, day: i64) {
        self.died.push((person, day));
    }

    /// What the library tells on a day. What was taken later is not there yet.
    pub(super) fn signals(&self, today: i64) -> Signals {
        let last = |days: &[i64]| {
            let until = days.partition_point(|day| *day <= today);
            let last = *days[..until].last()?;
            let in_last_year = until - days[..until].partition_point(|day| *day <= last - LAST_YEAR);
            (last < today - LONG_AGO && in_last_year >= OFTEN).then_some(last)
        };
        let alive = |person: &PersonId| self.died.iter().all(|(dead, _)| dead != person);
        let seen = self.seen.iter().filter(|(person, _)| alive(person));
        Signals {
            deaths: self.died.iter().map(|(_, day)| *day).collect(),
            farewells: seen.filter_map(|(person, days)| Some((*person, last(days)?))).collect(),
            ..Signals::default()
        }
    }
}

/// One town for all that is near; places of journeys are towns of their own.
fn town(spot: &Spot) -> PlaceId {
    if spot.kind == SpotKind::Away { spot.id } else { PlaceId(0) }
}
