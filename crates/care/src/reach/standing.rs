//! The losses of one person, ready to be asked.

use circle::Viewer;
use memories::{belonging, extents, moments_of};
use model::{LossId, MomentId, PhotoId};
use store::{StoreError, Tx};

use super::Reach;
use crate::evidence::Evidence;
use crate::gathered::{known_of, link};
use crate::loss::{Kind, Loss, losses};

/// The viewer's losses with the evidence of what stands for them.
pub(crate) fn standing(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Reach>, StoreError> {
    // What each learns of the photos that it is asked about is its own: the others begin with none of it.
    Ok(tx.once("standing losses", viewer.numbers([0; 2]), |tx| all_standing(tx, viewer))?.to_vec())
}

fn all_standing(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Reach>, StoreError> {
    let losses = losses(tx, viewer)?;
    let examples: Vec<PhotoId> = losses.iter().flat_map(|kept| kept.loss.examples.iter().copied()).collect();
    let known = examples_of(tx, viewer, &examples)?;
    let mut reaches = Vec::with_capacity(losses.len());
    for kept in losses {
        reaches.push(ready(tx, viewer, (kept.id, kept.loss), &known)?);
    }
    Ok(reaches)
}

/// One loss, as it is kept or as it is said now.
pub(super) fn one(tx: &mut Tx<'_>, viewer: Viewer, id: LossId, loss: &Loss) -> Result<Reach, StoreError> {
    let known = examples_of(tx, viewer, &loss.examples)?;
    ready(tx, viewer, (id, loss.clone()), &known)
}

fn ready(tx: &mut Tx<'_>, viewer: Viewer, (id, loss): (LossId, Loss), known: &[Evidence]) -> Result<Reach, StoreError> {
    let chosen: Vec<MomentId> = loss.taken_in.iter().filter_map(|chosen| chosen.moment()).collect();
    let examples = known.iter().filter(|one| loss.examples.contains(&one.photo)).cloned().collect();
    let mut reach = Reach::new(id, loss, examples);
    if reach.loss().kind == Kind::Illness && !reach.loss().people.is_empty() {
        reach.learn_deaths(library::died(tx, viewer)?.into_iter().map(|(person, _)| person));
    }
    if !chosen.is_empty() {
        reach.learn_chosen(extents(tx, viewer, &chosen)?.into_iter().map(|extent| extent.days));
    }
    Ok(reach)
}

/// The evidence of examples by which others are like them: nothing of their people and words.
fn examples_of(tx: &mut Tx<'_>, viewer: Viewer, examples: &[PhotoId]) -> Result<Vec<Evidence>, StoreError> {
    if examples.is_empty() {
        return Ok(Vec::new());
    }
    let mut known = known_of(tx, viewer, &[], examples)?;
    let of = moments_of(tx, viewer, examples)?;
    for one in &mut known {
        one.moment = of.iter().find(|(photo, _)| *photo == one.photo).map(|(_, moment)| *moment);
    }
    let moments: Vec<MomentId> = of.into_iter().map(|(_, moment)| moment).collect();
    let parts = belonging(tx, viewer, &moments, examples)?;
    link(&mut known, &parts);
    Ok(known)
}
