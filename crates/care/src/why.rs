//! Why: for one photo, the verdict and the reasons for it, for whoever the verdict is for.

use circle::Viewer;
use jiff::civil::Date;
use memories::{contents, settled};
use model::{LossId, PhotoId};
use store::{Store, StoreError, Tx};

use crate::CareError;
use crate::caution::{Sign, sign, signals};
use crate::facts::facts_of;
use crate::guard::taken_on;
use crate::held::held;
use crate::reach::standing;
use crate::settings::settings;
use crate::want::{Verdict, Want};
use crate::wishes::{StandingWish, wishes_about};

/// Why a photo is shown, asked about or held, for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyPhoto {
    /// What care answers.
    pub verdict: Verdict,
    /// The reasons, what is nearer to the photo first. None for a photo that nothing was said of.
    pub because: Vec<Because>,
}

/// A reason for a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// A wish of theirs.
    Wish(StandingWish),
    /// A part of a loss of theirs.
    Loss {
        /// Which loss.
        loss: LossId,
        /// What its owner calls it. May be empty.
        called: String,
        /// The part's stable name.
        part: &'static str,
        /// What is wanted for it.
        want: Want,
        /// Until when.
        until: Option<Date>,
    },
    /// Signs say that its moment may be tender.
    Caution(Sign),
}

/// Why a photo is shown, asked about or held for this viewer; `None` where there is no such photo in their library.
///
/// # Errors
/// [`CareError`] when care cannot decide.
pub fn why_photo(store: &Store, viewer: Viewer, id: PhotoId, today: Date) -> Result<Option<WhyPhoto>, CareError> {
    settled(store, viewer)?;
    store.read(|tx| {
        let Some(photo) = library::photo(tx, viewer, id)? else { return Ok(None) };
        let verdict = held(tx, viewer, today, &[], &[(id, taken_on(&photo))], &[])?.verdict(id);
        let mut because: Vec<Because> =
            wishes_about(tx, viewer, today, &photo)?.into_iter().map(Because::Wish).collect();
        because.extend(by_losses_and_signs(tx, viewer, id, today)?);
        Ok(Some(WhyPhoto { verdict, because }))
    })
}

fn by_losses_and_signs(tx: &mut Tx<'_>, viewer: Viewer, id: PhotoId, today: Date) -> Result<Vec<Because>, StoreError> {
    let moments = memories::moments_holding(tx, viewer, &[id])?;
    let members = contents(tx, viewer, &moments)?;
    let mut reaches = standing(tx, viewer)?;
    let wanted = |word: &str| crate::is_tender(word) || reaches.iter().any(|reach| reach.wants_word(word));
    let facts = facts_of(tx, viewer, &members, &[id], wanted)?;
    reaches.iter_mut().for_each(|reach| reach.learn(&facts));
    let mut because = Vec::new();
    for own in facts.iter().filter(|facts| facts.photo == id) {
        for reach in &reaches {
            because.extend(reach.parts(own, today).into_iter().map(|part| Because::Loss {
                loss: reach.id,
                called: reach.loss().called.clone(),
                part: part.of.name(),
                want: part.want,
                until: part.until,
            }));
        }
    }
    if settings(tx, viewer)?.caution {
        let signals = signals(tx, viewer, Some(&facts), today, None)?;
        let same = |facts: &&crate::Facts| facts.photo == id || facts.moment.is_some();
        let signs = facts.iter().filter(same).filter_map(|facts| sign(facts, &signals));
        because.extend(signs.min().map(Because::Caution));
    }
    Ok(because)
}
