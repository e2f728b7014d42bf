//! What falls in a loss's reach: how many photos, which days and which places, for its owner to see before anything is saved.

use std::collections::{BTreeMap, HashMap};

use circle::Viewer;
use jiff::civil::Date;
use memories::Extent;
use model::{LossId, MomentId, PhotoId, Place, PlaceId};
use store::{StoreError, Tx};

use super::standing::examples_of;
use super::{Part, PartOf, Reach};
use crate::evidence::Evidence;
use crate::loss::Loss;

/// How many days and places are named.
const FEW: usize = 6;
/// Of how many photos of a list the places are looked up, so that an answer comes at once however much there is.
const LOOKED_AT: usize = 1_000;
const DAY: i64 = 86_400_000;

/// What falls in one part of a reach.
#[derive(Clone, Debug, PartialEq)]
pub struct PartPreview {
    /// The part.
    pub part: Part,
    /// How many photos it has.
    pub photos: u64,
    /// Its first and its last day.
    pub between: Option<(Date, Date)>,
    /// On how many days they were taken.
    pub days: u64,
    /// Where most of them were taken, those with the most first.
    pub places: Vec<Place>,
}

/// What falls in each part of a loss, as it is said now, saved or not.
///
/// # Errors
/// [`StoreError`] where the library cannot be read.
pub(crate) fn preview(tx: &mut Tx<'_>, viewer: Viewer, loss: &Loss) -> Result<Vec<PartPreview>, StoreError> {
    let examples = examples_of(tx, viewer, &loss.examples)?;
    let mut reach = Reach::new(LossId(0), loss.clone(), examples);
    let mut parts = Vec::with_capacity(loss.parts.len());
    for part in &loss.parts {
        parts.push(match part.of {
            // What was taken out by hand is not counted, so the photos are looked at one by one.
            _ if !loss.taken_out.is_empty() => one_by_one(tx, viewer, &mut reach, *part)?,
            PartOf::TheDay { .. } | PartOf::Periods { .. } => in_time(tx, viewer, &reach, *part)?,
            PartOf::SameMoment => in_moments(tx, viewer, &reach, *part)?,
            _ => one_by_one(tx, viewer, &mut reach, *part)?,
        });
    }
    Ok(parts)
}

/// A part that is of time is counted by days and moments, not photo by photo.
fn in_time(tx: &mut Tx<'_>, viewer: Viewer, reach: &Reach, part: Part) -> Result<PartPreview, StoreError> {
    let mut found = PartPreview { part, photos: 0, between: None, days: 0, places: Vec::new() };
    let spans = merged(reach.loss().spans(part.of));
    for day in library::shelf_days(tx, viewer)? {
        let number = model::day_number(day.day);
        // As any photo of that day is decided.
        let days = Some((number, number));
        if reach.reaches(part.of, &Evidence { days, ..Evidence::of(PhotoId(0)) }) {
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
    found.places = with_most(places);
    Ok(found)
}

/// Country, region and town.
type Called<'a> = (&'a str, &'a str, &'a str);

/// A part that takes moments whole is counted by them.
fn in_moments(tx: &mut Tx<'_>, viewer: Viewer, reach: &Reach, part: Part) -> Result<PartPreview, StoreError> {
    let mut moments: HashMap<MomentId, Extent> = HashMap::new();
    let mut take = |extents: Vec<Extent>| moments.extend(extents.into_iter().map(|extent| (extent.moment, extent)));
    let of_examples = memories::moments_holding(tx, viewer, &reach.loss.examples)?;
    take(memories::extents(tx, viewer, &of_examples)?);
    for person in &reach.loss.people {
        // What is in a moment has a day; dates that are known roughly are in none.
        for (first, last) in &reach.periods {
            let within = (first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY));
            take(memories::extents_with(tx, viewer, *person, within)?);
        }
    }
    let mut days: Vec<i64> = moments.values().flat_map(|extent| [extent.days.0, extent.days.1]).collect();
    days.sort_unstable();
    days.dedup();
    let mut places: BTreeMap<Called<'_>, (&Place, u64)> = BTreeMap::new();
    for extent in moments.values() {
        if let Some(place) = &extent.place {
            let called = (place.country.as_str(), place.region.as_str(), place.town.as_str());
            places.entry(called).or_insert((place, 0)).1 += extent.photos;
        }
    }
    Ok(PartPreview {
        part,
        photos: moments.values().map(|extent| extent.photos).sum(),
        between: first_and_last(&days),
        days: days.len() as u64,
        places: with_most(places.into_values().map(|(place, photos)| (place.clone(), photos)).collect()),
    })
}

/// Any other part is counted photo by photo.
fn one_by_one(tx: &mut Tx<'_>, viewer: Viewer, reach: &mut Reach, part: Part) -> Result<PartPreview, StoreError> {
    let decided = reach.decided(tx, viewer, part.of)?;
    let photos: Vec<PhotoId> = decided.iter().map(|one| one.photo).collect();
    let mut days: Vec<i64> = decided.iter().filter_map(Evidence::day).collect();
    days.sort_unstable();
    days.dedup();
    let mut places: HashMap<PlaceId, u64> = HashMap::new();
    for known in library::circumstances(tx, viewer, &some_of(&photos))? {
        if let Some(place) = known.place {
            *places.entry(place).or_default() += 1;
        }
    }
    let mut most: Vec<(u64, PlaceId)> = places.into_iter().map(|(place, photos)| (photos, place)).collect();
    most.sort_unstable_by(|a, b| b.cmp(a));
    let wanted: Vec<PlaceId> = most.iter().take(FEW).map(|(_, place)| *place).collect();
    Ok(PartPreview {
        part,
        photos: photos.len() as u64,
        between: first_and_last(&days),
        days: days.len() as u64,
        places: library::towns_named(tx, viewer, &wanted)?,
    })
}

/// All of them, or as many as are looked at, from end to end.
fn some_of(photos: &[PhotoId]) -> Vec<PhotoId> {
    photos.iter().copied().step_by(photos.len().div_ceil(LOOKED_AT).max(1)).collect()
}

fn first_and_last(days: &[i64]) -> Option<(Date, Date)> {
    let day = |number: Option<&i64>| number.copied().and_then(model::day_from_number);
    day(days.first()).zip(day(days.last()))
}

/// The places with the most photos, the most first.
fn with_most(mut places: Vec<(Place, u64)>) -> Vec<Place> {
    places.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.town.cmp(&b.town)));
    places.into_iter().map(|(place, _)| place).take(FEW).collect()
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
