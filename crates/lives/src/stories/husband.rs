//! A widow.

use care::Kind;
use family::{Scene, Who};

use super::around::{child, friends, partner};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new(
        "husband",
        "Her husband Daniel died two years ago. He is in a third of her pictures, and nearly everywhere else.",
        9,
    )
    .with([partner("Daniel Whitlock", (2, 8)).until("2024-01-13"), child("Iris Whitlock", Who::Daughter, (8, 1))])
    .with(friends())
    .and(moment("2023-11-04", Scene::HospitalRoom, "ill").of(&["Daniel Whitlock"]).again(9, 7))
    .and(moment("2024-01-20", Scene::Street, "farewell").of(&["Iris Whitlock"]))
    .and(moment("2024-02-03", Scene::Living, "his chair").again(60, 4))
    .hurts(What::Sight("Daniel Whitlock"), "2024-01-13", 8, 0.7)
    .hurts(What::There("Daniel Whitlock"), "2024-01-13", 8, 0.3)
    .hurts(What::Tag("ill"), "2024-01-13", 20, 1.0)
    .hurts(What::Tag("farewell"), "2024-01-13", 20, 1.0)
    .hurts(What::Tag("his chair"), "2024-01-13", 8, 0.8)
    .says(Kind::Death, "2024-01-13", Some("Daniel Whitlock"))
    .saying(|said| said.began = Some(super::day("2023-11-01")))
}
