//! Doors that ask before they open: what is put away, and what was picked for a quiet look.

use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;

use super::led_to;
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// Everything that is put away, for whoever was asked and said yes.
pub(crate) async fn put_away(State(house): State<House>, visitor: Visitor) -> Result<Redirect, Trouble> {
    led_to(house.look(visitor, |visit, _| Ok(visit.open_put_away())).await?)
}

/// What was picked for a quiet look on a hard day.
pub(crate) async fn picks(
    State(house): State<House>,
    visitor: Visitor,
    Path(day): Path<String>,
) -> Result<Redirect, Trouble> {
    let day: Date = day.parse().map_err(|_| Trouble::NotThere)?;
    led_to(house.look(visitor, move |visit, _| Ok(visit.open_quiet_look(day))).await?)
}
