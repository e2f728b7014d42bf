//! Everything that losses reach in a whole library: the same verdicts as one by one, found by lists.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::civil::Date;
use library::Timed;
use memories::{contents, moments_holding};
use model::{MomentId, PhotoId, PlaceId};
use store::{StoreError, Tx};

use super::standing::examples_of;
use super::{Alike, ByHash, Reach};
use crate::evidence::evidence_of;
use crate::loss::{Chosen, KeptLoss, LossPlace, PartOf};
use crate::want::{Precedence, Want};

/// What the parts of losses want for each photo that they reach on `day`; the most careful where there is more than one.
pub(crate) fn reached_everywhere(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    reaches: &[Reach],
    day: Date,
) -> Result<HashMap<PhotoId, Want>, StoreError> {
    let mut wanted: HashMap<PhotoId, Option<Want>> = HashMap::new();
    for reach in reaches {
        let out = taken_out(reach);
        for part in reach.loss.parts.iter().filter(|part| part.counts_on(day)) {
            for photo in in_part(tx, viewer, reach, part.of)? {
                if !out.contains(&photo) {
                    Precedence::say(wanted.entry(photo).or_default(), part.want);
                }
            }
        }
    }
    Ok(wanted.into_iter().filter_map(|(photo, want)| Some((photo, want?))).collect())
}

/// Every photo in one part of a loss as it is kept, without what was taken out by hand; one may come twice.
pub(crate) fn photos_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    kept: &KeptLoss,
    part: PartOf,
) -> Result<Vec<PhotoId>, StoreError> {
    let examples = examples_of(tx, viewer, &kept.loss.examples)?;
    let reach = Reach::new(kept.id, kept.loss.clone(), examples);
    let out = taken_out(&reach);
    let mut photos = in_part(tx, viewer, &reach, part)?;
    photos.retain(|photo| !out.contains(photo));
    Ok(photos)
}

/// Every photo in one part of a loss; one may come twice.
pub(super) fn in_part(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    reach: &Reach,
    part: PartOf,
) -> Result<Vec<PhotoId>, StoreError> {
    let loss = &reach.loss;
    match part {
        PartOf::TheDay { .. } | PartOf::Periods { .. } => within(tx, viewer, &loss.spans(part)),
        PartOf::People | PartOf::Companions => {
            let found = timed(tx, viewer, reach, part)?;
            Ok(found.into_iter().map(|(photo, _)| photo).collect())
        }
        PartOf::SameMoment => {
            let mut photos = loss.examples.clone();
            for person in &loss.people {
                let there = of_person_within(tx, viewer, *person, &reach.periods)?;
                photos.extend(there.into_iter().map(|(photo, _)| photo));
            }
            let moments = moments_holding(tx, viewer, &photos)?;
            all_of(tx, viewer, &moments)
        }
        PartOf::Places { always } => {
            let found = at_places(tx, viewer, &loss.places)?;
            if always {
                return Ok(found);
            }
            let within: HashSet<PhotoId> = within(tx, viewer, &reach.periods)?.into_iter().collect();
            Ok(found.into_iter().filter(|photo| within.contains(photo)).collect())
        }
        PartOf::Words => tagged(tx, viewer, reach),
        PartOf::Alike => alike(tx, viewer, reach),
        PartOf::Chosen => chosen(tx, viewer, &loss.taken_in),
    }
}

/// Every photo in a part that is of people, with its time; one may come twice. Nothing of any other part.
pub(super) fn timed(tx: &mut Tx<'_>, viewer: Viewer, reach: &Reach, part: PartOf) -> Result<Vec<Timed>, StoreError> {
    let mut found = Vec::new();
    match part {
        PartOf::People => {
            for person in &reach.loss.people {
                found.extend(library::photos_of_within(tx, viewer, *person, None)?);
            }
        }
        PartOf::Companions => {
            for person in &reach.loss.companions {
                found.extend(of_person_within(tx, viewer, *person, &reach.periods)?);
            }
        }
        _ => {}
    }
    Ok(found)
}

/// The photos that were taken out by hand: what came to their moments later was not meant.
pub(super) fn taken_out(reach: &Reach) -> HashSet<PhotoId> {
    let photo = |chosen: &Chosen| match chosen {
        Chosen::Photo(photo) => Some(*photo),
        Chosen::Moment(_) => None,
    };
    reach.loss.taken_out.iter().filter_map(photo).collect()
}

