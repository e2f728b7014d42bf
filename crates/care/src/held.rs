//! What is held for one viewer on one day, out of what is about to be shown.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::civil::Date;
use memories::{Candidate, MOST_MEMORIES, MOST_PHOTOS, Member, Reason, contents, moments_holding, moments_of_nights};
use model::{MomentId, PersonId, PhotoId};
use store::{StoreError, Tx};

use crate::wishes::{Said, any, everything_said, meant_in, said};

/// What is held. Everything that is not in here is cleared, so whoever fills it looks at everything that is to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    photos: HashSet<PhotoId>,
    moments: HashSet<MomentId>,
    birthdays: HashSet<PersonId>,
    /// How many photos of each moment are held, for counts that do not tell.
    counts: HashMap<MomentId, u32>,
}

impl Held {
    /// Whether that photo is held.
    pub fn photo(&self, id: PhotoId) -> bool {
        self.photos.contains(&id)
    }

    /// Whether that moment is held whole.
    pub fn moment(&self, id: MomentId) -> bool {
        self.moments.contains(&id)
    }

    /// Whether the birthdays of that person are held.
    pub fn birthday(&self, id: PersonId) -> bool {
        self.birthdays.contains(&id)
    }

    /// Every held photo.
    pub(crate) fn photos(&self) -> &HashSet<PhotoId> {
        &self.photos
    }

    /// Drops what is held from candidates, and what is more than a day plan takes: nothing of that needs to be loaded.
    pub(crate) fn spare(&self, candidates: &mut Vec<Candidate>) {
        candidates.retain_mut(|candidate| {
            candidate.picks.retain(|pick| !self.photo(pick.photo));
            candidate.picks.truncate(MOST_PHOTOS);
            !self.holds_whole(candidate) && !candidate.picks.is_empty()
        });
        candidates.truncate(MOST_MEMORIES);
    }

    /// Whether a candidate is held whole: its moment is, or the birthdays of the person it is about.
    pub(crate) fn holds_whole(&self, candidate: &Candidate) -> bool {
        let birthday = matches!(candidate.reason, Reason::Birthday { person, .. } if self.birthday(person));
        birthday || candidate.moment.as_ref().is_some_and(|moment| self.moment(moment.id))
    }

    /// How many photos of that moment are held.
    pub fn count_in(&self, id: MomentId) -> u32 {
        self.counts.get(&id).copied().unwrap_or_default()
    }

    /// Spreads what wishes say over what is about to be shown. The more careful reading wins:
    /// - a wish about a photo holds the other pictures of its burst too, those of then and those of now;
    /// - a moment is held whole when a wish is about it, about the day it began, or about a moment that held any of its
    ///   photos when the wish was made;
    /// - a photo is held when its moment is, or when it was taken on a held day.
    pub(crate) fn spread(said: &Said, members: &[Member], began: &[(MomentId, i64)], loose: &[(PhotoId, i64)]) -> Self {
        let days: HashSet<i64> = said.days.iter().copied().collect();
        let wished: HashSet<PhotoId> = said.photos.iter().copied().collect();
        let meant: HashSet<PhotoId> = said.meant.iter().copied().collect();

        let mut moments: HashSet<MomentId> = said.moments.iter().copied().collect();
        moments.extend(began.iter().filter(|(_, day)| days.contains(day)).map(|(moment, _)| *moment));
        moments.extend(members.iter().filter(|m| meant.contains(&m.photo)).map(|m| m.moment));

        let bursts: HashSet<(MomentId, u32)> =
            members.iter().filter(|m| wished.contains(&m.photo)).map(|m| (m.moment, m.burst)).collect();
        let mut photos: HashSet<PhotoId> = wished.union(&meant).copied().collect();
        let held_member =
            |m: &&Member| moments.contains(&m.moment) || bursts.contains(&(m.moment, m.burst)) || days.contains(&m.day);
        photos.extend(members.iter().filter(held_member).map(|m| m.photo));
        photos.extend(loose.iter().filter(|(_, day)| days.contains(day)).map(|(photo, _)| *photo));
        let birthdays = said.birthdays.iter().copied().collect();
        let mut counts: HashMap<MomentId, u32> = HashMap::new();
        if !photos.is_empty() {
            for member in members.iter().filter(|m| photos.contains(&m.photo)) {
                *counts.entry(member.moment).or_default() += 1;
            }
        }
        Self { photos, moments, birthdays, counts }
    }
}

