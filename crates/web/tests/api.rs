//! The API: every answer is as the document says, the document speaks of every route, and odd input does no harm.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};
use site::Site;
use site::schema::{faults, resolved};
use testkit::{House, houses, snap};
use web::routes;

fn document(site: &Site) -> Value {
    let answer = site.get("/api/v1/openapi.json");
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    serde_json::from_str(&answer.body).unwrap()
}

/// Asks, and compares the answer with what the document says of it.
fn ask(site: &Site, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
    let text = body.map(|body| body.to_string()).unwrap_or_default();
    let answer =
        site.ask(method, path, &[("content-type", "application/json"), ("sec-fetch-site", "same-origin")], &text);
    let document = document(site);
    let routes = routes();
    let candidates = routes.iter().filter(|route| route.method == method && fits(route.path, path));
    // A word wins over a place for any.
    let template = candidates.min_by_key(|route| route.path.matches('{').count()).unwrap().path;
    let operation = &document["paths"][template][method.to_lowercase()];
    let status = answer.status.to_string();
    let said = &operation["responses"][if answer.status < 400 { status.as_str() } else { "4XX" }];
    assert!(said.is_object(), "nothing is said of {status} for {method} {path}: {}", answer.body);
    if answer.body.is_empty() {
        assert!(said["content"].is_null(), "{method} {path} says nothing");
        return (answer.status, Value::Null);
    }
    let media = answer.header("content-type").split(';').next().unwrap();
    let schema = &said["content"][media]["schema"];
    assert!(schema.is_object(), "{method} {path}: {media} is not what is said: {said}");
    let value: Value = serde_json::from_str(&answer.body).unwrap();
    let wrong = faults(&document, schema, &value, "");
    assert!(wrong.is_empty(), "{method} {path}: {wrong:#?}\n{value:#}");
    (answer.status, value)
}

fn get(site: &Site, path: &str) -> Value {
    let (status, value) = ask(site, "GET", path, None);
    assert_eq!(status, 200, "{path}: {value}");
    value
}

/// Whether an address is one of a route: the same words, and something where the route has a name in braces.
fn fits(template: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap();
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len() && template.iter().zip(&path).all(|(t, p)| t == p || t.starts_with('{'))
}

#[test]
fn the_document_speaks_of_every_route_and_of_nothing_else() {
    let site = Site::with_afternoon();
    let document = document(&site);
    assert_eq!(document["openapi"], "3.1.0");
    let mut said = BTreeSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let named: BTreeSet<String> = parameters
                .iter()
                .filter(|parameter| parameter["in"] == "path")
                .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
                .collect();
            let in_path: BTreeSet<String> =
                path.split('/').filter_map(|p| Some(p.strip_prefix('{')?.strip_suffix('}')?.to_owned())).collect();
            assert_eq!(named, in_path, "{method} {path}");
            assert!(operation["summary"].is_string() && operation["tags"].is_array(), "{method} {path}");
            let needed = &operation["security"];
            assert!(needed[0]["token"][0].is_string() && needed[1]["session"].is_array(), "{method} {path}: {needed}");
            let good = ["read", "write", "import"].contains(&needed[0]["token"][0].as_str().unwrap());
            assert!(good && (method == "get") == (needed[0]["token"][0] == "read"), "{method} {path}: {needed}");
            said.insert((method.to_uppercase(), path.clone()));
        }
    }
    let routes: BTreeSet<(String, String)> = routes()
        .iter()
        .filter(|route| route.path.starts_with("/api/"))
        .map(|route| (route.method.to_owned(), route.path.to_owned()))
        .collect();
    assert_eq!(said, routes);
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        resolved(&document, &json!({ "$ref": reference }));
    }
}

