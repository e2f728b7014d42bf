//! A tender day: one control on every page, one tap, undone the same way.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::response::Redirect;
use care::Tender;
use serde::Deserialize;

use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct TenderForm {
    /// 1, 3 or 7; 0 for "as usual again".
    days: i64,
}

pub(crate) async fn change(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Form<TenderForm>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let Form(asked) = asked.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let changed = house.change(visitor, move |change, _| {
        match Tender::from_days(asked.days) {
            // What is tender already is never made shorter by one more tap.
            Some(tender) => change.be_tender(tender).map(drop)?,
            None => change.be_as_usual().map(drop)?,
        }
        Ok(())
    });
    changed.await?;
    Ok(Redirect::to("/today"))
}
