//! A father who died suddenly, and one who lived far away.

use care::Kind;
use family::Scene;

use super::around::{friends, household, parent};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("father", "His father Walter died in the night, four months ago.", 7)
        .with(household())
        .with(friends())
        .with([parent("Walter Marsh", (10, 27)).often(2.0).until("2025-08-30"), parent("Irene Marsh", (7, 4))])
        .and(moment("2025-08-24", Scene::Garden, "last").of(&["Walter Marsh", "Irene Marsh"]))
        .and(moment("2025-09-06", Scene::Street, "farewell").of(&["Irene Marsh"]))
        .hurts(What::Sight("Walter Marsh"), "2025-08-30", 3, 0.6)
        .hurts(What::There("Walter Marsh"), "2025-08-30", 3, 0.2)
        .hurts(What::Tag("last"), "2025-08-30", 20, 1.0)
        .hurts(What::Tag("farewell"), "2025-08-30", 20, 1.0)
        .says(Kind::Death, "2025-08-30", Some("Walter Marsh"))
}

pub(super) fn far_away() -> Story {
    Story::new(
        "father far away",
        "Her father lived in another country; he was seen once a year, and died three years ago.",
        8,
    )
    .with(household())
    .with(friends())
    .and(moment("2018-07-14", Scene::Sea, "summer").of(&["Joaquim Reis"]).at(38.7116, -9.13).dear().again(363, 5))
    .and(moment("2018-07-16", Scene::Street, "summer").of(&["Joaquim Reis"]).at(38.7116, -9.13).dear().again(363, 5))
    .and(moment("2022-12-05", Scene::Street, "farewell").at(38.7116, -9.13).called("the cemetery on the hill"))
    .with([parent("Joaquim Reis", (6, 24)).often(0.0).until("2022-11-30")])
    .hurts(What::Sight("Joaquim Reis"), "2022-11-30", 10, 0.4)
    .hurts(What::Tag("farewell"), "2022-11-30", 20, 1.0)
    .says(Kind::Death, "2022-11-30", Some("Joaquim Reis"))
}
