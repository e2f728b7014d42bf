//! People, places and search as pages: every form, with its undo; odd input in every field.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use model::PersonId;
use site::{Answer, Site};
use testkit::{houses, snap};

fn id_of(site: &Site, name: &str) -> PersonId {
    let owner = site.house.owner();
    let all = site.house.store.read(|tx| library::people(tx, owner)).unwrap();
    all.into_iter().find(|person| person.name == name).unwrap_or_else(|| panic!("nobody called {name}")).id
}

/// Follows a form's answer, and answers the page with the address that takes the change back.
fn done(site: &Site, answer: &Answer) -> (Answer, Option<String>) {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = site.get(answer.header("location"));
    assert_eq!(page.status, 200, "{}", answer.header("location"));
    let undo = page.body.split("action=\"").find(|rest| rest.starts_with("/people/changes/"));
    let undo = undo.and_then(|rest| rest.split('"').next()).map(ToOwned::to_owned);
    (page, undo)
}

fn encoded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

#[test]
fn everybody_is_listed_with_a_picture_and_leads_to_their_life() {
    for house in houses() {
        let site = Site::over(house);
        let page = site.get("/people");
        for words in ["Elin", "Tomas", "Ada", "3\u{a0}people", "1\u{a0}photo", "/small.jpg"] {
            assert!(page.body.contains(words), "{words}\n{}", page.body);
        }
        let elin = id_of(&site, "Elin");
        let life = site.get(&format!("/people/{elin}"));
        assert!(life.body.contains("<h2>2019</h2>") && life.body.contains("/photo/1"), "{}", life.body);
        let photos = site.get(&format!("/people/{elin}/photos?year=2019"));
        assert!(photos.body.contains("/photo/1\""), "{}", photos.body);
        assert_eq!(site.get("/people/999").status, 404);
        assert_eq!(site.get("/people/x").status, 404);
    }
}

#[test]
fn somebody_whose_photos_are_put_away_is_nowhere() {
    for house in houses() {
        let site = Site::over(house);
        let ada = id_of(&site, "Ada");
        assert!(site.get("/search?q=ad").body.contains("Ada"));
        assert!(site.get("/places").body.contains("Cannon Beach"));
        site.post("/keep-away", "scope=moment&target=1&how_long=never&day=2026-09-28&back=/today");
        for path in ["/people", "/places", "/search?q=ad", "/api/v1/suggestions?q=ad"] {
            let body = site.get(path).body;
            assert!(!body.contains("Ada") && !body.contains("Cannon"), "{path}: {body}");
        }
        assert_eq!(site.get(&format!("/people/{ada}")).status, 404);
        assert_eq!(site.get(&format!("/people/{ada}/photos")).status, 404);
        assert!(site.get("/search?q=ada").body.contains("Nothing found"));
    }
}

#[test]
fn a_name_is_changed_and_taken_back_and_one_that_is_taken_offers_to_make_them_one() {
    for house in houses() {
        let site = Site::over(house);
        let (elin, ada) = (id_of(&site, "Elin"), id_of(&site, "Ada"));
        let name = format!("/people/{elin}/name");
        let (page, undo) = done(&site, &site.post(&name, "saw=Elin&name=Elin+Marsh"));
        assert!(page.body.contains("The name is changed.") && page.body.contains("Also known as"), "{}", page.body);
        let (page, _) = done(&site, &site.post(&name, "saw=Elin&name=Helen"));
        assert!(page.body.contains("changed meanwhile"), "another window was quicker");
        let (page, _) = done(&site, &site.post(&undo.unwrap(), &format!("back=/people/{elin}")));
        assert!(page.body.contains("as it was before") && !page.body.contains("Marsh"), "{}", page.body);

        let (page, _) = done(&site, &site.post(&name, "saw=Elin&name=Ada"));
        assert!(page.body.contains("already somebody called Ada") && page.body.contains("They are two people"));
        let (page, undo) = done(&site, &site.post(&format!("/people/{ada}/merge"), &format!("other={elin}")));
        assert!(page.body.contains("one person now") && page.body.contains("2\u{a0}photos"), "{}", page.body);
        let (page, again) = done(&site, &site.post(&undo.clone().unwrap(), "back=/people"));
        assert!(page.body.contains("Elin") && again.is_none());
        let (page, _) = done(&site, &site.post(&undo.unwrap(), "back=/people"));
        assert!(page.body.contains("cannot be taken back any more"));
        let (page, _) = done(&site, &site.post(&name, "saw=Elin&name=%20%E2%80%8B"));
        assert!(page.body.contains("needs at least one letter"));
    }
}

