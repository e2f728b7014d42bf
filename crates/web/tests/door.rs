//! The door, as it is asked for: set-up, signing in and out, and who is let in.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::folders::Folders;
use site::{Answer, Site, Who, field};
use testkit::{House, NAME, PASSWORD, houses, now};
use url::Url;

const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");
const NOBODY: (&str, &str) = ("cookie", "");

/// A form as a browser sends it.
fn form(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// The cookie that an answer sets, as the browser sends it back.
fn cookie(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

fn sign_in(site: &Site, headers: &[(&str, &str)], name: &str, password: &str, to: &str) -> Answer {
    let headers = [&[SAME][..], if headers.is_empty() { &[NOBODY] } else { headers }].concat();
    site.ask("POST", "/sign-in", &headers, &form(&[("name", name), ("password", password), ("to", to)]))
}

/// A site that a proxy on this machine brings requests to.
fn behind_a_proxy() -> web::Reached {
    web::Reached {
        base_url: Some(Url::parse("https://photos.example").unwrap()),
        proxies: vec!["127.0.0.1".parse().unwrap()],
        loopback_only: true,
        own_names: Vec::new(),
    }
}

const ANSWERS: [(&str, &str); 4] =
    [("name", "Ana"), ("password", "un café y dos churros"), ("zone", "Europe/Madrid"), ("language", "es")];

#[test]
fn before_set_up_everything_leads_there_and_afterwards_nothing_does() {
    for house in houses() {
        let mut site = Site::before_set_up(house);
        for path in ["/", "/today", "/photo/1", "/nowhere", "/sign-in", "/settings/account"] {
            assert_eq!(site.get(path).header("location"), "/set-up", "{path}");
        }
        let page = site.get("/set-up");
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Europe/Madrid") && !page.body.contains("Code from the terminal"), "{}", page.body);
        let refused = site.post("/set-up", &form(&[("name", "Ana"), ("password", "short"), ("zone", "Europe/Madrid")]));
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("ten characters") && refused.body.contains("value=\"Ana\""), "{}", refused.body);
        assert!(!refused.body.contains("short"), "a password is never sent back");
        let made = site.post("/set-up", &form(&ANSWERS));
        assert_eq!(made.status, 200);
        assert_eq!(made.body.matches("<li><code>").count(), 10, "{}", made.body);
        assert!(made.body.contains("Códigos de recuperación"), "in the language that was chosen");
        site.cookie = cookie(&made);
        assert!(site.get("/today").body.contains("lang=\"es\""));
        let again = site.ask("POST", "/set-up", &[SAME, NOBODY], &form(&ANSWERS));
        assert_eq!((again.status, again.header("location"), again.header("set-cookie")), (303, "/sign-in", ""));
        assert_eq!(site.ask("GET", "/set-up", &[NOBODY], "").header("location"), "/sign-in");
    }
}

#[test]
fn from_elsewhere_set_up_asks_for_the_printed_code_and_takes_it_once() {
    for house in houses() {
        let site = Site::before_set_up(house);
        let door = site.house.door();
        let code = door.make_set_up_code(now().timestamp()).unwrap().spelled();
        let ask = |headers: &[(&str, &str)], code: &str| {
            let fields = [&ANSWERS[..], &[("code", code)]].concat();
            site.ask("POST", "/set-up", &[&[SAME][..], headers].concat(), &form(&fields))
        };
        let elsewhere: [&[(&str, &str)]; 4] = [
            &[("from", "192.0.2.7")],
            &[("x-forwarded-for", "192.0.2.7")],
            &[("via", "1.1 somebody")],
            &[("origin", "https://photos.example"), ("x-real-ip", "192.0.2.7")],
        ];
        for headers in elsewhere {
            let refused = ask(headers, "");
            assert_eq!(refused.status, 422, "{headers:?}");
            assert!(refused.body.contains("not the code"), "{headers:?}: {}", refused.body);
        }
        assert_eq!(ask(elsewhere[0], "0000-0000-0000-0000").status, 422);
        assert!(!door.is_set_up().unwrap());
        assert_eq!(ask(elsewhere[0], &code.to_lowercase()).status, 200);
        assert_eq!(ask(elsewhere[0], &code).header("location"), "/sign-in");
    }
}

#[test]
fn set_up_says_what_is_wrong_with_a_folder_and_takes_a_good_one() {
    let site = Site::before_set_up(House::on_sqlite());
    let folder = site.house.folder.path().join("photos");
    let ask = |folder: &str| site.post("/set-up", &form(&[&ANSWERS[..], &[("folder", folder)]].concat()));
    let refused = ask(folder.to_str().unwrap());
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("role=\"alert\""), "{}", refused.body);
    std::fs::create_dir(&folder).unwrap();
    // The house's own folder holds it in this test, which the library refuses; another one it takes.
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(ask(elsewhere.path().to_str().unwrap()).status, 200);
    let owner = site.house.owner();
    assert_eq!(site.house.store.read(|tx| library::folders(tx, owner)).unwrap().len(), 1);
}

