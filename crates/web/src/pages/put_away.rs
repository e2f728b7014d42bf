//! What is put away: in words only, with a way to let it return.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use care::StandingWish;

use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::{House, words};

#[derive(Template)]
#[template(path = "put_away.html")]
struct Page {
    wishes: Vec<StandingWish>,
    done: Done,
}

pub(crate) async fn page(State(house): State<House>, done: JustDone) -> Result<Html<String>, Trouble> {
    let done = Done::of(done);
    let page = house.ask(move |house| {
        let today = (house.clock)().date();
        let wishes = house.store.read(|tx| care::standing(tx, house.viewer, today))?;
        Ok(Page { wishes, done }.render()?)
    });
    Ok(Html(page.await?))
}
