//! Every route, and who may enter; walked route by route.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::{Site, Who};
use web::{Enters, routes};

/// The access table. A route without a row here fails, and so does a row without a route.
const ACCESS: &[(&str, &str, Enters)] = &[
    ("GET", "/", Enters::Owner),
    ("GET", "/today", Enters::Owner),
    ("GET", "/today/{day}", Enters::Owner),
    ("POST", "/veil/{token}", Enters::Owner),
    ("GET", "/opened/{token}", Enters::Owner),
    ("GET", "/opened/{token}/{name}/{size}", Enters::Owner),
    ("POST", "/quiet-look/{day}", Enters::Owner),
    ("POST", "/tender", Enters::Owner),
    ("GET", "/set-up", Enters::Anybody),
    ("POST", "/set-up", Enters::Anybody),
    ("GET", "/sign-in", Enters::Anybody),
    ("POST", "/sign-in", Enters::Anybody),
    ("GET", "/sign-in/once/{code}", Enters::Anybody),
    ("POST", "/sign-in/once/{code}", Enters::Anybody),
    ("POST", "/sign-in/passkey/ask", Enters::Anybody),
    ("POST", "/sign-in/passkey", Enters::Anybody),
    ("GET", "/recover", Enters::Anybody),
    ("POST", "/recover", Enters::Anybody),
    ("POST", "/sign-out", Enters::Owner),
    ("GET", "/settings/account", Enters::Owner),
    ("POST", "/settings/account", Enters::Owner),
    ("POST", "/settings/account/password", Enters::Owner),
    ("GET", "/settings/sessions", Enters::Owner),
    ("POST", "/settings/sessions/{id}/end", Enters::Owner),
    ("POST", "/settings/sessions/end-others", Enters::Owner),
    ("GET", "/settings/passkeys", Enters::Owner),
    ("POST", "/settings/passkeys/ask", Enters::Owner),
    ("POST", "/settings/passkeys", Enters::Owner),
    ("POST", "/settings/passkeys/{id}/remove", Enters::Owner),
    ("GET", "/settings/codes", Enters::Owner),
    ("POST", "/settings/codes", Enters::Owner),
    ("GET", "/settings/tokens", Enters::Owner),
    ("POST", "/settings/tokens", Enters::Owner),
    ("POST", "/settings/tokens/{id}/revoke", Enters::Owner),
    ("GET", "/moment/{id}", Enters::Owner),
    ("POST", "/moment/{id}/words", Enters::Owner),
    ("POST", "/moment/{id}/part", Enters::Owner),
    ("POST", "/moment/{id}/join", Enters::Owner),
    ("POST", "/seam/{undo}/undo", Enters::Owner),
    ("POST", "/screens/hide", Enters::Owner),
    ("POST", "/screens/{undo}/unhide", Enters::Owner),
    ("GET", "/photo/{id}", Enters::Owner),
    ("GET", "/photo/{id}/original", Enters::READ),
    ("POST", "/photo/{id}/date", Enters::Owner),
    ("POST", "/photo/{id}/date-back", Enters::Owner),
    ("GET", "/photo/{id}/shift", Enters::Owner),
    ("POST", "/photo/{id}/shift", Enters::Owner),
    ("POST", "/clock/{undo}/back", Enters::Owner),
    ("POST", "/photo/{id}/turn", Enters::Owner),
    ("POST", "/photo/{id}/hide", Enters::Owner),
    ("POST", "/photo/{id}/unhide", Enters::Owner),
    ("POST", "/photo/{id}/remove", Enters::Owner),
    ("POST", "/photo/{id}/restore", Enters::Owner),
    ("GET", "/removed", Enters::Owner),
    ("GET", "/photo/{id}/{size}", Enters::READ),
    ("GET", "/library", Enters::Owner),
    ("GET", "/library/undated", Enters::Owner),
    ("GET", "/library/hidden", Enters::Owner),
    ("GET", "/library/{year}", Enters::Owner),
    ("GET", "/library/{year}/{month}", Enters::Owner),
    ("POST", "/photos/{action}", Enters::Owner),
    ("GET", "/people", Enters::Owner),
    ("GET", "/people/keywords", Enters::Owner),
    ("POST", "/people/keywords", Enters::Owner),
    ("GET", "/people/{id}", Enters::Owner),
    ("GET", "/people/{id}/photos", Enters::Owner),
    ("POST", "/people/{id}/name", Enters::Owner),
    ("POST", "/people/{id}/facts", Enters::Owner),
    ("POST", "/people/{id}/merge", Enters::Owner),
    ("POST", "/people/{id}/split", Enters::Owner),
    ("POST", "/people/{id}/not-in", Enters::Owner),
    ("POST", "/people/{id}/thing", Enters::Owner),
    ("POST", "/people/changes/{undo}/undo", Enters::Owner),
    ("GET", "/places", Enters::Owner),
    ("GET", "/places/{country}", Enters::Owner),
    ("GET", "/places/{country}/{id}", Enters::Owner),
    ("GET", "/search", Enters::Owner),
    ("GET", "/coming-in", Enters::Owner),
    ("GET", "/coming-in/unread", Enters::Owner),
    ("POST", "/coming-in/folders", Enters::Owner),
    ("POST", "/coming-in/folders/{id}/let-go", Enters::Owner),
    ("POST", "/coming-in/folders/{id}/back", Enters::Owner),
    ("POST", "/coming-in/rescan", Enters::Owner),
    ("POST", "/coming-in/pause", Enters::Owner),
    ("POST", "/coming-in/resume", Enters::Owner),
    ("POST", "/coming-in/try-again", Enters::Owner),
    ("GET", "/settings", Enters::Owner),
    ("GET", "/help", Enters::Owner),
    ("GET", "/help/api", Enters::Owner),
    ("GET", "/put-away", Enters::Owner),
    ("POST", "/put-away/open", Enters::Owner),
    ("POST", "/keep-away", Enters::Owner),
    ("POST", "/keep-away/{id}/lift", Enters::Owner),
    ("GET", "/care", Enters::Owner),
    ("GET", "/care/caution", Enters::Owner),
    ("POST", "/care/caution", Enters::Owner),
    ("GET", "/care/library", Enters::Owner),
    ("POST", "/care/library", Enters::Owner),
    ("GET", "/care/losses/new", Enters::Owner),
    ("POST", "/care/losses/new", Enters::Owner),
    ("GET", "/care/losses/{id}", Enters::Owner),
    ("POST", "/care/losses/{id}", Enters::Owner),
    ("POST", "/care/losses/{id}/look", Enters::Owner),
    ("POST", "/care/losses/{id}/review", Enters::Owner),
    ("POST", "/care/losses/{id}/by-hand", Enters::Owner),
    ("POST", "/care/losses/{id}/offer", Enters::Owner),
    ("POST", "/care/losses/{id}/forget-examples", Enters::Owner),
    ("POST", "/care/losses/{id}/remove", Enters::Owner),
    ("POST", "/care/losses/{id}/restore", Enters::Owner),
    ("POST", "/care/changes/{id}/undo", Enters::Owner),
    ("GET", "/care/offers/{id}", Enters::Owner),
    ("POST", "/care/offers/{id}", Enters::Owner),
    ("POST", "/care/offers/{id}/withdraw", Enters::Owner),
    ("POST", "/care/offers/{id}/decline", Enters::Owner),
    ("POST", "/care/offers/{id}/reopen", Enters::Owner),
    ("GET", "/care/days", Enters::Owner),
    ("POST", "/care/days", Enters::Owner),
    ("POST", "/care/days/look", Enters::Owner),
    ("POST", "/care/days/{id}", Enters::Owner),
    ("POST", "/care/days/{id}/undo", Enters::Owner),
    ("POST", "/care/days/{id}/remove", Enters::Owner),
    ("POST", "/care/days/{id}/restore", Enters::Owner),
    ("POST", "/care/plan", Enters::Owner),
    ("POST", "/care/pick", Enters::Owner),
    ("GET", "/care/log", Enters::Owner),
    ("POST", "/care/log/delete", Enters::Owner),
    ("GET", "/ahead", Enters::Owner),
    ("GET", "/opened/{token}/{name}/why", Enters::Owner),
    ("POST", "/opened/{token}/{name}/say", Enters::Owner),
    ("GET", "/why/moment/{id}", Enters::Owner),
    ("GET", "/why/photo/{id}", Enters::Owner),
    ("GET", "/why/{day}", Enters::Owner),
    ("GET", "/api/v1/openapi.json", Enters::READ),
    ("GET", "/api/v1/today", Enters::READ),
    ("GET", "/api/v1/today/{day}", Enters::READ),
    ("GET", "/api/v1/moments/{id}", Enters::READ),
    ("GET", "/api/v1/photos", Enters::READ),
    ("GET", "/api/v1/photos/{id}", Enters::READ),
    ("POST", "/api/v1/photos/date", Enters::WRITE),
    ("POST", "/api/v1/photos/date-back", Enters::WRITE),
    ("POST", "/api/v1/photos/hide", Enters::WRITE),
    ("POST", "/api/v1/photos/unhide", Enters::WRITE),
    ("POST", "/api/v1/photos/remove", Enters::WRITE),
    ("POST", "/api/v1/photos/restore", Enters::WRITE),
    ("GET", "/api/v1/wishes", Enters::READ_CARE),
    ("POST", "/api/v1/wishes", Enters::WRITE_CARE),
    ("DELETE", "/api/v1/wishes/{id}", Enters::WRITE_CARE),
    ("GET", "/api/v1/losses", Enters::READ_CARE),
    ("POST", "/api/v1/losses", Enters::WRITE_CARE),
    ("DELETE", "/api/v1/losses/{id}", Enters::WRITE_CARE),
    ("POST", "/api/v1/losses/{id}/restore", Enters::WRITE_CARE),
    ("GET", "/api/v1/ahead", Enters::READ_CARE),
    ("GET", "/api/v1/why/moments/{id}", Enters::READ_CARE),
    ("GET", "/api/v1/why/photos/{id}", Enters::READ_CARE),
    ("GET", "/api/v1/coming-in", Enters::READ),
    ("POST", "/api/v1/coming-in/rescan", Enters::IMPORT),
    ("POST", "/api/v1/coming-in/pause", Enters::IMPORT),
    ("POST", "/api/v1/coming-in/resume", Enters::IMPORT),
    ("POST", "/api/v1/coming-in/try-again", Enters::IMPORT),
    ("GET", "/api/v1/folders", Enters::READ),
    ("POST", "/api/v1/folders", Enters::IMPORT),
    ("DELETE", "/api/v1/folders/{id}", Enters::IMPORT),
    ("GET", "/api/v1/people", Enters::READ),
    ("GET", "/api/v1/search", Enters::READ),
    ("GET", "/api/v1/suggestions", Enters::READ),
    ("GET", "/assets/{version}/{name}", Enters::Anybody),
    ("GET", "/favicon.ico", Enters::Anybody),
];

