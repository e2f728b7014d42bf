//! What falls in a loss's reach: how many photos, which days and which places, for its owner to see before anything is saved.

use std::collections::BTreeMap;

use circle::Viewer;
use jiff::civil::Date;
use model::{LossId, PhotoId, Place};
use store::{Store, StoreError, Tx};

use super::everywhere::in_part;
use super::standing::examples_of;
use super::{Part, PartOf, Reach};
use crate::CareError;
use crate::loss::Loss;

/// How many days and places are named.
const FEW: usize = 6;
/// Of how many photos the days and places are looked up, so that an answer comes at once however much there is.
const LOOKED_AT: usize = 5_000;

/// What falls in one part of a reach.
#[derive(Clone, Debug, PartialEq)]
pub struct PartPreview {
    /// The part.
    pub part: Part,
    /// How many photos it has.
    pub photos: u64,
    /// Its first and its last day.
    pub between: Option<(Date, Date)>,
    /// On how many days they were taken, as far as was looked.
    pub days: u64,
    /// Where most of them were taken, those with the most first.
    pub places: Vec<Place>,
}

/// What falls in each part of a loss, as it is said now, saved or not.
///
/// # Errors
/// [`CareError`] where the library cannot be read.
pub fn preview(store: &Store, viewer: Viewer, loss: &Loss) -> Result<Vec<PartPreview>, CareError> {
    memories::settled(store, viewer)?;
    let looked: Result<Vec<PartPreview>, StoreError> = store.read(|tx| {
        let examples = examples_of(tx, viewer, &loss.examples)?;
        let reach = Reach::new(LossId(0), loss.clone(), examples);
        let mut parts = Vec::with_capacity(loss.parts.len());
        for part in &loss.parts {
            parts.push(match part.of {
                PartOf::TheDay { .. } | PartOf::Periods { .. } => in_time(tx, viewer, &reach, *part)?,
                _ => in_lists(tx, viewer, &reach, *part)?,
            });
        }
        Ok(parts)
    });
    Ok(looked?)
}

/// A part that is of time is counted by days and moments, not photo by photo.
fn in_time(tx: &mut Tx<'_>, viewer: Viewer, reach: &Reach, part: Part) -> Result<PartPreview, StoreError> {
    let mut found = PartPreview { part, photos: 0, between: None, days: 0, places: Vec::new() };
    let spans = merged(reach.loss().spans(part.of));
    for day in library::shelf_days(tx, viewer)? {
        let number = model::day_number(day.day);
        if spans.iter().any(|(first, last)| (*first..=*last).contains(&number)) {
            found.photos += day.photos;
            found.days += 1;
            let (first, last) = found.between.unwrap_or((day.day, day.day));
            found.between = Some((first.min(day.day), last.max(day.day)));
        }
    }
    let mut places: Vec<(Place, u64)> = Vec::new();
    for (first, last) in spans {
        for (place, photos) in memories::places_between(tx, viewer, (first, last), FEW)? {
            match places.iter_mut().find(|(known, _)| *known == place) {
                Some((_, count)) => *count += photos,
                None => places.push((place, photos)),
            }
        }
    }
    places.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.town.cmp(&b.town)));
    found.places = places.into_iter().map(|(place, _)| place).take(FEW).collect();
    Ok(found)
}

fn in_lists(tx: &mut Tx<'_>, viewer: Viewer, reach: &Reach, part: Part) -> Result<PartPreview, StoreError> {
    let mut photos: Vec<PhotoId> = in_part(tx, viewer, reach, part.of)?;
    photos.sort_unstable();
    photos.dedup();
    let count = photos.len() as u64;
    photos.truncate(LOOKED_AT);
    let mut days: Vec<i64> = Vec::new();
    let mut places: BTreeMap<model::PlaceId, u64> = BTreeMap::new();
    for known in library::circumstances(tx, viewer, &photos)? {
        days.extend(known.days.map(|(first, _)| first));
        if let Some(place) = known.place {
            *places.entry(place).or_default() += 1;
        }
    }
    days.sort_unstable();
    days.dedup();
    let day = |number: Option<&i64>| number.copied().and_then(model::day_from_number);
    let mut most: Vec<(u64, model::PlaceId)> = places.into_iter().map(|(place, photos)| (photos, place)).collect();
    most.sort_unstable_by(|a, b| b.cmp(a));
    let wanted: Vec<model::PlaceId> = most.iter().take(FEW).map(|(_, place)| *place).collect();
    let named = library::towns_named(tx, viewer, &wanted)?;
    Ok(PartPreview {
        part,
        photos: count,
        between: day(days.first()).zip(day(days.last())),
        days: days.len() as u64,
        places: named,
    })
}

/// Spans that overlap are one: a photo in two of them is counted once.
fn merged(mut spans: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    spans.sort_unstable();
    let mut found: Vec<(i64, i64)> = Vec::new();
    for (first, last) in spans {
        match found.last_mut() {
            Some((_, end)) if first <= end.saturating_add(1) => *end = (*end).max(last),
            _ => found.push((first, last)),
        }
    }
    found
}
