//! The day plan, as the API answers it.

use axum::Json;
use axum::extract::{Path, State};
use jiff::civil::Date;

use super::Problem;
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{DayJson, House};

/// What returns today.
#[utoipa::path(get, path = "/api/v1/today", tag = "today",
    responses((status = 200, body = DayJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn now(State(house): State<House>, visitor: Visitor) -> Result<Json<DayJson>, Trouble> {
    let day = visitor.today();
    answer(house, visitor, day).await
}

/// What returns on a day.
#[utoipa::path(get, path = "/api/v1/today/{day}", tag = "today",
    params(("day" = String, Path, description = "The day", example = "2026-09-28")),
    responses((status = 200, body = DayJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn on(
    State(house): State<House>,
    visitor: Visitor,
    Path(day): Path<String>,
) -> Result<Json<DayJson>, Trouble> {
    let day = day.parse().map_err(|_| Trouble::NotThere)?;
    answer(house, visitor, day).await
}

async fn answer(house: House, visitor: Visitor, day: Date) -> Result<Json<DayJson>, Trouble> {
    let plan = house
        .look(visitor, move |visit, visitor| Ok(DayJson::of(&visit.day_plan(day)?, visitor.words, visitor.today())));
    Ok(Json(plan.await?))
}
