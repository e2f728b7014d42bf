//! Somebody parted whose children are in the same pictures, and somebody parted without children.

use care::Kind;
use family::{Scene, Who};

use super::around::{child, friends, parent, partner};
use super::{Story, What, moment};

pub(super) fn with_children() -> Story {
    let mut story = Story::new(
        "parted with children",
        "She and Jonas parted eight months ago; the children are in the same pictures.",
        3,
    )
    .with([
        partner("Jonas Lind", (3, 30)).until("2025-04-20"),
        child("Mia Lind", Who::Daughter, (5, 12)),
        child("Leo Lind", Who::Son, (10, 8)),
    ])
    .with(friends())
    .and(moment("2019-06-15", Scene::Party, "wedding day").of(&["Jonas Lind"]).again(365, 4))
    .and(moment("2025-04-19", Scene::Living, "boxes"))
    .hurts(What::Sight("Jonas Lind"), "2025-04-20", 4, 0.75)
    .hurts(What::There("Jonas Lind"), "2025-04-20", 2, 0.1)
    .hurts(What::Tag("wedding day"), "2025-04-20", 6, 1.0)
    .hurts(What::Tag("boxes"), "2025-04-20", 6, 1.0)
    .says(Kind::Separation, "2025-04-20", Some("Jonas Lind"));
    story.keeps = vec!["Mia Lind", "Leo Lind"];
    story
}

pub(super) fn without_children() -> Story {
    Story::new("parted alone", "He and Nadia parted after six years; they had a cat and no children.", 4)
        .with([partner("Nadia Farouk", (1, 9)).until("2025-08-02"), parent("Ulla Berg", (4, 2))])
        .with(friends())
        .and(moment("2022-05-02", Scene::Sea, "journey").of(&["Nadia Farouk"]).again(1, 6))
        .hurts(What::Sight("Nadia Farouk"), "2025-08-02", 3, 0.85)
        .hurts(What::There("Nadia Farouk"), "2025-08-02", 3, 0.3)
        .hurts(What::Tag("journey"), "2025-08-02", 3, 0.6)
        .says(Kind::Separation, "2025-08-02", Some("Nadia Farouk"))
}