/// Looks up what is held for this viewer on `day` among those moments (with the day each began), those photos (with
/// the day each was taken) and those people's birthdays, in a few queries however large the library is.
pub(crate) fn held(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    moments: &[(MomentId, i64)],
    loose: &[(PhotoId, i64)],
    birthdays: &[PersonId],
) -> Result<Held, StoreError> {
    if !any(tx, viewer, day)? {
        return Ok(Held::default());
    }
    let loose_ids: Vec<PhotoId> = loose.iter().map(|(photo, _)| *photo).collect();
    let mut moment_ids: Vec<MomentId> = moments.iter().map(|(moment, _)| *moment).collect();
    let mut began = moments.to_vec();
    for moment in moments_holding(tx, viewer, &loose_ids)? {
        if !moment_ids.contains(&moment) {
            moment_ids.push(moment);
            let day = memories::moment(tx, viewer, moment)?.map(|m| model::day_number(m.day));
            began.extend(day.map(|day| (moment, day)));
        }
    }
    let members = contents(tx, viewer, &moment_ids)?;

    let mut photos: Vec<PhotoId> = members.iter().map(|m| m.photo).chain(loose_ids).collect();
    let mut days: Vec<i64> = members.iter().map(|m| m.day).chain(began.iter().map(|(_, day)| *day)).collect();
    days.extend(loose.iter().map(|(_, day)| *day));
    photos.sort_unstable();
    photos.dedup();
    days.sort_unstable();
    days.dedup();
    // A wish about somebody's birthdays holds for whoever they turned out to be.
    let everybody = library::shown_as(tx, viewer, birthdays)?;
    let born: Vec<PersonId> = everybody.iter().map(|(member, _)| *member).collect();
    let mut said = said(tx, viewer, day, &photos, &moment_ids, &born, &days)?;
    let meant = |person: &PersonId| everybody.iter().find(|(member, _)| member == person).map(|(_, shown)| *shown);
    said.birthdays = said.birthdays.iter().filter_map(meant).collect();
    Ok(Held::spread(&said, &members, &began, loose))
}

/// Whether one photo, taken on that day, is held for this viewer on `day`. The same verdict as [`held`] gives among others,
/// asked of as little as it depends on: a page of a large moment asks it for each of its pictures.
pub(crate) fn held_photo(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    photo: PhotoId,
    taken_on: i64,
) -> Result<bool, StoreError> {
    if !any(tx, viewer, day)? {
        return Ok(false);
    }
    let (mut photos, mut moments, mut days) = (vec![photo], Vec::new(), vec![taken_on]);
    if let Some(member) = memories::member(tx, viewer, photo)? {
        if meant_in(tx, viewer, day, member.moment)? {
            return Ok(true);
        }
        photos.extend(memories::burst_of(tx, viewer, &member)?);
        days.push(member.day);
        days.extend(memories::moment(tx, viewer, member.moment)?.map(|moment| model::day_number(moment.day)));
        moments.push(member.moment);
    }
    let said = said(tx, viewer, day, &photos, &moments, &[], &days)?;
    // Every one of these holds it: its burst, its moment, its day, or the day its moment began.
    Ok(said != Said::default())
}

/// Everything that is held for this viewer on `day`, for whoever lists a library. The same wishes, spread in the same way.
pub(crate) fn held_everywhere(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Held, StoreError> {
    if !any(tx, viewer, day)? {
        return Ok(Held::default());
    }
    let mut said = everything_said(tx, viewer, day)?;
    for person in &mut said.birthdays {
        *person = library::now_shown_as(tx, viewer, *person)?.unwrap_or(*person);
    }
    // What was taken on a day lies in its waking hours or, before dawn, in those of the day before.
    let nights: Vec<i64> = said.days.iter().flat_map(|day| [day - 1, *day]).collect();
    let began = moments_of_nights(tx, viewer, &nights)?;
    let wished: Vec<PhotoId> = said.photos.iter().chain(&said.meant).copied().collect();
    let mut moments = moments_holding(tx, viewer, &wished)?;
    moments.extend(began.iter().map(|(moment, _)| *moment).chain(said.moments.iter().copied()));
    moments.sort_unstable();
    moments.dedup();
    let members = contents(tx, viewer, &moments)?;
    let mut loose = Vec::new();
    for &number in &said.days {
        let Some(day) = model::day_from_number(number) else { continue };
        loose.extend(library::taken_on(tx, viewer, day)?.into_iter().map(|photo| (photo, number)));
    }
    Ok(Held::spread(&said, &members, &began, &loose))
}
