//! Why a photo or a moment is shown, asked about or held, as the API answers it to whom the verdict is for.

use axum::Json;
use axum::extract::{Path, State};
use care::{Verdict, WhyPhoto};
use jiff::tz::TimeZone;
use model::{MomentId, PhotoId};
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::House;
use crate::pages::form::id_of;
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::Words;

/// A verdict with its reasons.
#[derive(Serialize, ToSchema)]
#[schema(as = Why)]
pub(crate) struct WhyJson {
    /// `cleared`, `veiled` or `held`.
    verdict: &'static str,
    /// The verdict in words.
    words: String,
    /// The reasons in words, what is nearer to the photo first: they name no event, nobody in it and no place.
    because: Vec<String>,
}

/// Why a photo is shown, asked about or held.
#[utoipa::path(get, path = "/api/v1/why/photos/{id}", tag = "care",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 200, body = WhyJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read", "care"]), ("session" = [])))]
pub(crate) async fn photo(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Json<WhyJson>, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let why = house.look(visitor, move |visit, visitor| {
        let why = visit.why_photo(id)?.ok_or(Trouble::NotThere)?;
        Ok(WhyJson::of(&why, visitor.words, visitor.who.now.time_zone()))
    });
    Ok(Json(why.await?))
}

/// Why a moment comes as a memory today, is asked about or held.
#[utoipa::path(get, path = "/api/v1/why/moments/{id}", tag = "care",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 200, body = WhyJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read", "care"]), ("session" = [])))]
pub(crate) async fn moment(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Json<WhyJson>, Trouble> {
    let id = id_of(&id, MomentId)?;
    let why = house.look(visitor, move |visit, visitor| {
        let why = visit.why_moment(id, visitor.today())?.ok_or(Trouble::NotThere)?;
        Ok(WhyJson::of(&why, visitor.words, visitor.who.now.time_zone()))
    });
    Ok(Json(why.await?))
}

impl WhyJson {
    fn of(why: &WhyPhoto, words: Words, zone: &TimeZone) -> Self {
        let verdict = match why.verdict {
            Verdict::Cleared => "cleared",
            Verdict::Veiled => "veiled",
            Verdict::Held => "held",
        };
        let because = why.because.iter().map(|because| words.because(because, zone)).collect();
        Self { verdict, words: words.verdict(why.verdict), because }
    }
}
