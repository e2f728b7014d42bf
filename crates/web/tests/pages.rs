//! The pages, as they are asked for; on both engines where the data matters.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::{Site, Who};
use testkit::{House, houses, snap};

#[test]
fn today_shows_what_returns_in_words() {
    for house in houses() {
        let site = Site::over(house);
        let page = site.get("/today");
        assert_eq!(page.status, 200);
        for words in [
            "Monday, 28 September",
            "One memory.",
            "Seven years ago, an afternoon in Cannon Beach",
            "Elin, Tomas and Ada · 3\u{a0}photos",
            "/photo/1/small.jpg",
            "It was on this day of the year.",
            "Not this year",
        ] {
            assert!(page.body.contains(words), "{words}\n{}", page.body);
        }
        assert!(site.get("/today/2026-02-03").body.contains("Six years ago, a morning"));
        assert!(site.get("/today/2026-02-04").body.contains("A quiet day"));
    }
}

#[test]
fn put_away_and_undone_from_the_page_it_was_done_on() {
    for house in houses() {
        let site = Site::over(house);
        let away = site.post("/keep-away", "scope=moment&target=1&how_long=never&day=2026-09-28&back=/today");
        assert_eq!(away.status, 303);
        let back_at = away.header("location").to_owned();
        let page = site.get(&back_at);
        assert!(page.body.contains("The moment is put away") && page.body.contains("A quiet day"), "{}", page.body);
        let lift = page.body.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let undone = site.post(&lift, "back=/today");
        assert_eq!(undone.header("location"), "/today?back=1");
        let page = site.get("/today?back=1");
        assert!(page.body.contains("It is back.") && page.body.contains("/photo/2/small.jpg"));
    }
}

#[test]
fn what_is_put_away_is_gone_from_every_address_in_the_same_words_as_what_never_was() {
    for house in houses() {
        let site = Site::over(house);
        let addresses = [
            "/photo/2",
            "/photo/2/small.jpg",
            "/photo/2/large.jpg",
            "/moment/1",
            "/today",
            "/api/v1/today",
            "/photo/1",
        ];
        for address in addresses {
            assert_eq!(site.get(address).status, 200, "{address}");
        }
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        for address in &addresses[..3] {
            let (away, never) = (site.get(address), site.get(&address.replace("/2", "/999")));
            assert_eq!((away.status, away.told()), (404, never.told()), "{address}");
        }
        for address in &addresses[3..] {
            let page = site.get(address);
            assert_eq!(page.status, 200, "{address}");
            assert!(!page.body.contains("/photo/2") && !page.body.contains("Ada"), "{address}: {}", page.body);
            assert!(
                !page.body.contains("3\u{a0}photos")
                    && !page.body.contains("3 photos")
                    && !page.body.contains("\"of\":3"),
                "{address} counts it"
            );
        }
    }
}

#[test]
fn what_is_put_away_is_listed_in_words_and_let_return_from_there() {
    for house in houses() {
        let site = Site::over(house);
        assert!(site.get("/put-away").body.contains("Nothing is put away."));
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        let page = site.get("/put-away").body;
        assert_eq!(page.matches("<li>").count(), 1, "a second tap is the same wish: {page}");
        assert!(page.contains("A photo of 28 September 2019, for good; since 28 September 2026"), "{page}");
        assert!(!page.contains("Ada") && !page.contains("/photo/2"), "words only: {page}");
        assert_eq!(site.get("/photo/2").status, 404);
        let undone = site.post("/keep-away/1/lift", "back=/put-away");
        assert_eq!(undone.header("location"), "/put-away?back=1");
        assert_eq!(site.get("/photo/2").status, 200);
        assert_eq!(site.post("/keep-away/1/lift", "back=/put-away").header("location"), "/put-away", "said only once");
    }
}

#[test]
fn a_page_answers_odd_addresses_kindly() {
    let site = Site::with_afternoon();
    for path in [
        "/today/2026-02-30",
        "/today/yesterday",
        "/moment/x",
        "/moment/99999999999999999999",
        "/photo/-1",
        "/photo/1/original.exe",
        "/photo/1/..%2f..%2fetc",
        "/%00",
        "/assets/x/tokens.css",
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, 404, "{path}");
    }
    assert_eq!(site.get("/today/9999-12-31").status, 200);
    assert_eq!(site.get("/today/-009999-01-01").status, 200);
    for form in [
        "",
        "scope=photo",
        "scope=all&target=1&how_long=never&day=2026-09-28&back=/",
        "scope=photo&target=1&how_long=x&day=2026-09-28&back=/",
    ] {
        let answer = site.post("/keep-away", form);
        assert!((400..=422).contains(&answer.status), "{form}: {}", answer.status);
    }
}