#[test]
fn a_life_is_told_and_a_death_is_quiet() {
    for house in houses() {
        let site = Site::over(house);
        let elin = id_of(&site, "Elin");
        let facts = format!("/people/{elin}/facts");
        let nothing = "saw_born=&saw_died=&saw_relation=";
        let born = site.post(&facts, &format!("born=2017-06-03&died=&relation=daughter&{nothing}"));
        let (page, undo) = done(&site, &born);
        for words in ["It is noted.", "Daughter", "born 3 June 2017, 9\u{a0}years"] {
            assert!(page.body.contains(words), "{words}\n{}", page.body);
        }
        done(&site, &site.post(&undo.unwrap(), "back=/people"));
        let lived = site.post(&facts, &format!("born=1950-01-22&died=2023-03-09&relation=mother&{nothing}"));
        let (page, _) = done(&site, &lived);
        assert!(page.body.contains("1950 to 2023") && !page.body.contains("\u{a0}years"), "{}", page.body);
        let (page, _) = done(&site, &site.post(&facts, &format!("born=&died=&relation=&{nothing}")));
        assert!(page.body.contains("changed meanwhile"));
        for odd in ["born=2030-01-01&died=", "born=2000-01-01&died=1999-01-01", "born=yesterday&died="] {
            let (page, _) = done(&site, &site.post(&facts, &format!("{odd}&relation=&{nothing}")));
            assert!(page.body.contains("do not fit together"), "{odd}");
        }
    }
}

#[test]
fn nobody_dies_before_a_birthday_that_is_put_away() {
    for house in houses() {
        let site = Site::over(house);
        let elin = id_of(&site, "Elin");
        let facts = format!("/people/{elin}/facts");
        let born = site.post(&facts, "born=2015-06-03&died=&relation=&saw_born=&saw_died=&saw_relation=");
        assert!(done(&site, &born).0.body.contains("born 3 June 2015"), "there is something to put away");
        let away = format!("scope=birthday&target={elin}&how_long=never&day=2026-09-28&back=/today");
        assert_eq!(site.post("/keep-away", &away).status, 303);
        assert!(!site.get(&format!("/people/{elin}")).body.contains("2015-06-03"));
        for (died, said) in [("1990-01-01", "do not fit together"), ("2020-01-01", "It is noted.")] {
            let form = format!("born=&died={died}&relation=&saw_born=&saw_died=&saw_relation=");
            let (page, _) = done(&site, &site.post(&facts, &form));
            assert!(page.body.contains(said), "{died}: {}", page.body);
        }
        let kept = site.house.store.read(|tx| library::person(tx, site.house.owner(), elin)).unwrap().unwrap();
        assert_eq!((kept.born, kept.died), ("2015-06-03".parse().ok(), "2020-01-01".parse().ok()));
    }
}

#[test]
fn a_change_of_people_is_taken_back_by_its_sealed_name_alone() {
    for house in houses() {
        let site = Site::over(house);
        let elin = id_of(&site, "Elin");
        let (page, undo) = done(&site, &site.post(&format!("/people/{elin}/name"), "saw=Elin&name=Wren"));
        assert!(undo.is_some() && page.body.contains("The name is changed."), "there is something to take back");
        for guessed in ["1", "2", "x", &"a".repeat(200)] {
            let path = format!("/people/changes/{guessed}/undo");
            let (page, _) = done(&site, &site.post(&path, "back=/people"));
            assert!(page.body.contains("cannot be taken back"), "{guessed}");
        }
        assert_eq!(library_name(&site, elin), "Wren");
        for odd in ["1%22%3E", "..%2F..%2Fx"] {
            let page = site.get(&format!("/people/{elin}?done=rename&change={odd}"));
            assert!(page.body.contains("The name is changed.") && !page.body.contains("/people/changes/"), "{odd}");
        }
    }
}

