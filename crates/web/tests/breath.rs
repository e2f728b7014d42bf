//! A loss said in one breath: a kind by a tap, who and when, one short page, and "Keep this".
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use care::{Kind, Want};
use site::{Answer, Site, Who};
use testkit::houses;

fn page_of(address: &str) -> &str {
    address.split('?').next().unwrap()
}

/// Says the first words of a loss, and answers the address of its short page.
fn begin(site: &Site, kind: &str, first: &str) -> String {
    let begun = site.post(&format!("/care/losses/new/{kind}"), first);
    assert_eq!(begun.status, 303, "{}", begun.body);
    begun.header("location").to_owned()
}

fn keep(site: &Site, draft: &str, answers: &str) -> Answer {
    let kept = site.post(&format!("{}/keep", page_of(draft)), answers);
    assert_eq!(kept.status, 303, "{}", kept.body);
    kept
}

/// The number of the face with that name on a page, to be tapped.
fn face(page: &str, name: &str) -> String {
    let label = page.split("<label>").find(|label| label.contains(&format!("<bdi>{name}</bdi>"))).unwrap();
    label.split("name=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn three_taps_and_a_name_or_a_date_lead_from_care_to_what_is_kept_and_one_leads_back() {
    for house in houses() {
        let site = Site::over(house);
        let care = site.get("/care").body;
        for kind in Kind::ALL {
            assert!(care.contains(&format!("href=\"/care/losses/new/{}\"", kind.name())), "{kind:?}");
        }
        // The first tap leads to who and when, the second to what will happen, the third keeps it.
        let asked = site.get("/care/losses/new/death").body;
        assert!(asked.contains("Who was it?") && asked.contains("type=\"date\""), "{asked}");
        let tapped = face(&asked, "Ada");
        let draft = begin(&site, "death", &format!("{tapped}=1&when=28.9.2019&sight=away&back=/today"));
        let page = site.get(&draft).body;
        for words in ["Ada, 28 September 2019", "Pictures with Ada stay away for now.", "3\u{a0}photos", "Keep this"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("<img") && !page.contains("/photo/"), "words, no pictures");
        assert_eq!((site.get("/photo/2").status, site.look(|visit| visit.losses()).unwrap().len()), (200, 0));
        let kept = keep(&site, &draft, "back=/today");
        let led = kept.header("location");
        assert!(led.starts_with("/today?done=loss-kept"), "one is led back: {led}");
        assert!(site.get(led).body.contains("It is kept"));
        assert_eq!(site.get("/photo/2").status, 404);
        site.undo(led);
        assert_eq!(site.get("/photo/2").status, 200, "and takes it back");
    }
}

#[test]
fn a_month_or_a_year_is_enough_and_what_was_understood_is_said_back() {
    let site = Site::with_afternoon();
    for (typed, said) in [
        ("when=November+2018", "November 2018"),
        ("when=2018", "2018"),
        ("when=about+2018", "about 2018"),
        ("when=11/28/2018", "28 November 2018"),
        ("when=28.11.2018", "28 November 2018"),
        ("when=&picked=2018-11-28", "28 November 2018"),
        ("when=3/4/2018", "4 March 2018"),
    ] {
        let page = site.get(&begin(&site, "death", &format!("{typed}&name=Wren"))).body;
        assert!(page.contains(&format!("Wren, {said}")), "{typed}: {page}");
        assert!(page.contains("No picture here has the name Wren. It is kept all the same."), "{page}");
        assert_eq!(
            page.contains("No day of the year"),
            !said.contains(' ') || said.contains("about") || said.starts_with('N')
        );
    }
    let draft = begin(&site, "death", "when=2018&name=Wren");
    keep(&site, &draft, "");
    let loss = site.look(|visit| visit.losses()).unwrap().remove(0).loss;
    assert!(loss.days.is_empty() && loss.called == "Wren" && loss.tags == ["Wren"]);
    assert!(site.get("/care").body.contains("Somebody died, 2018"));
}

#[test]
fn a_name_is_found_by_a_part_of_it_and_of_several_one_is_chosen() {
    for house in houses() {
        let site = Site::over(house);
        let rename = "UPDATE people SET name = 'Sam Reyes' WHERE name = 'Ada'";
        site.house.store.write(|tx| tx.execute(rename, &[])).unwrap();
        let page = site.get(&begin(&site, "separation", "when=2018&name=+sam")).body;
        assert!(page.contains("Pictures with Sam Reyes stay away for now."), "{page}");
        let rename = "UPDATE people SET name = 'Sam Ortiz' WHERE name = 'Elin'";
        site.house.store.write(|tx| tx.execute(rename, &[])).unwrap();
        let asked = site.post("/care/losses/new/separation", "when=2018&name=Sam");
        assert!(asked.status == 200 && asked.body.contains("More than one person has this name"), "{}", asked.body);
        assert!(asked.body.contains("Sam Reyes") && asked.body.contains("Sam Ortiz"), "{}", asked.body);
        assert!(asked.body.contains("value=\"2018\"") && asked.body.contains("value=\"Sam\""), "nothing is cleared");
        let tapped = face(&asked.body, "Sam Ortiz");
        let page = site.get(&begin(&site, "separation", &format!("{tapped}=1&when=2018&name=Sam"))).body;
        assert!(page.contains("with Sam Ortiz stay") && !page.contains("Reyes"), "{page}");
        let page = site.get(&begin(&site, "separation", "who-none=1&when=2018&name=Sam")).body;
        assert!(page.contains("No picture here has the name Sam"), "{page}");
    }
}

#[test]
fn mistakes_are_said_where_they_are_and_clear_nothing() {
    let site = Site::with_afternoon();
    for (kind, first, at, says) in [
        ("death", "name=Ada&when=soon", "when-wrong", "not a date that can be read"),
        ("death", "name=Ada&when=", "when-wrong", "When it was is still open"),
        ("death", "name=Ada&when=1+May+2030", "when-wrong", "has not come yet"),
        ("death", "name=Ada&when=2018&began=2020", "began-hint", "cannot have begun after"),
        ("pregnancy_loss", "name=Ada&when=2018&weeks=many", "weeks-hint", "not a number of weeks"),
        ("home", "name=Ada&when=2018&place=Atlantis", "place-hint", "no town of your photos"),
        ("illness", "name=Ada&when=2018&ended=2001", "ended-hint", "ends before it begins"),
    ] {
        let page = site.post(&format!("/care/losses/new/{kind}"), first);
        assert_eq!(page.status, 200, "{first}");
        let beside = page.body.split(&format!("id=\"{at}\"")).nth(1).unwrap().split("</div>").next().unwrap();
        assert!(beside.contains(says), "{first}: {beside}");
        assert!(page.body.contains("value=\"Ada\""), "{first}");
    }
    assert_eq!(site.get("/care/losses/new/weather").status, 404);
}

#[test]
fn a_draft_counts_for_nothing_is_nobody_elses_and_is_forgotten_after_a_day() {
    for house in houses() {
        let site = Site::over(house);
        let draft = begin(&site, "death", "name=Ada&when=28+September+2019&back=/today");
        assert!(site.get(&draft).body.contains("Keep this"));
        for path in ["/photo/1", "/photo/2", "/photo/4"] {
            assert_eq!(site.get(path).status, 200, "{path}");
        }
        assert!(!site.get("/care").body.contains("Somebody died, "), "it is on no list");
        let others = |method, act: &str| site.ask_as(Who::OtherOwner, method, &format!("{}{act}", page_of(&draft)), "");
        assert_eq!((others("GET", "").status, others("GET", "").header("location")), (303, "/care"));
        for (method, act) in [("POST", "/keep"), ("POST", "/look"), ("POST", "/adjust")] {
            assert!(others(method, act).status == 404, "{act}");
        }
        let led = site.post(&format!("{}/look", page_of(&draft)), "");
        let opened = site.get(led.header("location"));
        assert!(opened.status == 200 && opened.body.contains("small.jpg"), "{}", opened.body);
        let adjusted = site.get(&format!("{}/adjust?back=/today", page_of(&draft))).body;
        assert!(adjusted.contains("Nothing is kept yet") && adjusted.contains("value=\"Ada\""), "{adjusted}");
        keep(&site, &draft, "back=/today");
        assert_eq!(site.get("/photo/2").status, 404);
        // Whoever goes back to it is not asked to send anything again.
        assert_eq!(site.get(&draft).header("location"), "/care");
        let left = begin(&site, "home", "name=Ours&when=2018");
        assert_eq!(site.get(&left).status, 200);
        let yesterday = "UPDATE loss_drafts SET made_ms = made_ms - 90000000";
        site.house.store.write(|tx| tx.execute(yesterday, &[])).unwrap();
        assert_eq!(site.get(&left).status, 303, "it is forgotten");
    }
}

#[test]
fn a_separation_keeps_the_days_and_spares_the_sight() {
    for house in houses() {
        let site = Site::over(house);
        let there: Vec<_> = site.photos.iter().filter(|id| site.get(&format!("/photo/{id}")).status == 200).collect();
        let draft = begin(&site, "separation", "name=Ada&when=28+September+2019");
        let page = site.get(&draft).body;
        assert!(page.contains("The days themselves stay."), "{page}");
        keep(&site, &draft, "");
        let gone: Vec<_> = there.into_iter().filter(|id| site.get(&format!("/photo/{id}")).status == 404).collect();
        assert_eq!(gone, [&model::PhotoId(2)], "no more than the pictures that she is in");
        let loss = site.look(|visit| visit.losses()).unwrap().remove(0).loss;
        assert!(loss.without_them && loss.part("the_day").is_none() && loss.part("periods").is_none());
    }
}

#[test]
fn whoever_died_and_is_asked_about_first_stays_findable_by_name_alone() {
    for house in houses() {
        let site = Site::over(house);
        assert!(site.get("/people").body.contains("Ada") && site.get("/search?q=ada").body.contains("1\u{a0}photo"));
        let draft = begin(&site, "death", "name=Ada&when=1+May+2016&sight=ask");
        assert!(site.get(&draft).body.contains("In People, Ada can be found by name"));
        let kept = keep(&site, &draft, "");
        let people = site.get("/people").body;
        let tile = people.split("class=\"quietly-kept\"").nth(1).unwrap().split("</li>").next().unwrap();
        assert!(tile.contains("Ada") && tile.contains("Opens when you ask"), "{tile}");
        assert!(!tile.contains("<img") && !tile.contains("photo/") && !tile.contains("1\u{a0}photo"), "{tile}");
        for (asked, found) in [("ada", true), ("Ad", true), ("elin", false), ("ada+beach", false)] {
            let page = site.get(&format!("/search?q={asked}")).body;
            assert_eq!(page.contains("Ada is kept with care."), found, "{asked}: {page}");
            assert!(!page.contains("/photo/2"), "{asked}");
        }
        let led = site.post("/care/losses/1/look", "part=people");
        assert!(site.get(led.header("location")).body.contains("small.jpg"), "it opens when that is asked for");
        assert!(!site.ask_as(Who::OtherOwner, "GET", "/people", "").body.contains("quietly-kept"));
        // With "keep away" nobody is there.
        site.undo(kept.header("location"));
        keep(&site, &begin(&site, "death", "name=Ada&when=1+May+2016&sight=away"), "");
        for path in ["/people", "/search?q=ada"] {
            let page = site.get(path).body;
            assert!(!page.contains("quietly") && !page.contains("Ada"), "{path}: {page}");
        }
    }
}

#[test]
fn silence_that_meets_a_birthday_of_somebody_who_lives_says_so_before_it_is_kept() {
    let site = Site::with_afternoon();
    let born = "UPDATE people SET born_day = 16707 WHERE name = 'Elin'";
    site.house.store.write(|tx| tx.execute(born, &[])).unwrap();
    // 16707 is 29 September 2015.
    for (when, answer, quiet_before, as_usual) in [
        ("30+September+2018", "later", 0, false),
        ("29+September+2018", "usual", 1, true),
        ("29+September+2018", "quiet", 1, false),
    ] {
        let draft = begin(&site, "death", &format!("name=Wren&when={when}"));
        let page = site.get(&draft).body;
        assert!(page.contains("29 September is Elin’s birthday."), "{page}");
        let kept = keep(&site, &draft, &format!("meets-0={answer}"));
        let day = site.look(|visit| visit.losses()).unwrap().remove(0).loss.days.remove(0);
        assert_eq!((day.before, day.plan == care::Plan::AsUsual), (quiet_before, as_usual), "{when} {answer}");
        site.undo(kept.header("location"));
    }
    let page = site.get(&begin(&site, "death", "name=Wren&when=1+May+2018")).body;
    assert!(!page.contains("birthday"), "{page}");
}

#[test]
fn every_kind_is_said_on_one_page_and_asks_what_fits() {
    let site = Site::with_afternoon();
    for (kind, first, part, want) in [
        ("death", "began=2018&place=Cannon+Beach&when=1+May+2018&name=Ada&sight=ask", "people", Some(Want::AskFirst)),
        ("pregnancy_loss", "when=1+May+2018&weeks=38", "periods", Some(Want::AskFirst)),
        ("separation", "when=1+May+2018&name=Ada&wedding=7+June+2010", "people", Some(Want::KeepAway)),
        ("illness", "when=1+May+2018&ended=2019&name=Ada", "people", None),
        ("animal", "when=1+May+2018&name=Rex", "words", Some(Want::AskFirst)),
        ("home", "when=1+May+2018&place=Cannon+Beach&always=1", "places", Some(Want::AskFirst)),
        ("other", "when=1+May+2018", "the_day", Some(Want::KeepAway)),
    ] {
        assert_eq!(site.get(&format!("/care/losses/new/{kind}")).status, 200, "{kind}");
        let kept = keep(&site, &begin(&site, kind, first), "");
        let loss = site.look(|visit| visit.losses()).unwrap().remove(0).loss;
        assert_eq!((loss.kind.name(), loss.part(part).map(|part| part.want)), (kind, want), "{kind}");
        assert!(!loss.ages, "{kind}");
        site.undo(kept.header("location"));
    }
}
