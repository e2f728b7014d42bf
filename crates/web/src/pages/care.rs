//! What is kept with care: losses, hard days, what is to come, and why.

pub(crate) mod ahead;
pub(crate) mod by_hand;
pub(crate) mod caution;
pub(crate) mod days;
mod draft;
pub(crate) mod entering;
mod known;
pub(crate) mod log;
mod measures;
pub(crate) mod offers;
pub(crate) mod one;
pub(crate) mod overview;
mod reach;
mod shown;
pub(crate) mod told;
mod typed;
mod understood;
pub(crate) mod why;

use care::LossError;
use store::Tx;

pub(crate) use by_hand::{looks, taken_said};

use crate::House;
use crate::trouble::Trouble;

/// Changes a loss where nothing is typed: what cannot be kept then was kept before, and does not come up.
pub(crate) fn changed<T>(house: &House, change: impl FnMut(&mut Tx<'_>) -> Result<T, LossError>) -> Result<T, Trouble> {
    house.store.write(change).map_err(|error| match error {
        LossError::NotThere => Trouble::NotThere,
        LossError::Store(error) => error.into(),
        _ => Trouble::Misused("trouble-choose"),
    })
}
