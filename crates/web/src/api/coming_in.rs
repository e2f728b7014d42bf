//! How far the running import is.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use model::{FolderId, Stage};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, Problem};
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{House, Work};

/// How far an import is, in numbers and in words.
#[derive(Serialize, ToSchema)]
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
    /// Other work behind the pages that goes on, waits for its turn or went wrong.
    work: Vec<WorkJson>,
}

/// A piece of work behind the pages.
#[derive(Serialize, ToSchema)]
#[schema(as = Work)]
pub(crate) struct WorkJson {
    /// Its number.
    id: i64,
    /// What is done: `looking`, `settling`, `wording`, `letting_go`, `measuring`; there may be more.
    kind: String,
    /// The folder that it is about.
    folder: Option<i64>,
    /// `runs`, `waits`, `tried_again` or `given_up`.
    state: &'static str,
    /// When it is tried again, or was given up.
    at: Option<Timestamp>,
    /// Why it went wrong last: `folder`, `keeping`, `worker`, `panicked`, `ended`; there may be more.
    why: Option<String>,
    /// The same in words.
    words: String,
}

/// A piece of work that is to be tried again.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TryAgain {
    /// Its number.
    work: i64,
}

/// What is to be looked through again.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Rescan {
    /// One folder's number; all of them where none is named.
    folder: Option<i64>,
}

/// How far the running import is.
#[utoipa::path(get, path = "/api/v1/coming-in", tag = "coming in",
    responses((status = 200, body = ComingIn), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn standing(State(house): State<House>, visitor: Visitor) -> Result<Json<ComingIn>, Trouble> {
    let now = house.ask(move |house| Ok(house.coming_in.now(visitor.who.viewer)?)).await?;
    let (standing, zone) = (now.standing, visitor.who.now.time_zone());
    let work = |work: &Work| WorkJson {
        id: work.id,
        kind: work.kind.clone(),
        folder: work.folder.map(|id| id.0),
        state: work.state.name(),
        at: work.state.at(),
        why: work.why.clone(),
        words: visitor.words.work_stands(work, zone),
    };
    Ok(Json(ComingIn {
        running: standing.stage != Stage::Resting,
        stage: match standing.stage {
            Stage::Resting => "resting",
            Stage::Counting => "counting",
            Stage::BringingIn => "bringing_in",
        },
        paused: now.paused,
        folder: now.folder.map(|id| id.0),
        waiting: now.waiting.iter().map(|id| id.0).collect(),
        done: standing.done,
        total: standing.total,
        new_photos: standing.came_in,
        per_second: standing.per_second,
        seconds_left: standing.left.map(|left| left.as_secs()),
        words: if now.paused { visitor.words.say("coming-paused") } else { visitor.words.coming_in(&standing) },
        work: now.work.iter().map(work).collect(),
    }))
}

/// Looks through one folder again, or through all. Answers at once; the standing tells how far it is.
#[utoipa::path(post, path = "/api/v1/coming-in/rescan", tag = "coming in", request_body = Rescan,
    responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["import"]), ("session" = [])))]
pub(crate) async fn rescan(
    State(house): State<House>,
    visitor: Visitor,
    Body(asked): Body<Rescan>,
) -> Result<StatusCode, Trouble> {
    let known =
        house.ask(move |house| Ok(house.coming_in.look_again(visitor.who.viewer, asked.folder.map(FolderId))?)).await?;
    if known { Ok(StatusCode::ACCEPTED) } else { Err(Trouble::NotThere) }
}

/// Tries again what went wrong. Answers at once.
#[utoipa::path(post, path = "/api/v1/coming-in/try-again", tag = "coming in", request_body = TryAgain,
    responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["import"]), ("session" = [])))]
pub(crate) async fn try_again(
    State(house): State<House>,
    visitor: Visitor,
    Body(asked): Body<TryAgain>,
) -> Result<StatusCode, Trouble> {
    let known = house.ask(move |house| Ok(house.coming_in.try_again(visitor.who.viewer, asked.work)?)).await?;
    if known { Ok(StatusCode::ACCEPTED) } else { Err(Trouble::NotThere) }
}

/// Lets nothing come in until it is resumed, after a restart neither.
#[utoipa::path(post, path = "/api/v1/coming-in/pause", tag = "coming in",
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["import"]), ("session" = [])))]
pub(crate) async fn pause(State(house): State<House>, visitor: Visitor) -> Result<StatusCode, Trouble> {
    house.ask(move |house| Ok(house.coming_in.pause(visitor.who.viewer)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets photos come in again.
#[utoipa::path(post, path = "/api/v1/coming-in/resume", tag = "coming in",
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["import"]), ("session" = [])))]
pub(crate) async fn resume(State(house): State<House>, visitor: Visitor) -> Result<StatusCode, Trouble> {
    house.ask(move |house| Ok(house.coming_in.resume(visitor.who.viewer)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}