#[test]
fn a_form_never_leads_to_another_site() {
    let site = Site::with_afternoon();
    for back in ["//evil.example", "https://evil.example", "/%5Cevil.example", "", "/today%0d%0aX: y"] {
        let form = format!("scope=photo&target=1&how_long=not_this&day=2026-09-28&back={back}");
        let answer = site.post("/keep-away", &form);
        assert!(answer.header("location").starts_with("/today?away="), "{back}: {}", answer.header("location"));
    }
}

#[test]
fn odd_words_in_photos_stay_words() {
    let house = House::on_sqlite();
    let mut odd = snap("odd.jpg", "2019-09-28T09:00").of(&["<b>Bold</b>", &"n".repeat(10_000)]);
    odd.facts.caption = Some("<script>alert(1)</script> \u{202e}rtl & \"quotes\" 👩‍👧".to_owned());
    house.keep(&[odd]);
    let site = Site::over(house);
    for path in ["/today", "/moment/1", "/photo/1"] {
        let page = site.get(path);
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<b>Bold"), "{path}");
    }
    assert!(site.get("/photo/1").body.contains("alert(1)"));
}

#[test]
fn naughty_strings_do_no_harm_in_any_field() {
    let Some(path) = testkit::shared_file("text/blns.json") else { return };
    let strings: Vec<String> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    for house in houses() {
        let snaps: Vec<_> = strings
            .iter()
            .enumerate()
            .map(|(i, text)| {
                let mut odd = snap(&format!("{i}.jpg"), "2019-09-28T09:00").of(&[text]);
                odd.facts.caption = Some(text.clone());
                odd.facts.title = Some(text.clone());
                odd.facts.keywords = vec![text.clone()];
                odd.facts.make = Some(text.clone());
                odd
            })
            .collect();
        house.keep(&snaps);
        let site = Site::over(house);
        site.without_caution();
        assert_eq!(site.get("/moment/1").status, 200);
        for id in 1..=strings.len() {
            assert_eq!(site.get(&format!("/photo/{id}")).status, 200, "{:?}", strings[id - 1]);
        }
    }
}

#[test]
fn where_care_cannot_decide_a_page_says_so_and_shows_nothing() {
    // Whichever of what it goes by is not there.
    for table in ["wishes", "losses", "care_settings", "people", "moment_photos"] {
        let site = Site::with_afternoon();
        site.post("/keep-away", "scope=photo&target=3&how_long=never&day=2026-09-28&back=/today");
        assert!(site.get("/today").body.contains("/photo/1/"));
        site.house.store.write(|tx| tx.execute(&format!("ALTER TABLE {table} RENAME TO lost"), &[])).unwrap();
        for path in ["/today", "/moment/1", "/photo/1", "/photo/1/small.jpg", "/api/v1/today"] {
            let answer = site.get(path);
            assert_eq!(answer.status, 503, "{path} without {table}");
            let told = answer.body.contains("/photo/") || answer.body.contains("no such table");
            assert!(!told, "{path} without {table}: {}", answer.body);
        }
    }
}

#[test]
fn an_empty_library_says_how_to_begin() {
    let house = House::on_sqlite();
    let site = Site::over(house);
    for id in &site.photos {
        let (owner, now) = (site.house.owner(), testkit::now().timestamp());
        site.house.store.write(|tx| library::remove(tx, owner, *id, now)).unwrap();
    }
    let page = site.get("/today");
    assert!(page.body.contains("No photos yet") && page.body.contains("/coming-in"), "{}", page.body);
}

#[test]
fn a_page_with_its_styles_and_scripts_is_light() {
    let site = Site::with_afternoon();
    let page = site.get("/today");
    let assets: Vec<&str> = page.body.split('"').filter(|part| part.starts_with("/assets/")).collect();
    assert!(assets.len() >= 6, "{assets:?}");
    let total: usize = assets.iter().map(|path| site.get(path).bytes.len()).sum();
    assert!(page.bytes.len() + total < 40 * 1024, "{} and {total} bytes", page.bytes.len());
    assert!(site.get(assets[0]).header("cache-control").contains("immutable"));
}

