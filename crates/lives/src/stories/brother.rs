//! A brother who took his life.

use care::Kind;
use family::Scene;

use super::around::{friends, parent, partner, sibling};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("brother", "Her brother Mikkel took his life sixteen months ago.", 16)
        .with([partner("Anders Holm", (9, 9)), parent("Kirsten Holm", (3, 3))])
        .with([sibling("Mikkel Holm", (11, 21)).often(2.0).until("2024-08-28")])
        .with(friends())
        .and(moment("2024-08-10", Scene::Party, "last").of(&["Mikkel Holm", "Kirsten Holm"]))
        .and(moment("2024-09-05", Scene::Street, "farewell").of(&["Kirsten Holm"]).called("begravelse"))
        .hurts(What::Sight("Mikkel Holm"), "2024-08-28", 10, 0.85)
        .hurts(What::There("Mikkel Holm"), "2024-08-28", 10, 0.3)
        .hurts(What::Tag("last"), "2024-08-28", 20, 1.0)
        .hurts(What::Tag("farewell"), "2024-08-28", 20, 1.0)
        .says(Kind::Death, "2024-08-28", Some("Mikkel Holm"))
}
