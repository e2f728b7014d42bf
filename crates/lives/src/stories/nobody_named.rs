//! A library whose files name nobody.

use care::Kind;
use family::Scene;

use super::around::{friends, household, parent};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    let mut story = Story::new("nobody is named", "Her mother died a year ago, and no file of hers names anybody.", 19)
        .with(household())
        .with(friends())
        .with([parent("Ruth Adler", (1, 22)).often(1.8).until("2024-12-14")])
        .and(moment("2024-11-20", Scene::HospitalRoom, "ill").of(&["Ruth Adler"]).again(5, 5))
        .hurts(What::Sight("Ruth Adler"), "2024-12-14", 4, 0.6)
        .hurts(What::Tag("ill"), "2024-12-14", 20, 1.0)
        .says(Kind::Death, "2024-12-14", None);
    story.named = false;
    story
}
