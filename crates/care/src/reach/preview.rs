//! What falls in a loss's reach: how many photos, which days and which places, for its owner to see before anything is saved.

mod moments;

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::civil::Date;
use model::{LossId, PhotoId, Place, PlaceId};
use store::{StoreError, Tx};

use super::decided::photos_in_all;
use super::standing::one;
use super::{Part, PartOf, Reach, merged};
use crate::evidence::Evidence;
use crate::loss::Loss;
use moments::in_moments;

/// How many days and places are named.
const FEW: usize = 6;
/// Of how many photos of a list the places are looked up, so that an answer comes at once however much there is.
const LOOKED_AT: usize = 1_000;

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

/// How much a loss keeps away or asks about, all its parts together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WholeReach {
    /// How many photos that is.
    pub photos: u64,
    /// Where most of them were taken, those with the most first.
    pub places: Vec<Place>,
}

/// How much a loss keeps away or asks about on a day, as it is said now, saved or not: what was removed or hidden does not count.
///
/// # Errors
/// [`StoreError`] where the library cannot be read.
pub(crate) fn whole_reach(tx: &mut Tx<'_>, viewer: Viewer, loss: &Loss, today: Date) -> Result<WholeReach, StoreError> {
    let off_shelf: HashSet<PhotoId> = library::off_shelf(tx, viewer)?.into_iter().collect();
    let mut photos = photos_in_all(tx, viewer, loss, today)?;
    photos.retain(|photo| !off_shelf.contains(photo));
    Ok(WholeReach { photos: photos.len() as u64, places: places_of(tx, viewer, &photos)? })
}

/// What falls in each part of a loss, as it is said now, saved or not.
///
/// # Errors
/// [`StoreError`] where the library cannot be read.
pub(crate) fn preview(tx: &mut Tx<'_>, viewer: Viewer, loss: &Loss) -> Result<Vec<PartPreview>, StoreError> {
    let mut reach = one(tx, viewer, LossId(0), loss)?;
    let mut parts = Vec::with_capacity(loss.parts.len());
    for part in &loss.parts {
        parts.push(match part.of {
            // What was taken out by hand is not counted, so the photos are looked at one by one.
            _ if !loss.taken_out.is_empty() => one_by_one(tx, viewer, &mut reach, *part)?,
            PartOf::TheDay { .. } | PartOf::Periods { .. } => in_time(tx, viewer, &mut reach, *part)?,
            PartOf::SameMoment => in_moments(tx, viewer, &mut reach, *part)?,
            _ => one_by_one(tx, viewer, &mut reach, *part)?,
        });
    }
    Ok(parts)
}

/// A part that is of time is counted by days and moments, not photo by photo.
fn in_time(tx: &mut Tx<'_>, viewer: Viewer, reach: &mut Reach, part: Part) -> Result<PartPreview, StoreError> {
    let spans = merged(reach.loss().spans(part.of));
    let (mut photos, mut on) = (0, Vec::new());
    for day in library::shelf_days(tx, viewer)? {
        let number = model::day_number(day.day);
        // As any photo of that day is decided.
        let days = Some((number, number));
        if reach.reaches(part.of, &Evidence { days, ..Evidence::of(PhotoId(0)) }) {
            photos += day.photos;
            on.push(number);
        }
    }
    // What is shown on another day than it was before is reached by both.
    for one in reach.by_other_dates(tx, viewer, part.of, &spans)? {
        photos += 1;
        on.extend(one.day());
    }
    on.sort_unstable();
    on.dedup();
    let mut places: Vec<(Place, u64)> = Vec::new();
    for (first, last) in spans {
        for (place, photos) in memories::places_between(tx, viewer, (first, last), FEW)? {
            match places.iter_mut().find(|(known, _)| *known == place) {
                Some((_, count)) => *count += photos,
                None => places.push((place, photos)),
            }
        }
    }
    let (between, days) = (first_and_last(&on), on.len() as u64);
    Ok(PartPreview { part, photos, between, days, places: with_most(places) })
}

/// Any other part is counted photo by photo.
fn one_by_one(tx: &mut Tx<'_>, viewer: Viewer, reach: &mut Reach, part: Part) -> Result<PartPreview, StoreError> {
    let decided = reach.decided(tx, viewer, part.of)?;
    let photos: Vec<PhotoId> = decided.iter().map(|one| one.photo).collect();
    let mut days: Vec<i64> = decided.iter().filter_map(Evidence::day).collect();
    days.sort_unstable();
    days.dedup();
    Ok(PartPreview {
        part,
        photos: photos.len() as u64,
        between: first_and_last(&days),
        days: days.len() as u64,
        places: places_of(tx, viewer, &photos)?,
    })
}

/// Where most of some photos were taken.
fn places_of(tx: &mut Tx<'_>, viewer: Viewer, photos: &[PhotoId]) -> Result<Vec<Place>, StoreError> {
    let mut places: HashMap<PlaceId, u64> = HashMap::new();
    for known in library::circumstances(tx, viewer, &some_of(photos))? {
        if let Some(place) = known.place {
            *places.entry(place).or_default() += 1;
        }
    }
    let mut most: Vec<(u64, PlaceId)> = places.into_iter().map(|(place, photos)| (photos, place)).collect();
    most.sort_unstable_by(|a, b| b.cmp(a));
    let wanted: Vec<PlaceId> = most.iter().take(FEW).map(|(_, place)| *place).collect();
    library::towns_named(tx, viewer, &wanted)
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
