//! A moment, as the API answers it.

use axum::Json;
use axum::extract::{Path, State};
use model::MomentId;

use super::Problem;
use super::shapes::MomentJson;
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// A moment whole, with all of its photos that may be shown.
#[utoipa::path(get, path = "/api/v1/moments/{id}", tag = "library", params(("id" = i64, Path, description = "Its number")),
    responses((status = 200, body = MomentJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn one(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Json<MomentJson>, Trouble> {
    let id = id.parse().map(MomentId).map_err(|_| Trouble::NotThere)?;
    let moment = house.look(visitor, move |visit, visitor| {
        let story = visit.moment(id)?.ok_or(Trouble::NotThere)?;
        Ok(MomentJson::of(&story, visitor.words))
    });
    Ok(Json(moment.await?))
}
