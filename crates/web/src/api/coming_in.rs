//! How far the running import is.

use axum::Json;
use axum::extract::State;
use library::Stage;
use serde::Serialize;

use crate::House;
use crate::visitor::Visitor;

/// How far an import is, in numbers and in words.
#[derive(Serialize)]
pub(crate) struct ComingIn {
    running: bool,
    done: u64,
    total: u64,
    new_photos: u64,
    per_second: u64,
    seconds_left: Option<u64>,
    words: String,
}

pub(crate) async fn standing(State(house): State<House>, visitor: Visitor) -> Json<ComingIn> {
    let now = house.progress().standing();
    Json(ComingIn {
        running: now.stage != Stage::Resting,
        done: now.done,
        total: now.total,
        new_photos: now.came_in,
        per_second: now.per_second,
        seconds_left: now.left.map(|left| left.as_secs()),
        words: visitor.words.coming_in(&now),
    })
}
