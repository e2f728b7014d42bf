//! Every route, and who may enter. A test walks this page.

use axum::Router;
use axum::routing::{MethodRouter, get, post};

use crate::{House, api, assets, door, pages};

/// Who may enter by a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enters {
    /// Anybody: it says nothing of anyone.
    Anybody,
    /// The owner of the library.
    Owner,
}

/// One route.
pub struct Route {
    /// GET or POST.
    pub method: &'static str,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// Who may enter.
    pub enters: Enters,
    handler: MethodRouter<House>,
}

/// All routes.
pub fn routes() -> Vec<Route> {
    use Enters::{Anybody, Owner};
    vec![
        // Today, and putting away
        route("GET", "/", Owner, get(pages::front::to_today)),
        route("GET", "/today", Owner, get(pages::today::now)),
        route("GET", "/today/{day}", Owner, get(pages::today::on)),
        // The door
        // A moment, a photo
        route("GET", "/moment/{id}", Owner, get(pages::moment::page)),
        route("GET", "/photo/{id}", Owner, get(pages::photo::page)),
        route("GET", "/photo/{id}/{size}", Owner, get(pages::rendition::bytes)),
        // The library
        route("GET", "/library", Owner, get(pages::library::years)),
        route("GET", "/library/undated", Owner, get(pages::library::undated)),
        route("GET", "/library/hidden", Owner, get(pages::library::hidden)),
        route("GET", "/library/{year}", Owner, get(pages::library::year)),
        route("GET", "/library/{year}/{month}", Owner, get(pages::library::month)),
        route("POST", "/photos/{action}", Owner, post(pages::photos::act)),
        // People, places, search
        // Coming in, settings, help
        route("GET", "/coming-in", Owner, get(pages::coming_in::page)),
        route("GET", "/coming-in/unread", Owner, get(pages::coming_in::unread)),
        route("POST", "/coming-in/folders", Owner, post(pages::coming_in::add)),
        route("POST", "/coming-in/folders/{id}/let-go", Owner, post(pages::coming_in::let_go)),
        route("POST", "/coming-in/folders/{id}/back", Owner, post(pages::coming_in::back)),
        route("POST", "/coming-in/rescan", Owner, post(pages::coming_in::rescan)),
        route("POST", "/coming-in/pause", Owner, post(pages::coming_in::pause)),
        route("POST", "/coming-in/resume", Owner, post(pages::coming_in::resume)),
        route("GET", "/settings", Owner, get(pages::settings::page)),
        route("GET", "/help", Owner, get(pages::help::page)),
        // What is put away
        route("GET", "/put-away", Owner, get(pages::put_away::page)),
        route("POST", "/keep-away", Owner, post(pages::keep_away::make)),
        route("POST", "/keep-away/{id}/lift", Owner, post(pages::keep_away::lift)),
        // The API
        route("GET", "/api/v1/today", Owner, get(api::today::now)),
        route("GET", "/api/v1/today/{day}", Owner, get(api::today::on)),
        route("GET", "/api/v1/coming-in", Owner, get(api::coming_in::standing)),
        route("GET", "/assets/{version}/{name}", Anybody, get(assets::serve)),
        route("GET", "/favicon.ico", Anybody, get(assets::favicon)),
    ]
}

/// The whole site.
pub fn router(house: House) -> Router {
    let mut router = Router::new();
    for route in routes() {
        router = router.route(route.path, route.handler);
    }
    door::guarded(router.fallback(pages::front::not_there), &house).with_state(house)
}

fn route(method: &'static str, path: &'static str, enters: Enters, handler: MethodRouter<House>) -> Route {
    Route { method, path, enters, handler }
}
