//! Looking for new photos when asked to.

use axum::extract::State;
use axum::response::Redirect;

use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn ask(State(house): State<House>, visitor: Visitor) -> Result<Redirect, Trouble> {
    house.ask(move |house| Ok(house.rescan(visitor.viewer, None)?)).await?;
    Ok(Redirect::to("/today"))
}