#[test]
fn every_answer_is_as_the_document_says() {
    for house in houses() {
        let site = Site::over(house);
        for path in ["/api/v1/today", "/api/v1/today/2026-09-28", "/api/v1/moments/1", "/api/v1/photos/1"] {
            get(&site, path);
        }
        assert_eq!(get(&site, "/api/v1/photos")["photos"].as_array().unwrap().len(), 4);
        assert_eq!(get(&site, "/api/v1/photos/2")["people"][0]["name"], "Ada");
        assert_eq!(get(&site, "/api/v1/coming-in")["running"], false);
        let wish = json!({ "scope": "photo", "id": 2, "how_long": "never" });
        let (_, made) = ask(&site, "POST", "/api/v1/wishes", Some(wish));
        assert_eq!(get(&site, "/api/v1/wishes")["wishes"][0]["id"], made["id"]);
        assert_eq!(ask(&site, "GET", "/api/v1/photos/2", None).0, 404);
        assert_eq!(ask(&site, "DELETE", &format!("/api/v1/wishes/{}", made["id"]), None).0, 204);
        assert_eq!(ask(&site, "DELETE", &format!("/api/v1/wishes/{}", made["id"]), None).0, 404, "lifted already");
        get(&site, "/api/v1/photos/2");
    }
}