#[test]
fn some_photos_are_somebody_elses_and_a_thing_is_not_a_person() {
    for house in houses() {
        let site = Site::over(house);
        let elin = id_of(&site, "Elin");
        let choosing = site.get(&format!("/people/{elin}/photos?choose=1"));
        assert!(choosing.body.contains("name=\"photo\" value=\"1\""), "{}", choosing.body);
        let split = format!("/people/{elin}/split");
        let (page, undo) = done(&site, &site.post(&split, "photo=1&name=Rosa"));
        assert!(page.body.contains("Those photos are theirs now.") && page.body.contains("Rosa"), "{}", page.body);
        assert_eq!(site.get(&format!("/people/{elin}")).status, 404, "of whom no photo is left");
        done(&site, &site.post(&undo.unwrap(), "back=/people"));
        assert!(site.get("/people").body.contains("Elin") && !site.get("/people").body.contains("Rosa"));
        let (page, _) = done(&site, &site.post(&split, "name=Rosa"));
        assert!(page.body.contains("No photo was chosen"));

        let (page, undo) = done(&site, &site.post(&format!("/people/{elin}/thing"), ""));
        assert!(page.body.contains("Not people") && page.body.contains("A person after all"));
        assert!(!site.get("/photo/1").body.contains(&format!("/people/{elin}\"")), "captions do not name it");
        assert!(site.get("/search?q=elin").body.contains("/photo/1"), "a word still finds it");
        let (page, _) = done(&site, &site.post(&undo.unwrap(), "back=/people"));
        assert!(!page.body.contains("Not people"));
    }
}

#[test]
fn a_keyword_becomes_somebody_and_a_keyword_again() {
    for house in houses() {
        let mut snap = testkit::snap("k.jpg", "2018-01-01T10:00");
        snap.facts.keywords = vec!["Rosa & Co <b>".to_owned()];
        house.keep(&[snap]);
        let site = Site::over(house);
        assert!(site.get("/people/keywords").body.contains("Rosa &#38; Co"), "{}", site.get("/people/keywords").body);
        let answer = site.post("/people/keywords", &format!("keyword={}", encoded("Rosa & Co <b>")));
        let (page, undo) = done(&site, &answer);
        assert!(page.body.contains("Its photos show them now."));
        assert!(site.get("/people").body.contains("Rosa"));
        done(&site, &site.post(&undo.unwrap(), "back=/people/keywords"));
        assert!(!site.get("/people").body.contains("Rosa"));
        assert_eq!(site.post("/people/keywords", "keyword=nobody").status, 404);
    }
}

#[test]
fn places_lead_from_countries_to_towns_to_photos() {
    for house in houses() {
        let site = Site::over(house);
        let page = site.get("/places");
        assert!(page.body.contains("Spain") && page.body.contains("Cannon Beach"), "{}", page.body);
        let town = page.body.split("href=\"").find(|rest| rest.starts_with("/places/ES/")).unwrap();
        let town = town.split('"').next().unwrap();
        for path in ["/places/ES", town] {
            let page = site.get(path);
            assert!(page.status == 200 && page.body.contains("/photo/1\""), "{path}: {}", page.body);
        }
        for path in ["/places/FR", "/places/ES/99", "/places/ES/x", "/places/FR/1", "/places/unknown", "/places/%00"] {
            assert_eq!(site.get(path).status, 404, "{path}");
        }
    }
}

#[test]
fn one_field_finds_and_every_answer_has_an_address() {
    for house in houses() {
        let site = Site::over(house);
        let cases = [
            ("elin", 1),
            ("cannon beach 2019 tomas", 1),
            ("2019", 3),
            ("september", 3),
            ("septiembre 2019", 3),
            ("españa", 1),
            ("february 2020", 1),
            ("nothing", 0),
        ];
        for (question, count) in cases {
            let page = site.get(&format!("/search?q={}", encoded(question)));
            let found = (1..=4).filter(|id| page.body.contains(&format!("href=\"/photo/{id}\""))).count();
            assert_eq!((page.status, found), (200, count), "{question}");
        }
        let empty = site.get("/search");
        assert!(empty.status == 200 && !empty.body.contains("Nothing found"));
        let json = site.get("/api/v1/suggestions?q=2019%20el").body;
        assert!(json.contains("\"text\":\"Elin\"") && json.contains("\"question\":\"2019 Elin\""), "{json}");
        for page in ["0", "-1", "999", "x", "99999999999999999999"] {
            assert_eq!(site.get(&format!("/search?q=2019&page={page}")).status, 200);
        }
    }
}

#[test]
fn odd_input_is_shown_as_it_is_and_breaks_nothing() {
    let Some(path) = testkit::shared_file("text/blns.json") else { return };
    let mut strings: Vec<String> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    strings.extend(["a".repeat(10_000), "\u{202e}abc".to_owned(), "a\0b".to_owned()]);
    let site = Site::with_afternoon();
    let elin = id_of(&site, "Elin");
    for text in &strings {
        let odd = encoded(text);
        for path in [format!("/search?q={odd}"), format!("/api/v1/suggestions?q={odd}")] {
            assert!(path.len() > 8_000 || site.get(&path).status == 200, "{path}");
        }
        let saw = library_name(&site, elin);
        let answer = site.post(&format!("/people/{elin}/name"), &format!("saw={}&name={odd}", encoded(&saw)));
        let (page, undo) = done(&site, &answer);
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{text:?}");
        if let Some(undo) = undo {
            done(&site, &site.post(&undo, "back=/people"));
        }
        for (path, form) in [
            (format!("/people/{elin}/merge"), format!("other={odd}")),
            (format!("/people/{elin}/facts"), format!("born={odd}&died=&relation=&saw_born=&saw_died=&saw_relation=")),
            ("/people/keywords".to_owned(), format!("keyword={odd}")),
        ] {
            assert!([303, 404].contains(&site.post(&path, &form).status), "{path} {text:?}");
        }
    }
}

