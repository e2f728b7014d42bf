//! A dog.

use care::Kind;
use family::{Scene, Who};

use super::around::{friends, household, partner};
use super::{Someone, Story, What, moment};

pub(super) fn story() -> Story {
    let dog = Someone { look: Who::Son, often: [0.3, 0.4, 0.1], ..partner("Biscuit", (4, 4)) }.until("2025-06-30");
    Story::new("dog", "Their dog Biscuit was put to sleep half a year ago.", 12)
        .with(household())
        .with(friends())
        .with([dog])
        .and(moment("2025-06-29", Scene::Dog, "last").of(&["Biscuit"]))
        .hurts(What::Sight("Biscuit"), "2025-06-30", 2, 0.5)
        .hurts(What::Tag("last"), "2025-06-30", 10, 1.0)
        .says(Kind::Animal, "2025-06-30", Some("Biscuit"))
}