#[test]
fn every_route_has_a_row_in_the_access_table_and_every_row_a_route() {
    let there: Vec<_> = routes().iter().map(|route| (route.method, route.path, route.enters)).collect();
    assert_eq!(there, ACCESS);
}

/// A path of the table with something in its braces that is there for the owner.
fn filled(path: &str) -> String {
    let path = path.replace("{day}", "2026-09-28").replace("{id}", "1").replace("{size}", "small.jpg");
    let path = path.replace("{year}", "2019").replace("{month}", "9").replace("{token}", "x").replace("{undo}", "x");
    let path = path.replace("{version}/{name}", "x/tokens.css").replace("{name}", "x");
    path.replace("{code}", "0000-0000-0000-0000")
}

#[test]
fn each_route_lets_in_whom_the_table_says_and_tells_nobody_else_anything() {
    let site = Site::with_afternoon();
    for (method, path, enters) in ACCESS {
        for who in [Who::Nobody, Who::Revoked] {
            let answer = site.ask_as(who, method, &filled(path), "");
            let said = format!("{who:?} {method} {path}: {} {}", answer.status, answer.body);
            match enters {
                Enters::Anybody => assert!(!answer.header("location").starts_with("/sign-in?to="), "{said}"),
                // A link for people, too.
                Enters::Api(_) if !path.ends_with("/original") => assert_eq!(answer.status, 401, "{said}"),
                // A picture in a page leads nowhere.
                Enters::Owner if path.ends_with("{size}") => assert_eq!(answer.status, 401, "{said}"),
                Enters::Api(_) | Enters::Owner => {
                    assert_eq!(answer.status, 303, "{said}");
                    assert!(answer.header("location").starts_with("/sign-in"), "{said}");
                }
            }
            for private in ["Cannon Beach", "Elin", "Tomas", "jpeg 1"] {
                assert!(!answer.body.contains(private), "{private}: {said}");
            }
        }
    }
    assert!(site.get("/today").body.contains("Cannon Beach"), "there is something to tell");
}

