//! Entering a loss: a kind and one date, then what it would reach, then keeping it. Nothing is kept before "Save".

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use care::Visit;

use super::draft::Draft;
use super::known::Known;
use super::shown::{Of, beginning, whole};
use super::typed::Typed;
use super::understood::{Problem, Understood, understood};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

pub(crate) async fn begin(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    house.look(visitor, |visit, visitor| beginning(visit, visitor, Draft::default(), Default::default())).await
}

pub(crate) async fn enter(State(house): State<House>, visitor: Visitor, typed: Typed) -> Result<Response, Trouble> {
    let asked = typed.clone();
    let mut made = house.look(visitor.clone(), move |visit, visitor| read(visit, visitor, &asked)).await?;
    if typed.one("do") == "save"
        && let Some(loss) = made.loss.clone()
    {
        match house.keep(visitor.clone(), move |change| change.add_loss(loss)).await? {
            Ok(id) => return Ok(Redirect::to(&format!("/care/losses/{id}?done=loss-kept&of={id}")).into_response()),
            Err(error) => made.problems.push(Problem::of(&error)),
        }
    }
    Ok(house.look(visitor, move |visit, visitor| again(visit, visitor, &typed, made)).await?.into_response())
}

fn read(visit: &mut Visit<'_, '_>, visitor: &Visitor, typed: &Typed) -> Result<Understood, Trouble> {
    let known = Known::of(visit)?;
    Ok(understood(&Draft::typed(typed), None, &known, visitor.words, visitor.today()))
}

/// The form again: with what is proposed, or with what has to be asked again.
fn again(
    visit: &mut Visit<'_, '_>,
    visitor: &Visitor,
    typed: &Typed,
    made: Understood,
) -> Result<Html<String>, Trouble> {
    let draft = Draft::typed(typed);
    let draft = match &made.loss {
        // What is proposed takes the place of the first words.
        Some(loss) if !draft.whole => Draft::of(loss, &Known::of(visit)?, visitor.words),
        _ => draft,
    };
    match draft.whole {
        true => whole(visit, visitor, Of::default(), draft, made),
        false => beginning(visit, visitor, draft, (made.problems, made.unknown)),
    }
}
