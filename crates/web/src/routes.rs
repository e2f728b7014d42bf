//! Every route, and who may enter. A test walks this page.

use axum::Router;
use axum::routing::{MethodRouter, any, delete, get, post};
use circle::Scope;

use crate::{House, Wiring, api, assets, door, pages};

/// Who may enter by a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enters {
    /// Anybody: it says nothing of anyone.
    Anybody,
    /// The owner of the library.
    Owner,
    /// The owner, and a program with a token of theirs that is good for all of this.
    Api(&'static [Scope]),
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
        // The first question
        route("GET", "/first", Owner, get(pages::first::page)),
        route("POST", "/first", Owner, post(pages::first::answer)),
        // What is asked about first, and tender days
        route("POST", "/veil/{token}", Owner, post(pages::veil::answer)),
        route("GET", "/opened/{token}", Owner, get(pages::veil::page)),
        route("GET", "/opened/{token}/{name}/{size}", Owner, get(pages::veil::bytes)),
        route("POST", "/quiet-look/{day}", Owner, post(pages::veil::picks)),
        route("POST", "/tender", Owner, post(pages::tender::change)),
        // The door
        route("GET", "/set-up", Anybody, get(pages::door::set_up::page)),
        route("POST", "/set-up", Anybody, post(pages::door::set_up::ask)),
        route("GET", "/sign-in", Anybody, get(pages::door::sign_in::page)),
        route("POST", "/sign-in", Anybody, post(pages::door::sign_in::ask)),
        route("GET", "/sign-in/once/{code}", Anybody, get(pages::door::once::page)),
        route("POST", "/sign-in/once/{code}", Anybody, post(pages::door::once::come)),
        route("POST", "/sign-in/passkey/ask", Anybody, post(pages::door::passkey::question)),
        route("POST", "/sign-in/passkey", Anybody, post(pages::door::passkey::answer)),
        route("GET", "/recover", Anybody, get(pages::door::recover::page)),
        route("POST", "/recover", Anybody, post(pages::door::recover::ask)),
        route("POST", "/sign-out", Owner, post(pages::door::sign_out::leave)),
        route("GET", "/settings/account", Owner, get(pages::account::details::page)),
        route("POST", "/settings/account", Owner, post(pages::account::details::change)),
        route("POST", "/settings/account/password", Owner, post(pages::account::password::change)),
        route("GET", "/settings/sessions", Owner, get(pages::account::sessions::page)),
        route("POST", "/settings/sessions/{id}/end", Owner, post(pages::account::sessions::end)),
        route("POST", "/settings/sessions/end-others", Owner, post(pages::account::sessions::end_others)),
        route("GET", "/settings/passkeys", Owner, get(pages::account::passkeys::page)),
        route("POST", "/settings/passkeys/ask", Owner, post(pages::account::passkeys::question)),
        route("POST", "/settings/passkeys", Owner, post(pages::account::passkeys::keep)),
        route("POST", "/settings/passkeys/{id}/remove", Owner, post(pages::account::passkeys::remove)),
        route("GET", "/settings/codes", Owner, get(pages::account::codes::page)),
        route("POST", "/settings/codes", Owner, post(pages::account::codes::make)),
        route("GET", "/settings/tokens", Owner, get(pages::account::tokens::page)),
        route("POST", "/settings/tokens", Owner, post(pages::account::tokens::make)),
        route("POST", "/settings/tokens/{id}/revoke", Owner, post(pages::account::tokens::revoke)),
        // A moment, a photo
        route("GET", "/moment/{id}", Owner, get(pages::moment::page)),
        route("POST", "/moment/{id}/words", Owner, post(pages::moment::say)),
        route("POST", "/moment/{id}/part", Owner, post(pages::moment::part)),
        route("POST", "/moment/{id}/join", Owner, post(pages::moment::join)),
        route("POST", "/seam/{undo}/undo", Owner, post(pages::moment::unsew)),
        route("POST", "/screens/hide", Owner, post(pages::moment::hide_screens)),
        route("POST", "/screens/{undo}/unhide", Owner, post(pages::moment::unhide_screens)),
        route("GET", "/photo/{id}", Owner, get(pages::photo::page)),
        route("GET", "/photo/{id}/original", Enters::READ, get(pages::photo::original)),
        route("POST", "/photo/{id}/date", Owner, post(pages::photo::date)),
        route("POST", "/photo/{id}/date-back", Owner, post(pages::photo::date_back)),
        route("GET", "/photo/{id}/shift", Owner, get(pages::photo::shift_preview)),
        route("POST", "/photo/{id}/shift", Owner, post(pages::photo::shift)),
        route("POST", "/dates/{undo}/back", Owner, post(pages::photo::undo_date)),
        route("POST", "/clock/{undo}/back", Owner, post(pages::photo::shift_back)),
        route("POST", "/photo/{id}/turn", Owner, post(pages::photo::turn)),
        route("POST", "/photo/{id}/hide", Owner, post(pages::photo::hide)),
        route("POST", "/photo/{id}/unhide", Owner, post(pages::photo::unhide)),
        route("POST", "/photo/{id}/remove", Owner, post(pages::photo::remove)),
        route("POST", "/photo/{id}/restore", Owner, post(pages::photo::restore)),
        route("GET", "/removed", Owner, get(pages::removed::page)),
        route("GET", "/photo/{id}/{size}", Enters::READ, get(pages::rendition::bytes)),
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
        route("POST", "/people/{id}/not-in", Owner, post(pages::people::not_in)),
        route("POST", "/people/{id}/said", Owner, post(pages::people::say)),
        route("POST", "/people/said/{undo}/undo", Owner, post(pages::people::take_back_said)),
        route("POST", "/people/{id}/thing", Owner, post(pages::people::thing)),
        route("POST", "/people/changes/{undo}/undo", Owner, post(pages::people::undo)),
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
        route("POST", "/coming-in/try-again", Owner, post(pages::coming_in::try_again)),
        route("GET", "/settings", Owner, get(pages::settings::page)),
        route("GET", "/help", Owner, get(pages::help::page)),
        route("GET", "/help/api", Owner, get(pages::help::api)),
        // What is put away
        route("GET", "/put-away", Owner, get(pages::put_away::page)),
        route("POST", "/put-away/open", Owner, post(pages::veil::put_away)),
        route("POST", "/keep-away", Owner, post(pages::keep_away::make)),
        route("GET", "/keep-away/{id}/more", Owner, get(pages::keep_more::page)),
        route("POST", "/keep-away/{id}/more", Owner, post(pages::keep_more::choose)),
        route("POST", "/keep-away/{id}/lift", Owner, post(pages::keep_away::lift)),
        // Care
        route("GET", "/care/waits", Owner, get(pages::care::waits::page)),
        route("GET", "/care", Owner, get(pages::care::overview::page)),
        route("GET", "/care/caution", Owner, get(pages::care::caution::page)),
        route("POST", "/care/caution", Owner, post(pages::care::overview::caution)),
        route("POST", "/care/caution/fine", Owner, post(pages::care::caution::fine)),
        route("POST", "/care/caution/ask-again", Owner, post(pages::care::caution::ask_again)),
        route("POST", "/care/caution/fine/{undo}/undo", Owner, post(pages::care::caution::not_fine)),
        route("GET", "/care/library", Owner, get(pages::care::overview::library_page)),
        route("POST", "/care/library", Owner, post(pages::care::overview::library)),
        route("GET", "/care/losses/new", Owner, get(pages::care::entering::kinds)),
        route("GET", "/care/losses/new/{kind}", Owner, get(pages::care::entering::begin)),
        route("POST", "/care/losses/new/{kind}", Owner, post(pages::care::entering::enter)),
        route("GET", "/care/drafts/{id}", Owner, get(pages::care::drafts::page)),
        route("POST", "/care/drafts/{id}/keep", Owner, post(pages::care::drafts::keep)),
        route("POST", "/care/drafts/{id}/look", Owner, post(pages::care::drafts::look)),
        route("GET", "/care/drafts/{id}/adjust", Owner, get(pages::care::drafts::adjust)),
        route("POST", "/care/drafts/{id}/adjust", Owner, post(pages::care::drafts::adjusted)),
        route("GET", "/care/losses/{id}", Owner, get(pages::care::one::page)),
        route("POST", "/care/losses/{id}", Owner, post(pages::care::one::change)),
        route("POST", "/care/losses/{id}/look", Owner, post(pages::care::one::look)),
        route("POST", "/care/losses/{id}/review", Owner, post(pages::care::overview::review)),
        route("POST", "/care/losses/{id}/by-hand", Owner, post(pages::care::by_hand::take)),
        route("POST", "/care/losses/{id}/offer", Owner, post(pages::care::offers::offer)),
        route("POST", "/care/losses/{id}/forget-examples", Owner, post(pages::care::by_hand::forget_examples)),
        route("POST", "/care/losses/{id}/remove", Owner, post(pages::care::one::remove)),
        route("POST", "/care/losses/{id}/restore", Owner, post(pages::care::one::restore)),
        route("POST", "/care/changes/{id}/undo", Owner, post(pages::care::one::undo)),
        route("GET", "/care/offers/{id}", Owner, get(pages::care::offers::page)),
        route("POST", "/care/offers/{id}", Owner, post(pages::care::offers::take)),
        route("POST", "/care/offers/{id}/withdraw", Owner, post(pages::care::offers::withdraw)),
        route("POST", "/care/offers/{id}/decline", Owner, post(pages::care::offers::decline)),
        route("POST", "/care/offers/{id}/reopen", Owner, post(pages::care::offers::reopen)),
        route("GET", "/care/days", Owner, get(pages::care::days::page)),
        route("POST", "/care/days", Owner, post(pages::care::days::add)),
        route("POST", "/care/days/look", Owner, post(pages::care::days::look)),
        route("POST", "/care/days/{id}", Owner, post(pages::care::days::change)),
        route("POST", "/care/days/{id}/undo", Owner, post(pages::care::days::undo)),
        route("POST", "/care/days/{id}/remove", Owner, post(pages::care::days::remove)),
        route("POST", "/care/days/{id}/restore", Owner, post(pages::care::days::restore)),
        route("POST", "/care/plan", Owner, post(pages::care::days::plan)),
        route("POST", "/care/pick", Owner, post(pages::care::days::pick)),
        route("GET", "/care/log", Owner, get(pages::care::log::page)),
        route("POST", "/care/log/delete", Owner, post(pages::care::log::delete)),
        route("GET", "/ahead", Owner, get(pages::care::ahead::page)),
        route("GET", "/opened/{token}/{name}/why", Owner, get(pages::care::why::opened)),
        route("POST", "/opened/{token}/{name}/say", Owner, post(pages::veil::say)),
        route("GET", "/why/moment/{id}", Owner, get(pages::care::why::moment)),
        route("GET", "/why/photo/{id}", Owner, get(pages::care::why::photo)),
        route("GET", "/why/{day}", Owner, get(pages::care::why::day)),
        // The API
        route("GET", "/api/v1/openapi.json", Enters::READ, get(api::document::document)),
        route("GET", "/api/v1/today", Enters::READ, get(api::today::now)),
        route("GET", "/api/v1/today/{day}", Enters::READ, get(api::today::on)),
        route("GET", "/api/v1/moments/{id}", Enters::READ, get(api::moments::one)),
        route("GET", "/api/v1/photos", Enters::READ, get(api::photos::list)),
        route("GET", "/api/v1/photos/{id}", Enters::READ, get(api::photos::one)),
        route("POST", "/api/v1/photos/date", Enters::WRITE, post(api::changes::date)),
        route("POST", "/api/v1/photos/date-back", Enters::WRITE, post(api::changes::date_back)),
        route("POST", "/api/v1/photos/hide", Enters::WRITE, post(api::changes::hide)),
        route("POST", "/api/v1/photos/unhide", Enters::WRITE, post(api::changes::unhide)),
        route("POST", "/api/v1/photos/remove", Enters::WRITE, post(api::changes::remove)),
        route("POST", "/api/v1/photos/restore", Enters::WRITE, post(api::changes::restore)),
        route("GET", "/api/v1/wishes", Enters::READ_CARE, get(api::wishes::list)),
        route("POST", "/api/v1/wishes", Enters::WRITE_CARE, post(api::wishes::make)),
        route("DELETE", "/api/v1/wishes/{id}", Enters::WRITE_CARE, delete(api::wishes::lift)),
        route("GET", "/api/v1/losses", Enters::READ_CARE, get(api::losses::list)),
        route("POST", "/api/v1/losses", Enters::WRITE_CARE, post(api::losses::add)),
        route("DELETE", "/api/v1/losses/{id}", Enters::WRITE_CARE, delete(api::losses::remove)),
        route("POST", "/api/v1/losses/{id}/restore", Enters::WRITE_CARE, post(api::losses::restore)),
        route("GET", "/api/v1/ahead", Enters::READ_CARE, get(api::ahead::list)),
        route("GET", "/api/v1/why/moments/{id}", Enters::READ_CARE, get(api::why::moment)),
        route("GET", "/api/v1/why/photos/{id}", Enters::READ_CARE, get(api::why::photo)),
        route("GET", "/api/v1/coming-in", Enters::READ, get(api::coming_in::standing)),
        route("POST", "/api/v1/coming-in/rescan", Enters::IMPORT, post(api::coming_in::rescan)),
        route("POST", "/api/v1/coming-in/pause", Enters::IMPORT, post(api::coming_in::pause)),
        route("POST", "/api/v1/coming-in/resume", Enters::IMPORT, post(api::coming_in::resume)),
        route("POST", "/api/v1/coming-in/try-again", Enters::IMPORT, post(api::coming_in::try_again)),
        route("GET", "/api/v1/folders", Enters::READ, get(api::folders::list)),
        route("POST", "/api/v1/folders", Enters::IMPORT, post(api::folders::add)),
        route("DELETE", "/api/v1/folders/{id}", Enters::IMPORT, delete(api::folders::let_go)),
        route("GET", "/api/v1/people", Enters::READ, get(api::people::list)),
        route("GET", "/api/v1/search", Enters::READ, get(api::search::find)),
        route("GET", "/api/v1/suggestions", Enters::READ, get(api::suggestions::list)),
        route("GET", "/assets/{version}/{name}", Anybody, get(assets::serve)),
        route("GET", "/favicon.ico", Anybody, get(assets::favicon)),
    ]
}

/// The whole site.
pub fn router(wiring: Wiring) -> Router {
    let house = House::from(wiring);
    let mut router = Router::new();
    for route in routes() {
        router = router.route(route.path, door::within(route.handler, route.enters, &house));
    }
    let elsewhere = door::within(any(pages::front::not_there), Enters::Owner, &house).with_state(house.clone());
    door::guarded(router.fallback_service(elsewhere), &house).with_state(house)
}

fn route(method: &'static str, path: &'static str, enters: Enters, handler: MethodRouter<House>) -> Route {
    Route { method, path, enters, handler }
}
