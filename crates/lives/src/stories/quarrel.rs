//! A friendship that ended.

use care::Kind;
use family::{Scene, Who};

use super::around::{friend, friends, household};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("a falling-out", "Her oldest friend Nora has not spoken to her for a year.", 17)
        .with(household())
        .with(friends())
        .with([friend("Nora Quist", Who::Joanna, (6, 17)).often(1.5).until("2024-12-08")])
        .and(moment("2024-12-07", Scene::Party, "that evening").of(&["Nora Quist"]))
        .hurts(What::Sight("Nora Quist"), "2024-12-08", 3, 0.6)
        .hurts(What::Tag("that evening"), "2024-12-08", 10, 1.0)
        .says(Kind::Other, "2024-12-08", Some("Nora Quist"))
}