#[test]
fn whoever_is_second_at_set_up_leaves_no_folder_behind() {
    for house in houses() {
        let folder = tempfile::tempdir().unwrap();
        let mut site = Site::before_set_up(house);
        let (door, owner) = (site.house.door(), site.house.owner());
        let quicker = move || {
            let hash = circle::Password::new(PASSWORD).ok().unwrap().hash().unwrap();
            let zone = jiff::tz::TimeZone::UTC;
            let details = circle::Details { name: NAME.to_owned(), language: None, zone, countries: Vec::new() };
            assert!(door.make_first_account(owner, &details, &hash, now().timestamp()).unwrap().is_some());
        };
        site.coming_in = std::sync::Arc::new(Folders::of(&site.house).meanwhile(quicker));
        let asked = form(&[&ANSWERS[..], &[("folder", folder.path().to_str().unwrap())]].concat());
        let answer = site.post("/set-up", &asked);
        assert_eq!((answer.status, answer.header("location"), answer.header("set-cookie")), (303, "/sign-in", ""));
        assert_eq!(site.house.store.read(|tx| library::folders(tx, owner)).unwrap(), []);
        assert_eq!(site.house.door().accounts().unwrap().len(), 1);
    }
}

#[test]
fn signing_in_gives_a_new_key_in_a_careful_cookie() {
    for house in houses() {
        let site = Site::over(house);
        let before = site.cookie.clone();
        let answer = sign_in(&site, &[("cookie", &before)], NAME, PASSWORD, "/photo/1?x=1");
        assert_eq!((answer.status, answer.header("location")), (303, "/photo/1?x=1"));
        let set = answer.header("set-cookie");
        let known = answer.headers.get_all("set-cookie").iter().nth(1).unwrap().to_str().unwrap();
        for part in ["perennial-known=", "; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=34560000"] {
            assert!(known.contains(part), "{part}: {known}");
        }
        for part in ["perennial=", "; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=2592000"] {
            assert!(set.contains(part), "{part}: {set}");
        }
        assert!(!set.contains("Secure") && !set.contains("Domain"), "{set}");
        let after = cookie(&answer);
        assert_ne!(after, before, "what somebody may have put there before opens nothing");
        assert_eq!(site.ask("GET", "/photo/1", &[("cookie", &after)], "").status, 200);
        assert_eq!(
            site.ask("GET", "/photo/1", &[("cookie", &before)], "").status,
            303,
            "and the session before is over"
        );
        let planted = sign_in(&site, &[("cookie", "perennial=1-planted")], NAME, PASSWORD, "");
        assert_ne!(cookie(&planted), "perennial=1-planted");
    }
}

#[test]
fn a_wrong_name_and_a_wrong_password_are_answered_alike() {
    for house in houses() {
        let site = Site::over(house);
        let (name, password) =
            (sign_in(&site, &[], "Nobody", PASSWORD, ""), sign_in(&site, &[], NAME, "something else", ""));
        assert_eq!((name.status, password.status), (401, 401));
        assert_eq!(name.told().replace("Nobody", NAME), password.told());
        assert_eq!(password.header("set-cookie"), "");
        assert!(password.body.contains("do not fit together"));
    }
}

