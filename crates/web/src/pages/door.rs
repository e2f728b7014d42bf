//! The pages before the door, and the way out.

pub(crate) mod once;
pub(crate) mod passkey;
pub(crate) mod recover;
pub(crate) mod set_up;
pub(crate) mod sign_in;
pub(crate) mod sign_out;

use std::time::Duration;

use axum::response::{IntoResponse, Redirect, Response};
use circle::{Opened, PasswordRefused};
use jiff::SignedDuration;

use crate::address;
use crate::door::{Arrival, come_in_cookies};
use crate::words::Words;

/// Lets somebody in, and leads them to where they wanted to go.
pub(crate) fn come_in(opened: &Opened, arrival: &Arrival, to: &str) -> Response {
    (come_in_cookies(opened, arrival.secure), Redirect::to(address::own(to))).into_response()
}

/// How long to wait, in words.
pub(crate) fn wait(words: Words, wait: SignedDuration) -> String {
    words.fill("door-wait", "time", words.roughly(Duration::try_from(wait).unwrap_or_default()))
}

/// Why a password is not accepted, in words.
pub(crate) fn password_refused(words: Words, refused: PasswordRefused) -> String {
    words.say(match refused {
        PasswordRefused::TooShort => "password-short",
        PasswordRefused::TooLong => "password-long",
    })
}