fn chosen(tx: &mut Tx<'_>, viewer: Viewer, chosen: &[Chosen]) -> Result<Vec<PhotoId>, StoreError> {
    let (mut photos, mut moments) = (Vec::new(), Vec::new());
    for one in chosen {
        match one {
            Chosen::Photo(photo) => photos.push(*photo),
            Chosen::Moment(moment) => moments.push(*moment),
        }
    }
    photos.extend(all_of(tx, viewer, &moments)?);
    Ok(photos)
}

fn all_of(tx: &mut Tx<'_>, viewer: Viewer, moments: &[MomentId]) -> Result<Vec<PhotoId>, StoreError> {
    Ok(contents(tx, viewer, moments)?.into_iter().map(|member| member.photo).collect())
}

fn within(tx: &mut Tx<'_>, viewer: Viewer, spans: &[(i64, i64)]) -> Result<Vec<PhotoId>, StoreError> {
    let mut found = Vec::new();
    for (first, last) in spans {
        found.extend(library::photos_taken_within(tx, viewer, *first, *last)?);
    }
    Ok(found)
}

/// The photos of somebody in some spans of days; those whose day is known roughly are weighed by all the days it may be.
fn of_person_within(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    person: model::PersonId,
    spans: &[(i64, i64)],
) -> Result<Vec<Timed>, StoreError> {
    let mut found = Vec::new();
    for (first, last) in spans {
        found.extend(library::photos_of_between(tx, viewer, person, *first, *last)?);
    }
    Ok(found)
}

fn at_places(tx: &mut Tx<'_>, viewer: Viewer, places: &[LossPlace]) -> Result<Vec<PhotoId>, StoreError> {
    let mut found = Vec::new();
    for place in places {
        match place {
            LossPlace::Around { point, metres } => {
                found.extend(library::photos_around(tx, viewer, *point, *metres)?.into_iter().map(|(photo, ..)| photo));
            }
            LossPlace::Town(town) => {
                let towns: [PlaceId; 1] = [*town];
                found.extend(library::photos_in_towns(tx, viewer, &towns)?.into_iter().map(|(photo, _)| photo));
            }
        }
    }
    Ok(found)
}

fn tagged(tx: &mut Tx<'_>, viewer: Viewer, reach: &Reach) -> Result<Vec<PhotoId>, StoreError> {
    let mut wanted: Vec<&str> = reach.tags.iter().flatten().map(String::as_str).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut words: HashMap<PhotoId, Vec<String>> = HashMap::new();
    for (photo, word) in library::photos_with_words(tx, viewer, &wanted)? {
        words.entry(photo).or_default().push(word);
    }
    let has = |own: &Vec<String>| reach.tags.iter().any(|tag| tag.iter().all(|word| own.contains(word)));
    Ok(words.into_iter().filter(|(_, own)| has(own)).map(|(photo, _)| photo).collect())
}

fn alike(tx: &mut Tx<'_>, viewer: Viewer, reach: &Reach) -> Result<Vec<PhotoId>, StoreError> {
    let moments: Vec<MomentId> = reach.examples.iter().filter_map(|example| example.moment).collect();
    let mut found: Vec<PhotoId> = reach.examples.iter().map(|example| example.photo).collect();
    found.extend(all_of(tx, viewer, &moments)?);
    let apart = ByHash.furthest_apart();
    let mut times: Vec<i64> = reach.examples.iter().filter_map(|example| example.at_ms).collect();
    times.sort_unstable();
    // Examples that lie close together are looked around once.
    let mut stretches: Vec<(i64, i64)> = Vec::new();
    for at in times {
        match stretches.last_mut() {
            Some((_, to)) if at - apart <= *to => *to = at + apart,
            _ => stretches.push((at - apart, at + apart)),
        }
    }
    let mut near = Vec::new();
    for (from, to) in stretches {
        near.extend(library::taken_between(tx, viewer, from, to)?);
    }
    let facts = evidence_of(tx, viewer, &[], &near, |_| false)?;
    let like = |facts: &crate::evidence::Evidence| reach.examples.iter().any(|example| ByHash.is_alike(facts, example));
    found.extend(facts.into_iter().filter(like).map(|facts| facts.photo));
    Ok(found)
}
