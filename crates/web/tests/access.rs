//! Every route, and who may enter; walked route by route.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::Site;
use web::{Enters, routes};

/// The access table. A route without a row here fails, and so does a row without a route.
const ACCESS: &[(&str, &str, Enters)] = &[
    ("GET", "/", Enters::Owner),
    ("GET", "/today", Enters::Owner),
    ("GET", "/today/{day}", Enters::Owner),
    ("GET", "/moment/{id}", Enters::Owner),
    ("GET", "/photo/{id}", Enters::Owner),
    ("GET", "/photo/{id}/{size}", Enters::Owner),
    ("GET", "/library", Enters::Owner),
    ("GET", "/library/undated", Enters::Owner),
    ("GET", "/library/hidden", Enters::Owner),
    ("GET", "/library/{year}", Enters::Owner),
    ("GET", "/library/{year}/{month}", Enters::Owner),
    ("POST", "/photos/{action}", Enters::Owner),
    ("GET", "/coming-in", Enters::Owner),
    ("GET", "/coming-in/unread", Enters::Owner),
    ("POST", "/coming-in/folders", Enters::Owner),
    ("POST", "/coming-in/folders/{id}/let-go", Enters::Owner),
    ("POST", "/coming-in/folders/{id}/back", Enters::Owner),
    ("POST", "/coming-in/rescan", Enters::Owner),
    ("POST", "/coming-in/pause", Enters::Owner),
    ("POST", "/coming-in/resume", Enters::Owner),
    ("GET", "/settings", Enters::Owner),
    ("GET", "/help", Enters::Owner),
    ("GET", "/put-away", Enters::Owner),
    ("POST", "/keep-away", Enters::Owner),
    ("POST", "/keep-away/{id}/lift", Enters::Owner),
    ("GET", "/api/v1/today", Enters::Owner),
    ("GET", "/api/v1/today/{day}", Enters::Owner),
    ("GET", "/api/v1/coming-in", Enters::Owner),
    ("GET", "/assets/{version}/{name}", Enters::Anybody),
    ("GET", "/favicon.ico", Enters::Anybody),
];

#[test]
fn every_route_has_a_row_in_the_access_table_and_every_row_a_route() {
    let there: Vec<_> = routes().iter().map(|route| (route.method, route.path, route.enters)).collect();
    assert_eq!(there, ACCESS);
}

#[test]
fn whoever_calls_this_machine_by_another_name_enters_nowhere() {
    let site = Site::with_afternoon();
    for (method, path, _) in ACCESS {
        let path = path.replace("{day}", "2026-09-28").replace("{id}", "1").replace("{size}", "small.jpg");
        let path = path.replace("{version}/{name}", "x/tokens.css");
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
    for path in ["/today", "/moment/1", "/photo/1", "/photo/1/small.jpg", "/nowhere", "/api/v1/today"] {
        let answer = site.get(path);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.header("cache-control"), "private, no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
    }
}

#[test]
fn no_page_has_inline_style_or_script_or_loads_anything_from_elsewhere() {
    let site = Site::with_afternoon();
    for path in ["/today", "/today/1999-01-01", "/moment/1", "/photo/1", "/nowhere"] {
        let body = site.get(path).body;
        assert!(!body.contains(" style=") && !body.contains("<style") && !body.contains(" onclick"), "{path}");
        for address in body.split(['"', '\'']).filter(|part| part.contains("//")) {
            assert!(!address.starts_with("http") && !address.starts_with("//"), "{path}: {address}");
        }
    }
}
