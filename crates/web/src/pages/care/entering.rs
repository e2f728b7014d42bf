//! Entering a loss: a kind and one date, then what it would reach, then keeping it. Nothing is kept before "Save".

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::LossError;

use super::draft::Draft;
use super::known::Known;
use super::shown::{Of, beginning, whole};
use super::typed::Typed;
use super::understood::{Problem, understood};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn begin(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    house.ask(move |house| beginning(house, &visitor, Draft::default(), Default::default())).await
}

pub(crate) async fn enter(State(house): State<House>, visitor: Visitor, typed: Typed) -> Result<Response, Trouble> {
    house.ask(move |house| entered(house, &visitor, &typed)).await
}

fn entered(house: &House, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let draft = Draft::typed(typed);
    let (viewer, words, today) = (visitor.viewer, visitor.words, visitor.today());
    let known = house.store.read(|tx| Known::of(tx, viewer))?;
    let mut made = understood(&draft, None, &known, words, today);
    if typed.one("do") == "save"
        && let Some(loss) = &made.loss
    {
        let kept = house.store.write(|tx| care::add_loss(tx, viewer, loss.clone(), visitor.now.timestamp()));
        match kept {
            Ok(id) => return Ok(Redirect::to(&format!("/care/losses/{id}?done=loss-kept&of={id}")).into_response()),
            Err(LossError::Store(error)) => return Err(error.into()),
            Err(error) => made.problems.push(Problem::of(&error)),
        }
    }
    let draft = match &made.loss {
        // What is proposed takes the place of the first words.
        Some(loss) if !draft.whole => Draft::of(loss, &known, words),
        _ => draft,
    };
    let page = match draft.whole {
        true => whole(house, visitor, Of::default(), draft, made)?,
        false => beginning(house, visitor, draft, (made.problems, made.unknown))?,
    };
    Ok(page.into_response())
}
