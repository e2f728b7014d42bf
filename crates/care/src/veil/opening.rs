//! Opening a veil or a door: for that viewing, and nothing beyond it.

use std::collections::HashSet;

use circle::Viewer;
use jiff::Zoned;
use jiff::civil::Date;
use library::Photo;
use memories::{Moment, contents};
use model::{DraftId, LossId, PhotoId};
use store::{StoreError, Tx};

use super::{Seal, Session, Stage, Subject, Veil, name};
use crate::Cleared;
use crate::brought::Brought;
use crate::hard_days::HardDays;
use crate::log::{Entry, note};
use crate::loss::{Chosen, loss};
use crate::quiet_look::{quiet_look, quiet_look_for};
use crate::reach::{photos_in, photos_in_all};
use crate::verdicts::Verdicts;
use crate::want::Verdict;
use crate::weighing::Weighing;
use crate::why::{WhyPhoto, why_memory, why_photo};

/// What was opened, or a part of it.
#[derive(Debug, PartialEq)]
pub struct Opened {
    /// The moment, where it is one.
    pub moment: Option<Moment>,
    /// The photos of this part, in order of time. Never empty.
    pub photos: Vec<Cleared<Photo>>,
    /// The sealed name of each of them, by which something is said of that very photo.
    pub names: Vec<String>,
    /// How many photos come before these.
    pub from: usize,
    /// How many there are in all.
    pub of: usize,
    /// What it is.
    pub about: About,
}

/// What it is that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A moment or a photo that was asked about.
    Veil,
    /// What was picked for a quiet look.
    QuietLook,
    /// Everything that is put away.
    PutAway,
    /// What falls in a part of that loss.
    Reach(LossId),
    /// What a loss would reach that is not kept yet.
    Draft(DraftId),
}

impl Opened {
    /// Whether it can be welcomed from now on: it was asked about, and is not a door or a quiet look.
    pub fn may_be_welcomed(&self) -> bool {
        self.about == About::Veil
    }
}

/// Opens a veil: answers a token by which it is looked at for a while, or `None` where the token opens nothing.
///
/// # Errors
/// [`StoreError`] when care cannot decide; then nothing may be shown.
pub(crate) fn open(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    token: &str,
    now: &Zoned,
) -> Result<Option<String>, StoreError> {
    let Some(subject) = seal.unseal(viewer, session, Stage::Closed, token, now.timestamp()) else { return Ok(None) };
    let nothing = match subject {
        Subject::CardOf(day) => waiting_on(tx, viewer, (day, now.date()))?.is_empty(),
        _ => behind(tx, viewer, subject, now)?.1.is_empty(),
    };
    if nothing {
        return Ok(None);
    }
    note(tx, viewer, now.timestamp(), &Entry::Opened)?;
    Ok(seal.seal(viewer, session, Stage::Open, subject, now.timestamp()))
}

/// A part of what was opened: at most `most` photos from `from` on. What was kept away in the meantime is not there.
///
/// # Errors
/// [`StoreError`] when care cannot decide; then nothing may be shown.
pub(crate) fn opened(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    token: &str,
    now: &Zoned,
    (from, most): (usize, usize),
) -> Result<Option<Cleared<Opened>>, StoreError> {
    let Some(subject) = seal.unseal(viewer, session, Stage::Open, token, now.timestamp()) else { return Ok(None) };
    let (moment, ids) = behind(tx, viewer, subject, now)?;
    let part: Vec<PhotoId> = ids.iter().copied().skip(from).take(most).collect();
    let photos: Vec<Cleared<Photo>> = library::photos(tx, viewer, &part)?.into_iter().map(Cleared::of).collect();
    let about = match subject {
        Subject::QuietLook(_) | Subject::QuietLookOf(_) => About::QuietLook,
        Subject::PutAway => About::PutAway,
        Subject::Reach(loss, _) => About::Reach(loss),
        Subject::Draft(draft) => About::Draft(draft),
        _ => About::Veil,
    };
    let named = |photo: &Cleared<Photo>| name((seal, session), viewer, Subject::Named(photo.id), now.timestamp());
    let names = photos.iter().map(|photo| named(photo).unwrap_or_default()).collect();
    let opened = Opened { moment, names, photos, from, of: ids.len(), about };
    Ok((!opened.photos.is_empty()).then(|| Cleared::of(opened)))
}

/// One photo of what was opened, by its sealed name. Its renditions are served only with this.
pub(crate) fn opened_photo(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    sealing: (&Seal, &Session),
    token: &str,
    now: &Zoned,
    name: &str,
) -> Result<Option<Cleared<Photo>>, StoreError> {
    let Some((_, id)) = at(tx, viewer, sealing, token, now, name)? else { return Ok(None) };
    Ok(library::photo(tx, viewer, id)?.filter(|photo| photo.removed_ms.is_none()).map(Cleared::of))
}

/// What a sealed name in what was opened is of, for its owner to say something of it: the moment whole, or that one photo. `None` where
/// the token or the name opens nothing.
pub(crate) fn opened_at(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    sealing: (&Seal, &Session),
    token: &str,
    now: &Zoned,
    name: &str,
) -> Result<Option<Chosen>, StoreError> {
    let found = at(tx, viewer, sealing, token, now, name)?;
    Ok(found.map(|(moment, photo)| moment.map_or(Chosen::Photo(photo), |moment| Chosen::Moment(moment.id))))
}

