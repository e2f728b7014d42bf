//! A grandmother who died after an illness, lately and long ago.

use care::Kind;
use family::Scene;

use super::around::{friends, household, parent};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("grandmother", "Her mother Ruth died after four months of illness, nine months ago.", 5)
        .with(household())
        .with(friends())
        .with([parent("Ruth Adler", (1, 22)).often(1.5).until("2025-03-09")])
        .and(moment("2024-11-12", Scene::HospitalRoom, "ill").of(&["Ruth Adler"]).again(17, 7))
        .and(moment("2025-03-16", Scene::Street, "farewell").called("the funeral"))
        .hurts(What::Sight("Ruth Adler"), "2025-03-09", 3, 0.5)
        .hurts(What::There("Ruth Adler"), "2025-03-09", 2, 0.15)
        .hurts(What::Tag("ill"), "2025-03-09", 20, 0.95)
        .hurts(What::Tag("farewell"), "2025-03-09", 20, 1.0)
        .says(Kind::Death, "2025-03-09", Some("Ruth Adler"))
        .saying(|said| said.began = Some(super::day("2024-11-10")))
}

pub(super) fn long_ago() -> Story {
    Story::new("grandmother long ago", "Her mother died six years ago; most pictures of her are dear again.", 6)
        .with(household())
        .with(friends())
        .with([parent("Ruth Adler", (1, 22)).often(1.8).until("2020-02-11")])
        .and(moment("2020-01-20", Scene::HospitalRoom, "ill").of(&["Ruth Adler"]).again(6, 4))
        .hurts(What::Sight("Ruth Adler"), "2020-02-11", 20, 0.1)
        .hurts(What::Tag("ill"), "2020-02-11", 20, 1.0)
        .says(Kind::Death, "2020-02-11", Some("Ruth Adler"))
}
