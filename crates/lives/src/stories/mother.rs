//! The mother whom Perennial is made for.

use care::Kind;
use family::Scene;

use super::around::{friends, household, parent};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    let ward = (45.4993, -122.6866);
    Story::new("mother", "She lost a pregnancy at twenty weeks, fifteen months before she hears of Perennial.", 1)
        .with(household())
        .with(friends())
        .with([parent("Ruth Adler", (1, 22))])
        .and(moment("2024-06-20", Scene::Bump, "waiting").of(&["Tomas Marsh"]).again(11, 9))
        .and(moment("2024-07-08", Scene::Ultrasound, "waiting").again(40, 2))
        .and(moment("2024-08-20", Scene::Nursery, "waiting").again(9, 4))
        .and(moment("2024-09-14", Scene::Party, "waiting").of(&["Priya Nair", "Tomas Marsh"]))
        .and(moment("2024-09-28", Scene::HospitalRoom, "ward").at(ward.0, ward.1))
        .and(moment("2024-09-28", Scene::HospitalHands, "ward").at(ward.0, ward.1))
        .and(moment("2024-09-29", Scene::HospitalWindow, "ward"))
        .and(moment("2025-09-28", Scene::Candle, "ward"))
        .hurts(What::Tag("ward"), "2024-09-28", 20, 1.0)
        .hurts(What::Tag("waiting"), "2024-09-28", 20, 0.9)
        .hurts(What::Eve(super::day("2024-09-28"), 110), "2024-09-28", 3, 0.4)
        .says(Kind::PregnancyLoss, "2024-09-28", None)
}
