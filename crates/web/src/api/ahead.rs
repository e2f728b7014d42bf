//! What the coming days hold, as the API answers it: numbers, and names of people who live.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use care::plan_for;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::House;
use crate::pages::care::ahead::{HowFar, how_many};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// The coming days on which there is something to say.
#[derive(Serialize, ToSchema)]
#[schema(as = Ahead)]
pub(crate) struct AheadJson {
    /// The first of the days looked at.
    from: Date,
    /// The last of them.
    to: Date,
    /// Those of them on which there is something to say, in order.
    days: Vec<DayAheadJson>,
}

/// What one of them holds.
#[derive(Serialize, ToSchema)]
#[schema(as = DayAhead)]
pub(crate) struct DayAheadJson {
    /// The day.
    day: Date,
    /// What is wanted for it, where it is a hard day: `silence`, `quiet_look` or `as_usual`.
    plan: Option<&'static str>,
    /// Whether nothing will be offered on it.
    quiet: bool,
    /// Observances that fall on it, by their stable names.
    observances: Vec<&'static str>,
    /// Whose birthday it is, of those whose pictures may be shown.
    birthdays: Vec<String>,
    /// How many memories would come.
    would_come: u32,
    /// How many of them will be shown.
    shown: u32,
    /// How many will be asked about first.
    asked: u32,
    /// How many stay away.
    held: u32,
}

/// What the coming days hold.
#[utoipa::path(get, path = "/api/v1/ahead", tag = "care",
    params(("days" = Option<u16>, Query, description = "How many days, 1 to 365; 60 where nothing is said")),
    responses((status = 200, body = AheadJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read", "care"]), ("session" = [])))]
pub(crate) async fn list(
    State(house): State<House>,
    visitor: Visitor,
    far: Result<Query<HowFar>, QueryRejection>,
) -> Result<Json<AheadJson>, Trouble> {
    let Query(far) = far.map_err(|_| Trouble::Misused("api-query"))?;
    let days = how_many(far.days.as_deref()).ok_or(Trouble::Misused("api-query"))?;
    let ahead = house.ask(move |house| Ok(house.visits.ahead(&visitor.who, days)?)).await?;
    let day = |day: care::DayAhead| DayAheadJson {
        day: day.day,
        plan: plan_for(&day.hard).map(care::Plan::name),
        quiet: day.quiet.is_some(),
        observances: day.observances.iter().map(|observance| observance.id.as_str()).collect(),
        birthdays: day.birthdays.into_iter().map(|birthday| birthday.name).collect(),
        would_come: day.would_come,
        shown: day.shown,
        asked: day.asked,
        held: day.held,
    };
    Ok(Json(AheadJson { from: ahead.from, to: ahead.to, days: ahead.days.into_iter().map(day).collect() }))
}
