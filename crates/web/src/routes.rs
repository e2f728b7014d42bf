//! Every route, and who may enter. A test walks this page.

use axum::Router;
use axum::routing::{MethodRouter, delete, get, post};

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
    /// GET, POST or DELETE.
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
        route("GET", "/people", Owner, get(pages::people::list)),
        route("GET", "/people/keywords", Owner, get(pages::people::keywords)),
        route("POST", "/people/keywords", Owner, post(pages::people::keyword)),
        route("GET", "/people/{id}", Owner, get(pages::people::life)),
        route("GET", "/people/{id}/photos", Owner, get(pages::people::photos)),
        route("POST", "/people/{id}/name", Owner, post(pages::people::rename)),
        route("POST", "/people/{id}/facts", Owner, post(pages::people::facts)),
        route("POST", "/people/{id}/merge", Owner, post(pages::people::merge)),
        route("POST", "/people/{id}/split", Owner, post(pages::people::split)),
        route("POST", "/people/{id}/thing", Owner, post(pages::people::thing)),
        route("POST", "/people/changes/{id}/undo", Owner, post(pages::people::undo)),
        route("GET", "/places", Owner, get(pages::places::list)),
        route("GET", "/places/{country}", Owner, get(pages::places::country)),
        route("GET", "/places/{country}/{id}", Owner, get(pages::places::town)),
        route("GET", "/search", Owner, get(pages::search::page)),
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
        route("GET", "/help/api", Owner, get(pages::help::api)),
        // What is put away
        route("GET", "/put-away", Owner, get(pages::put_away::page)),
        route("POST", "/keep-away", Owner, post(pages::keep_away::make)),
        route("POST", "/keep-away/{id}/lift", Owner, post(pages::keep_away::lift)),
        // The API
        route("GET", "/api/v1/openapi.json", Owner, get(api::document::document)),
        route("GET", "/api/v1/today", Owner, get(api::today::now)),
        route("GET", "/api/v1/today/{day}", Owner, get(api::today::on)),
        route("GET", "/api/v1/moments/{id}", Owner, get(api::moments::one)),
        route("GET", "/api/v1/photos", Owner, get(api::photos::list)),
        route("GET", "/api/v1/photos/{id}", Owner, get(api::photos::one)),
        route("POST", "/api/v1/photos/date", Owner, post(api::changes::date)),
        route("POST", "/api/v1/photos/date-back", Owner, post(api::changes::date_back)),
        route("POST", "/api/v1/photos/hide", Owner, post(api::changes::hide)),
        route("POST", "/api/v1/photos/unhide", Owner, post(api::changes::unhide)),
        route("POST", "/api/v1/photos/remove", Owner, post(api::changes::remove)),
        route("POST", "/api/v1/photos/restore", Owner, post(api::changes::restore)),
        route("GET", "/api/v1/wishes", Owner, get(api::wishes::list)),
        route("POST", "/api/v1/wishes", Owner, post(api::wishes::make)),
        route("DELETE", "/api/v1/wishes/{id}", Owner, delete(api::wishes::lift)),
        route("GET", "/api/v1/coming-in", Owner, get(api::coming_in::standing)),
        route("POST", "/api/v1/coming-in/rescan", Owner, post(api::coming_in::rescan)),
        route("POST", "/api/v1/coming-in/pause", Owner, post(api::coming_in::pause)),
        route("POST", "/api/v1/coming-in/resume", Owner, post(api::coming_in::resume)),
        route("GET", "/api/v1/folders", Owner, get(api::folders::list)),
        route("POST", "/api/v1/folders", Owner, post(api::folders::add)),
        route("DELETE", "/api/v1/folders/{id}", Owner, delete(api::folders::let_go)),
        route("GET", "/api/v1/people", Owner, get(api::people::list)),
        route("GET", "/api/v1/search", Owner, get(api::search::find)),
        route("GET", "/api/v1/suggestions", Owner, get(api::suggestions::list)),
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
