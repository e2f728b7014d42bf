//! The people in the photos, as the API answers them.

use axum::Json;
use axum::extract::State;
use care::{Cleared, Named, Relation};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// Somebody in the photos.
#[derive(Serialize, ToSchema)]
#[schema(as = Person)]
pub(crate) struct PersonRow {
    /// Their number.
    id: i64,
    /// Their name.
    name: String,
    /// The day they were born, if known.
    born: Option<Date>,
    /// The day they died, if they did.
    died: Option<Date>,
    /// What they are to the owner: `daughter`, `friend`, and so on.
    relation: Option<&'static str>,
    /// How many photos show them.
    photos: u64,
}

/// Everybody of whom there is a photo that may be shown, those with the most photos first.
#[utoipa::path(get, path = "/api/v1/people", tag = "people", responses((status = 200, body = Vec<PersonRow>),
    (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn list(State(house): State<House>, visitor: Visitor) -> Result<Json<Vec<PersonRow>>, Trouble> {
    let people = house.look(visitor, move |visit, _| {
        let people = visit.library()?.people()?;
        let row = |person: &Cleared<Named>| PersonRow {
            id: person.id.0,
            name: person.name.clone(),
            born: person.born,
            died: person.died,
            relation: person.relation.map(Relation::name),
            photos: person.photos,
        };
        Ok(people.iter().map(row).collect())
    });
    Ok(Json(people.await?))
}