#[test]
fn photos_come_a_page_at_a_time_without_what_is_put_away() {
    for house in houses() {
        let site = Site::over(house);
        let ids = |page: &Value| -> Vec<i64> {
            page["photos"].as_array().unwrap().iter().map(|photo| photo["id"].as_i64().unwrap()).collect()
        };
        let (mut all, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = get(&site, &format!("/api/v1/photos?most=1{cursor}"));
            all.extend(ids(&page));
            let Some(next) = page["next"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(all, [1, 2, 3, 4]);
        assert_eq!(ids(&get(&site, "/api/v1/photos?from=2019-09-28&to=2019-09-28")), [1, 2, 3]);
        assert_eq!(ids(&get(&site, "/api/v1/photos?from=2019-09-29")), [4]);
        assert_eq!(ids(&get(&site, "/api/v1/photos?to=2019-09-27")), [] as [i64; 0]);
        assert_eq!(ids(&get(&site, "/api/v1/photos?from=2020-01-01&to=2019-01-01")), [] as [i64; 0]);
        ask(&site, "POST", "/api/v1/wishes", Some(json!({ "scope": "photo", "id": 2, "how_long": "never" })));
        assert_eq!(ids(&get(&site, "/api/v1/photos")), [1, 3, 4]);
        ask(&site, "POST", "/api/v1/photos/hide", Some(json!({ "ids": [3] })));
        assert_eq!(ids(&get(&site, "/api/v1/photos")), [1, 4]);
        assert_eq!(ids(&get(&site, "/api/v1/photos?among=hidden")), [3]);
        assert_eq!(ids(&get(&site, "/api/v1/photos?among=undated")), [] as [i64; 0]);
    }
}

#[test]
fn photos_are_changed_and_changed_back() {
    for house in houses() {
        let site = Site::over(house);
        let change = |what: &str, body: Value| ask(&site, "POST", &format!("/api/v1/photos/{what}"), Some(body));
        let ids = json!({ "ids": [1, 2] });
        assert_eq!(change("date", json!({ "ids": [1], "date": "about 1956" })), (200, json!({ "photos": 1 })));
        let taken = get(&site, "/api/v1/photos/1")["taken"].clone();
        assert_eq!((&taken["precision"], &taken["makes_anniversary"]), (&json!("about_year"), &json!(false)));
        assert_eq!(change("date-back", ids.clone()).0, 200);
        assert_eq!(get(&site, "/api/v1/photos/1")["taken"]["at"], "2019-09-28T15:00:00");
        assert_eq!(change("hide", ids.clone()).1["photos"], 2);
        assert_eq!(get(&site, "/api/v1/photos/2")["hidden"], true);
        assert_eq!(change("unhide", ids.clone()).0, 200);
        assert_eq!(change("remove", ids.clone()).0, 200);
        assert_eq!(ask(&site, "GET", "/api/v1/photos/1", None).0, 404);
        assert_eq!(change("restore", ids).0, 200);
        get(&site, "/api/v1/photos/1");
    }
}

#[test]
fn what_is_put_away_is_changed_by_nobody_and_answers_as_what_never_was() {
    for house in houses() {
        let site = Site::over(house);
        ask(&site, "POST", "/api/v1/wishes", Some(json!({ "scope": "photo", "id": 2, "how_long": "never" })));
        for what in ["hide", "unhide", "remove", "restore", "date-back"] {
            let path = format!("/api/v1/photos/{what}");
            let away = ask(&site, "POST", &path, Some(json!({ "ids": [2] })));
            let never = ask(&site, "POST", &path, Some(json!({ "ids": [999] })));
            assert_eq!(away, never, "{what}");
            assert_eq!(away.0, 404, "{what}");
        }
        let photo = site.house.store.read(|tx| library::photo(tx, site.house.owner(), model::PhotoId(2))).unwrap();
        let photo = photo.unwrap();
        assert!(!photo.hidden && photo.removed_ms.is_none());
    }
}

#[test]
fn folders_are_looked_into_and_let_go_and_a_refusal_says_why() {
    for house in houses() {
        let photos = tempfile::tempdir().unwrap();
        let site = Site::over(house);
        let path = photos.path().canonicalize().unwrap().display().to_string();
        let (status, added) = ask(&site, "POST", "/api/v1/folders", Some(json!({ "path": path })));
        assert_eq!((status, &added["path"]), (200, &json!(path)));
        assert_eq!(get(&site, "/api/v1/folders")["folders"][0]["id"], added["id"]);
        for (asked, code) in [(path.as_str(), "folder_known"), ("x", "folder_not_whole"), ("", "folder_empty")] {
            let (status, refused) = ask(&site, "POST", "/api/v1/folders", Some(json!({ "path": asked })));
            assert_eq!((status, refused["code"].as_str().unwrap()), (422, code));
            assert!(refused["type"].as_str().unwrap().starts_with("/help/api#folder-"));
        }
        assert_eq!(ask(&site, "POST", "/api/v1/coming-in/rescan", Some(json!({ "folder": added["id"] }))).0, 202);
        assert_eq!(ask(&site, "POST", "/api/v1/coming-in/rescan", Some(json!({ "folder": 99 }))).0, 404);
        assert_eq!(ask(&site, "POST", "/api/v1/coming-in/pause", None).0, 204);
        assert_eq!(get(&site, "/api/v1/coming-in")["paused"], true);
        assert_eq!(ask(&site, "POST", "/api/v1/coming-in/resume", None).0, 204);
        assert_eq!(ask(&site, "DELETE", &format!("/api/v1/folders/{}", added["id"]), None).0, 204);
        assert_eq!(get(&site, "/api/v1/folders")["folders"], json!([]));
    }
}

#[test]
fn odd_requests_are_problems_with_a_sentence_and_a_hint() {
    let site = Site::with_afternoon();
    for (method, path, body, status, code) in [
        ("GET", "/api/v1/photos/x", "", 404, "not_there"),
        ("GET", "/api/v1/photos/99999999999999999999", "", 404, "not_there"),
        ("GET", "/api/v1/photos?from=yesterday", "", 400, "misused"),
        ("GET", "/api/v1/photos?most=0", "", 400, "misused"),
        ("GET", "/api/v1/photos?most=501", "", 400, "misused"),
        ("GET", "/api/v1/photos?cursor=~", "", 400, "misused"),
        ("GET", "/api/v1/photos?among=secrets", "", 400, "misused"),
        ("GET", "/api/v1/nowhere", "", 404, "not_there"),
        ("GET", "/api/v1/photos/date", "", 405, "not_this_way"),
        ("POST", "/api/v1/wishes", "", 400, "misused"),
        ("POST", "/api/v1/wishes", "{\"scope\":\"photo\",\"how_long\":\"never\"}", 400, "misused"),
        ("POST", "/api/v1/wishes", "{\"scope\":\"photo\",\"id\":999,\"how_long\":\"never\"}", 404, "not_there"),
        ("POST", "/api/v1/photos/date", "{\"ids\":[1],\"date\":\"someday\"}", 400, "misused"),
        ("POST", "/api/v1/photos/hide", "{\"ids\":[]}", 404, "not_there"),
        ("POST", "/api/v1/photos/hide", "{\"ids\":\"1\"}", 400, "misused"),
        ("DELETE", "/api/v1/folders/x", "", 404, "not_there"),
    ] {
        let answer = site.ask(method, path, &[("content-type", "application/json"), ("sec-fetch-site", "none")], body);
        assert_eq!(answer.status, status, "{method} {path} {body}: {}", answer.body);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{method} {path}");
        let problem: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(problem["code"], code, "{method} {path}");
        assert!(!problem["detail"].as_str().unwrap().is_empty() && !problem["hint"].as_str().unwrap().is_empty());
    }
    let many = json!({ "ids": (1..=1_001).collect::<Vec<i64>>() }).to_string();
    let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
    assert_eq!(site.ask("POST", "/api/v1/photos/hide", &headers, &many).status, 400);
    let spanish = [("accept-language", "es"), ("sec-fetch-site", "same-origin")];
    assert!(site.ask("GET", "/api/v1/nowhere", &spanish, "").body.contains("No hay nada en esta dirección"));
}

#[test]
fn naughty_strings_are_answered_as_they_are_and_refused_where_they_make_no_sense() {
    let Some(path) = testkit::shared_file("text/blns.json") else { return };
    let strings: Vec<String> = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let house = House::on_sqlite();
    let mut odd = snap("odd.jpg", "2018-09-28T09:00");
    odd.facts.caption = Some(strings.join("\n"));
    odd.facts.people = strings.iter().map(|name| media::Face { name: name.clone(), region: None }).take(200).collect();
    let ids = house.keep(&[odd]);
    let site = Site::over(house);
    site.without_caution();
    let photo = get(&site, &format!("/api/v1/photos/{}", ids[0]));
    assert_eq!(photo["caption"].as_str().unwrap(), strings.join("\n").replace('\0', ""));
    let long = "n".repeat(10_000);
    for text in strings.iter().chain([&long]) {
        let (status, _) = ask(&site, "POST", "/api/v1/folders", Some(json!({ "path": format!("/no/such/{text}") })));
        assert_eq!(status, 422, "{text:?}");
        let (status, _) = ask(&site, "POST", "/api/v1/photos/date", Some(json!({ "ids": [1], "date": text })));
        assert_eq!(status, 400, "{text:?}");
    }
    assert_eq!(get(&site, "/api/v1/folders")["folders"], json!([]));
}

#[test]
fn the_page_for_programs_lists_all_that_can_be_asked_for_in_both_languages() {
    let site = Site::with_afternoon();
    for language in ["en", "es"] {
        let page = site.ask("GET", "/help/api", &[("accept-language", language)], "").body;
        for route in routes().iter().filter(|route| route.path.starts_with("/api/")) {
            assert!(page.contains(&format!("{} {}", route.method, route.path)), "{} {}", route.method, route.path);
        }
        assert!(page.contains("curl") && page.contains("id=\"not-there\""));
    }
}

#[test]
fn what_is_kept_with_care_is_listed_added_removed_and_brought_back_and_says_why() {
    for house in houses() {
        let site = Site::over(house);
        assert_eq!(get(&site, "/api/v1/losses"), json!([]));
        assert_eq!(get(&site, "/api/v1/why/photos/1")["verdict"], "cleared");
        assert_eq!(get(&site, "/api/v1/ahead?days=1")["days"][0]["shown"], 1);
        let asked = json!({ "kind": "pregnancy_loss", "day": "2019-09-28", "called": "Wren", "due": "2020-02-15" });
        let (status, made) = ask(&site, "POST", "/api/v1/losses", Some(asked));
        assert_eq!((status, &made["id"]), (200, &json!(1)));
        let kept = get(&site, "/api/v1/losses");
        assert_eq!((&kept[0]["called"], &kept[0]["parts"][0]["want"]), (&json!("Wren"), &json!("keep_away")));
        assert_eq!(ask(&site, "GET", "/api/v1/photos/1", None).0, 404);
        let why = get(&site, "/api/v1/why/photos/1");
        assert_eq!(why["verdict"], "held");
        assert!(!why.to_string().contains("Cannon") && !why.to_string().contains("Elin"), "{why}");
        let day = &get(&site, "/api/v1/ahead?days=365")["days"][0];
        assert_eq!((&day["quiet"], &day["plan"], &day["shown"]), (&json!(true), &json!("silence"), &json!(0)));
        assert_eq!(ask(&site, "DELETE", "/api/v1/losses/1", None).0, 204);
        assert_eq!(ask(&site, "DELETE", "/api/v1/losses/1", None).0, 404);
        get(&site, "/api/v1/photos/1");
        assert_eq!(ask(&site, "POST", "/api/v1/losses/1/restore", None).0, 204);
        assert_eq!(ask(&site, "GET", "/api/v1/photos/1", None).0, 404);
        for odd in [json!({}), json!({ "kind": "other" }), json!({ "kind": "joy", "day": "2019-09-28" })] {
            assert_eq!(ask(&site, "POST", "/api/v1/losses", Some(odd)).0, 400);
        }
        let long = json!({ "kind": "other", "day": "2019-09-28", "called": "n".repeat(300) });
        assert_eq!(ask(&site, "POST", "/api/v1/losses", Some(long)).0, 400);
        assert_eq!(ask(&site, "GET", "/api/v1/ahead?days=1000", None).0, 400);
        assert_eq!(ask(&site, "GET", "/api/v1/why/photos/999", None).0, 404);
    }
}

#[test]
fn whoever_died_has_a_birthday_that_returns_where_it_is_known() {
    for house in houses() {
        let site = Site::over(house);
        let ada =
            get(&site, "/api/v1/people").as_array().unwrap().iter().find(|p| p["name"] == "Ada").unwrap()["id"].clone();
        let (viewer, born) = (site.house.owner(), "1950-03-02".parse().unwrap());
        let person = model::PersonId(ada.as_i64().unwrap());
        site.house.store.write(|tx| library::set_birth(tx, viewer, person, Some(born))).unwrap();
        let asked = json!({ "kind": "death", "day": "2021-02-03", "people": [ada] });
        assert_eq!(ask(&site, "POST", "/api/v1/losses", Some(asked)).0, 200);
        let days = get(&site, "/api/v1/losses")[0]["days"].clone();
        assert!(days.as_array().unwrap().iter().any(|day| day["date"] == "1950-03-02"), "{days}");
    }
}

#[test]
fn what_may_not_be_seen_is_put_away_by_nobody_who_guesses_its_number() {
    for house in houses() {
        let site = Site::over(house);
        let wish = |scope: &str, id: u64| {
            ask(&site, "POST", "/api/v1/wishes", Some(json!({ "scope": scope, "id": id, "how_long": "never" })))
        };
        let loss = json!({ "kind": "other", "day": "2019-09-28" });
        assert_eq!(ask(&site, "POST", "/api/v1/losses", Some(loss)).0, 200);
        for (scope, id) in [("photo", 1), ("photo", 999), ("moment", 1), ("moment", 999), ("birthday", 999)] {
            assert_eq!(wish(scope, id).0, 404, "{scope} {id}");
        }
        assert_eq!(get(&site, "/api/v1/wishes")["wishes"], json!([]));
        // What was said already is the same wish, and stays listed though it is seen no more.
        let (status, first) = wish("photo", 4);
        assert_eq!(status, 200, "{first}");
        assert_eq!(wish("photo", 4), (200, first));
        assert_eq!(get(&site, "/api/v1/wishes")["wishes"].as_array().unwrap().len(), 1);
    }
}