#[test]
fn a_link_to_come_back_to_never_leads_elsewhere() {
    let site = Site::with_afternoon();
    for to in
        ["https://evil.example", "//evil.example", "/\\evil.example", "/%0d%0aSet-Cookie:x", "javascript:alert(1)", ""]
    {
        let page = site.ask("GET", &format!("/sign-in?{}", form(&[("to", to)])), &[NOBODY], "");
        assert!(!page.body.contains("evil.example") && !page.body.contains("alert("), "{to}");
        let location = sign_in(&site, &[], NAME, PASSWORD, to).header("location").to_owned();
        assert!(location == "/today" || location == "/%0d%0aSet-Cookie:x", "{to}: {location}");
    }
}

#[test]
fn signing_out_ends_the_session_itself() {
    for house in houses() {
        let site = Site::over(house);
        let answer = site.post("/sign-out", "");
        assert_eq!((answer.status, answer.header("location")), (303, "/sign-in?said=out"));
        assert!(answer.header("set-cookie").contains("Max-Age=0"));
        // The browser's own memory aside: the key is worth nothing any more.
        assert_eq!(site.get("/today").header("location"), "/sign-in");
        assert_eq!(site.get("/api/v1/today").status, 401);
    }
}

/// Where a printed link of the owner leads.
fn printed_link(site: &Site) -> String {
    let account = site.house.account();
    let code = site.house.door().make_once_code(&account, now().timestamp()).unwrap();
    format!("/sign-in/once/{}", code.spelled())
}

#[test]
fn a_printed_link_lets_in_once_and_from_this_machine_alone() {
    for house in houses() {
        let site = Site::over(house);
        let path = printed_link(&site);
        let press = |headers: &[(&str, &str)]| site.ask("POST", &path, &[&[SAME, NOBODY], headers].concat(), "");
        for elsewhere in [("from", "192.0.2.7"), ("x-forwarded-for", "127.0.0.1"), ("version", "1.0")] {
            assert_eq!(site.ask("GET", &path, &[NOBODY, elsewhere], "").status, 404, "{elsewhere:?}");
            assert_eq!(press(&[elsewhere]).status, 404, "{elsewhere:?}");
        }
        for method in ["HEAD", "GET", "HEAD"] {
            let looked_at = site.ask(method, &path, &[NOBODY], "");
            assert_eq!((looked_at.status, looked_at.header("set-cookie")), (200, ""), "looking uses nothing up");
        }
        let page = site.ask("GET", &path, &[NOBODY], "").body;
        assert!(page.contains("method=\"post\"") && page.contains("It works once."), "{page}");
        let from_another_page = site.ask("POST", &path, &[NOBODY, ("sec-fetch-site", "cross-site")], "");
        assert_eq!(from_another_page.status, 403);
        let answer = press(&[]);
        assert_eq!((answer.status, answer.header("location")), (303, "/today"));
        assert_eq!(site.ask("GET", "/today", &[("cookie", &cookie(&answer))], "").status, 200);
        let again = press(&[]);
        assert_eq!((again.header("location"), again.header("set-cookie")), ("/sign-in?said=used", ""));
    }
}

#[test]
fn a_printed_link_lets_in_at_the_machine_where_a_proxy_serves_others_too() {
    let mut site = Site::with_afternoon();
    site.reached = behind_a_proxy();
    let path = printed_link(&site);
    for elsewhere in [("host", "photos.example"), ("x-forwarded-for", "127.0.0.1"), ("version", "1.0")] {
        assert_eq!(site.ask("POST", &path, &[SAME, NOBODY, elsewhere], "").status, 404, "{elsewhere:?}");
    }
    let answer = site.ask("POST", &path, &[SAME, NOBODY], "");
    assert_eq!((answer.status, answer.header("location")), (303, "/today"));
    assert_eq!(site.ask("GET", "/today", &[("cookie", &cookie(&answer))], "").status, 200);
}

#[test]
fn set_up_through_a_proxy_that_says_nothing_asks_for_the_code() {
    let site = Site::before_set_up(House::on_sqlite());
    assert!(!site.get("/set-up").body.contains("Code from the terminal"), "at the machine");
    let page = site.ask("GET", "/set-up", &[("version", "1.0")], "").body;
    assert!(page.contains("Code from the terminal"), "{page}");
    let headers = [SAME, NOBODY, ("version", "1.0")];
    let answer = site.ask("POST", "/set-up", &headers, &form(&ANSWERS));
    assert_eq!((answer.status, answer.header("set-cookie")), (422, ""), "{}", answer.body);
}

