//! Taking single photos and moments into a loss's reach, or out of it.

use circle::Viewer;
use jiff::Timestamp;
use model::LossId;
use store::Tx;

use super::{Chosen, LossChangeId, LossError, change_loss, loss};

/// Which way something is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// Into the reach, whatever its parts say.
    In,
    /// Out of the reach, whatever its parts say. Other losses and wishes still count.
    Out,
    /// As its parts say.
    AsItIs,
}

impl ByHand {
    /// The way with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "in" => Some(Self::In),
            "out" => Some(Self::Out),
            "as_it_is" => Some(Self::AsItIs),
            _ => None,
        }
    }
}

/// Takes a photo or a moment into a loss's reach or out of it. Answers the change, by which it is taken back.
///
/// # Errors
/// [`LossError`] says what cannot be kept; nothing was changed then.
pub fn take_by_hand(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: LossId,
    chosen: Chosen,
    way: ByHand,
    now: Timestamp,
) -> Result<LossChangeId, LossError> {
    let mut said = loss(tx, viewer, id)?.ok_or(LossError::NotThere)?.loss;
    said.taken_in.retain(|other| *other != chosen);
    said.taken_out.retain(|other| *other != chosen);
    match way {
        ByHand::In => said.taken_in.push(chosen),
        ByHand::Out => said.taken_out.push(chosen),
        ByHand::AsItIs => {}
    }
    change_loss(tx, viewer, id, said, now)
}
