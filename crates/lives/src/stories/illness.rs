//! An illness of one's own, and one of a daughter who is well again.

use care::Kind;
use family::Scene;

use super::around::{friends, household};
use super::{Story, What, moment};

pub(super) fn own() -> Story {
    Story::new("own illness", "He was treated for seven months, two years ago, and is well.", 14)
        .with(household())
        .with(friends())
        .and(moment("2023-10-02", Scene::HospitalRoom, "ward").called("chemo, one of six").again(21, 6))
        .and(moment("2023-11-20", Scene::Portrait, "hair").again(50, 3))
        .hurts(What::Tag("ward"), "2023-10-02", 10, 0.9)
        .hurts(What::Tag("hair"), "2023-10-02", 10, 0.8)
        .hurts(What::Eve(super::day("2024-04-20"), 200), "2024-04-20", 4, 0.2)
        .says(Kind::Illness, "2023-09-18", None)
}

pub(super) fn of_a_daughter() -> Story {
    Story::new("a daughter’s illness", "Ada was very ill for a spring, three years ago; she is well and welcome.", 15)
        .with(household())
        .with(friends())
        .and(moment("2023-03-04", Scene::HospitalRoom, "ward").of(&["Ada Marsh"]).again(8, 9))
        .hurts(What::Tag("ward"), "2023-03-04", 10, 0.9)
        .says(Kind::Illness, "2023-03-01", Some("Ada Marsh"))
}
