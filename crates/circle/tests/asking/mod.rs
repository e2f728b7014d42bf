//! Asking at the door of a test house.
#![allow(dead_code, reason = "each test file uses its part of it")]

use circle::{Caller, Device, Opened, Password, SignIn};
use jiff::{SignedDuration, Timestamp};
use testkit::{House, now};

/// So many minutes after the tests' now.
pub(crate) fn at(minutes: i64) -> Timestamp {
    now().timestamp() + SignedDuration::from_mins(minutes)
}

/// So many seconds after it.
pub(crate) fn at_second(second: i64) -> Timestamp {
    now().timestamp() + SignedDuration::from_secs(second)
}

/// Somebody who brings nothing along.
pub(crate) fn caller(address: &str) -> Caller {
    Caller::at(address.parse().unwrap(), Device::of("curl/8"))
}

pub(crate) fn sign_in(house: &House, name: &str, password: &str, minutes: i64) -> SignIn {
    house.door().sign_in(name, password, &caller("192.0.2.1"), at(minutes)).unwrap()
}

pub(crate) fn opened(answer: SignIn) -> Opened {
    match answer {
        SignIn::In(opened) => *opened,
        SignIn::Refused => panic!("refused"),
        SignIn::Wait(wait) => panic!("to wait for {wait}"),
    }
}

/// Whether a browser that holds that key is in.
pub(crate) fn comes_in(house: &House, key: &str, minutes: i64) -> bool {
    house.door().enter(key, at(minutes)).unwrap().is_some()
}

pub(crate) fn password(said: &str) -> Password {
    Password::new(said).ok().unwrap()
}
