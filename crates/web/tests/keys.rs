//! Tokens: what a program may ask for, and what it learns of what is kept with care.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::{Answer, Site};
use testkit::{House, PASSWORD, houses};
use web::{Enters, routes};

const NOBODY: (&str, &str) = ("cookie", "");
const JSON: (&str, &str) = ("content-type", "application/json");

/// A token with those ticks in its form.
fn make(site: &Site, ticked: &str) -> String {
    let made = site.post("/settings/tokens", &format!("name=Frame&{ticked}&days=30"));
    let spelled = made.body.split("<code>").nth(1).unwrap_or_else(|| panic!("{ticked}: {}", made.body));
    spelled.split('<').next().unwrap().to_owned()
}

fn ask(site: &Site, token: &str, method: &str, path: &str, body: &str) -> Answer {
    site.ask(method, path, &[NOBODY, JSON, ("authorization", &format!("Bearer {token}"))], body)
}

#[test]
fn a_token_opens_the_api_within_its_scopes_and_no_page() {
    let site = Site::with_afternoon();
    let (reads, imports) = (make(&site, "read=on"), make(&site, "import=on"));
    let ask = |token: &str, path: &str| ask(&site, token, "GET", path, "");
    assert_eq!(ask(&reads, "/api/v1/today").status, 200);
    assert_eq!(ask(&imports, "/api/v1/today").status, 403);
    assert_eq!(ask("perennial-1-nonsense", "/api/v1/today").status, 401);
    assert_eq!(ask(&reads, "/today").header("location"), "/sign-in", "a page is for people");
    assert_eq!(ask(&reads, "/settings/tokens").status, 303);
    let small = ask(&reads, "/photo/1/small.jpg");
    assert_eq!((small.status, small.header("content-type"), &*small.body), (200, "image/jpeg", "jpeg 1"));
    assert_ne!(ask(&reads, "/photo/1/original").status, 401, "it is let in to ask for the file");
    for path in ["/photo/1/small.jpg", "/photo/1/original"] {
        assert_eq!(ask(&imports, path).status, 403, "{path}");
        let stranger = ask("perennial-1-nonsense", path);
        assert_eq!((stranger.status, stranger.header("content-type")), (401, "application/problem+json"), "{path}");
    }
    let of_a_proxy = [("authorization", "Bearer of.another.house")];
    assert_eq!(site.ask("GET", "/photo/1/small.jpg", &of_a_proxy, "").status, 200, "the session counts as before");
    let listed = site.get("/settings/tokens").body;
    assert!(listed.contains("Frame") && !listed.contains(&reads), "it is shown once");
    assert_eq!(site.post("/settings/tokens/1/revoke", "").header("location"), "/settings/tokens?done=revoked");
    assert_eq!(ask(&reads, "/api/v1/today").status, 401);
}

