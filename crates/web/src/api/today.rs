//! The day plan, as the API answers it.

use axum::Json;
use axum::extract::{Path, State};
use jiff::civil::Date;

use crate::trouble::Trouble;
use crate::{DayJson, House};

pub(crate) async fn now(State(house): State<House>) -> Result<Json<DayJson>, Trouble> {
    let day = (house.clock)().date();
    answer(house, day).await
}

pub(crate) async fn on(State(house): State<House>, Path(day): Path<String>) -> Result<Json<DayJson>, Trouble> {
    let day = day.parse().map_err(|_| Trouble::NotThere)?;
    answer(house, day).await
}

async fn answer(house: House, day: Date) -> Result<Json<DayJson>, Trouble> {
    let plan =
        house.ask(move |house| Ok(care::today(&house.store, house.viewer, day, (house.clock)().date())?)).await?;
    Ok(Json(DayJson::of(&plan)))
}
