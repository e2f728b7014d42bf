//! What caution asks about, listed for its owner who wants to know.

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
    let verdicts = Weighing::of(tx, viewer, today)?.weigh_library(tx)?;
    let asked: Vec<PhotoId> = verdicts.with(Verdict::Veiled).filter(|photo| verdicts.sign(*photo).is_some()).collect();
    let moments_of = moments_of(tx, viewer, &asked)?;
    let mut signs: HashMap<MomentId, Sign> = HashMap::new();
    for (photo, moment) in &moments_of {
        signs.extend(verdicts.sign(*photo).map(|sign| (*moment, sign)));
    }
    let holding: Vec<MomentId> = signs.keys().copied().collect();
    let mut moments = extents(tx, viewer, &holding)?;
    moments.sort_unstable_by_key(|extent| std::cmp::Reverse((extent.days.0, extent.moment)));
    let loose = loose(tx, viewer, &asked, &holding)?;
    let more = (moments.len() + loose.len()).saturating_sub(most);
    moments.truncate(most);
    let loose: Vec<PhotoId> = loose.into_iter().take(most - moments.len()).collect();

    let years_ago = |day: Option<i64>| {
        let day = day.and_then(model::day_from_number)?;
        u16::try_from(today.year() - day.year()).ok()
    };
    let one = |extent: &Extent| {
        let veil = Veil::of_moment(extent.moment, Some(years_ago(Some(extent.days.0)).unwrap_or_default()));
        Some(TenderMoment { veil, sign: *signs.get(&extent.moment)? })
    };
    let known = known_of(tx, viewer, &[], &loose)?;
    let alone = |photo: &PhotoId| {
        let known = known.iter().find(|known| known.photo == *photo)?;
        let years = years_ago(known.days.map(|(first, _)| first));
        let mut veil = Veil::of_photo(*photo);
        veil.years = years;
        Some(TenderMoment { veil, sign: verdicts.sign(*photo)? })
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
