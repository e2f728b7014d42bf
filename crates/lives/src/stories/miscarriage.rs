//! A pregnancy that ended early, of which there are few pictures.

use care::Kind;
use family::Scene;

use super::around::{friends, household};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("miscarriage", "She lost a pregnancy at nine weeks; there are five pictures of it.", 11)
        .with(household())
        .with(friends())
        .and(moment("2025-05-02", Scene::Kitchen, "waiting"))
        .and(moment("2025-05-16", Scene::Ultrasound, "waiting"))
        .and(moment("2025-05-24", Scene::Living, "after"))
        .hurts(What::Tag("waiting"), "2025-05-22", 10, 1.0)
        .hurts(What::Tag("after"), "2025-05-22", 10, 0.5)
        .hurts(What::Eve(super::day("2025-05-22"), 30), "2025-05-22", 2, 0.3)
        .says(Kind::PregnancyLoss, "2025-05-22", None)
        .saying(|said| said.weeks = Some(9))
}
