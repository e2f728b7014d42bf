//! A hard time without anybody who died.

use care::Kind;
use family::Scene;

use super::around::{friends, household};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("a hard time", "He was out of work and low for a winter, two years ago.", 20)
        .with(household())
        .with(friends())
        .and(moment("2023-11-15", Scene::Living, "low").again(9, 12))
        .hurts(What::Tag("low"), "2024-03-01", 6, 0.7)
        .hurts(What::Eve(super::day("2024-03-01"), 120), "2024-03-01", 4, 0.2)
        .says(Kind::Other, "2023-11-10", None)
        .saying(|said| said.began = Some(super::day("2023-11-10")))
}