#[test]
fn what_is_not_yours_is_answered_as_what_is_not_there() {
    let site = Site::with_afternoon();
    for (method, path, enters) in ACCESS {
        if *enters == Enters::Anybody || !path.contains("{id}") {
            continue;
        }
        let not_yours = site.ask_as(Who::OtherOwner, method, &filled(path), "");
        let not_there =
            site.ask_as(Who::OtherOwner, method, &path.replace("{id}", "987654").replace("{size}", "small.jpg"), "");
        assert_eq!(not_yours.status, not_there.status, "{method} {path}");
        assert_eq!(not_yours.told(), not_there.told(), "{method} {path}");
        assert_eq!(not_yours.header("location"), not_there.header("location"), "{method} {path}");
    }
}

#[test]
fn another_owner_sees_their_own_library_and_nothing_of_this_one() {
    let site = Site::with_afternoon();
    for (method, path, enters) in ACCESS.iter().filter(|(_, path, _)| !path.contains("sign-out")) {
        let answer = site.ask_as(Who::OtherOwner, method, &filled(path), "");
        assert!(*enters == Enters::Anybody || !answer.header("location").starts_with("/sign-in"), "{path}");
        for private in ["Cannon Beach", "Tomas", "jpeg 1"] {
            assert!(!answer.body.contains(private), "{private}: {method} {path}");
        }
    }
}

