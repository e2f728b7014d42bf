//! The doors in the wall: what a viewer may see, asked anew each time.

use circle::Viewer;
use jiff::civil::Date;
use library::Photo;
use memories::{Candidate, Moment, Reason, candidates, contents, settled, stand_ins};
use model::{MomentId, PhotoId};
use store::{Store, StoreError, Tx};

use crate::Cleared;
use crate::held::{Held, held};
use crate::plan::{DayPlan, Offered, day_plan};

/// Care could not decide, so nothing is shown.
#[derive(Debug, thiserror::Error)]
#[error("Perennial cannot tell just now what may be shown, so it shows nothing")]
pub struct CareError {
    #[from]
    source: StoreError,
}

/// A moment whole, with all of its photos that may be shown, in order of time.
#[derive(Debug, PartialEq)]
pub struct Story {
    /// The moment. It counts only the photos that may be shown.
    pub moment: Moment,
    /// Its photos. Never empty.
    pub photos: Vec<Cleared<Photo>>,
    /// For each photo, whether it looks like the one before it: one of a burst.
    pub alike: Vec<bool>,
}

/// The day plan of this viewer for `day`. `today` is the day on which they look: a wish that holds on either of the two
/// holds.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn today(store: &Store, viewer: Viewer, day: Date, today: Date) -> Result<DayPlan, CareError> {
    settled(store, viewer)?;
    store.read(|tx| {
        let mut candidates = candidates(tx, viewer, day)?;
        // The more careful of both days: what is put away today is not met by looking ahead, nor by looking back.
        let held = held_among(tx, viewer, day.min(today), &candidates)?;
        stand_in(tx, viewer, &held, &mut candidates)?;
        held.spare(&mut candidates);
        let mut ids: Vec<PhotoId> = candidates.iter().flat_map(|c| c.picks.iter().map(|pick| pick.photo)).collect();
        ids.sort_unstable();
        ids.dedup();
        let photos = library::photos(tx, viewer, &ids)?;
        Ok(day_plan(day, Offered { candidates, photos }, &held))
    })
}

/// A moment whose best photos are put away one by one still has the others.
fn stand_in(tx: &mut Tx<'_>, viewer: Viewer, held: &Held, candidates: &mut [Candidate]) -> Result<(), StoreError> {
    for candidate in candidates.iter_mut().filter(|candidate| !held.holds_whole(candidate)) {
        let Some(moment) = &candidate.moment else { continue };
        if candidate.picks.iter().any(|pick| held.photo(pick.photo)) {
            candidate.picks = stand_ins(tx, viewer, moment.id, |photo| held.photo(photo))?;
        }
    }
    Ok(())
}

fn held_among(tx: &mut Tx<'_>, viewer: Viewer, day: Date, candidates: &[Candidate]) -> Result<Held, StoreError> {
    let (mut moments, mut loose, mut birthdays) = (Vec::new(), Vec::new(), Vec::new());
    for candidate in candidates {
        match &candidate.moment {
            Some(moment) => moments.push((moment.id, model::day_number(moment.day))),
            // Photos that no offered moment brings along: their own moments are looked up.
            None => loose.extend(candidate.picks.iter().map(|pick| (pick.photo, pick.day))),
        }
        if let Reason::Birthday { person, .. } = candidate.reason {
            birthdays.push(person);
        }
    }
    held(tx, viewer, day, &moments, &loose, &birthdays)
}

/// A moment whole, or `None` when there is nothing of it for this viewer. "Not yours", "not there" and "held" are one.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn story(store: &Store, viewer: Viewer, id: MomentId, today: Date) -> Result<Option<Cleared<Story>>, CareError> {
    settled(store, viewer)?;
    store.read(|tx| {
        let Some(mut moment) = memories::moment(tx, viewer, id)? else { return Ok(None) };
        let held = held(tx, viewer, today, &[(id, model::day_number(moment.day))], &[], &[])?;
        if held.moment(id) {
            return Ok(None);
        }
        let mut members = contents(tx, viewer, &[id])?;
        members.retain(|member| !held.photo(member.photo));
        members.sort_by_key(|member| member.place);
        let ids: Vec<PhotoId> = members.iter().map(|member| member.photo).collect();
        let photos = library::photos(tx, viewer, &ids)?;
        let burst = |photo: &Photo| members.iter().find(|m| m.photo == photo.id).map(|m| m.burst);
        let bursts: Vec<_> = photos.iter().map(burst).collect();
        let alike = (0..photos.len()).map(|i| i > 0 && bursts[i] == bursts[i - 1]).collect();
        moment.photos = photos.len() as u32;
        let photos: Vec<Cleared<Photo>> = photos.into_iter().map(Cleared::of).collect();
        Ok((!photos.is_empty()).then(|| Cleared::of(Story { moment, photos, alike })))
    })
}

/// One photo, or `None` when there is nothing for this viewer. Its files and renditions are served only with this.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn photo(store: &Store, viewer: Viewer, id: PhotoId, today: Date) -> Result<Option<Cleared<Photo>>, CareError> {
    settled(store, viewer)?;
    store.read(|tx| {
        let Some(photo) = library::photo(tx, viewer, id)?.filter(|photo| photo.removed_ms.is_none()) else {
            return Ok(None);
        };
        Ok(clear_photo(tx, viewer, photo, today)?)
    })
}

fn clear_photo(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    photo: Photo,
    today: Date,
) -> Result<Option<Cleared<Photo>>, StoreError> {
    // A photo without a date is on no day; a number that no day has stands for that.
    let day = photo.taken.as_ref().map_or(i64::MIN + 1, |taken| model::day_number(taken.at.date()));
    let held = held(tx, viewer, today, &[], &[(photo.id, day)], &[])?;
    Ok((!held.photo(photo.id)).then(|| Cleared::of(photo)))
}