#[test]
fn a_browser_that_prefers_spanish_reads_spanish() {
    let site = Site::with_afternoon();
    let page = site.ask("GET", "/today", &[("accept-language", "es-AR,es;q=0.9,en;q=0.5")], "");
    assert!(page.body.contains("<html lang=\"es\""), "{}", page.body);
    assert!(page.body.contains("Hace siete años, una tarde en Cannon Beach"), "{}", page.body);
    assert!(page.body.contains("Elin, Tomas y Ada · 3\u{a0}fotos"), "{}", page.body);
    let nothing = site.ask("GET", "/moment/0", &[("accept-language", "es")], "");
    assert_eq!((nothing.status, nothing.body.contains("Aquí no hay nada")), (404, true));
}

#[test]
fn an_address_that_only_takes_forms_says_so_and_shows_a_way_on() {
    let site = Site::with_afternoon();
    for path in ["/photo/1/date", "/settings/account/password", "/coming-in/folders", "/sign-in/passkey"] {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("allow")), (405, "POST"), "{path}");
        let body = &answer.body;
        assert!(body.contains("<h1>No page here</h1>") && body.contains("href=\"/today\""), "{path}: {body}");
    }
    for path in ["/photo/1/date", "/settings/account/password"] {
        let answer = site.ask_as(Who::Nobody, "GET", path, "");
        assert!(answer.header("location").starts_with("/sign-in"), "{path}");
    }
}

#[test]
fn just_for_today_is_offered_today_alone() {
    let site = Site::with_afternoon();
    let offers = |path: &str| {
        let page = site.get(path).body;
        assert!(page.contains("value=\"not_this_year\"") && page.contains("value=\"never\""), "{path}: {page}");
        page.contains("value=\"not_this\"")
    };
    assert!(offers("/today") && offers("/today/2026-09-28"));
    for other in ["/today/2025-09-28", "/today/2027-09-28", "/today/2027-02-03"] {
        assert!(!offers(other), "{other}");
    }
}

#[test]
fn an_observance_is_told_by_whom_it_is_about_and_names_only_those() {
    for house in houses() {
        house.keep(&[
            snap("1.jpg", "2018-10-05T12:00").of(&["Leo", "Marta"]),
            snap("2.jpg", "2020-10-05T12:00").of(&["Leo"]),
            snap("3.jpg", "2020-04-12T12:00"),
        ]);
        let viewer = house.account().viewer;
        house
            .store
            .write(|tx| {
                let leo = library::people(tx, viewer)?.into_iter().find(|person| person.name == "Leo").unwrap();
                library::set_relation(tx, viewer, leo.id, Some(library::Relation::Son))
            })
            .unwrap();
        let details = house.account().details;
        let details = circle::Details { countries: vec!["US".to_owned()], ..details };
        assert!(house.door().change_details(viewer, &details).unwrap());
        let site = Site::over_empty(house);
        let page = site.get("/today").body;
        for words in ["Your son, over the years", "Leo · 2\u{a0}photos", "Sons’ Day: pictures from earlier years."] {
            assert!(page.contains(words), "{words}\n{page}");
        }
        let away = site.post(
            "/keep-away",
            "scope=observance&target=sons-day-us&how_long=not_this_year&day=2026-09-28&back=/today",
        );
        assert!(page.contains("value=\"observance\"") && page.contains("value=\"sons-day-us\""), "{page}");
        let gone = site.get(away.header("location")).body;
        assert!(gone.contains("Memories of this day of the calendar are put away"), "{gone}");
        assert!(!gone.contains("Your son, over the years") && site.get("/people").body.contains("Leo"), "{gone}");
        assert!(site.get("/put-away").body.contains("Memories of Sons’ Day"), "{}", site.get("/put-away").body);
        site.undo(away.header("location"));
        assert!(site.get("/today").body.contains("Your son, over the years"));
        assert_eq!(
            site.post("/keep-away", "scope=observance&target=no-such&how_long=never&day=2026-09-28&back=/today").status,
            400
        );
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        assert!(site.get("/today").body.contains("Leo · 1\u{a0}photo<"), "what is put away is in no observance");
        let page = site.get("/today/2026-04-05").body;
        assert!(page.contains("Easter, over the years"), "{page}");
        let day = site.get("/api/v1/today").body;
        assert!(day.contains(r#""kind":"observance""#) && day.contains(r#""observance":"sons-day-us""#), "{day}");
    }
}
