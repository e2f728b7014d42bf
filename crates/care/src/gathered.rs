//! Gathering what is known of photos that are about to be weighed, with everything that belongs together with them.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use library::dates_beside;
use memories::{Belongs, Member, OccasionId, belonging, contents, moments_holding, moments_of};
use model::{MomentId, PhotoId};
use store::{StoreError, Tx};

use crate::audience::Audience;
use crate::evidence::{DatedBeside, Evidence};

/// What is known of some photos and of what belongs together with them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gathered {
    /// First the photos that were asked for, whole moments; then what belongs together with them.
    pub(crate) evidence: Vec<Evidence>,
    /// How many of that were asked for.
    pub(crate) asked: usize,
    /// The members of all moments.
    pub(crate) members: Vec<Member>,
}

impl Gathered {
    /// Those moments whole, those photos with the moments that they are in, and what belongs together with any of them.
    pub(crate) fn of(
        tx: &mut Tx<'_>,
        viewer: Viewer,
        moments: &[MomentId],
        photos: &[PhotoId],
    ) -> Result<Self, StoreError> {
        let whole = with_moments_of(tx, viewer, moments, photos)?;
        Self::of_members(tx, viewer, &whole, photos)
    }

    /// The same, where it does not matter when, where and with whom photos in moments were taken: nothing of that is looked up, unless
    /// something belongs to the moments that is not in them.
    pub(crate) fn lightly(
        tx: &mut Tx<'_>,
        viewer: Viewer,
        moments: &[MomentId],
        photos: &[PhotoId],
    ) -> Result<Self, StoreError> {
        let light = Self::plainly(tx, viewer, moments, photos)?;
        let ids: Vec<PhotoId> = light.evidence.iter().map(|one| one.photo).collect();
        let whole = with_moments_of(tx, viewer, moments, photos)?;
        match belonging(tx, viewer, &whole, photos)?.is_empty() && dates_beside(tx, viewer, &ids)?.is_empty() {
            true => Ok(light),
            false => Self::of_members(tx, viewer, &whole, photos),
        }
    }

    fn of_members(tx: &mut Tx<'_>, viewer: Viewer, whole: &[MomentId], photos: &[PhotoId]) -> Result<Self, StoreError> {
        let mut members = contents(tx, viewer, whole)?;
        let mut evidence = known_of(tx, viewer, &members, photos)?;
        let asked = evidence.len();
        let may_belong = evidence.iter().filter(|one| one.moment.is_none() || !one.beside.is_empty());
        let may_belong: Vec<PhotoId> = may_belong.map(|one| one.photo).collect();
        let parts = belonging(tx, viewer, whole, &may_belong)?;
        if !parts.is_empty() {
            let there: HashSet<PhotoId> = evidence.iter().map(|one| one.photo).collect();
            let more: Vec<MomentId> = further(&parts, whole);
            let around = contents(tx, viewer, &more)?;
            let others = parts.iter().filter_map(|(_, part)| match part {
                Belongs::Photo(photo, _) if !there.contains(photo) => Some(*photo),
                _ => None,
            });
            let others: Vec<PhotoId> = others.collect();
            let around_them: Vec<Member> =
                around.iter().filter(|member| !there.contains(&member.photo)).copied().collect();
            evidence.extend(known_of(tx, viewer, &around_them, &others)?);
            members.extend(around);
            link(&mut evidence, &parts);
        }
        Ok(Self { evidence, asked, members })
    }

    /// The same with nothing known of photos in moments but that they are the viewer's, and nothing of what belongs together: for
    /// whoever said nothing of which that would matter.
    pub(crate) fn plainly(
        tx: &mut Tx<'_>,
        viewer: Viewer,
        moments: &[MomentId],
        photos: &[PhotoId],
    ) -> Result<Self, StoreError> {
        let whole = with_moments_of(tx, viewer, moments, photos)?;
        let members = contents(tx, viewer, &whole)?;
        let there: HashSet<PhotoId> = members.iter().map(|member| member.photo).collect();
        let others: Vec<PhotoId> = photos.iter().copied().filter(|photo| !there.contains(photo)).collect();
        let audience = Audience::Library(viewer.library());
        let given = members.iter().map(|member| Evidence {
            audience,
            moment: Some(member.moment),
            ..Evidence::of(member.photo)
        });
        let mut evidence: Vec<Evidence> = given.collect();
        evidence.extend(known_of(tx, viewer, &[], &others)?);
        Ok(Self { asked: evidence.len(), evidence, members })
    }

    /// What was asked for.
    pub(crate) fn into_asked(mut self) -> Vec<Evidence> {
        self.evidence.truncate(self.asked);
        self.evidence
    }
}