#[test]
fn whoever_calls_this_machine_by_another_name_enters_nowhere() {
    let site = Site::with_afternoon();
    for (method, path, _) in ACCESS {
        let path = filled(path);
        for host in ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:7878", ""] {
            let answer = site.ask(method, &path, &[("host", host)], "");
            assert_eq!(answer.status, 421, "{method} {path} as {host}");
        }
    }
    for host in ["localhost:7878", "127.0.0.1:7878", "[::1]:7878", "127.0.0.1"] {
        assert_eq!(site.ask("GET", "/today", &[("host", host)], "").status, 200, "{host}");
    }
}

#[test]
fn where_others_can_reach_it_without_a_base_url_it_answers_to_addresses_and_its_own_name_alone() {
    let mut site = Site::with_afternoon();
    site.reached = web::Reached { own_names: vec!["nas".to_owned()], ..web::Reached::default() };
    for host in ["192.168.1.5:7878", "[2001:db8::1]", "nas:7878", "NAS", "localhost"] {
        assert_eq!(site.ask("GET", "/today", &[("host", host)], "").status, 200, "{host}");
    }
    for host in ["evil.example", "nas.evil.example", "192.168.1.5.evil.example:7878", ""] {
        let answer = site.ask("GET", "/today", &[("host", host)], "");
        assert_eq!(answer.status, 421, "{host}");
        assert!(answer.body.contains("nas") && answer.body.contains("--base-url"), "{}", answer.body);
    }
}

#[test]
fn a_change_that_comes_from_another_site_is_refused_and_changes_nothing() {
    let site = Site::with_afternoon();
    let form = "scope=moment&target=1&how_long=never&day=2026-09-28&back=/today";
    for header in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "http://evil.example")]
    {
        assert_eq!(site.ask("POST", "/keep-away", &[header], form).status, 403, "{header:?}");
    }
    assert!(site.get("/today").body.contains("/photo/1/"), "it is still there");
    assert_eq!(site.ask("POST", "/keep-away", &[("sec-fetch-site", "same-origin")], form).status, 303);
    assert!(!site.get("/today").body.contains("/photo/1/"));
}

#[test]
fn every_answer_carries_the_headers_that_keep_others_out() {
    let site = Site::with_afternoon();
    for path in ["/today", "/moment/1", "/photo/1", "/photo/1/small.jpg", "/nowhere", "/api/v1/today", "/sign-in"] {
        let answer = site.get(path);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        // A picture may be kept but is asked for each time; a page is not even kept.
        let kept = if path.ends_with(".jpg") { "private, no-cache" } else { "private, no-store" };
        assert_eq!(answer.header("cache-control"), kept, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}: not over plain http");
        let before = site.ask_as(Who::Nobody, "GET", path, "");
        for header in ["content-security-policy", "referrer-policy", "permissions-policy"] {
            assert_eq!(before.header(header), answer.header(header), "{path}: {header} before the door");
        }
        assert_eq!(before.header("cache-control"), "private, no-store", "{path} before the door");
    }
}

#[test]
fn no_page_has_inline_style_or_script_or_loads_anything_from_elsewhere() {
    let site = Site::with_afternoon();
    for path in [
        "/today",
        "/today/1999-01-01",
        "/moment/1",
        "/photo/1",
        "/nowhere",
        "/sign-in",
        "/recover",
        "/settings/passkeys",
    ] {
        let body = site.get(path).body;
        assert!(!body.contains(" style=") && !body.contains("<style") && !body.contains(" onclick"), "{path}");
        for address in body.split(['"', '\'']).filter(|part| part.contains("//")) {
            assert!(!address.starts_with("http") && !address.starts_with("//"), "{path}: {address}");
        }
    }
}
