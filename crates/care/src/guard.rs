//! The doors in the wall: what a viewer may see, asked anew each time.

use std::sync::Arc;

use circle::Viewer;
use jiff::civil::Date;
use library::Photo;
use memories::{Member, Moment, contents};
use model::{MomentId, PhotoId};
use store::{StoreError, Tx};

use crate::Cleared;
use crate::hard_days::{Hard, plan_for};
use crate::loss::Plan;
use crate::plan::Quiet;
use crate::quiet_look::quiet_look_for;
use crate::redact::redact;
use crate::tender_day::tender_until;
use crate::veil::not_held;
use crate::verdicts::Verdicts;
use crate::weighing::Weighing;

/// Care could not decide, so nothing is shown.
#[derive(Debug, thiserror::Error)]
#[error("Perennial cannot tell just now what may be shown, so it shows nothing")]
pub struct CareError {
    #[from]
    source: StoreError,
}

impl CareError {
    /// Whether the time of whoever waited was over, or too many wait to write: asking again may help.
    pub fn is_late(&self) -> bool {
        matches!(self.source, StoreError::Late | StoreError::Busy)
    }

    /// What the database said, for those below who ask it.
    pub(crate) fn into_store(self) -> StoreError {
        self.source
    }
}

impl From<CareError> for library::ShiftError {
    fn from(error: CareError) -> Self {
        Self::Store(error.into_store())
    }
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

/// Why nothing is offered on a day that those hard days meet on, where that is this viewer's wish. The second day is the one on
/// which they look.
pub(crate) fn quiet_on(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (day, today): (Date, Date),
    days: Vec<Hard>,
) -> Result<Option<Quiet>, StoreError> {
    if let Some(until) = tender_until(tx, viewer, day)? {
        return Ok(Some(Quiet::Tender { until }));
    }
    match plan_for(&days) {
        None | Some(Plan::AsUsual) => Ok(None),
        Some(Plan::Silence | Plan::QuietLook) => {
            let picks = quiet_look_for(tx, viewer, &days)?;
            let picked = !not_held(tx, viewer, &picks, today)?.is_empty();
            Ok(Some(Quiet::Hard { days, picked }))
        }
    }
}

/// The part of a moment that begins with its photo `from` of those that may be shown, and has at most `most` of them. The
/// moment counts all of them. `None` when there is nothing of it for this viewer ("not yours",
/// "not there" and "held" are one), and past its end.
///
/// # Errors
/// [`StoreError`] when care cannot decide; then nothing may be shown.
pub(crate) fn story_part(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: MomentId,
    today: Date,
    from: usize,
    most: usize,
) -> Result<Option<Cleared<Story>>, StoreError> {
    let Some(mut moment) = memories::moment(tx, viewer, id)? else { return Ok(None) };
    let verdicts = of_moment(tx, viewer, today, id)?;
    let mut members = contents(tx, viewer, &[id])?;
    members.retain(|member| verdicts.shows(member.photo));
    members.sort_by_key(|member| member.place);
    moment.photos = members.len() as u32;
    redact(tx, viewer, &verdicts, &mut moment)?;
    let alike = |at: usize| at > 0 && members[at].burst == members[at - 1].burst;
    let part = from.min(members.len())..from.saturating_add(most).min(members.len());
    let ids: Vec<PhotoId> = members[part.clone()].iter().map(|member| member.photo).collect();
    let photos: Vec<Cleared<Photo>> = library::photos(tx, viewer, &ids)?.into_iter().map(Cleared::of).collect();
    let alike = part.map(alike).collect();
    Ok((!photos.is_empty()).then(|| Cleared::of(Story { moment, photos, alike, from })))
}

/// What lies beside a photo in its moment, or `None` when it is in none or there is nothing for this viewer.
///
/// # Errors
/// [`StoreError`] when care cannot decide; then nothing may be shown.
pub(crate) fn beside(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: PhotoId,
    today: Date,
) -> Result<Option<Cleared<Beside>>, StoreError> {
    let Some(here) = memories::member(tx, viewer, id)? else { return Ok(None) };
    let Some(mut moment) = memories::moment(tx, viewer, here.moment)? else { return Ok(None) };
    let verdicts = of_moment(tx, viewer, today, moment.id)?;
    if !verdicts.shows(id) {
        return Ok(None);
    }
    redact(tx, viewer, &verdicts, &mut moment)?;
    moment.photos = 0;
    let shown = |member: &&Member| verdicts.shows(member.photo);
    let members = contents(tx, viewer, &[moment.id])?;
    let (before, after) = (members.iter().filter(shown), members.iter().filter(shown));
    let before = before.filter(|member| member.place < here.place).max_by_key(|member| member.place);
    let after = after.filter(|member| member.place > here.place).min_by_key(|member| member.place);
    let (before, after) = (before.map(|member| member.photo), after.map(|member| member.photo));
    Ok(Some(Cleared::of(Beside { moment, before, after })))
}

/// Screenshots, papers and the like of a day that may be seen and are not hidden yet.
///
/// # Errors
/// [`StoreError`] when care cannot decide; then nothing may be shown.
pub(crate) fn screens_on(tx: &mut Tx<'_>, viewer: Viewer, day: Date, today: Date) -> Result<Vec<PhotoId>, StoreError> {
    let mut screens = library::screens_on(tx, viewer, day)?;
    let verdicts = in_library(tx, viewer, today, &[], &screens)?;
    screens.retain(|id| verdicts.shows(*id));
    Ok(screens)
}

/// Whether a photo may be shown in the library.
pub(crate) fn shows(tx: &mut Tx<'_>, viewer: Viewer, photo: PhotoId, today: Date) -> Result<bool, StoreError> {
    match memories::member(tx, viewer, photo)? {
        Some(member) => Ok(of_moment(tx, viewer, today, member.moment)?.shows(photo)),
        None => Ok(in_library(tx, viewer, today, &[], &[photo])?.shows(photo)),
    }
}

/// What is answered for a moment, whole, on a page of the library: weighed once for each version of the data, for each viewer on each
/// day.
fn of_moment(tx: &mut Tx<'_>, viewer: Viewer, today: Date, moment: MomentId) -> Result<Arc<Verdicts>, StoreError> {
    let of = viewer.numbers([model::day_number(today), moment.0]);
    tx.once("a moment weighed", of, |tx| in_library(tx, viewer, today, &[moment], &[]))
}

/// What is answered for a page of the library; where its owner chose to see everything there, everything that is theirs is cleared.
pub(crate) fn in_library(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    today: Date,
    moments: &[MomentId],
    photos: &[PhotoId],
) -> Result<Verdicts, StoreError> {
    Weighing::of_pages(tx, viewer, today)?.weigh(tx, moments, photos, &[])
}
