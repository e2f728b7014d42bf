//! What is asked once and answered once: of somebody by their face, of a kind of what caution asks about, and at the moment at which
//! something is put away for good. On both engines.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::Site;
use testkit::{Snap, houses, snap};

/// Ruth on many days of a year, and then never again, while others are photographed.
fn with_ruth() -> Vec<Snap> {
    let days = ["2018-10-15", "2018-11-15", "2018-12-15", "2019-01-15", "2019-02-15", "2019-03-15", "2019-04-15"];
    let more = ["2019-05-15", "2019-06-15", "2019-07-15", "2019-08-15", "2019-09-15"];
    let on = days.iter().chain(&more);
    let ruth = on.map(|day| snap(&format!("ruth {day}.jpg"), &format!("{day}T15:00")).of(&["Ruth"]));
    let later = (1..=30).map(|day| snap(&format!("{day}.jpg"), &format!("2020-06-{day:02}T10:00")));
    ruth.chain(later).chain([snap("later.jpg", "2021-06-01T10:00")]).collect()
}

/// Sends the undo of the flash on a page.
fn undo(site: &Site, led: &str) -> String {
    let page = site.get(led).body;
    let notice = page.split("class=\"notice\"").nth(1).unwrap().split("</form>").next().unwrap().to_owned();
    let action = notice.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
    site.post(action, "back=/care").header("location").to_owned()
}