#[test]
fn recovery_sets_a_password_and_ends_what_was() {
    let site = Site::with_afternoon();
    let refused = site.post("/settings/codes", "known=not+the+password");
    assert_eq!((refused.status, refused.body.matches("<code>").count()), (422, 0));
    assert!(refused.body.contains("That is not your current password."), "{}", refused.body);
    assert_eq!(site.post("/settings/codes", "").status, 400);
    let made = site.post("/settings/codes", &form(&[("known", PASSWORD)])).body;
    let code = made.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let recover = |password: &str| {
        let fields = form(&[("name", NAME), ("code", &code), ("password", password)]);
        site.ask("POST", "/recover", &[SAME, NOBODY], &fields)
    };
    assert_eq!(recover("short").status, 422, "and the code is still good");
    let back = recover("found it again at last");
    assert_eq!((back.status, back.header("location")), (303, "/today"));
    assert_eq!(site.get("/today").status, 303, "the other session is over");
    assert_eq!(recover("found it again at last").status, 401);
    assert_eq!(sign_in(&site, &[], NAME, "found it again at last", "").status, 303);
}

#[test]
fn behind_a_proxy_cookies_are_for_https_and_other_names_are_not_answered() {
    let mut site = Site::with_afternoon();
    site.reached = behind_a_proxy();
    let host = ("host", "photos.example");
    let answer = sign_in(&site, &[NOBODY, host, ("x-forwarded-for", "192.0.2.7")], NAME, PASSWORD, "");
    let set = answer.header("set-cookie");
    assert!(set.starts_with("__Host-perennial=") && set.contains("; Secure"), "{set}");
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
    let secure = cookie(&answer);
    assert_eq!(site.ask("GET", "/today", &[host, ("cookie", &secure)], "").status, 200);
    let plain = secure.replacen("__Host-", "", 1);
    assert_eq!(
        site.ask("GET", "/today", &[host, ("cookie", &plain)], "").status,
        303,
        "another name's cookie counts for nothing"
    );
    assert_eq!(site.ask("GET", "/today", &[("host", "evil.example"), ("cookie", &secure)], "").status, 421);
    let before = site.ask("GET", "/sign-in", &[host, NOBODY, ("from", "192.0.2.7")], "");
    assert!(!before.header("strict-transport-security").is_empty());
}

#[test]
fn a_cookie_is_renewed_with_a_page_and_not_with_a_picture() {
    let site = Site::with_afternoon();
    let store = &site.house.store;
    store
        .write(|tx| tx.execute("UPDATE sessions SET renewed_ms = renewed_ms - 3600000", &[]))
        .map(drop)
        .map_err(|e: store::StoreError| e)
        .unwrap();
    assert_eq!(site.get("/photo/1/small.jpg").header("set-cookie"), "");
    let page = site.ask("GET", "/today", &[("accept", "text/html")], "");
    assert!(cookie(&page).starts_with("perennial=") && cookie(&page) != site.cookie, "{}", page.header("set-cookie"));
    assert_eq!(site.get("/today").status, 200, "what is on its way still holds the earlier key");
}

#[test]
fn where_nothing_more_can_be_written_down_pages_are_still_read() {
    let site = Site::with_afternoon();
    let token = site.post("/settings/tokens", "name=Frame&read=on&days=30").body;
    let bearer = format!("Bearer {}", token.split("<code>").nth(1).unwrap().split('<').next().unwrap());
    for sql in [
        "UPDATE sessions SET renewed_ms = renewed_ms - 3600000",
        "CREATE TRIGGER full_1 BEFORE UPDATE ON sessions BEGIN SELECT RAISE(ABORT, 'full'); END",
        "CREATE TRIGGER full_2 BEFORE UPDATE ON tokens BEGIN SELECT RAISE(ABORT, 'full'); END",
    ] {
        site.house.store.write(|tx| tx.execute(sql, &[])).map_err(|e: store::StoreError| e).unwrap();
    }
    let page = site.ask("GET", "/today", &[("accept", "text/html")], "");
    assert_eq!((page.status, page.header("set-cookie")), (200, ""), "{}", page.body);
    assert_eq!(site.ask("GET", "/api/v1/today", &[NOBODY, ("authorization", &bearer)], "").status, 200);
}

