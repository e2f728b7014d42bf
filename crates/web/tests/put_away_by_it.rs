//! A change may put its own photo away. Whoever made it is told what they did all the same, and can take it back.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use model::PhotoId;
use site::{Site, field};
use testkit::{House, houses, snap};

/// A house in which a day is put away, with a photo of that day.
fn with_a_day_put_away(house: House) -> (Site, PhotoId) {
    let site = Site::over(house);
    let away = site.house.keep(&[snap("put away.jpg", "2019-03-20T10:00")])[0];
    assert_eq!(site.get(&format!("/photo/{away}")).status, 200, "there is something to show");
    let wish = "scope=day&target=2019-03-20&how_long=never&day=2026-09-28&back=/today";
    assert_eq!(site.post("/keep-away", wish).status, 303);
    (site, away)
}

/// The page that a form led to has nothing to show, says what was done, and takes it back.
fn is_told_and_taken_back(site: &Site, led: &str, says: &str) {
    let page = site.get(led);
    assert_eq!(page.status, 404, "{led}");
    assert!(page.body.contains("Nothing here") && page.body.contains(says), "{}", page.body);
    assert!(site.undo(led).starts_with("/photo/3?done="), "back to the photo");
    assert_eq!(site.get("/photo/3").status, 200, "which is there again");
}

#[test]
fn a_date_within_a_day_that_is_put_away_is_told_of_and_taken_back() {
    for house in houses() {
        let (site, _) = with_a_day_put_away(house);
        let was = field(&site.get("/photo/3").body, "was");
        let led = site.post("/photo/3/date", &format!("was={was}&date=2019-03-20")).header("location").to_owned();
        is_told_and_taken_back(&site, &led, "The date is kept.");
        let undone = led.split("of=").nth(1).unwrap();
        assert_eq!(site.post("/dates/1/back", "back=/today").status, 404, "only a sealed name takes back");
        assert_eq!(site.post(&format!("/dates/{undone}/back"), "back=/today").status, 303, "twice is as good as once");
    }
}

#[test]
fn an_address_that_says_something_was_done_tells_nothing_more_of_what_is_not_there() {
    let (site, away) = with_a_day_put_away(houses().remove(0));
    let bodies = [away, PhotoId(999_999)].map(|id| {
        let path = format!("/photo/{id}");
        let page = site.get(&format!("{path}?done=dated"));
        assert_eq!(page.status, 404);
        page.body.replace(&path, "").replace(&field(&page.body, "form-key"), "")
    });
    assert_eq!(bodies[0], bodies[1], "what is put away and what never was are one");
    let odd = site.get("/photo/999999?done=%3Cb%3E&of=%22%3E&away=x");
    assert!(odd.status == 404 && !odd.body.contains("<b>") && !odd.body.contains("class=\"notice\""), "{}", odd.body);
}
