//! Opening a veil or a door: for that viewing, and nothing beyond it.

use std::collections::HashSet;

use circle::Viewer;
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use library::Photo;
use memories::{Moment, contents, settled};
use model::{LossId, PhotoId};
use store::{Store, StoreError, Tx};

use super::{Seal, Session, Stage, Subject};
use crate::hard_days::{HardDays, Source};
use crate::log::{Entry, note};
use crate::loss::{Chosen, KeptLoss, loss};
use crate::quiet_look::{quiet_look, quiet_look_for};
use crate::reach::photos_in;
use crate::verdicts::Verdicts;
use crate::want::Verdict;
use crate::weighing::Weighing;
use crate::{CareError, Cleared, WhyPhoto, why_memory, why_photo};

/// What was opened, or a part of it.
#[derive(Debug, PartialEq)]
pub struct Opened {
    /// The moment, where it is one.
    pub moment: Option<Moment>,
    /// The photos of this part, in order of time. Never empty.
    pub photos: Vec<Cleared<Photo>>,
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
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn open(
    store: &Store,
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    token: &str,
    now: &Zoned,
) -> Result<Option<String>, CareError> {
    let Some(subject) = seal.unseal(viewer, session, Stage::Closed, token, now.timestamp()) else { return Ok(None) };
    settled(store, viewer)?;
    let there = store.read(|tx| Ok::<_, StoreError>(!behind(tx, viewer, subject, now.date())?.1.is_empty()))?;
    if !there {
        return Ok(None);
    }
    store.write(|tx| note(tx, viewer, now.timestamp(), &Entry::Opened))?;
    Ok(seal.seal(viewer, session, Stage::Open, subject, now.timestamp()))
}

/// Opens the door to everything that is put away, for whoever was asked and said yes.
pub fn open_put_away(viewer: Viewer, (seal, session): (&Seal, &Session), now: Timestamp) -> Option<String> {
    seal.seal(viewer, session, Stage::Open, Subject::PutAway, now)
}

/// Opens what was picked for a quiet look on a hard day.
pub fn open_quiet_look(
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    day: Date,
    now: Timestamp,
) -> Option<String> {
    seal.seal(viewer, session, Stage::Open, Subject::QuietLook(day), now)
}

/// Shows what was picked for one hard day, whichever day it is today, to its owner who chose it.
pub fn open_quiet_look_of(
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    source: Source,
    now: Timestamp,
) -> Option<String> {
    seal.seal(viewer, session, Stage::Open, Subject::QuietLookOf(source), now)
}

/// Shows what falls in one part of a loss, to its owner, who asked for the pictures. `None` where the loss has no such part.
pub fn open_reach(
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    kept: &KeptLoss,
    part: &str,
    now: Timestamp,
) -> Option<String> {
    let at = kept.loss.parts.iter().position(|own| own.of.name() == part)?;
    seal.seal(viewer, session, Stage::Open, Subject::Reach(kept.id, u8::try_from(at).ok()?), now)
}

/// A part of what was opened: at most `most` photos from `from` on. What was kept away in the meantime is not there.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn opened(
    store: &Store,
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    token: &str,
    now: &Zoned,
    (from, most): (usize, usize),
) -> Result<Option<Cleared<Opened>>, CareError> {
    let Some(subject) = seal.unseal(viewer, session, Stage::Open, token, now.timestamp()) else { return Ok(None) };
    settled(store, viewer)?;
    store.read(|tx| {
        let (moment, ids) = behind(tx, viewer, subject, now.date())?;
        let part: Vec<PhotoId> = ids.iter().copied().skip(from).take(most).collect();
        let photos: Vec<Cleared<Photo>> = library::photos(tx, viewer, &part)?.into_iter().map(Cleared::of).collect();
        let about = match subject {
            Subject::Moment(_) | Subject::Photo(_) => About::Veil,
            Subject::QuietLook(_) | Subject::QuietLookOf(_) => About::QuietLook,
            Subject::PutAway => About::PutAway,
            Subject::Reach(loss, _) => About::Reach(loss),
        };
        let opened = Opened { moment, photos, from, of: ids.len(), about };
        Ok((!opened.photos.is_empty()).then(|| Cleared::of(opened)))
    })
}

/// One photo of what was opened, by its place. Its renditions are served only with this.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn opened_photo(
    store: &Store,
    viewer: Viewer,
    seal: (&Seal, &Session),
    token: &str,
    now: &Zoned,
    place: usize,
) -> Result<Option<Cleared<Photo>>, CareError> {
    let part = opened(store, viewer, seal, token, now, (place, 1))?;
    Ok(part.and_then(|part| part.into_photos().pop()))
}

/// What stands at a place of what was opened, for its owner to say something of it: the moment whole, or one photo. `None` where the
/// token opens nothing.
///
/// # Errors
/// [`CareError`] when care cannot decide.
pub fn opened_at(
    store: &Store,
    viewer: Viewer,
    seal: (&Seal, &Session),
    token: &str,
    now: &Zoned,
    place: usize,
) -> Result<Option<Chosen>, CareError> {
    let Some(part) = opened(store, viewer, seal, token, now, (place, 1))? else { return Ok(None) };
    let moment = part.moment.as_ref().map(|moment| Chosen::Moment(moment.id));
    Ok(moment.or(part.photos.first().map(|photo| Chosen::Photo(photo.id))))
}

/// Why something that was opened asked first or stays away: of a moment as it would come today, of a photo by its place. `None` where
/// the token opens nothing.
///
/// # Errors
/// [`CareError`] when care cannot decide; then nothing may be shown.
pub fn why_opened(
    store: &Store,
    viewer: Viewer,
    seal: (&Seal, &Session),
    token: &str,
    now: &Zoned,
    place: usize,
) -> Result<Option<WhyPhoto>, CareError> {
    match opened_at(store, viewer, seal, token, now, place)? {
        Some(Chosen::Moment(moment)) => why_memory(store, viewer, moment, (now.date(), now.date())),
        Some(Chosen::Photo(photo)) => why_photo(store, viewer, photo, now.date()),
        None => Ok(None),
    }
}

/// What is behind a veil or a door now: the moment, if it is one, and the photos that may be looked at, in order.
pub(super) fn behind(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    subject: Subject,
    today: Date,
) -> Result<(Option<Moment>, Vec<PhotoId>), StoreError> {
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
            let Some(part) = kept.loss.parts.get(usize::from(part)).copied() else { return Ok((None, Vec::new())) };
            let photos = photos_in(tx, viewer, &kept, part.of)?;
            Ok((None, newest_first(tx, viewer, photos)?))
        }
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