/// Why something that was opened asked first or stays away: of a moment as it would come today, of a photo by its sealed name. `None`
/// where the token or the name opens nothing.
pub(crate) fn why_opened(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    sealing: (&Seal, &Session),
    token: &str,
    now: &Zoned,
    name: &str,
) -> Result<Option<WhyPhoto>, StoreError> {
    match opened_at(tx, viewer, sealing, token, now, name)? {
        Some(Chosen::Moment(moment)) => why_memory(tx, viewer, moment, (now.date(), now.date())),
        Some(Chosen::Photo(photo)) => why_photo(tx, viewer, photo, now.date()),
        None => Ok(None),
    }
}

/// What waits on a day to be asked for.
pub(super) fn waiting_on(tx: &mut Tx<'_>, viewer: Viewer, days: (Date, Date)) -> Result<Vec<Veil>, StoreError> {
    Ok(Brought::by(tx, viewer, days)?.waits())
}

/// The photos behind a door that is about to be opened.
pub(crate) fn behind_door(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    subject: Subject,
    now: &Zoned,
) -> Result<Vec<PhotoId>, StoreError> {
    Ok(behind(tx, viewer, subject, now)?.1)
}

/// The photo of that sealed name, where it is still behind what that token opened; with the moment, where that is what was opened.
fn at(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    token: &str,
    now: &Zoned,
    name: &str,
) -> Result<Option<(Option<Moment>, PhotoId)>, StoreError> {
    let Some(subject) = seal.unseal(viewer, session, Stage::Open, token, now.timestamp()) else { return Ok(None) };
    let named = seal.unseal(viewer, session, Stage::Name, name, now.timestamp());
    let Some(Subject::Named(photo)) = named else { return Ok(None) };
    let (moment, ids) = behind(tx, viewer, subject, now)?;
    Ok(ids.contains(&photo).then_some((moment, photo)))
}

/// What is behind a veil or a door now: the moment, if it is one, and the photos that may be looked at, in order.
pub(super) fn behind(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    subject: Subject,
    now: &Zoned,
) -> Result<(Option<Moment>, Vec<PhotoId>), StoreError> {
    let today = now.date();
    match subject {
        Subject::Moment(id) => {
            let Some(mut moment) = memories::moment(tx, viewer, id)? else { return Ok((None, Vec::new())) };
            let verdicts = Weighing::of(tx, viewer, today)?.weigh(tx, &[id], &[], &[])?;
            let mut members = contents(tx, viewer, &[id])?;
            members.sort_by_key(|member| member.place);
            let ids = seen(&verdicts, members.into_iter().map(|member| member.photo));
            moment.photos = ids.len() as u32;
            Ok((Some(moment), ids))
        }
        Subject::Photo(id) => Ok((None, not_held(tx, viewer, &[id], today)?)),
        Subject::QuietLook(day) => {
            let hard = HardDays::of(tx, viewer)?.on(day);
            let picks = quiet_look_for(tx, viewer, &hard)?;
            Ok((None, not_held(tx, viewer, &picks, today)?))
        }
        Subject::QuietLookOf(source) => {
            let picks = quiet_look(tx, viewer, source)?;
            Ok((None, not_held(tx, viewer, &picks, today)?))
        }
        Subject::PutAway => {
            let verdicts = Weighing::of(tx, viewer, today)?.weigh_library(tx)?;
            let away: Vec<PhotoId> = verdicts.with(Verdict::Held).collect();
            Ok((None, newest_first(tx, viewer, away)?))
        }
        Subject::Reach(id, part) => {
            let Some(kept) = loss(tx, viewer, id)? else { return Ok((None, Vec::new())) };
            let Some(part) = kept.loss.part(part.name()).copied() else { return Ok((None, Vec::new())) };
            let photos = photos_in(tx, viewer, &kept, part.of)?;
            Ok((None, newest_first(tx, viewer, photos)?))
        }
        Subject::Draft(id) => {
            let Some(said) = crate::loss::draft(tx, viewer, id, now.timestamp())? else {
                return Ok((None, Vec::new()));
            };
            let photos = photos_in_all(tx, viewer, &said, today)?;
            Ok((None, newest_first(tx, viewer, photos)?))
        }
        // What only has a name is behind no door.
        _ => Ok((None, Vec::new())),
    }
}

/// Those of some photos that were not removed, the newest first.
fn newest_first(tx: &mut Tx<'_>, viewer: Viewer, mut photos: Vec<PhotoId>) -> Result<Vec<PhotoId>, StoreError> {
    let off_shelf: HashSet<PhotoId> = library::off_shelf(tx, viewer)?.into_iter().collect();
    photos.retain(|photo| !off_shelf.contains(photo));
    let mut known = library::circumstances(tx, viewer, &photos)?;
    known.sort_by_key(|known| std::cmp::Reverse((known.at_ms, known.photo)));
    known.dedup_by_key(|known| known.photo);
    Ok(known.into_iter().map(|known| known.photo).collect())
}

fn seen(verdicts: &Verdicts, photos: impl Iterator<Item = PhotoId>) -> Vec<PhotoId> {
    photos.filter(|photo| verdicts.verdict(*photo) != Verdict::Held).collect()
}

/// Those of some photos that are there and not held, in the order in which they came.
pub(crate) fn not_held(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    ids: &[PhotoId],
    today: Date,
) -> Result<Vec<PhotoId>, StoreError> {
    let there = library::photos(tx, viewer, ids)?.into_iter().filter(|photo| photo.removed_ms.is_none());
    let there: Vec<PhotoId> = there.map(|photo| photo.id).collect();
    let verdicts = Weighing::of(tx, viewer, today)?.weigh(tx, &[], &there, &[])?;
    Ok(seen(&verdicts, there.into_iter()))
}