/// Those moments, and those that hold any of those photos.
fn with_moments_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    moments: &[MomentId],
    photos: &[PhotoId],
) -> Result<Vec<MomentId>, StoreError> {
    let mut whole: Vec<MomentId> = moments.to_vec();
    whole.extend(moments_holding(tx, viewer, photos)?);
    whole.sort_unstable();
    whole.dedup();
    Ok(whole)
}

/// Those moments and photos with everything that belongs together with any of them: whole moments, and the photos that are in none.
pub(crate) fn with_what_belongs(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    moments: &[MomentId],
    photos: &[PhotoId],
) -> Result<(Vec<MomentId>, Vec<PhotoId>), StoreError> {
    let mut whole = with_moments_of(tx, viewer, moments, photos)?;
    let mut all: Vec<PhotoId> = photos.to_vec();
    for (_, part) in belonging(tx, viewer, &whole, photos)? {
        match part {
            Belongs::Moment(moment) => whole.push(moment),
            Belongs::Photo(photo, _) => all.push(photo),
        }
    }
    all.sort_unstable();
    all.dedup();
    let in_moments: HashMap<PhotoId, MomentId> = moments_of(tx, viewer, &all)?.into_iter().collect();
    whole.extend(in_moments.values());
    whole.sort_unstable();
    whole.dedup();
    all.retain(|photo| !in_moments.contains_key(photo));
    Ok((whole, all))
}

/// The moments of occasions that are not among those.
fn further(parts: &[(OccasionId, Belongs)], among: &[MomentId]) -> Vec<MomentId> {
    let known: HashSet<MomentId> = among.iter().copied().collect();
    let more = parts.iter().filter_map(|(_, part)| match part {
        Belongs::Moment(moment) if !known.contains(moment) => Some(*moment),
        _ => None,
    });
    let more: HashSet<MomentId> = more.collect();
    more.into_iter().collect()
}

/// Says of each photo to what it belongs.
pub(crate) fn link(evidence: &mut [Evidence], parts: &[(OccasionId, Belongs)]) {
    let mut of_moment: HashMap<MomentId, Vec<OccasionId>> = HashMap::new();
    let mut moments: HashMap<OccasionId, Vec<MomentId>> = HashMap::new();
    let mut of_photo: HashMap<PhotoId, Vec<(OccasionId, i64)>> = HashMap::new();
    for (occasion, part) in parts {
        match part {
            Belongs::Moment(moment) => {
                of_moment.entry(*moment).or_default().push(*occasion);
                moments.entry(*occasion).or_default().push(*moment);
            }
            Belongs::Photo(photo, at_ms) => of_photo.entry(*photo).or_default().push((*occasion, *at_ms)),
        }
    }
    for one in evidence {
        one.occasions.extend(one.moment.and_then(|moment| of_moment.get(&moment)).into_iter().flatten());
        for (occasion, at_ms) in of_photo.get(&one.photo).into_iter().flatten() {
            match one.beside.iter_mut().find(|date| date.at_ms == *at_ms && one.at_ms != Some(*at_ms)) {
                Some(date) => date.occasions.push(*occasion),
                None => one.occasions.push(*occasion),
            }
            one.belongs_to.extend(moments.get(occasion).into_iter().flatten());
        }
    }
}

/// What is known of photos of the viewer's library: of members of moments, and of others. Nobody else's photo is among it.
pub(crate) fn known_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    members: &[Member],
    others: &[PhotoId],
) -> Result<Vec<Evidence>, StoreError> {
    let moments: HashMap<PhotoId, MomentId> = members.iter().map(|member| (member.photo, member.moment)).collect();
    let mut ids: Vec<PhotoId> = members.iter().map(|member| member.photo).chain(others.iter().copied()).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = library::circumstances(tx, viewer, &ids)?.into_iter().map(|known| Evidence {
        audience: Audience::Library(viewer.library()),
        moment: moments.get(&known.photo).copied(),
        days: known.days,
        at_ms: known.at_ms,
        hour_known: known.hour_known,
        beside: known.beside.into_iter().map(beside).collect(),
        position: known.position,
        place: known.place,
        positions_beside: known.positions_beside,
        places_beside: known.places_beside,
        likeness: known.likeness,
        ..Evidence::of(known.photo)
    });
    Ok(known.collect())
}

fn beside(date: library::DateBeside) -> DatedBeside {
    let hour_known = date.precision == model::Precision::Time;
    DatedBeside { days: date.days(), at_ms: date.at_ms, hour_known, occasions: Vec::new() }
}

/// Those of some photos that are in none of those moments, in the order in which they came.
pub(crate) fn in_none_of(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    photos: &[PhotoId],
    moments: &[MomentId],
) -> Result<Vec<PhotoId>, StoreError> {
    let grouped: HashSet<PhotoId> = contents(tx, viewer, moments)?.into_iter().map(|member| member.photo).collect();
    Ok(photos.iter().copied().filter(|photo| !grouped.contains(photo)).collect())
}
