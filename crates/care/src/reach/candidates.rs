//! Which photos of a library a part of a loss may reach: told by lists, and rather too many than too few. Whether one is reached is
//! for [`Reach::reaches`] to say, as for any other photo.

use std::collections::HashMap;

use circle::Viewer;
use library::Dated;
use memories::contents;
use model::{MomentId, PersonId, PhotoId, PlaceId};
use store::{StoreError, Tx};

use super::{Alike, ByHash, Reach};
use crate::evidence::Evidence;
use crate::gathered::known_of;
use crate::loss::{Chosen, LossPlace, PartOf};

impl Reach {
    /// The photos by which a part reaches something: what is in the same moment as one of them may be reached, too. `words`: of all
    /// photos that have any, the words that losses name. One may come twice.
    pub(crate) fn candidates(
        &self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        part: PartOf,
        words: &HashMap<PhotoId, Vec<String>>,
    ) -> Result<Vec<PhotoId>, StoreError> {
        let loss = &self.loss;
        match part {
            PartOf::TheDay { .. } | PartOf::Periods { .. } => within(tx, viewer, &loss.spans(part)),
            PartOf::People | PartOf::Companions => {
                Ok(self.with_whom(tx, viewer, part)?.into_iter().map(|(_, dated)| dated.photo).collect())
            }
            PartOf::SameMoment => {
                let mut photos = loss.examples.clone();
                photos.extend(self.with_whom(tx, viewer, part)?.into_iter().map(|(_, dated)| dated.photo));
                photos.extend(self.without_hour(tx, viewer)?);
                Ok(photos)
            }
            PartOf::Places { .. } => at_places(tx, viewer, &loss.places),
            PartOf::Words => Ok(words.iter().filter(|(_, own)| self.has_tag(own)).map(|(photo, _)| *photo).collect()),
            PartOf::Alike => self.may_be_alike(tx, viewer),
            PartOf::Chosen => {
                let mut photos = chosen(tx, viewer, &loss.taken_in)?;
                photos.extend(without_hour(tx, viewer, &self.chosen_on)?);
                Ok(photos)
            }
        }
    }

    /// The photos with the people by whom a part reaches something, each with whom it shows and the days on which it may have been
    /// taken; one may come twice. Nothing for a part that is not of people.
    pub(super) fn with_whom(
        &self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        part: PartOf,
    ) -> Result<Vec<(PersonId, Dated)>, StoreError> {
        let people: &[PersonId] = match part {
            PartOf::People | PartOf::SameMoment => &self.loss.people,
            PartOf::Companions => &self.loss.companions,
            _ => &[],
        };
        let mut found = Vec::new();
        for person in people {
            if part == PartOf::People {
                found.extend(library::photos_of(tx, viewer, *person)?.into_iter().map(|dated| (*person, dated)));
                continue;
            }
            for (first, last) in &self.periods {
                let there = library::photos_of_between(tx, viewer, *person, *first, *last)?;
                found.extend(there.into_iter().map(|dated| (*person, dated)));
            }
        }
        Ok(found)
    }

    /// Of which nobody knows the hour, and that may be of a moment near it.
    pub(super) fn without_hour(&self, tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<PhotoId>, StoreError> {
        let mut found = without_hour(tx, viewer, &self.near_on)?;
        if !self.loss.people.is_empty() {
            found.extend(without_hour(tx, viewer, &self.periods)?);
        }
        Ok(found)
    }

    fn may_be_alike(&self, tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<PhotoId>, StoreError> {
        let mut found: Vec<PhotoId> = self.examples.iter().map(|example| example.photo).collect();
        let apart = ByHash.furthest_apart();
        let mut times: Vec<i64> = self.examples.iter().flat_map(Evidence::times).collect();
        times.sort_unstable();
        // Examples that lie close together are looked around once.
        let mut stretches: Vec<(i64, i64)> = Vec::new();
        for at in times {
            match stretches.last_mut() {
                Some((_, to)) if at - apart <= *to => *to = at + apart,
                _ => stretches.push((at - apart, at + apart)),
            }
        }
        for (from, to) in stretches {
            let near = library::sighted_between(tx, viewer, from, to)?;
            let known = known_of(tx, viewer, &[], &near)?.into_iter();
            let like = known.filter(|one| self.examples.iter().any(|example| ByHash.is_alike(one, example)));
            found.extend(like.map(|one| one.photo));
        }
        Ok(found)
    }
}

fn chosen(tx: &mut Tx<'_>, viewer: Viewer, chosen: &[Chosen]) -> Result<Vec<PhotoId>, StoreError> {
    let moments: Vec<MomentId> = chosen.iter().filter_map(|one| one.moment()).collect();
    let photo = |one: &Chosen| match one {
        Chosen::Photo(photo) => Some(*photo),
        Chosen::Moment(_) => None,
    };
    let mut photos: Vec<PhotoId> = chosen.iter().filter_map(photo).collect();
    photos.extend(contents(tx, viewer, &moments)?.into_iter().map(|member| member.photo));
    Ok(photos)
}

fn within(tx: &mut Tx<'_>, viewer: Viewer, spans: &[(i64, i64)]) -> Result<Vec<PhotoId>, StoreError> {
    let mut found = Vec::new();
    for (first, last) in spans {
        found.extend(library::photos_taken_within(tx, viewer, *first, *last)?);
    }
    Ok(found)
}

fn without_hour(tx: &mut Tx<'_>, viewer: Viewer, spans: &[(i64, i64)]) -> Result<Vec<PhotoId>, StoreError> {
    let mut found = Vec::new();
    for (first, last) in spans {
        found.extend(library::without_hour_within(tx, viewer, *first, *last)?);
    }
    Ok(found)
}

fn at_places(tx: &mut Tx<'_>, viewer: Viewer, places: &[LossPlace]) -> Result<Vec<PhotoId>, StoreError> {
    let mut found = Vec::new();
    for place in places {
        match place {
            LossPlace::Around { point, metres } => {
                found.extend(library::photos_around(tx, viewer, *point, *metres)?);
            }
            LossPlace::Town(town) => {
                let towns: [PlaceId; 1] = [*town];
                found.extend(library::photos_in_towns(tx, viewer, &towns)?);
            }
        }
    }
    Ok(found)
}