#[test]
fn whoever_is_not_seen_any_more_is_asked_about_once_by_their_face_and_without_a_guess() {
    for house in houses() {
        let site = Site::over(house);
        assert!(!site.get("/care").body.contains("Pictures with somebody"), "nobody is missing");
        site.house.keep(&with_ruth());
        let page = site.get("/care").body;
        assert!(page.contains("Pictures with Ruth") && page.contains("/said\""), "{page}");
        for guess in ["died", "gone", "missing", "miss ", "lost", "no longer"] {
            let asked = page.split("id=\"once\"").nth(1).unwrap().split("</section>").next().unwrap();
            assert!(!asked.contains(guess), "{guess}: {asked}");
        }
        for elsewhere in ["/today", "/library", "/people"] {
            assert!(!site.get(elsewhere).body.contains("Pictures with Ruth"), "nobody is sent there: {elsewhere}");
        }
        let action = page.split("action=\"/people/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let said = |what: &str| site.post(&format!("/people/{action}"), what).header("location").to_owned();
        let led = said("said=as_they_come&until=&back=/care");
        let after = site.get(&led).body;
        assert!(after.contains("It is kept as you said.") && !after.contains("Pictures with Ruth"), "{after}");
        assert!(after.contains("as they come"), "what was said stands there");
        let back = undo(&site, &led);
        assert!(site.get(&back).body.contains("Pictures with Ruth"), "it is taken back");

        let id = action.split('/').next().unwrap();
        assert!(site.get(&format!("/people/{id}")).body.contains("Pictures with Ruth"), "on her own page as well");
        let led = said(&format!("said=away&until=2030-01-01&back=/people/{id}"));
        assert!(led.starts_with("/people?done=person-said"), "her page is there no more: {led}");
        assert!(site.get(&led).body.contains("It is kept as you said."));
        assert_eq!(site.get(&format!("/people/{id}")).status, 404);
        let care = site.get("/care").body;
        assert!(care.contains("stay away until 1 January 2030"), "{care}");
        assert_eq!(site.post(&format!("/people/{id}/said"), "said=ask_first&back=/care").status, 404, "not there");
        let unsay = care.split("action=\"/people/said/").nth(1).unwrap().split('"').next().unwrap();
        site.post(&format!("/people/said/{unsay}"), "back=/care");
        assert_eq!(site.get(&format!("/people/{id}")).status, 200);
        assert_eq!(site.post(&format!("/people/{id}/said"), "said=perhaps&back=/care").status, 400);
    }
}

#[test]
fn one_answer_ends_a_kind_of_what_caution_asks_about_and_is_taken_back() {
    for house in houses() {
        let site = Site::over(house);
        site.house.keep(&with_ruth());
        let wards = (1..=60).map(|day| {
            let date = jiff::civil::date(2012, 1, 1).checked_add(jiff::Span::new().days(3 * day)).unwrap();
            let mut ward = snap(&format!("ward {day}.jpg"), &format!("{date}T10:00"));
            ward.facts.caption = Some("hospital".to_owned());
            ward
        });
        site.house.keep(&wards.collect::<Vec<_>>());
        let cards = |page: &str| site.get(page).body.matches("action=\"/veil/").count();
        let first = site.get("/care/caution").body;
        assert!(first.contains("60 moments ask first.") && first.contains("It may be a tender time"), "{first}");
        assert_eq!((cards("/care/caution"), cards("/care/caution?page=2")), (50, 22), "sixty, and Ruth's twelve");
        assert!(!first.contains("Ruth") && !first.contains("ospital"), "{first}");
        let led = site.post("/care/caution/fine", "kind=words").header("location").to_owned();
        let after = site.get(&led).body;
        assert!(after.contains("Nothing of that kind asks any more.") && after.contains("12 moments ask first."));
        assert!(after.contains("You said that these are fine."));
        undo(&site, &led);
        assert_eq!(cards("/care/caution"), 50);
        site.post("/care/caution/fine", "kind=words");
        site.post("/care/caution/ask-again", "kind=words");
        assert_eq!(cards("/care/caution"), 50);
        assert_eq!(site.post("/care/caution/fine", "kind=everything").status, 400);
    }
}

#[test]
fn more_is_offered_at_the_moment_at_which_something_is_put_away_for_good_in_one_quiet_line_and_only_then() {
    for house in houses() {
        let site = Site::over(house);
        let ids = site.house.keep(&[
            snap("a.jpg", "2015-03-04T10:00").at("Ember", 50.0, 5.0).of(&["Ruth"]),
            snap("b.jpg", "2015-03-04T20:00"),
            snap("c.jpg", "2021-06-01T10:00"),
        ]);
        let away = |how_long: &str| {
            let form = format!("scope=photo&target={}&how_long={how_long}&day=2026-09-28&back=/today", ids[0]);
            site.post("/keep-away", &form).header("location").to_owned()
        };
        let line = "Keep more of this away?";
        for (how_long, offers) in [("not_this", false), ("not_this_year", false), ("never", true)] {
            let led = away(how_long);
            assert_eq!(site.get(&led).body.contains(line), offers, "{how_long}");
            if !offers {
                undo(&site, &led);
            }
        }
        let shown = || site.get(&format!("/photo/{}", ids[1])).status == 200;
        assert!(shown(), "ignored, it means nothing");
        let led = away("never");
        let page = site.get(&led).body;
        let more = page.split(line).next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap();
        let choices = site.get(more).body;
        assert!(choices.contains("That whole day") && choices.contains("Pictures with Ruth"), "{choices}");
        assert!(choices.contains("The place where it was") && !choices.contains("Ember"), "{choices}");
        assert!(!choices.contains("checked") && shown(), "nothing is chosen beforehand, and looking chooses nothing");
        let at = more.split('?').next().unwrap();
        let led = site.post(at, "more=day&back=/today").header("location").to_owned();
        assert!(!shown() && site.get(&led).body.contains("undo"), "the day is away");
        undo(&site, &led);
        assert!(shown(), "and comes back");
        for choice in ["weeks", "place"] {
            let led = site.post(at, &format!("more={choice}&back=/today")).header("location").to_owned();
            assert!(site.get(&led).body.contains("That stays away, too."), "{choice}");
            assert_eq!(shown(), choice == "place");
            undo(&site, &led);
            assert!(shown());
        }
        assert_eq!(site.post(at, "more=12345&back=/today").status, 404, "nobody of that number");
        assert_eq!(site.get("/keep-away/12345/more").status, 404);
    }
}
