//! What Perennial knows of a library: the facts of its photos, and who was often there and then never again.

use care::{Evidence, Presence, Signals};
use model::{MomentId, PersonId, PhotoId, PlaceId};

use super::Signs;
use crate::life::{Life, Spot, SpotKind};

const LAST_YEAR: i64 = 365;

/// The facts of a library.
pub(super) struct Known {
    /// By photo; those of a moment stand together.
    facts: Vec<Evidence>,
    moments: Vec<std::ops::Range<usize>>,
    /// For each person the days on which they were seen, in order, each once.
    seen: Vec<(PersonId, Vec<i64>)>,
    /// The days on which anything was photographed, in order, each once.
    photographed: Vec<i64>,
    /// Whose death is known, and its day.
    died: Vec<(PersonId, i64)>,
    /// Whom losses are about.
    named: Vec<Missed>,
}

/// Somebody whom a loss is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Missed {
    pub(super) person: PersonId,
    /// What is suspected around them waits without a card.
    pub(super) silent: bool,
    /// The days of that loss come without them, and caution does not undo it.
    pub(super) spared: bool,
}

impl Known {
    /// `words`: with the words of photos.
    pub(super) fn of(life: &Life, words: bool) -> Self {
        let facts = life.photos.iter().map(|photo| {
            let moment = life.moment(photo.moment);
            Evidence {
                moment: Some(moment.id),
                days: Some((moment.day, moment.day)),
                at_ms: Some(photo.at_ms),
                people: photo.tagged.clone(),
                position: photo.position,
                place: photo.position.map(|_| town(&life.spots[moment.spot.0 as usize])),
                words: photo.words.iter().filter(|_| words).map(|word| (*word).to_owned()).collect(),
                likeness: Some(photo.likeness),
                ..Evidence::of(photo.id)
            }
        });
        let days = |person: PersonId| {
            let with = life.photos.iter().filter(|photo| photo.tagged.contains(&person));
            let mut days: Vec<i64> = with.map(|photo| life.moment(photo.moment).day).collect();
            days.sort_unstable();
            days.dedup();
            (person, days)
        };
        let mut photographed: Vec<i64> = life.moments.iter().map(|moment| moment.day).collect();
        photographed.sort_unstable();
        photographed.dedup();
        Self {
            photographed,
            facts: facts.collect(),
            moments: life.moments.iter().map(|moment| moment.photos.clone()).collect(),
            seen: life.people.iter().filter(|person| person.known).map(|person| days(person.id)).collect(),
            died: Vec::new(),
            named: Vec::new(),
        }
    }

    pub(super) fn photo(&self, id: PhotoId) -> &Evidence {
        &self.facts[id.0 as usize]
    }

    pub(super) fn moment(&self, id: MomentId) -> &[Evidence] {
        &self.facts[self.moments[id.0 as usize].clone()]
    }

    pub(super) fn dies(&mut self, person: PersonId, day: i64) {
        self.died.push((person, day));
    }

    pub(super) fn is_lost(&mut self, missed: Missed) {
        self.named.push(missed);
    }

    /// What the library tells on a day, by some signs. What was taken later is not there yet; about nobody of `welcomed` anything is told.
    /// `absence`: about others than those whom losses are about, too; `spared`: about those whom the days come without.
    pub(super) fn signals(
        &self,
        today: i64,
        signs: Signs,
        absence: bool,
        spared: bool,
        welcomed: &[PersonId],
    ) -> Signals {
        let alive = |person: &PersonId| self.died.iter().all(|(dead, _)| dead != person);
        let mut told = Signals::default();
        for (person, days) in &self.seen {
            let named = self.named.iter().find(|missed| missed.person == *person);
            let Some((last, presence)) = self.presence(days, today) else { continue };
            let seen = days.iter().copied().take_while(|day| *day <= today);
            match named {
                Some(missed) if missed.spared && spared => told.silent_on.extend(seen),
                Some(missed) if missed.spared => continue,
                Some(missed) if missed.silent => told.silent_on.extend(seen),
                Some(_) => told.missed_on.extend(seen),
                None if !absence || welcomed.contains(person) => continue,
                None if presence.is_gone() => told.missed_on.extend(seen),
                None => {}
            }
            if named.is_some_and(|missed| missed.spared) {
                continue;
            }
            if alive(person) && presence.days >= care::OFTEN && last < today - care::LONG_AGO {
                told.farewells.push((*person, last));
            }
            if presence.is_gone() && signs.least.is_none_or(|least| least.holds(presence)) {
                told.gone.push(*person);
            }
        }
        told.deaths = self.died.iter().map(|(_, day)| *day).collect();
        told.silent = self.named.iter().filter(|missed| missed.silent).map(|missed| missed.person).collect();
        told.missed_on.sort_unstable();
        told.silent_on.sort_unstable();
        signs.only(told)
    }

    /// When somebody was seen last, and how often before.
    fn presence(&self, days: &[i64], today: i64) -> Option<(i64, Presence)> {
        let until = days.partition_point(|day| *day <= today);
        let last = *days[..until].last()?;
        let after = |days: &[i64], day: i64| days.partition_point(|other| *other <= day);
        let photographed = &self.photographed[..after(&self.photographed, today)];
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let presence = Presence {
            days: number(until - after(&days[..until], last - LAST_YEAR)),
            of: number(after(photographed, last) - after(photographed, last - LAST_YEAR)),
            since: number(photographed.len() - after(photographed, last)),
        };
        Some((last, presence))
    }
}

/// One town for all that is near; places of journeys are towns of their own.
fn town(spot: &Spot) -> PlaceId {
    if spot.kind == SpotKind::Away { spot.id } else { PlaceId(0) }
}
