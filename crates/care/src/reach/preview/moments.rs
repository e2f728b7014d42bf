//! A part that takes moments whole, counted by them: whoever is close is in a tenth of everything.

use std::collections::{BTreeMap, HashMap, HashSet};

use circle::Viewer;
use memories::{
    Belongs, Extent, OccasionId, belonging, extents, extents_with, moments_holding, moments_of, occasions_with,
};
use model::{MomentId, PhotoId, Place};
use store::{StoreError, Tx};

use super::{PartPreview, first_and_last, with_most};
use crate::evidence::Evidence;
use crate::reach::{Part, Reach};

const DAY: i64 = 86_400_000;

/// Country, region and town.
type Called<'a> = (&'a str, &'a str, &'a str);

pub(super) fn in_moments(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    reach: &mut Reach,
    part: Part,
) -> Result<PartPreview, StoreError> {
    let mut near = moments_holding(tx, viewer, &reach.loss.examples)?;
    let mut whole: Vec<Extent> = Vec::new();
    let mut parts: Vec<(OccasionId, Belongs)> = Vec::new();
    for person in &reach.loss.people {
        // What is in a moment has a day; dates that are known roughly are in none.
        for (first, last) in &reach.periods {
            let within = (first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY));
            whole.extend(extents_with(tx, viewer, *person, within)?);
            parts.extend(occasions_with(tx, viewer, *person, within)?);
        }
    }
    near.extend(whole.iter().map(|extent| extent.moment));
    parts.extend(belonging(tx, viewer, &near, &reach.loss.examples)?);
    near.extend(parts.iter().filter_map(|(_, part)| match part {
        Belongs::Moment(moment) => Some(*moment),
        Belongs::Photo(..) => None,
    }));
    let counted: HashSet<MomentId> = whole.iter().map(|extent| extent.moment).collect();
    near.retain(|moment| !counted.contains(moment));
    whole.extend(extents(tx, viewer, &near)?);
    let moments: HashMap<MomentId, Extent> = whole.into_iter().map(|extent| (extent.moment, extent)).collect();
    let others = others(tx, viewer, reach, part, (&moments, &parts))?;

    let mut days: Vec<i64> = moments.values().flat_map(|extent| [extent.days.0, extent.days.1]).collect();
    days.extend(others.iter().filter_map(Evidence::day));
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
        photos: moments.values().map(|extent| extent.photos).sum::<u64>() + others.len() as u64,
        between: first_and_last(&days),
        days: days.len() as u64,
        places: with_most(places.into_values().map(|(place, photos)| (place.clone(), photos)).collect()),
    })
}

/// What is reached and is in none of those moments: decided photo by photo, as it is few.
fn others(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    reach: &mut Reach,
    part: Part,
    (moments, parts): (&HashMap<MomentId, Extent>, &[(OccasionId, Belongs)]),
) -> Result<Vec<Evidence>, StoreError> {
    let mut photos: Vec<PhotoId> = reach.loss.examples.clone();
    photos.extend(parts.iter().filter_map(|(_, part)| match part {
        Belongs::Photo(photo, _) => Some(*photo),
        Belongs::Moment(_) => None,
    }));
    photos.extend(reach.without_hour(tx, viewer)?);
    photos.sort_unstable();
    photos.dedup();
    let of: HashMap<PhotoId, MomentId> = moments_of(tx, viewer, &photos)?.into_iter().collect();
    photos.retain(|photo| of.get(photo).is_none_or(|moment| !moments.contains_key(moment)));
    let mut found = Vec::new();
    for some in photos.chunks(1_024) {
        let decided = reach.decided_of(tx, viewer, part.of, &[], some)?;
        found.extend(decided.into_iter().filter(|one| some.binary_search(&one.photo).is_ok()));
    }
    Ok(found)
}
