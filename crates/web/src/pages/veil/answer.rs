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
        let wishes = change.answer(&token, answer, said.day)?;
        let (first, others) = wishes.split_first().ok_or(Trouble::NotThere)?;
        let what = match answer {
            Answer::Welcome => "welcome",
            Answer::NotThisYear => "this_year",
            Answer::NotNow | Answer::KeepAway => "veil",
        };
        let others: Vec<String> = others.iter().map(ToString::to_string).collect();
        let also = if others.is_empty() { String::new() } else { format!("&also={}", others.join("_")) };
        let more = if answer == Answer::KeepAway && others.is_empty() { "&more=1" } else { "" };
        Ok(format!("{back}?away={first}{also}&what={what}{more}"))
    });
    Ok(Redirect::to(&led.await?))
}
