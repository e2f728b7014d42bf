//! What is said of something that was opened, by its sealed name in it: welcome from now on, or not a part of what is kept with care.

use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{ByHand, Change};
use model::LossId;
use serde::Deserialize;

use crate::House;
use crate::pages::care::taken_said;
use crate::pages::form::{Filled, led_back};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct Said {
    /// `welcome`, `pick`, or the way in which it is taken by hand.
    say: String,
    /// The loss that it is taken into or out of.
    #[serde(default)]
    loss: i64,
    /// The hard day that it is picked for.
    #[serde(default)]
    source: String,
}

/// What was said, and by what it is taken back.
enum Done {
    Welcome(i64),
    Taken(&'static str, i64),
    Picked,
}

pub(crate) async fn say(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, name)): Path<(String, String)>,
    Filled(said): Filled<Said>,
) -> Result<Redirect, Trouble> {
    let led = house.change(visitor, move |change, _| {
        let done = done(change, (&token, &name), &said)?;
        // It may have been all that was behind this address.
        let still = change.opened(&token, (0, 1))?.is_some();
        let back = match (still, said.loss) {
            (true, _) => format!("/opened/{token}"),
            (false, 0) => "/put-away".to_owned(),
            (false, loss) => format!("/care/losses/{loss}"),
        };
        Ok(match done {
            Done::Welcome(wish) => Redirect::to(&format!("{back}?away={wish}&what=welcome")),
            Done::Taken(done, change) => led_back(&back, done, Some(&change)),
            Done::Picked => led_back(&back, "unseen-picked", None),
        })
    });
    led.await
}

fn done(change: &mut Change<'_, '_>, (token, name): (&str, &str), said: &Said) -> Result<Done, Trouble> {
    if let Some(way) = ByHand::from_name(&said.say) {
        let taken = change.take_opened(LossId(said.loss), (token, name), way)?;
        return Ok(Done::Taken(taken_said(way), taken.0));
    }
    match said.say.as_str() {
        "welcome" => {
            let wish = change.welcome_opened(token, name)?.ok_or(Trouble::NotThere)?;
            Ok(Done::Welcome(wish.0))
        }
        "pick" => {
            let source = change.hard_day_named(&said.source).ok_or(Trouble::NotThere)?;
            if change.pick_opened(source, token, name)? { Ok(Done::Picked) } else { Err(Trouble::NotThere) }
        }
        // What opens nothing is not there, whatever is said of it.
        _ => match change.opened_photo(token, name)? {
            Some(_) => Err(Trouble::Misused("trouble-choose")),
            None => Err(Trouble::NotThere),
        },
    }
}
