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
    house
        .ask(move |house| {
            let (viewer, today, now) = (visitor.viewer, visitor.today(), visitor.now.timestamp());
            house.store.write(|tx| match Tender::from_days(asked.days) {
                // What is tender already is never made shorter by one more tap.
                Some(tender) => care::be_tender(tx, viewer, today, tender, now).map(drop),
                None => care::be_as_usual(tx, viewer, today, now).map(drop),
            })?;
            Ok(())
        })
        .await?;
    Ok(Redirect::to("/today"))
}
