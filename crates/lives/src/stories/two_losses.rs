//! Two losses in one life.

use care::Kind;
use family::{Scene, Who};

use super::around::{child, friends, parent, partner};
use super::{Story, What, moment};

pub(super) fn story() -> Story {
    Story::new("two losses", "His mother died three years ago, and he and Elena parted last year.", 18)
        .with([
            partner("Elena Duarte", (10, 15)).until("2025-01-25"),
            child("Tiago Duarte", Who::Son, (2, 27)),
            parent("Amélia Duarte", (5, 30)).often(1.6).until("2022-10-06"),
        ])
        .with(friends())
        .and(moment("2022-09-10", Scene::HospitalRoom, "ill").of(&["Amélia Duarte"]).again(7, 4))
        .hurts(What::Sight("Amélia Duarte"), "2022-10-06", 6, 0.4)
        .hurts(What::Tag("ill"), "2022-10-06", 20, 1.0)
        .hurts(What::Sight("Elena Duarte"), "2025-01-25", 4, 0.8)
        .hurts(What::There("Elena Duarte"), "2025-01-25", 2, 0.15)
        .says(Kind::Death, "2022-10-06", Some("Amélia Duarte"))
        .says(Kind::Separation, "2025-01-25", Some("Elena Duarte"))
}
