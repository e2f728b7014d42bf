//! The doors in the wall: what a viewer may see, asked anew each time.

use circle::Viewer;
use jiff::civil::Date;
use library::Photo;
use memories::{Candidate, Member, Moment, Reason, candidates, contents, settled, stand_ins};
use model::{MomentId, PhotoId};
use store::{Store, StoreError, Tx};

use crate::Cleared;
use crate::held::{Held, held, held_photo};
use crate::plan::{DayPlan, Offered, day_plan};
use crate::rest::speak_of_the_rest;

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
    /// How many photos of the moment come before these.
    pub from: usize,
}

/// What lies beside a photo in its moment.
#[derive(Debug, PartialEq)]
pub struct Beside {
    /// The moment. How many photos it holds is not looked up here, and stays at 0.
    pub moment: Moment,
    /// The nearest photo before it that may be shown.
    pub before: Option<PhotoId>,
    /// The nearest photo after it that may be shown.
    pub after: Option<PhotoId>,
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
        for moment in candidates.iter_mut().filter_map(|candidate| candidate.moment.as_mut()) {
            speak_of_the_rest(tx, viewer, &held, moment)?;
        }
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
    story_part(store, viewer, id, today, 0, usize::MAX)
}

/// The part of a moment that begins with its photo `from` of those that may be shown, and has at most `most` of them. The
/// moment counts all of them. `None` as for [`story`], and past its end.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn story_part(
    store: &Store,
    viewer: Viewer,
    id: MomentId,
    today: Date,
    from: usize,
    most: usize,
) -> Result<Option<Cleared<Story>>, CareError> {
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
        moment.photos = members.len() as u32;
        speak_of_the_rest(tx, viewer, &held, &mut moment)?;
        let alike = |at: usize| at > 0 && members[at].burst == members[at - 1].burst;
        let part = from.min(members.len())..from.saturating_add(most).min(members.len());
        let ids: Vec<PhotoId> = members[part.clone()].iter().map(|member| member.photo).collect();
        let photos: Vec<Cleared<Photo>> = library::photos(tx, viewer, &ids)?.into_iter().map(Cleared::of).collect();
        let alike = part.map(alike).collect();
        Ok((!photos.is_empty()).then(|| Cleared::of(Story { moment, photos, alike, from })))
    })
}

/// What lies beside a photo in its moment, or `None` when it is in none or there is nothing for this viewer. However large
/// the moment is, only what is near is looked at.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn beside(store: &Store, viewer: Viewer, id: PhotoId, today: Date) -> Result<Option<Cleared<Beside>>, CareError> {
    settled(store, viewer)?;
    store.read(|tx| {
        let Some(here) = memories::member(tx, viewer, id)? else { return Ok(None) };
        if held_photo(tx, viewer, today, id, here.day)? {
            return Ok(None);
        }
        let Some(mut moment) = memories::moment(tx, viewer, here.moment)? else { return Ok(None) };
        let wishes = held(tx, viewer, today, &[(moment.id, model::day_number(moment.day))], &[], &[])?;
        speak_of_the_rest(tx, viewer, &wishes, &mut moment)?;
        moment.photos = 0;
        let before = nearest(tx, viewer, today, here, memories::before)?;
        let after = nearest(tx, viewer, today, here, memories::after)?;
        Ok(Some(Cleared::of(Beside { moment, before, after })))
    })
}

/// A few members of a moment to one side of a place, the nearest first.
type Side = fn(&mut Tx<'_>, Viewer, MomentId, u32) -> Result<Vec<Member>, StoreError>;

/// The nearest photo to one side that may be shown.
fn nearest(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    today: Date,
    from: Member,
    side: Side,
) -> Result<Option<PhotoId>, StoreError> {
    let mut place = from.place;
    loop {
        let few = side(tx, viewer, from.moment, place)?;
        let Some(last) = few.last() else { return Ok(None) };
        place = last.place;
        for member in few {
            if !held_photo(tx, viewer, today, member.photo, member.day)? {
                return Ok(Some(member.photo));
            }
        }
    }
}

/// Screenshots, papers and the like of a day that may be seen and are not hidden yet.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn screens_on(store: &Store, viewer: Viewer, day: Date, today: Date) -> Result<Vec<PhotoId>, CareError> {
    settled(store, viewer)?;
    store.read(|tx| {
        let number = model::day_number(day);
        let mut screens = library::screens_on(tx, viewer, day)?;
        let loose: Vec<(PhotoId, i64)> = screens.iter().map(|id| (*id, number)).collect();
        let held = held(tx, viewer, today, &[], &loose, &[])?;
        screens.retain(|id| !held.photo(*id));
        Ok(screens)
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
    Ok((!held_photo(tx, viewer, today, photo.id, day)?).then(|| Cleared::of(photo)))
}