/// A house in which something is kept with care: a photo is put away, and a loss holds a moment. Answers the numbers of the wish
/// and of the loss.
fn with_something_kept(house: House) -> (Site, i64, i64) {
    let site = Site::over(house);
    let made = |path: &str, body: &str| {
        let answer = site.ask("POST", path, &[JSON, ("sec-fetch-site", "same-origin")], body);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body.split("\"id\":").nth(1).unwrap().trim_end_matches('}').parse().unwrap()
    };
    let wish = made("/api/v1/wishes", r#"{"scope": "photo", "id": 1, "how_long": "never"}"#);
    let loss = made("/api/v1/losses", r#"{"kind": "death", "day": "2020-02-03", "called": "Wren"}"#);
    (site, wish, loss)
}

#[test]
fn without_the_scope_for_care_what_is_held_is_as_if_it_were_not_there() {
    for house in houses() {
        let (site, wish, loss) = with_something_kept(house);
        // There is something to tell.
        for (path, tells) in [
            ("/api/v1/why/photos/1".to_owned(), "\"held\""),
            ("/api/v1/wishes".to_owned(), "keep_away"),
            ("/api/v1/losses".to_owned(), "Wren"),
            ("/api/v1/ahead".to_owned(), "\"days\""),
        ] {
            let told = site.get(&path);
            assert!(told.status == 200 && told.body.contains(tells), "{path}: {}", told.body);
        }
        let narrow = make(&site, "read=on&write=on&import=on");
        assert_eq!(ask(&site, &narrow, "GET", "/photo/2/small.jpg", "").status, 200, "it reads what may be seen");
        let bodies: &[(&str, &dyn Fn(i64) -> String)] = &[
            ("/api/v1/photos/date", &|id| format!(r#"{{"ids": [{id}], "date": "2019"}}"#)),
            ("/api/v1/photos", &|id| format!(r#"{{"ids": [{id}]}}"#)),
            ("/api/v1/wishes", &|id| format!(r#"{{"scope": "photo", "id": {id}, "how_long": "never"}}"#)),
            ("/api/v1/losses", &|id| format!(r#"{{"kind": "death", "day": "2020-02-03", "people": [{id}]}}"#)),
        ];
        for route in routes().into_iter().filter(|route| matches!(route.enters, Enters::Api(_))) {
            let body = |id| bodies.iter().find(|(path, _)| route.path.starts_with(path)).map(|(_, body)| body(id));
            let held = match route.path {
                path if path.contains("/wishes/") => wish,
                path if path.contains("/losses/") => loss,
                path if path.contains("/folders") || path.contains("/coming-in") => continue,
                _ => 1,
            };
            let asked = |id: i64| {
                let path = route.path.replace("{id}", &id.to_string()).replace("{size}", "small.jpg");
                let path = path.replace("{day}", "2026-09-28");
                let answer = ask(&site, &narrow, route.method, &path, &body(id).unwrap_or_default());
                (answer.status, answer.body)
            };
            let about_a_moment = route.path.contains("/moments/");
            if route.path.contains("{id}") && !about_a_moment || !body(0).unwrap_or_default().is_empty() {
                assert_eq!(asked(held), asked(987_654), "{} {}", route.method, route.path);
            }
            let of_care = ["wishes", "losses", "ahead", "why"]
                .iter()
                .any(|word| route.path.starts_with(&format!("/api/v1/{word}")));
            assert_eq!(asked(held).0 == 403, of_care, "{} {}", route.method, route.path);
            assert_eq!(
                route.enters == Enters::READ_CARE || route.enters == Enters::WRITE_CARE,
                of_care,
                "{}",
                route.path
            );
        }
        let (wishes, losses) = (site.get("/api/v1/wishes").body, site.get("/api/v1/losses").body);
        assert!(wishes.contains("keep_away") && losses.contains("Wren"), "and nothing of it was changed");
    }
}

#[test]
fn the_scope_for_care_goes_along_with_looking_or_changing_and_is_off_unless_chosen() {
    let (site, wish, loss) = with_something_kept(House::on_sqlite());
    let page = site.get("/settings/tokens").body;
    assert!(page.contains("name=\"read\" checked") && page.contains("name=\"care\""), "{page}");
    assert!(!page.contains("name=\"care\" checked") && page.contains("as if it were not there"), "{page}");
    assert_eq!(site.post("/settings/tokens", "name=Frame&care=on&days=30").status, 400, "alone it is nothing to do");
    let (looks, changes) = (make(&site, "read=on&care=on"), make(&site, "write=on&care=on"));
    for path in ["/api/v1/why/photos/1", "/api/v1/wishes", "/api/v1/losses", "/api/v1/ahead"] {
        assert_eq!(ask(&site, &looks, "GET", path, "").status, 200, "{path}");
        assert_eq!(ask(&site, &changes, "GET", path, "").status, 403, "{path}");
    }
    for path in [format!("/api/v1/wishes/{wish}"), format!("/api/v1/losses/{loss}")] {
        assert_eq!(ask(&site, &looks, "DELETE", &path, "").status, 403, "{path}");
        assert_eq!(ask(&site, &changes, "DELETE", &path, "").status, 204, "{path}");
    }
    assert!(site.get("/settings/tokens").body.contains("See · What you keep with care, too"));
    let help = site.get("/help/api").body;
    assert!(
        help.contains("Needs a key that may read. And one that was made for what is kept with care, too."),
        "{help}"
    );
}

#[test]
fn tokens_end_with_the_password_and_the_page_says_so_beforehand() {
    let site = Site::with_afternoon();
    let token = make(&site, "read=on");
    assert_eq!(ask(&site, &token, "GET", "/api/v1/today", "").status, 200);
    assert!(site.get("/settings/account").body.contains("takes back all keys for programs"));
    assert!(site.get("/recover").body.contains("all keys for programs are taken back"));
    let form = format!("known={}&password=a+brand+new+blue+one", PASSWORD.replace(' ', "+"));
    assert_eq!(site.post("/settings/account/password", &form).status, 303);
    assert_eq!(ask(&site, &token, "GET", "/api/v1/today", "").status, 401);
}
