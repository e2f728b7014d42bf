//! Looking for new photos when asked to.

use axum::extract::State;
use axum::response::Redirect;

use crate::House;

pub(crate) async fn ask(State(house): State<House>) -> Redirect {
    (house.rescan)();
    Redirect::to("/today")
}