fn library_name(site: &Site, id: PersonId) -> String {
    site.house.store.read(|tx| library::person(tx, site.house.owner(), id)).unwrap().unwrap().name
}

#[test]
fn a_birthday_is_today_on_its_day_alone() {
    for house in houses() {
        let years: Vec<_> =
            (2018..=2025).map(|year| snap(&format!("{year}.jpg"), &format!("{year}-10-02T12:00"))).collect();
        house.keep(&years.into_iter().map(|photo| photo.of(&["Leo"])).collect::<Vec<_>>());
        let site = Site::over(house);
        let leo = id_of(&site, "Leo");
        for (born, path, title) in [
            ("2017-09-28", "/today", "Leo, nine today"),
            ("2017-09-28", "/today/2025-09-28", "Leo, eight on this day"),
            ("2017-09-29", "/today/2026-09-29", "Leo, nine on this day"),
        ] {
            let kept = site.get(&format!("/people/{leo}")).body;
            let saw = site::field(&kept, "saw_born");
            let form = format!("born={born}&died=&relation=&saw_born={saw}&saw_died=&saw_relation=");
            site.post(&format!("/people/{leo}/facts"), &form);
            for path in [path.to_owned(), format!("/api/v1{path}")] {
                let page = site.get(&path).body;
                assert!(page.contains(title), "{path}: {page}");
            }
        }
    }
}

#[test]
fn somebody_is_taken_out_of_a_photo_and_back_into_it() {
    for house in houses() {
        let site = Site::over(house);
        let elin = id_of(&site, "Elin");
        let there = format!("href=\"/people/{elin}\"");
        assert!(site.get("/photo/1").body.contains(&there) && site.get("/photo/1").body.contains("Elin is not in it"));
        let (page, undo) = done(&site, &site.post(&format!("/people/{elin}/not-in"), "photo=1"));
        assert!(page.body.contains("The name is taken out") && !page.body.contains(&there), "{}", page.body);
        let (page, _) = done(&site, &site.post(&undo.unwrap(), "back=/photo/1"));
        assert!(page.body.contains(&there) && page.body.contains("role=\"status\""), "{}", page.body);
        for (path, form) in [("/people/999/not-in", "photo=1"), ("/people/x/not-in", "photo=1")] {
            assert_eq!(site.post(path, form).status, 404);
        }
        assert_eq!(site.post(&format!("/people/{elin}/not-in"), "photo=999").status, 404);
    }
}

#[test]
fn a_name_of_somebody_who_is_put_away_is_given_without_a_word_of_them_and_they_are_not_changed() {
    for house in houses() {
        house.keep(&[
            snap("wren.jpg", "2018-01-01T10:00").of(&["Wren"]),
            snap("leo.jpg", "2018-02-01T10:00").of(&["Leo"]),
        ]);
        let site = Site::over(house);
        let (wren, leo) = (id_of(&site, "Wren"), id_of(&site, "Leo"));
        let rename = format!("/people/{leo}/name");
        assert!(
            site.post(&rename, "saw=Leo&name=Wren").header("location").contains("taken="),
            "there is something to tell"
        );
        let day = "scope=day&target=2018-01-01&how_long=never&day=2026-09-28&back=/today";
        assert_eq!(site.post("/keep-away", day).status, 303);
        let answer = site.post(&rename, "saw=Leo&name=Wren");
        assert!(!answer.header("location").contains("taken="), "{}", answer.header("location"));
        assert!(site.get("/people").body.contains("Wren"), "Leo is called so now");
        for (path, form) in
            [("name", "saw=Wren&name=Paul"), ("thing", ""), ("merge", "other=1"), ("split", "photo=1&name=Paul")]
        {
            assert_eq!(site.post(&format!("/people/{wren}/{path}"), form).status, 404, "{path}");
        }
        let merge = site.post(&format!("/people/{leo}/merge"), &format!("other={wren}"));
        assert_eq!(merge.status, 404);
    }
}
