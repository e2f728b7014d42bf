//! The settings of an account: who somebody is, how they come in, and who else comes in for them.

pub(crate) mod codes;
pub(crate) mod details;
pub(crate) mod passkeys;
pub(crate) mod password;
pub(crate) mod sessions;
pub(crate) mod tokens;

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::flash::Flash;
use crate::words::Words;

/// What was just done, by the address that a form led back to.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    done: String,
}

pub(crate) type JustDone = Result<Query<Done>, QueryRejection>;

/// What was just done, in words: the key that goes with the first word that fits.
fn flash(words: Words, done: JustDone, known: &[(&str, &'static str)]) -> Option<Flash> {
    let Query(done) = done.ok()?;
    known.iter().find(|(name, _)| *name == done.done).map(|(_, key)| Flash::saying(words, key))
}

/// The day of a moment, where somebody lives.
fn day(words: Words, at: Timestamp, zone: &TimeZone) -> String {
    words.plain_day(at.to_zoned(zone.clone()).date())
}
