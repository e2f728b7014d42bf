//! Quiet cards and doors: asking before something is shown, and what is open for a while.

mod answer;
mod card;
mod doors;
mod opened;
mod picture;
mod said;

pub(crate) use answer::answer;
pub(crate) use card::{Waiting, waiting};
pub(crate) use doors::{picks, put_away};
pub(crate) use opened::page;
pub(crate) use picture::bytes;
pub(crate) use said::say;

use axum::response::Redirect;

use crate::trouble::Trouble;

/// Leads to what was just opened; a door that does not open is not there.
fn led_to(token: Option<String>) -> Result<Redirect, Trouble> {
    Ok(Redirect::to(&format!("/opened/{}", token.ok_or(Trouble::NotThere)?)))
}
