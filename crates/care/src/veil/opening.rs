//! Opening a veil or a door: for that viewing, and nothing beyond it.

use circle::Viewer;
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use library::Photo;
use memories::{Moment, contents, settled};
use model::{PhotoId, WishId};
use store::{Store, StoreError, Tx};

use super::{Seal, Session, Stage, Subject};
use crate::held::{Held, held, held_everywhere};
use crate::log::{Entry, note};
use crate::picks::picks_on;
use crate::want::{Verdict, Want};
use crate::wishes::{HowLong, Scope, Wish, wish_for};
use crate::{CareError, Cleared};

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
    /// Whether it can be welcomed from now on: it was asked about, and is not a door or a quiet look.
    pub may_be_welcomed: bool,
}

/// What somebody answers to a quiet card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Not on the day that was looked at.
    NotNow,
    /// Not before that day next year.
    NotThisYear,
    /// Never, until they lift it.
    KeepAway,
    /// From now on it may come by itself.
    Welcome,
}

impl Answer {
    /// The answer with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "not_now" => Some(Self::NotNow),
            "not_this_year" => Some(Self::NotThisYear),
            "keep_away" => Some(Self::KeepAway),
            "welcome" => Some(Self::Welcome),
            _ => None,
        }
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
    let Some(subject) = seal.unseal(viewer, session, Stage::Asked, token, now.timestamp()) else { return Ok(None) };
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
pub fn look_at_picks(viewer: Viewer, (seal, session): (&Seal, &Session), day: Date, now: Timestamp) -> Option<String> {
    seal.seal(viewer, session, Stage::Open, Subject::Picks(day), now)
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
        let may_be_welcomed = matches!(subject, Subject::Moment(_) | Subject::Photo(_));
        let opened = Opened { moment, photos, from, of: ids.len(), may_be_welcomed };
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

/// Answers a quiet card, before it was opened or after. The wish by which that is taken back, or `None` where the token opens
/// nothing.
///
/// # Errors
/// The database's own refusal.
pub fn answer_veil(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    token: &str,
    answer: Answer,
    (day, now): (Date, &Zoned),
) -> Result<Option<WishId>, StoreError> {
    let asked = |stage| seal.unseal(viewer, session, stage, token, now.timestamp());
    let scope = match asked(Stage::Asked).or_else(|| asked(Stage::Open)) {
        Some(Subject::Moment(id)) => Scope::Moment(id),
        Some(Subject::Photo(id)) => Scope::Photo(id),
        Some(Subject::Picks(_) | Subject::PutAway) | None => return Ok(None),
    };
    let (want, how_long) = match answer {
        Answer::NotNow => (Want::KeepAway, HowLong::NotThis),
        Answer::NotThisYear => (Want::KeepAway, HowLong::NotThisYear),
        Answer::KeepAway => (Want::KeepAway, HowLong::Never),
        Answer::Welcome => (Want::Welcome, HowLong::Never),
    };
    wish_for(tx, viewer, want, Wish { scope, how_long }, day, now)
}

/// What is behind a veil or a door now: the moment, if it is one, and the photos that may be looked at, in order.
fn behind(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    subject: Subject,
    today: Date,
) -> Result<(Option<Moment>, Vec<PhotoId>), StoreError> {
    match subject {
        Subject::Moment(id) => {
            let Some(mut moment) = memories::moment(tx, viewer, id)? else { return Ok((None, Vec::new())) };
            let held = held(tx, viewer, today, &[(id, model::day_number(moment.day))], &[], &[])?;
            let mut members = contents(tx, viewer, &[id])?;
            members.sort_by_key(|member| member.place);
            let ids = seen(&held, members.into_iter().map(|member| member.photo));
            moment.photos = ids.len() as u32;
            Ok((Some(moment), ids))
        }
        Subject::Photo(id) => Ok((None, asked_photos(tx, viewer, &[id], today)?)),
        Subject::Picks(day) => {
            let picks = picks_on(tx, viewer, day)?;
            Ok((None, asked_photos(tx, viewer, &picks, today)?))
        }
        Subject::PutAway => {
            let held = held_everywhere(tx, viewer, today)?;
            let away = held.photos().iter().copied().filter(|id| held.verdict(*id) == Verdict::Held);
            let mut away: Vec<PhotoId> = away.collect();
            away.sort_unstable_by(|a, b| b.cmp(a));
            let there = library::photos_there(tx, viewer, &away)?.into_iter().collect::<std::collections::HashSet<_>>();
            away.retain(|photo| there.contains(photo));
            Ok((None, away))
        }
    }
}

fn seen(held: &Held, photos: impl Iterator<Item = PhotoId>) -> Vec<PhotoId> {
    photos.filter(|photo| held.verdict(*photo) != Verdict::Held).collect()
}

/// Those of some photos that are there and not held, in the order in which they came.
fn asked_photos(tx: &mut Tx<'_>, viewer: Viewer, ids: &[PhotoId], today: Date) -> Result<Vec<PhotoId>, StoreError> {
    let mut loose = Vec::with_capacity(ids.len());
    for photo in library::photos(tx, viewer, ids)?.iter().filter(|photo| photo.removed_ms.is_none()) {
        loose.push((photo.id, crate::guard::taken_on(photo)));
    }
    let held = held(tx, viewer, today, &[], &loose, &[])?;
    Ok(seen(&held, loose.into_iter().map(|(photo, _)| photo)))
}
