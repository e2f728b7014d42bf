//! The link that whoever starts Perennial finds in the terminal. It opens the door once, from this machine, to whoever presses the
//! button on its page: a program that only looks at a link, as many do, uses nothing up.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::come_in;
use crate::House;
use crate::door::{Arrival, Guest};
use crate::trouble::Trouble;
use crate::visitor::Here;
use crate::words::Words;

#[derive(Template)]
#[template(path = "once.html")]
struct Page {
    words: Words,
    here: Here,
}

/// What the link leads to. Whether it is still good is not looked at: that is said to whoever uses it.
pub(crate) async fn page(arrival: Arrival, Guest(words): Guest) -> Result<Html<String>, Trouble> {
    if !arrival.directly {
        return Err(Trouble::NotThere);
    }
    Ok(Html(Page { words, here: Here::Outside }.render()?))
}

pub(crate) async fn come(
    State(house): State<House>,
    arrival: Arrival,
    Path(code): Path<String>,
) -> Result<Response, Trouble> {
    if !arrival.directly {
        return Err(Trouble::NotThere);
    }
    let caller = arrival.caller.clone();
    let opened =
        house.ask(move |house| Ok(house.door.open_by_once_code(&code, &caller, (house.clock)().timestamp())?));
    Ok(match opened.await? {
        Some(opened) => come_in(&opened, &arrival, "/today"),
        None => Redirect::to("/sign-in?said=used").into_response(),
    })
}
