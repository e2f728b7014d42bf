//! What tests of care ask of a house: days, people and moments by their names, and whether a photo may be seen.
#![allow(dead_code, reason = "each test uses its part of it")]

use crate::asked::photo;
use jiff::civil::Date;
use memories::moments_holding;
use model::{MomentId, PersonId, PhotoId};
use testkit::{House, now};

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn is_shown(house: &House, id: PhotoId) -> bool {
    photo(&house.store, house.owner(), id, now().date()).unwrap().is_some()
}

pub(crate) fn moment_of(house: &House, id: PhotoId) -> MomentId {
    house.store.read(|tx| moments_holding(tx, house.owner(), &[id])).unwrap()[0]
}

pub(crate) fn person(house: &House, name: &str) -> PersonId {
    let everybody = house.store.read(|tx| library::people(tx, house.owner())).unwrap();
    everybody.into_iter().find(|person| person.name == name).unwrap().id
}
