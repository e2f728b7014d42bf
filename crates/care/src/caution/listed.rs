//! What caution asks about, listed for its owner who wants to know.

use std::cmp::Reverse;
use std::collections::HashMap;

use circle::Viewer;
use jiff::civil::Date;
use memories::{Extent, extents, moments_of};
use model::{MomentId, PhotoId};
use store::{StoreError, Tx};

use super::Sign;
use crate::gathered::{in_none_of, known_of};
use crate::settings::settings;
use crate::weighing::Weighing;
use crate::{Veil, Verdict};

/// What caution asks about in a library, as far as one page of it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedByCaution {
    /// The moments of this page by kind, the latest of each first; then photos that are in none.
    pub listed: Vec<TenderMoment>,
    /// How many come before these.
    pub from: usize,
    /// How many there are in all.
    pub of: usize,
    /// Each kind that asks about something, with how many there are of it.
    pub kinds: Vec<(Sign, usize)>,
    /// The kinds that are fine.
    pub fine: Vec<Sign>,
}

/// A moment, or a photo that is in none, that nobody marked and that caution asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenderMoment {
    /// The card behind which it is. It says how many years ago, where that is known.
    pub veil: Veil,
    /// The kind of sign. Which of them is for the owner's why page; [`Sign::MayBeTender`] is never said aloud.
    pub sign: Sign,
}

/// Everything that caution asks about in a library, in memories too: at most `most` moments of it, from the one at `from` on; none where
/// it is switched off. What is held, or asked about because somebody said so, is not among them.
///
/// # Errors
/// [`StoreError`] when care cannot decide.
pub(crate) fn asked_by_caution(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    today: Date,
    (from, most): (usize, usize),
) -> Result<AskedByCaution, StoreError> {
    if !settings(tx, viewer)?.caution {
        return Ok(AskedByCaution::default());
    }
    let verdicts = Weighing::of_return(tx, viewer, (today, today))?.weigh_library(tx)?;
    let asked: Vec<PhotoId> = verdicts.with(Verdict::Veiled).filter(|photo| verdicts.sign(*photo).is_some()).collect();
    let moments_of = moments_of(tx, viewer, &asked)?;
    // A moment is of the most careful of its kinds.
    let mut signs: HashMap<MomentId, Sign> = HashMap::new();
    for (photo, moment) in &moments_of {
        if let Some(sign) = verdicts.sign(*photo).map(Sign::kind) {
            signs.entry(*moment).and_modify(|known| *known = (*known).min(sign)).or_insert(sign);
        }
    }
    let holding: Vec<MomentId> = signs.keys().copied().collect();
    let moments = extents(tx, viewer, &holding)?;
    let loose = loose(tx, viewer, &asked, &holding)?;
    let known = known_of(tx, viewer, &[], &loose)?;

    let years_ago = |day: Option<i64>| {
        let day = day.and_then(model::day_from_number)?;
        u16::try_from(today.year() - day.year()).ok()
    };
    let whole = |extent: &Extent| {
        let veil = Veil::of_moment(extent.moment, Some(years_ago(Some(extent.days.0)).unwrap_or_default()));
        let order = (false, Reverse(extent.days.0), Reverse(extent.moment.0));
        Some((order, TenderMoment { veil, sign: *signs.get(&extent.moment)? }))
    };
    let alone = |photo: &PhotoId| {
        let known = known.iter().find(|known| known.photo == *photo)?;
        let mut veil = Veil::of_photo(*photo);
        veil.years = years_ago(known.days.map(|(first, _)| first));
        let order = (true, Reverse(0), Reverse(photo.0));
        Some((order, TenderMoment { veil, sign: verdicts.sign(*photo)?.kind() }))
    };
    let mut all: Vec<_> = moments.iter().filter_map(whole).chain(loose.iter().filter_map(alone)).collect();
    all.sort_unstable_by_key(|(order, one)| (one.sign, *order));
    let kinds = Sign::KINDS.iter().map(|kind| (*kind, all.iter().filter(|(_, one)| one.sign == *kind).count()));
    let kinds: Vec<(Sign, usize)> = kinds.filter(|(_, count)| *count > 0).collect();
    let fine = super::fine(tx, viewer)?;
    let fine = Sign::KINDS.into_iter().filter(|kind| fine.contains(kind)).collect();
    let of = all.len();
    let listed = all.into_iter().skip(from).take(most).map(|(_, one)| one).collect();
    Ok(AskedByCaution { listed, from: from.min(of), of, kinds, fine })
}

/// Those photos that are in no moment and still in the library, the latest that came in first.
fn loose(tx: &mut Tx<'_>, viewer: Viewer, asked: &[PhotoId], holding: &[MomentId]) -> Result<Vec<PhotoId>, StoreError> {
    let there: Vec<PhotoId> = library::shelved(tx, viewer, asked)?.into_iter().map(|(photo, _)| photo).collect();
    let mut loose = in_none_of(tx, viewer, &there, holding)?;
    loose.sort_unstable_by_key(|photo| std::cmp::Reverse(*photo));
    Ok(loose)
}
