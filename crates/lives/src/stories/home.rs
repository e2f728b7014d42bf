//! A house that burned.

use care::Kind;
use family::Scene;

use super::around::{friends, household, parent};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    let there = (46.184, -123.825);
    Story::new("home", "The house by the river in which she grew up burned down two years ago.", 13)
        .with(household())
        .with(friends())
        .with([parent("Ruth Adler", (1, 22))])
        .and(moment("2018-05-13", Scene::Garden, "house").of(&["Ruth Adler"]).at(there.0, there.1).again(40, 50))
        .and(moment("2023-12-03", Scene::Street, "fire").at(there.0, there.1))
        .hurts(What::Tag("house"), "2023-12-03", 6, 0.6)
        .hurts(What::Tag("fire"), "2023-12-03", 20, 1.0)
        .says(Kind::Home, "2023-12-03", None)
        .saying(|said| said.at = Some((46.184, -123.825)))
}
