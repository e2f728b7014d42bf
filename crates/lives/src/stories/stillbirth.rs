//! A child who was born dead at 38 weeks.

use care::Kind;
use family::Scene;

use super::around::{friends, household};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("stillbirth", "Their daughter was born dead at 38 weeks, a year and a half ago.", 10)
        .with(household())
        .with(friends())
        .and(moment("2023-11-10", Scene::Ultrasound, "waiting").again(45, 4))
        .and(moment("2023-12-16", Scene::Bump, "waiting").again(12, 15))
        .and(moment("2024-04-02", Scene::Nursery, "waiting").of(&["Tomas Marsh"]).again(8, 6))
        .and(moment("2024-06-11", Scene::HospitalRoom, "ward").of(&["Tomas Marsh"]))
        .and(moment("2024-06-12", Scene::HospitalHands, "ward"))
        .and(moment("2024-06-20", Scene::Candle, "ward"))
        .hurts(What::Tag("ward"), "2024-06-11", 20, 1.0)
        .hurts(What::Tag("waiting"), "2024-06-11", 20, 0.95)
        .hurts(What::Eve(super::day("2024-06-11"), 240), "2024-06-11", 4, 0.3)
        .says(Kind::PregnancyLoss, "2024-06-11", None)
        .saying(|said| said.weeks = Some(38))
}
