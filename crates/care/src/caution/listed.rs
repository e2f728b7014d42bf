//! What caution asks about, listed for its owner who wants to know.

use std::collections::HashMap;

use circle::Viewer;
use jiff::civil::Date;
use memories::{Extent, contents, extents, moments_holding};
use model::{MomentId, PhotoId};
use store::{StoreError, Tx};

use super::{Sign, is_tender, sign, signals};
use crate::Veil;
use crate::evidence::{evidence_of, in_none_of};
use crate::settings::settings;
use crate::verdicts::held_and_tender;

/// What caution asks about in a library, as far as it is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedByCaution {
    /// The moments, the latest first; then photos that are in none.
    pub listed: Vec<TenderMoment>,
    /// How many more there are.
    pub more: usize,
}

/// A moment, or a photo that is in none, that nobody marked and that caution asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenderMoment {
    /// The card behind which it is. It says how many years ago, where that is known.
    pub veil: Veil,
    /// The sign. Which of them is for the owner's why page; [`Sign::MayBeTender`] is never said aloud.
    pub sign: Sign,
}

/// The moments of a library that caution asks about, at most `most` of them; none where it is switched off. What is held is not
/// among them, and neither is what caution asks about in memories alone.
///
/// # Errors
/// [`StoreError`] when care cannot decide.
pub(crate) fn asked_by_caution(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    today: Date,
    most: usize,
) -> Result<AskedByCaution, StoreError> {
    if !settings(tx, viewer)?.caution {
        return Ok(AskedByCaution::default());
    }
    let (held, tender) = held_and_tender(tx, viewer, today)?;
    let asked: Vec<PhotoId> = tender.into_iter().filter(|photo| held.veiled().contains(photo)).collect();
    let holding = moments_holding(tx, viewer, &asked)?;
    let mut moments = extents(tx, viewer, &holding)?;
    moments.sort_unstable_by_key(|extent| std::cmp::Reverse((extent.days.0, extent.moment)));
    let loose = loose(tx, viewer, &asked, &holding)?;
    let more = (moments.len() + loose.len()).saturating_sub(most);
    moments.truncate(most);
    let loose: Vec<PhotoId> = loose.into_iter().take(most - moments.len()).collect();

    let ids: Vec<MomentId> = moments.iter().map(|extent| extent.moment).collect();
    let members = contents(tx, viewer, &ids)?;
    let facts = evidence_of(tx, viewer, &members, &loose, is_tender)?;
    let signals = signals(tx, viewer, Some(&facts), today, None)?;
    let mut signs: HashMap<MomentId, Sign> = HashMap::new();
    for known in &facts {
        if let (Some(moment), Some(sign)) = (known.moment, sign(known, &signals)) {
            signs.entry(moment).and_modify(|first| *first = (*first).min(sign)).or_insert(sign);
        }
    }
    let one = |extent: &Extent| {
        let years = model::day_from_number(extent.days.0).map(|day| today.year() - day.year()).unwrap_or_default();
        let veil = Veil::of_moment(extent.moment, u16::try_from(years).ok());
        Some(TenderMoment { veil, sign: *signs.get(&extent.moment)? })
    };
    let alone = |photo: &PhotoId| {
        let known = facts.iter().find(|known| known.photo == *photo)?;
        let day = known.days.and_then(|(first, _)| model::day_from_number(first));
        let years = day.and_then(|day| u16::try_from(today.year() - day.year()).ok());
        let mut veil = Veil::of_photo(*photo);
        veil.years = years;
        Some(TenderMoment { veil, sign: sign(known, &signals)? })
    };
    Ok(AskedByCaution { listed: moments.iter().filter_map(one).chain(loose.iter().filter_map(alone)).collect(), more })
}

/// Those photos that are in no moment and still in the library, the latest that came in first.
fn loose(tx: &mut Tx<'_>, viewer: Viewer, asked: &[PhotoId], holding: &[MomentId]) -> Result<Vec<PhotoId>, StoreError> {
    let there: Vec<PhotoId> = library::shelved(tx, viewer, asked)?.into_iter().map(|(photo, _)| photo).collect();
    let mut loose = in_none_of(tx, viewer, &there, holding)?;
    loose.sort_unstable_by_key(|photo| std::cmp::Reverse(*photo));
    Ok(loose)
}
