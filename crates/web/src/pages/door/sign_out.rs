//! Signing out: this session ends.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use crate::House;
use crate::door::{Arrival, SignedIn, session_gone};
use crate::trouble::Trouble;

pub(crate) async fn leave(
    State(house): State<House>,
    arrival: Arrival,
    SignedIn(entered): SignedIn,
) -> Result<Response, Trouble> {
    house.ask(move |house| Ok(house.door.end_session(entered.viewer, entered.session)?)).await?;
    Ok((session_gone(arrival.secure), Redirect::to("/sign-in?said=out")).into_response())
}
