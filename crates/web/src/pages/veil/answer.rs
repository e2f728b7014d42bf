//! Answering a quiet card: open it, or not now, not this year, never; or welcome it from now on.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::Redirect;
use care::Answer;
use jiff::civil::Date;
use serde::Deserialize;

use crate::House;
use crate::address::own_page;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct Said {
    answer: String,
    day: Date,
    back: String,
}

pub(crate) async fn answer(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    said: Result<Form<Said>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let Form(said) = said.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let back = own_page(&said.back).to_owned();
    let led = house.change(visitor, move |change, _| {
        if said.answer == "open" {
            return Ok(format!("/opened/{}", change.open(&token)?.ok_or(Trouble::NotThere)?));
        }
        let answer = Answer::from_name(&said.answer).ok_or(Trouble::Misused("trouble-choose"))?;
        let wish = change.answer(&token, answer, said.day)?.ok_or(Trouble::NotThere)?;
        let what = if answer == Answer::Welcome { "welcome" } else { "veil" };
        Ok(format!("{back}?away={wish}&what={what}"))
    });
    Ok(Redirect::to(&led.await?))
}
