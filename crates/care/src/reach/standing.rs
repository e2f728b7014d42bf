//! The losses of one person, ready to be asked.

use std::collections::HashMap;

use circle::Viewer;
use model::{MomentId, PhotoId};
use store::{StoreError, Tx};

use super::Reach;
use crate::evidence::{Evidence, known_of};
use crate::loss::{KeptLoss, losses};

/// The viewer's losses with the facts of what stands for them.
pub(crate) fn standing(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Reach>, StoreError> {
    let losses = losses(tx, viewer)?;
    let examples: Vec<PhotoId> = losses.iter().flat_map(|kept| kept.loss.examples.iter().copied()).collect();
    let facts = examples_of(tx, viewer, &examples)?;
    let of = |photos: &[PhotoId]| facts.iter().filter(|facts| photos.contains(&facts.photo)).cloned().collect();
    let reach = |kept: KeptLoss| {
        let examples = of(&kept.loss.examples);
        Reach::new(kept.id, kept.loss, examples)
    };
    Ok(losses.into_iter().map(reach).collect())
}

/// The facts of examples by which others are like them: nothing of their people and words.
pub(super) fn examples_of(tx: &mut Tx<'_>, viewer: Viewer, examples: &[PhotoId]) -> Result<Vec<Evidence>, StoreError> {
    if examples.is_empty() {
        return Ok(Vec::new());
    }
    let moments: HashMap<PhotoId, MomentId> = memories::moments_of(tx, viewer, examples)?.into_iter().collect();
    let mut known = known_of(tx, viewer, &[], examples)?;
    known.iter_mut().for_each(|one| one.moment = moments.get(&one.photo).copied());
    Ok(known)
}
