//! The husband whose best friend died.

use care::Kind;
use family::{Scene, Who};

use super::around::{friend, friends, household};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("friend", "His best friend Jonah died on a mountain ten months ago.", 2)
        .with(household())
        .with(friends())
        .with([friend("Jonah Reyes", Who::Sam, (7, 19)).often(1.6).until("2025-02-22")])
        .and(moment("2024-08-03", Scene::Mountains, "climb").of(&["Jonah Reyes"]).dear().again(1, 3))
        .and(moment("2025-02-22", Scene::Mountains, "last").of(&["Jonah Reyes"]))
        .and(moment("2025-03-03", Scene::Street, "farewell").called("after the funeral"))
        .hurts(What::Sight("Jonah Reyes"), "2025-02-22", 4, 0.7)
        .hurts(What::There("Jonah Reyes"), "2025-02-22", 4, 0.3)
        .hurts(What::Tag("last"), "2025-02-22", 20, 1.0)
        .hurts(What::Tag("farewell"), "2025-02-22", 20, 1.0)
        .says(Kind::Death, "2025-02-22", Some("Jonah Reyes"))
}
