//! Taking single photos and moments into a loss's reach, or out of it, and choosing the photos that stand for it.

use std::collections::HashSet;

use circle::Viewer;
use jiff::Timestamp;
use memories::contents;
use model::{LossId, MomentId};
use store::Tx;

use super::{Chosen, LossChangeId, LossError, change_loss, loss};

/// Which way something is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// Into the reach, whatever its parts say.
    In,
    /// Out of the reach, whatever its parts say. Other losses and wishes still count.
    Out,
    /// A photo that stands for the loss: an example, by which others are found.
    StandsForIt,
    /// As its parts say.
    AsItIs,
}

impl ByHand {
    /// The way with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "in" => Some(Self::In),
            "out" => Some(Self::Out),
            "stands_for_it" => Some(Self::StandsForIt),
            "as_it_is" => Some(Self::AsItIs),
            _ => None,
        }
    }
}

/// Takes a photo or a moment into a loss's reach or out of it, or lets it stand for the loss; a moment stands for it with none of its
/// photos in particular, and is taken in. Answers the change, by which it is taken back.
///
/// # Errors
/// [`LossError`] says what cannot be kept; nothing was changed then.
pub(crate) fn take_by_hand(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: LossId,
    chosen: Chosen,
    way: ByHand,
    now: Timestamp,
) -> Result<LossChangeId, LossError> {
    let mut said = loss(tx, viewer, id)?.ok_or(LossError::NotThere)?.loss;
    let moment: Vec<MomentId> = chosen.moment().into_iter().collect();
    let members = contents(tx, viewer, &moment)?.into_iter().map(|member| Chosen::Photo(member.photo));
    let all: HashSet<Chosen> = members.chain([chosen]).collect();
    said.taken_in.retain(|other| !all.contains(other));
    said.taken_out.retain(|other| !all.contains(other));
    said.examples.retain(|other| Chosen::Photo(*other) != chosen);
    match (way, chosen) {
        (ByHand::StandsForIt, Chosen::Photo(photo)) => said.examples.push(photo),
        (ByHand::In | ByHand::StandsForIt, _) => said.taken_in.push(chosen),
        (ByHand::Out, _) => said.taken_out.push(chosen),
        (ByHand::AsItIs, _) => {}
    }
    change_loss(tx, viewer, id, said, now)
}

/// Lets no photo stand for a loss any more. Answers the change, by which it is taken back.
///
/// # Errors
/// [`LossError::NotThere`] where there is no such loss.
pub(crate) fn forget_examples(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: LossId,
    now: Timestamp,
) -> Result<LossChangeId, LossError> {
    let mut said = loss(tx, viewer, id)?.ok_or(LossError::NotThere)?.loss;
    said.examples.clear();
    change_loss(tx, viewer, id, said, now)
}
