//! The veil on pages: what is asked about first shows nothing until it is opened, and then for that viewing.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use care::{CareError, Scope, Want, Wish};
use model::MomentId;
use site::{Site, Who, field};
use testkit::{houses, now, snap};

/// Asks first about the moment of the three photos.
fn ask_first(site: &Site) {
    let wish = Wish { scope: Scope::Moment(MomentId(1)), how_long: care::HowLong::Never };
    let made = site.change(|change| change.wish_for(Want::AskFirst, wish, now().date()));
    assert!(made.map_err(|error: CareError| error).unwrap().is_some());
}

/// The token of the card on a page.
fn token(page: &str) -> String {
    page.split("action=\"/veil/").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// The page that the card of today opens.
fn opened_card(site: &Site) -> String {
    let card = token(&site.get("/today").body);
    let opened = site.post(&format!("/veil/{card}"), "answer=open&day=2026-09-28&back=/today");
    assert_eq!(opened.status, 303, "{}", opened.body);
    opened.header("location").to_owned()
}

/// The token of the first that waits behind the card of today.
fn behind_the_card(site: &Site) -> String {
    token(&site.get(&opened_card(site)).body)
}

#[test]
fn a_card_says_that_something_waits_and_opened_how_many_years_ago_and_nothing_else() {
    for house in houses() {
        let site = Site::over(house);
        let before = site.get("/today").body;
        assert!(before.contains("Cannon Beach") && before.contains("/photo/1/"), "there is something to show");
        ask_first(&site);
        let page = site.get("/today").body;
        assert!(page.contains("Something waits from other years") && page.contains("class=\"veil\""), "{page}");
        let card = page.split("class=\"veil\"").nth(1).unwrap();
        let opened = site.get(&opened_card(&site)).body;
        assert!(opened.contains("Seven years ago") && !card.contains("Seven years ago"), "{opened}");
        let list = opened.split("class=\"waiting\"").nth(1).unwrap();
        for told in ["Cannon", "Elin", "Tomas", "Ada", "/photo/", "/moment/", "<img", "background", "2019"] {
            assert!(!card.contains(told) && !list.contains(told), "{told}\n{card}\n{list}");
        }
        for address in [
            "/photo/1",
            "/photo/2",
            "/photo/3",
            "/photo/1/small.jpg",
            "/photo/1/large.jpg",
            "/moment/1",
            "/photo/1/original",
        ] {
            let answer = site.get(address);
            assert_eq!(answer.status, 404, "{address}");
            assert_eq!(answer.told(), site.get(&address.replace(['1', '2', '3'], "99999")).told(), "{address}");
        }
        let json = site.get("/api/v1/today").body;
        assert!(json.contains("\"asked\":[{\"years_ago\":null}]") && json.contains("\"memories\":[]"), "{json}");
    }
}

#[test]
fn opening_a_card_clears_that_viewing_and_nothing_beyond_it() {
    for house in houses() {
        let site = Site::over(house);
        ask_first(&site);
        let card = behind_the_card(&site);
        let opened = site.post(&format!("/veil/{card}"), "answer=open&day=2026-09-28&back=/today");
        assert_eq!(opened.status, 303, "{}", opened.body);
        let address = opened.header("location").to_owned();
        let page = site.get(&address);
        assert_eq!(page.status, 200);
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(!page.body.contains("/photo/1"), "pictures have names of their own there");
        let why = page.body.split('"').find(|part| part.ends_with("/why")).unwrap();
        assert!(site.get(why).body.contains("It asks first"), "{why}");
        let pictures = site.opened(&address);
        for (place, picture) in pictures.iter().enumerate() {
            let picture = site.get(&format!("{picture}/large.jpg"));
            assert_eq!((picture.status, picture.body), (200, format!("jpeg {}", place + 1)));
        }
        assert_eq!(pictures.len(), 3);
        assert_eq!(site.get(&format!("{address}/0/large.jpg")).status, 404, "a place is no name");
        // Nothing else has changed.
        assert_eq!(site.get("/photo/1/small.jpg").status, 404);
        assert!(site.get("/today").body.contains("class=\"veil\""));
        // A card is not what it opens, and another browser's card opens nothing.
        assert_eq!(site.get(&format!("/opened/{card}")).status, 404);
        for who in [Who::OtherOwner, Who::Nobody, Who::Revoked] {
            assert_ne!(site.ask_as(who, "GET", &address, "").status, 200);
        }
        // The images of an open page end with the next request when it is kept away.
        let kept = site.post(&address.replace("/opened/", "/veil/"), "answer=keep_away&day=2026-09-28&back=/today");
        assert_eq!(kept.status, 303);
        assert_eq!(site.get(&address).status, 404);
        assert_eq!(site.get(&format!("{}/small.jpg", pictures[0])).status, 404);
        let led_to = kept.header("location").to_owned();
        assert!(site.get(&led_to).body.contains("It is put away."));
        site.undo(&led_to);
        assert_eq!(site.get(&address).status, 200);
    }
}

#[test]
fn what_was_opened_can_be_welcomed_from_now_on_and_that_can_be_undone() {
    for house in houses() {
        let site = Site::over(house);
        ask_first(&site);
        let card = behind_the_card(&site);
        let welcomed = site.post(&format!("/veil/{card}"), "answer=welcome&day=2026-09-28&back=/today");
        let led_to = welcomed.header("location").to_owned();
        let page = site.get(&led_to).body;
        assert!(page.contains("It is welcome from now on.") && page.contains("/photo/1/"), "{page}");
        let away = site.get("/put-away").body;
        assert!(away.contains("Welcome: A moment of 28 September 2019"), "{away}");
        assert!(away.contains("What you welcomed") && away.contains("Ask about it again"), "{away}");
        assert!(away.contains("Nothing is put away.") && !away.contains("Let it return"), "{away}");
        let back = site.undo(&led_to);
        let said = site.get(&back).body;
        assert!(said.contains("It is as it was before.") && !said.contains("It is back."), "{said}");
        let log = site.get("/care/log").body;
        assert!(log.contains("You took back what you had said") && !log.contains("You let something return"), "{log}");
        assert!(site.get("/today").body.contains("class=\"veil\""));
    }
}

#[test]
fn a_tender_day_is_one_tap_on_every_page_and_undone_the_same_way() {
    for house in houses() {
        let site = Site::over(house);
        for page in ["/today", "/library", "/people", "/search", "/settings", "/photo/1", "/moment/1"] {
            assert!(site.get(page).body.contains("action=\"/tender\""), "{page}");
        }
        assert!(site.get("/today").body.contains("/photo/1/"), "there is something to show");
        assert_eq!(site.post("/tender", "days=1").header("location"), "/today");
        let quiet = site.get("/today").body;
        assert!(
            quiet.contains("Nothing today") && !quiet.contains("/photo/") && !quiet.contains("Seven years"),
            "{quiet}"
        );
        assert!(site.get("/api/v1/today").body.contains("\"quiet\":\"tender_day\""));
        assert!(site.get("/today/2026-10-01").body.contains("A quiet day"));
        site.post("/tender", "days=7");
        assert!(site.get("/today/2026-10-01").body.contains("Nothing on this day"));
        site.post("/tender", "days=1");
        assert!(site.get("/today/2026-10-01").body.contains("Nothing on this day"), "one more tap makes it no shorter");
        site.post("/tender", "days=0");
        assert!(site.get("/today").body.contains("/photo/1/"));
    }
}

#[test]
fn the_door_to_what_is_put_away_asks_before_it_opens() {
    for house in houses() {
        let site = Site::over(house);
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        let library = site.get("/library").body;
        assert!(library.contains("photo is put away") || library.contains("put away"), "{library}");
        let page = site.get("/put-away").body;
        assert!(page.contains("/put-away/open") && !page.contains("<img src=\"/"), "{page}");
        let opened = site.post("/put-away/open", "");
        let address = opened.header("location").to_owned();
        let pictures = site.opened(&address);
        assert_eq!(pictures.len(), 1, "what is not put away is not behind it");
        assert_eq!(site.get(&format!("{}/small.jpg", pictures[0])).body, "jpeg 2");
        let why = site.get(&format!("{}/why", pictures[0])).body;
        assert!(
            why.contains("It stays away") && why.contains("You said: Keep away") && !why.contains("/photo/2"),
            "{why}"
        );
        assert_eq!(site.get("/photo/2").status, 404, "it stays put away");
        assert!(!why.contains("Welcome from now on"), "that would not be heard beside it: {why}");
        let lift = why.split("action=\"/keep-away/").nth(1).unwrap().split('"').next().unwrap();
        assert!(why.contains("Let it return"));
        site.post(&format!("/keep-away/{lift}"), "back=/put-away");
        assert_eq!(site.get("/photo/2").status, 200);
    }
}

#[test]
fn a_quiet_tile_stands_in_the_month_and_opens_like_a_card() {
    for house in houses() {
        let site = Site::over(house);
        let before = site.get("/library/2019/9").body;
        assert!(before.contains("/photo/1/"), "there is something to show");
        ask_first(&site);
        let month = site.get("/library/2019/9").body;
        assert!(!month.contains("/photo/") && !month.contains("3\u{a0}photos"), "{month}");
        assert!(month.contains("Asks first"), "{month}");
        for list in ["/library", "/library/2019"] {
            let body = site.get(list).body;
            assert!(body.contains("/library/2019/9") && body.contains("Asks first"), "{list}: {body}");
            assert!(!body.contains("3\u{a0}photos") && !body.contains("/photo/1/"), "{list}: {body}");
        }
        let opened = site.post(&format!("/veil/{}", token(&month)), "answer=open&day=2026-09-28&back=/library/2019/9");
        let address = opened.header("location");
        let page = site.get(address);
        let picture = &site.opened(address)[0];
        assert!(page.status == 200 && page.body.contains(&format!("{address}/")), "{}", page.body);
        assert!(page.body.contains("/why\""), "{}", page.body);
        let why = site.get(&format!("{picture}/why"));
        assert!(why.body.contains("It asks first") && why.body.contains("You said: Ask first"), "{}", why.body);
        assert!(!why.body.contains("/photo/") && !why.body.contains("/moment/"), "{}", why.body);
        assert_eq!(why.header("cache-control"), "no-store");
        assert_eq!(site.get("/opened/x/0/why").status, 404);
        assert_eq!(site.get(&format!("{address}/0/why")).status, 404, "a place is no name");
        assert_eq!(field(&month, "back"), "/library/2019/9");
    }
}

/// Keeps a loss about whoever is in the second of the three photos, and answers the page of it.
fn loss_about_ada(site: &Site) -> String {
    site.keep_loss("death", "when=1+May+2016&name=Ada&sight=ask")
}

/// The address under which the pictures of those photos are looked at.
fn pictures_of_them(site: &Site, loss: &str) -> String {
    site.post(&format!("{loss}/look"), "part=people").header("location").to_owned()
}

#[test]
fn what_falls_in_a_reach_is_looked_at_and_taken_out_or_welcomed_one_by_one() {
    for house in houses() {
        let site = Site::over(house);
        assert_eq!(site.get("/photo/2").status, 200, "there is something to show");
        let loss = loss_about_ada(&site);
        assert_eq!(site.get("/photo/2").status, 404);
        let opened = pictures_of_them(&site, &loss);
        let picture = site.opened(&opened).remove(0);
        let why = site.get(&format!("{picture}/why")).body;
        assert!(why.contains("It does not belong to this") && why.contains("Welcome from now on"), "{why}");
        let led = site.post(&format!("{picture}/say"), "say=out&loss=1").header("location").to_owned();
        assert_eq!(site.get("/photo/2").status, 200, "it was all that was there: {led}");
        assert!(led.starts_with(&loss) && site.get(&led).body.contains("It no longer belongs"), "{led}");
        site.undo(&led);
        assert_eq!(site.get("/photo/2").status, 404);
        let led = site.post(&format!("{picture}/say"), "say=welcome").header("location").to_owned();
        assert_eq!(site.get("/photo/2").status, 200);
        assert!(site.get(&led).body.contains("It is welcome from now on."), "{led}");
        site.undo(&led);
        assert_eq!(site.get("/photo/2").status, 404);
        for (say, status) in [("say=welcome", 404), ("say=out&loss=1", 404), ("say=sing", 404)] {
            assert_eq!(site.post(&format!("{opened}/7/say"), say).status, status, "{say}");
        }
        assert_eq!(site.post(&format!("{picture}/say"), "say=sing").status, 400);
        assert_eq!(site.post(&format!("{picture}/say"), "say=out&loss=9").status, 404);
    }
}

#[test]
fn a_photo_that_asks_first_is_picked_for_a_quiet_look_where_it_was_opened() {
    for house in houses() {
        let site = Site::over(house);
        let loss = loss_about_ada(&site);
        let opened = pictures_of_them(&site, &loss);
        assert!(!site.get(&opened).body.contains("Pick for a quiet look"), "there is no day with a quiet look");
        site.post("/care/days", "date=3+February&called=Our+day&plan=quiet_look");
        assert!(site.get(&opened).body.contains("Pick for a quiet look"));
        let (picture, day) = (site.opened(&opened).remove(0), site.hard_day("Our day"));
        let pick = format!("say=pick&source={day}");
        let led = site.post(&format!("{picture}/say"), &pick).header("location").to_owned();
        let page = site.get(&led).body;
        assert!(page.contains("It is picked for a quiet look.") && !page.contains("/photo/2"), "{page}");
        let look = site.post("/care/days/look", &format!("source={day}")).header("location").to_owned();
        assert_eq!(site.get(&format!("{}/small.jpg", site.opened(&look)[0])).body, "jpeg 2");
        assert_eq!(site.post(&format!("{picture}/say"), "say=pick&source=day-1").status, 404, "a number is no name");
    }
}

#[test]
fn a_welcome_is_of_what_was_behind_the_card_and_of_nothing_that_is_kept_away_beside_it() {
    for house in houses() {
        let site = Site::over(house);
        let loss = loss_about_ada(&site);
        // Of the moment one photo is taken in by hand, and kept away.
        site.post(&format!("{loss}/by-hand"), "what=photo&target=1&way=in");
        let card = behind_the_card(&site);
        let opened = site.post(&format!("/veil/{card}"), "answer=open&day=2026-09-28&back=/today");
        let opened = opened.header("location").to_owned();
        let picture = |at: &String| site.get(&format!("{at}/small.jpg")).body;
        let behind: Vec<String> = site.opened(&opened).iter().map(picture).collect();
        assert_eq!(behind, ["jpeg 2", "jpeg 3"], "the one that is kept away is not behind it");
        site.post(&opened.replace("/opened/", "/veil/"), "answer=welcome&day=2026-09-28&back=/today");
        let status = |id: i64| site.get(&format!("/photo/{id}")).status;
        assert_eq!([status(1), status(2), status(3)], [404, 200, 200]);
    }
}

#[test]
fn what_has_no_day_and_asks_first_has_its_quiet_tiles_where_it_would_stand() {
    for house in houses() {
        let mut undated = snap("undated.jpg", "2019-09-28T15:00");
        let mut hidden = snap("hidden.jpg", "1999-05-01T12:00");
        let mut year = snap("year.jpg", "1999-01-01T00:00").to_the(model::Precision::Year);
        undated.facts.taken = None;
        for snap in [&mut undated, &mut hidden, &mut year] {
            snap.facts.caption = Some("Back from the hospital".to_owned());
        }
        let ids = house.keep(&[undated, hidden, year]);
        let viewer = house.owner();
        house.store.write(|tx| library::hide(tx, viewer, ids[1])).unwrap();
        let site = Site::over_empty(house);
        let library = site.get("/library").body;
        for path in ["/library/undated", "/library/hidden", "/library/1999/some-time"] {
            assert!(library.contains(&format!("href=\"{path}\"")), "{path}: {library}");
            let page = site.get(path).body;
            assert!(page.contains("Something waits here") && !page.contains("/photo/"), "{path}: {page}");
            let opened = site.post(&format!("/veil/{}", token(&page)), "answer=open&day=2026-09-28&back=/library");
            assert_eq!(site.opened(opened.header("location")).len(), 1, "{path}");
        }
        for month in ["/library/1999/1", "/library/1999/5", "/library/2000/1"] {
            assert!(!site.get(month).body.contains("Something waits here"), "{month}");
        }
        let asked = site.get("/care/caution").body;
        assert_eq!(asked.matches("action=\"/veil/").count(), 3, "{asked}");
        assert!(asked.contains("Some time"), "{asked}");
    }
}
