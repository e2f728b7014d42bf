//! What the library tells that makes moments tender, looked up.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::civil::Date;
use library::LastSeen;
use model::{PersonId, PhotoId, PlaceId};
use store::{StoreError, Tx, values};

use crate::evidence::Evidence;

use super::{AROUND_NOBODY, FAREWELL, OFTEN, Presence, Signals, is_tender, last_days, long_ago};

const DAY: i64 = 86_400_000;
/// For how many days nobody is missed yet.
const NOT_YET: i64 = 30;

/// The signals that concern some photos, or everything. `returns`: what is asked about would come by itself, so that somebody who
/// is gone counts in all moments with them, and whoever is missed around them; with whom losses are about.
pub(crate) fn signals(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    among: Option<&[Evidence]>,
    today: Date,
    returns: Option<&[PersonId]>,
) -> Result<Signals, StoreError> {
    let people: Option<Vec<PersonId>> =
        among.map(|facts| distinct(facts.iter().flat_map(|f| f.people.iter().copied())));
    let places: Option<Vec<PlaceId>> = among.map(|facts| distinct(facts.iter().flat_map(|facts| facts.places())));
    let dead = library::died(tx, viewer)?;
    // Where a library ends, nobody is missing: they are missed in what came after.
    let ends = library::last_taken(tx, viewer)?.and_then(model::moment_of).map_or(today, |at| at.date().min(today));
    let before = if returns.is_some() { model::day_number(ends) - NOT_YET } else { long_ago(ends) };
    let around = returns.and(among).map(windows).unwrap_or_default();
    let mut asked = people;
    if let Some(asked) = &mut asked {
        // Whoever is missed need not be in any of these photos.
        asked.extend(library::absent_and_seen_within(tx, viewer, before.saturating_mul(DAY), &around)?);
        asked.sort_unstable();
        asked.dedup();
    }
    let seen = library::last_seen(tx, viewer, asked.as_deref(), before.saturating_mul(DAY))?;
    // Somebody who died is spoken of by that day alone, as far as the last moments with them go.
    let farewell = |seen: &&LastSeen| {
        let lives = dead.iter().all(|(other, _)| *other != seen.person);
        lives && seen.days >= OFTEN && seen.at_ms < long_ago(ends).saturating_mul(DAY)
    };
    let mut gone: Vec<&LastSeen> = match returns {
        Some(_) => seen.iter().filter(|seen| presence(seen).is_gone()).collect(),
        None => Vec::new(),
    };
    if !gone.is_empty() {
        let welcomed = welcomed_people(tx, viewer)?;
        gone.retain(|seen| !welcomed.contains(&seen.person));
    }
    let everywhere = gone.iter().filter(|seen| presence(seen).is_missed_everywhere()).map(|seen| seen.person);
    let missed = distinct(everywhere.chain(returns.into_iter().flatten().copied()));
    Ok(Signals {
        deaths: dead.iter().map(|(_, day)| *day).collect(),
        farewells: seen.iter().filter(farewell).map(|seen| (seen.person, seen.at_ms.div_euclid(DAY))).collect(),
        gone: gone.iter().map(|seen| seen.person).collect(),
        missed_on: library::seen_on(tx, viewer, &missed, &around)?,
        towns: library::town_words(tx, viewer, places.as_deref(), is_tender)?.into_iter().collect(),
        ..Signals::default()
    })
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
    let known_for = (seen.at_ms - seen.first_ms).div_euclid(DAY);
    Presence { days: seen.days, of: seen.of, since: seen.since, known_for }
}

/// Who is in what the viewer welcomed: about them caution asks no more.
fn welcomed_people(tx: &mut Tx<'_>, viewer: Viewer) -> Result<HashSet<PersonId>, StoreError> {
    let sql = "SELECT m.photo FROM wishes w JOIN wish_photos m ON m.library = w.library AND m.wish = w.id
               WHERE w.library = ?1 AND w.person = ?2 AND w.wish = 'welcome' AND w.lifted_ms IS NULL";
    let welcomed = tx.once("welcomed people", viewer.numbers([0; 2]), |tx| {
        let photos: Vec<PhotoId> = tx.all(sql, values![viewer.library(), viewer.person()], |row| row.get(0))?;
        Ok(library::people_in(tx, viewer, &photos)?.into_values().flatten().collect::<HashSet<_>>())
    });
    Ok(HashSet::clone(&*welcomed?))
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
    for (person, last) in &signals.farewells {
        let there = library::photos_of_between(tx, viewer, *person, last.saturating_sub(FAREWELL), *last)?;
        signed.extend(there.into_iter().map(|dated| dated.photo));
    }
    Ok(signed)
}
