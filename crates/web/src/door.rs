//! The door: who comes in, and what holds for every answer.

mod arrival;
mod cookies;
mod enter;
pub(crate) mod forms;
mod guest;
mod headers;
mod names;
mod proxies;
mod turns;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;

use crate::House;
use crate::lane::Lane;

pub(crate) use arrival::Arrival;
pub(crate) use cookies::{come_in_cookies, session_gone, ticket_cookie, ticket_of};
pub(crate) use enter::{SignedIn, within};
pub(crate) use guest::Guest;
pub use proxies::{Network, NotANetwork};
pub(crate) use turns::{Waiting, may_ask, unhurried};

/// What every request passes, whatever it asks for. Who it is from is asked route by route, by [`within`].
pub(crate) fn guarded(router: Router<House>, house: &House) -> Router<House> {
    // Pictures are as small as they get; the rest shrinks to a fifth. No page holds a secret beside what its address says,
    // so there is nothing that sizes could give away; codes and tokens are shown in answers to forms, which no other site
    // can send.
    let shrinks = SizeAbove::new(512).and(NotForContentType::IMAGES).and(NotForContentType::new("video/"));
    router
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(house.clone(), pass))
        .layer(CompressionLayer::new().compress_when(shrinks))
}

/// What holds for every request and every answer, in one layer: each layer costs a small picture as much as reading it does.
async fn pass(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let response = match names::refused(&house.reached, &request) {
        Some(refused) => refused,
        None => {
            let arrival = Arrival::of(&request, &house);
            request.extensions_mut().insert(arrival);
            let lane = Lane::of(request.method());
            forms::into_every_form(lane.scope(next.run(request)).await).await
        }
    };
    headers::on_every_answer(&house, response)
}
