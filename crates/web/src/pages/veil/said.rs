//! What is said of something that was opened, by its place in it: welcome from now on, or not a part of what is kept with care.

use axum::extract::{Path, State};
use axum::response::Redirect;
use care::{Answer, ByHand, Chosen, HowLong, Scope, Want, Wish};
use model::LossId;
use serde::Deserialize;
use store::{StoreError, Tx};

use crate::House;
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

pub(crate) async fn say(
    State(house): State<House>,
    visitor: Visitor,
    Path((token, place)): Path<(String, usize)>,
    Filled(said): Filled<Said>,
) -> Result<Redirect, Trouble> {
    let led = house.ask(move |house| {
        let seal = (&*house.seal, &visitor.session);
        let of = care::opened_at(&house.store, visitor.viewer, seal, &token, &visitor.now, place)?;
        let of = of.ok_or(Trouble::NotThere)?;
        let done = match ByHand::from_name(&said.say) {
            Some(way) => taken(house, &visitor, (of, way), LossId(said.loss))?,
            None if said.say == "welcome" => {
                let wish = house.store.write(|tx| welcomed(tx, &visitor, seal, &token, of))?;
                ("welcome", wish.ok_or(Trouble::NotThere)?)
            }
            None if said.say == "pick" => return picked(house, &visitor, (&token, place), &said.source),
            None => return Err(Trouble::Misused("trouble-choose")),
        };
        // It may have been all that was behind this address.
        let still = care::opened(&house.store, visitor.viewer, seal, &token, &visitor.now, (0, 1))?.is_some();
        let back = match (still, said.loss) {
            (true, _) => format!("/opened/{token}"),
            (false, 0) => "/put-away".to_owned(),
            (false, loss) => format!("/care/losses/{loss}"),
        };
        Ok(match done {
            ("welcome", wish) => Redirect::to(&format!("{back}?away={wish}&what=welcome")),
            (done, change) => led_back(&back, done, Some(change)),
        })
    });
    led.await
}

fn taken(
    house: &House,
    visitor: &Visitor,
    (of, way): (Chosen, ByHand),
    loss: LossId,
) -> Result<(&'static str, i64), Trouble> {
    let (viewer, now) = (visitor.viewer, visitor.now.timestamp());
    let change = crate::pages::care::changed(house, |tx| care::take_by_hand(tx, viewer, loss, of, way, now))?;
    Ok((crate::pages::care::taken_said(way), change.0))
}

/// Picks one photo for the quiet look on a hard day: it was opened, so it may be seen.
fn picked(house: &House, visitor: &Visitor, (token, place): (&str, usize), source: &str) -> Result<Redirect, Trouble> {
    let seal = (&*house.seal, &visitor.session);
    let photo = care::opened_photo(&house.store, visitor.viewer, seal, token, &visitor.now, place)?;
    let photo = photo.ok_or(Trouble::NotThere)?.id;
    let back = format!("/opened/{token}");
    crate::pages::care::days::pick_for(house, visitor, source, photo)?;
    Ok(led_back(&back, "unseen-picked", None))
}

/// The wish by which it is taken back.
fn welcomed(
    tx: &mut Tx<'_>,
    visitor: &Visitor,
    seal: (&care::Seal, &care::Session),
    token: &str,
    of: Chosen,
) -> Result<Option<i64>, StoreError> {
    let (viewer, today, now) = (visitor.viewer, visitor.today(), &visitor.now);
    let wish = match of {
        Chosen::Moment(_) => care::answer_veil(tx, viewer, seal, token, Answer::Welcome, (today, now))?,
        Chosen::Photo(id) => {
            let wish = Wish { scope: Scope::Photo(id), how_long: HowLong::Never };
            care::wish_for(tx, viewer, Want::Welcome, wish, today, now)?
        }
    };
    Ok(wish.map(|wish| wish.0))
}
