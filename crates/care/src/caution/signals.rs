//! What the library tells that makes moments tender, looked up.

use std::collections::HashMap;

use circle::Viewer;
use jiff::civil::Date;
use library::LastSeen;
use model::{PersonId, PhotoId, PlaceId};
use store::{StoreError, Tx};

use crate::evidence::Evidence;

use super::{AROUND_NOBODY, FAREWELL, OFTEN, Presence, Signals, Whom, is_tender, last_days, long_ago};

const DAY: i64 = 86_400_000;
/// For how many days nobody is missed yet.
const NOT_YET: i64 = 30;
/// All days that a photo may be of.
const EVER: (i64, i64) = (-999_999, 1_000_000);

/// The signals that concern some photos, or everything. `returns`: what is asked about would come by itself, so that somebody who
/// is gone counts in all moments with them, and whoever is missed around them; with whom losses are about.
pub(crate) fn signals(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    among: Option<&[Evidence]>,
    today: Date,
    returns: bool,
    whom: &Whom,
) -> Result<Signals, StoreError> {
    let places: Option<Vec<PlaceId>> = among.map(|facts| distinct(facts.iter().flat_map(|facts| facts.places())));
    let dead = library::died(tx, viewer)?;
    let absence = match whom.asks() {
        true => by_absence(tx, viewer, among, (today, returns), &dead, whom)?,
        false => Signals::default(),
    };
    Ok(Signals {
        deaths: dead.iter().map(|(_, day)| *day).collect(),
        silent: whom.silent.clone(),
        fine: whom.fine.clone(),
        towns: library::town_words(tx, viewer, places.as_deref(), is_tender)?.into_iter().collect(),
        ..absence
    })
}

/// What is told by somebody's absence alone.
fn by_absence(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    among: Option<&[Evidence]>,
    (today, returns): (Date, bool),
    dead: &[(PersonId, i64)],
    whom: &Whom,
) -> Result<Signals, StoreError> {
    let ends = ends(tx, viewer, today)?;
    let around = match among {
        _ if !returns => Vec::new(),
        Some(facts) => windows(facts),
        None => vec![EVER],
    };
    let seen = match whom.absence {
        true => absent(tx, viewer, among, (ends, returns), &around, whom)?,
        false => Vec::new(),
    };
    let farewells = seen.iter().filter(|seen| is_farewell(seen, ends, dead));
    let gone: Vec<&LastSeen> = seen.iter().filter(|seen| returns && presence(seen).is_gone()).collect();
    let missed = distinct(gone.iter().map(|seen| seen.person).chain(whom.lost.iter().copied().filter(|_| returns)));
    let (silent, missed): (Vec<_>, Vec<_>) = missed.into_iter().partition(|person| whom.silent.contains(person));
    Ok(Signals {
        farewells: farewells.map(|seen| (seen.person, seen.at_ms.div_euclid(DAY))).collect(),
        gone: gone.iter().map(|seen| seen.person).collect(),
        missed_on: library::seen_on(tx, viewer, &missed, &around)?,
        silent_on: library::seen_on(tx, viewer, &silent, &around)?,
        ..Signals::default()
    })
}

/// The last day of a library, or today. Where it ends, nobody is missing: they are missed in what came after.
fn ends(tx: &mut Tx<'_>, viewer: Viewer, today: Date) -> Result<Date, StoreError> {
    let last = library::last_taken(tx, viewer)?.and_then(model::moment_of);
    Ok(last.map_or(today, |at| at.date().min(today)))
}

/// Whether somebody was often there and then never again. Who died is spoken of by that day alone, as far as the last moments with them
/// go.
fn is_farewell(seen: &LastSeen, ends: Date, dead: &[(PersonId, i64)]) -> bool {
    let lives = dead.iter().all(|(other, _)| *other != seen.person);
    lives && seen.days >= OFTEN && seen.at_ms < long_ago(ends).saturating_mul(DAY)
}

