//! The day plan, as the API answers it.

use axum::Json;
use axum::extract::{Path, State};
use jiff::civil::Date;

use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{DayJson, House};

pub(crate) async fn now(State(house): State<House>, visitor: Visitor) -> Result<Json<DayJson>, Trouble> {
    let day = visitor.today();
    answer(house, visitor, day).await
}

pub(crate) async fn on(
    State(house): State<House>,
    visitor: Visitor,
    Path(day): Path<String>,
) -> Result<Json<DayJson>, Trouble> {
    let day = day.parse().map_err(|_| Trouble::NotThere)?;
    answer(house, visitor, day).await
}

async fn answer(house: House, visitor: Visitor, day: Date) -> Result<Json<DayJson>, Trouble> {
    let words = visitor.words;
    let plan = house.ask(move |house| Ok(care::today(&house.store, visitor.viewer, day, visitor.today())?)).await?;
    Ok(Json(DayJson::of(&plan, words)))
}