#[test]
fn sessions_are_listed_in_words_and_ended_one_by_one() {
    for house in houses() {
        let site = Site::over(house);
        let other = site::session(&site.house.sign_in());
        let page = site.get("/settings/sessions").body;
        assert_eq!(page.matches("Firefox on Android").count(), 3, "{page}");
        let end = page.split("action=\"/settings/sessions/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let ended = site.post(&format!("/settings/sessions/{end}"), "");
        assert_eq!(ended.header("location"), "/settings/sessions?done=ended");
        assert_eq!(site.ask("GET", "/today", &[("cookie", &other)], "").status, 303);
        assert_eq!(site.post(&format!("/settings/sessions/{end}"), "").status, 404);
        assert_eq!(site.get("/today").status, 200);
        let others = site::session(&site.house.sign_in());
        site.post("/settings/sessions/end-others", "");
        assert_eq!(site.ask("GET", "/today", &[("cookie", &others)], "").status, 303);
        assert_eq!(site.get("/today").status, 200);
    }
}

#[test]
fn details_and_password_are_changed_and_shown_again() {
    for house in houses() {
        let mut site = Site::over(house);
        let odd = "<b>Élin</b> \"&amp;";
        let was = field(&site.get("/settings/account").body, "was");
        let details = |zone: &str, was: &str| {
            let countries = [("country_1", "ES"), ("country_2", "??")];
            form(&[&[("name", odd), ("language", "es"), ("zone", zone), ("was", was)][..], &countries].concat())
        };
        let kept = site.post("/settings/account", &details("Asia/Tokyo", &was));
        assert_eq!(kept.header("location"), "/settings/account?done=kept");
        let meanwhile = site.post("/settings/account", &details("Europe/Madrid", &was));
        assert!(meanwhile.status == 409 && meanwhile.body.contains("otra ventana"), "{}", meanwhile.body);
        assert!(meanwhile.body.contains("<option selected>Europe/Madrid"), "what was chosen is not lost");
        let again = site.post("/settings/account", &details("Asia/Tokyo", &was));
        assert_eq!(again.status, 303, "what is kept already is no conflict");
        let page = site.get("/settings/account?done=kept").body;
        assert!(page.contains("Guardado.") && page.contains("<option selected>Asia/Tokyo"), "{page}");
        assert!(page.contains("&#60;b&#62;Élin") && !page.contains("<b>Élin"), "{page}");
        let change = |known: &str, site: &Site| {
            site.post("/settings/account/password", &form(&[("known", known), ("password", "una bici azul y nueva")]))
        };
        assert_eq!(change("something else", &site).status, 422);
        let changed = change(PASSWORD, &site);
        assert_eq!(changed.header("location"), "/settings/account?done=password");
        assert_eq!(site.get("/today").status, 303, "under the earlier key nobody comes in");
        site.cookie = cookie(&changed);
        let page = site.get(changed.header("location")).body;
        assert!(page.contains("href=\"/settings/passkeys\"") && page.contains("href=\"/settings/tokens\""), "{page}");
        assert!(!site.get("/settings/account").body.contains("/settings/passkeys"), "said once");
    }
}

#[test]
fn names_of_any_length_and_kind_are_asked_for_and_never_believed() {
    let site = Site::with_afternoon();
    let long = "ñ".repeat(10_000);
    for (n, name) in
        [long.as_str(), "<script>alert(1)</script>", "' OR 1=1 --", "\u{0}", "🐚‍\u{202e}"].iter().enumerate()
    {
        let from = format!("198.51.100.{n}");
        let answer = sign_in(&site, &[NOBODY, ("from", &from)], name, name, name);
        assert_eq!(answer.status, 401, "{name}");
        assert!(!answer.body.contains("<script>alert"), "{name}");
    }
    assert_eq!(site.ask("POST", "/sign-in", &[SAME, NOBODY], "nonsense").status, 400);
}

#[test]
fn the_four_who_ask_are_told_apart() {
    let site = Site::with_afternoon();
    let status = |who| site.ask_as(who, "GET", "/photo/1", "").status;
    assert_eq!(Who::ALL.map(status), [303, 200, 404, 303]);
}
