//! The losses of one person, ready to be asked.

use circle::Viewer;
use model::PhotoId;
use store::{StoreError, Tx};

use super::Reach;
use crate::facts::{Facts, facts_of};
use crate::loss::standing_losses;

/// The viewer's losses with the facts of what stands for them.
pub(crate) fn standing(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Reach>, StoreError> {
    let losses = standing_losses(tx, viewer)?;
    let examples: Vec<PhotoId> = losses.iter().flat_map(|kept| kept.loss.examples.iter().copied()).collect();
    let facts = examples_of(tx, viewer, &examples)?;
    let of = |loss: &crate::loss::Loss| facts.iter().filter(|f| loss.examples.contains(&f.photo)).cloned().collect();
    Ok(losses.into_iter().map(|kept| Reach::new(kept.id, kept.loss.clone(), of(&kept.loss))).collect())
}

pub(super) fn examples_of(tx: &mut Tx<'_>, viewer: Viewer, examples: &[PhotoId]) -> Result<Vec<Facts>, StoreError> {
    if examples.is_empty() {
        return Ok(Vec::new());
    }
    let moments = memories::moments_holding(tx, viewer, examples)?;
    let mut members = memories::contents(tx, viewer, &moments)?;
    members.retain(|member| examples.contains(&member.photo));
    facts_of(tx, viewer, &members, examples, |_| false)
}
