//! How far the running import is.

use axum::Json;
use axum::extract::State;
use library::Stage;
use serde::Serialize;

use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// How far an import is, in numbers and in words.
#[derive(Serialize)]
pub(crate) struct ComingIn {
    /// Whether something is looked through now.
    running: bool,
    /// `resting`, `counting` or `bringing_in`.
    stage: &'static str,
    /// Whether somebody asked that nothing comes in.
    paused: bool,
    /// The folder that is looked through now.
    folder: Option<i64>,
    /// The folders that wait for their turn.
    waiting: Vec<i64>,
    /// Files looked at.
    done: u64,
    /// Files to look at, as counted so far.
    total: u64,
    /// Photos that were not known before.
    new_photos: u64,
    /// Files looked at per second.
    per_second: u64,
    /// Seconds left at that rate, once there is something to go by.
    seconds_left: Option<u64>,
    /// The same in words.
    words: String,
}

pub(crate) async fn standing(State(house): State<House>, visitor: Visitor) -> Result<Json<ComingIn>, Trouble> {
    let paused = house.ask(move |house| {
        let since = house.store.read(|tx| library::paused_since(tx, visitor.viewer))?;
        Ok(since.is_some())
    });
    let (paused, now) = (paused.await?, house.coming_in.now());
    let standing = now.standing;
    Ok(Json(ComingIn {
        running: standing.stage != Stage::Resting,
        stage: match standing.stage {
            Stage::Resting => "resting",
            Stage::Counting => "counting",
            Stage::BringingIn => "bringing_in",
        },
        paused,
        folder: now.folder.map(|id| id.0),
        waiting: now.waiting.iter().map(|id| id.0).collect(),
        done: standing.done,
        total: standing.total,
        new_photos: standing.came_in,
        per_second: standing.per_second,
        seconds_left: standing.left.map(|left| left.as_secs()),
        words: visitor.words.coming_in(&standing),
    }))
}
