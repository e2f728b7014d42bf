//! The link that whoever starts Perennial finds in the terminal. It opens the door once, from this machine.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use circle::Code;

use super::come_in;
use crate::House;
use crate::door::Arrival;
use crate::trouble::Trouble;

pub(crate) async fn come(
    State(house): State<House>,
    arrival: Arrival,
    Path(code): Path<String>,
) -> Result<Response, Trouble> {
    if !arrival.directly {
        return Err(Trouble::NotThere);
    }
    let device = arrival.caller.device.clone();
    let opened = house.ask(move |house| {
        let Some(code) = Code::read(&code) else { return Ok(None) };
        let now = (house.clock)().timestamp();
        Ok(house.store.write(|tx| circle::open_by_once_code(tx, &code, &device, now))?)
    });
    Ok(match opened.await? {
        Some(opened) => come_in(&opened, &arrival, "/today"),
        None => Redirect::to("/sign-in?said=used").into_response(),
    })
}
