//! By which names the house answers, and what every answer carries.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::{Site, Who};

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