/// Who has not been seen for a while, of the people of some photos and of those who were seen around them, or of everybody.
fn absent(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    among: Option<&[Evidence]>,
    (ends, returns): (Date, bool),
    around: &[(i64, i64)],
    whom: &Whom,
) -> Result<Vec<LastSeen>, StoreError> {
    let before = if returns { model::day_number(ends) - NOT_YET } else { long_ago(ends) }.saturating_mul(DAY);
    let mut asked: Option<Vec<PersonId>> =
        among.map(|facts| distinct(facts.iter().flat_map(|one| one.people.iter().copied())));
    if let Some(asked) = &mut asked {
        // Whoever is missed need not be in any of these photos.
        asked.extend(library::absent_and_seen_within(tx, viewer, before, around)?);
        asked.sort_unstable();
        asked.dedup();
    }
    let mut seen = library::last_seen(tx, viewer, asked.as_deref(), before)?;
    seen.retain(|seen| !whom.spared.contains(&seen.person));
    Ok(seen)
}

/// Whose absence makes moments ask, in memories or in the library.
pub(super) fn gone_for_long(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    today: Date,
    whom: &Whom,
) -> Result<Vec<PersonId>, StoreError> {
    let dead = library::died(tx, viewer)?;
    let ends = ends(tx, viewer, today)?;
    let seen = absent(tx, viewer, None, (ends, true), &[], whom)?;
    let asks = |seen: &&LastSeen| presence(seen).is_gone() || is_farewell(seen, ends, &dead);
    Ok(seen.iter().filter(asks).map(|seen| seen.person).collect())
}

/// The days around those of some photos, in which whoever is missed may have been seen; in order, none twice.
fn windows(facts: &[Evidence]) -> Vec<(i64, i64)> {
    let days = distinct(facts.iter().flat_map(Evidence::all_days));
    let mut windows: Vec<(i64, i64)> = Vec::new();
    for (first, last) in days {
        let (from, to) = (first.saturating_sub(AROUND_NOBODY), last.saturating_add(AROUND_NOBODY));
        match windows.last_mut().filter(|(_, end)| from <= end.saturating_add(1)) {
            Some((_, end)) => *end = (*end).max(to),
            None => windows.push((from, to)),
        }
    }
    windows
}

fn presence(seen: &LastSeen) -> Presence {
    Presence { days: seen.days, of: seen.of, since: seen.since }
}

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The photos by which a moment of a library may be tender, and maybe more; `words`: of those that have any, the words that matter.
pub(crate) fn tender_candidates(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    signals: &Signals,
    words: &HashMap<PhotoId, Vec<String>>,
) -> Result<Vec<PhotoId>, StoreError> {
    let tender = words.iter().filter(|(_, words)| words.iter().any(|word| is_tender(word)));
    let mut signed: Vec<PhotoId> = tender.map(|(photo, _)| *photo).collect();
    let towns: Vec<_> = signals.towns.iter().copied().collect();
    signed.extend(library::photos_in_towns(tx, viewer, &towns)?);
    for (first, last) in last_days(signals) {
        signed.extend(library::photos_taken_within(tx, viewer, first, last)?);
    }
    for person in &signals.gone {
        signed.extend(library::photos_of(tx, viewer, *person)?.into_iter().map(|dated| dated.photo));
    }
    for (first, last) in around_days(signals) {
        signed.extend(library::photos_taken_within(tx, viewer, first, last)?);
    }
    for (person, last) in &signals.farewells {
        let there = library::photos_of_between(tx, viewer, *person, last.saturating_sub(FAREWELL), *last)?;
        signed.extend(there.into_iter().map(|dated| dated.photo));
    }
    Ok(signed)
}

/// The stretches of days around the sight of anybody who is missed.
fn around_days(signals: &Signals) -> Vec<(i64, i64)> {
    let days = signals.missed_on.iter().chain(&signals.silent_on);
    let mut stretches: Vec<(i64, i64)> = Vec::new();
    for day in distinct(days.copied()) {
        let (from, to) = (day.saturating_sub(AROUND_NOBODY), day.saturating_add(AROUND_NOBODY));
        match stretches.last_mut().filter(|(_, end)| from <= end.saturating_add(1)) {
            Some((_, end)) => *end = to,
            None => stretches.push((from, to)),
        }
    }
    stretches
}
