//! Hard days, what is to come, why and the log, through their pages: each change with its undo, and nothing that hurts.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::{Site, Who, field};
use testkit::{houses, snap};

/// Presses "Undo" in the notice of a page, with all that the notice's form holds.
fn undo(site: &Site, led: &str) -> String {
    let page = site.get(led).body;
    let notice = page.split("class=\"notice\"").nth(1).unwrap_or_else(|| panic!("no notice: {page}"));
    let notice = notice.split("</form>").next().unwrap();
    let action = notice.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
    let fields = notice.split("<input type=\"hidden\" name=\"").skip(1).map(|field| {
        let (name, rest) = field.split_once("\" value=\"").unwrap();
        format!("{name}={}", rest.split('"').next().unwrap())
    });
    let undone = site.post(action, &fields.collect::<Vec<_>>().join("&"));
    assert_eq!(undone.status, 303, "{action}: {}", undone.body);
    undone.header("location").to_owned()
}

fn keep(site: &Site, fields: &str) -> String {
    let (kind, fields) = fields.strip_prefix("kind=").unwrap().split_once('&').unwrap();
    site.keep_loss(kind, fields)
}

#[test]
fn a_day_of_ones_own_is_added_met_in_silence_changed_and_removed_each_with_an_undo() {
    for house in houses() {
        let site = Site::over(house);
        assert!(site.get("/today").body.contains("Cannon Beach"));
        let led = site.post("/care/days", "date=28+September+2018&called=Our+day&plan=silence");
        let led = led.header("location").to_owned();
        let page = site.get(&led).body;
        assert!(
            page.contains("The day is added") && page.contains("Our day") && page.contains("28 September"),
            "{page}"
        );
        assert!(!site.get("/today").body.contains("Cannon Beach"), "nothing is offered on it");
        let usual = format!("source={}&plan=as_usual&back=/ahead", site.hard_day("Our day"));
        let led = site.post("/care/plan", &usual).header("location").to_owned();
        assert!(led.starts_with("/ahead?done=day-plan") && site.get("/today").body.contains("Cannon Beach"));
        assert!(undo(&site, &led).starts_with("/ahead?done=day-as-it-was"));
        assert!(!site.get("/today").body.contains("Cannon Beach"), "silence again");
        let change = "of=1&date=1+May+2018&called=Their+day&before=2&after=3";
        let seen = || format!("{change}&was={}", field(&site.get("/care/days").body, "was"));
        let was = seen();
        let led = site.post("/care/days/1", &was).header("location").to_owned();
        let page = site.get(&led).body;
        assert!(page.contains("The day is changed") && page.contains("Their day") && page.contains("1 May"), "{page}");
        assert!(
            page.contains("with 2 days before and 3 days after") && site.get("/today").body.contains("Cannon Beach"),
            "{page}"
        );
        let meanwhile = site.post("/care/days/1", &was.replace("Their", "Our"));
        assert!(meanwhile.status == 200 && meanwhile.body.contains("changed in another window"), "{}", meanwhile.body);
        assert!(!site.get("/care/days").body.contains("Our day"), "nothing is overwritten unseen");
        let wide = site.post("/care/days/1", &seen().replace("before=2", "before=15"));
        assert!(wide.status == 200 && wide.body.contains("0 to 14") && wide.body.contains("value=\"15\""));
        assert_eq!(site.post("/care/days/99", change).status, 404);
        undo(&site, &led);
        assert!(!site.get("/today").body.contains("Cannon Beach"), "as it was");
        assert!(site.get("/care/log").body.contains("A plan for a hard day was chosen"), "it is in the log");
        let led = site.post("/care/days/1/remove", "").header("location").to_owned();
        assert!(site.get("/today").body.contains("Cannon Beach"));
        undo(&site, &led);
        assert!(site.get("/care/days").body.contains("Our day"));
    }
}

#[test]
fn a_day_of_the_calendar_is_chosen_by_its_name_and_keeps_it_when_it_is_changed() {
    let site = Site::with_afternoon();
    let form = site.get("/care/days").body;
    assert!(form.contains("Or a day of the calendar") && !form.contains(" required"), "no date is needed: {form}");
    let id = form
        .split("<option value=\"")
        .find(|rest| rest.contains(">Valentine’s Day<"))
        .unwrap_or_else(|| panic!("{form}"));
    let id = id.split('"').next().unwrap();
    let led = site
        .post("/care/days", &format!("date=&observance={id}&called=&plan=silence&before=1"))
        .header("location")
        .to_owned();
    let page = site.get(&led).body;
    assert!(page.contains("The day is added") && page.contains("<bdi>Valentine’s Day</bdi>"), "{page}");
    let was = field(&page, "was");
    site.post("/care/days/1", &format!("of=1&observance=kept&called=&before=3&after=0&was={was}"));
    let page = site.get("/care/days").body;
    assert!(page.contains("<bdi>Valentine’s Day</bdi>") && page.contains("3 days before"), "{page}");
    let both = site.post("/care/days", &format!("date=1+May+2018&observance={id}&called=ours")).body;
    assert!(both.contains("not both") && both.contains(&format!("value=\"{id}\" selected")), "{both}");
}

#[test]
fn odd_days_are_answered_in_words_and_keep_what_was_typed() {
    let site = Site::with_afternoon();
    let odd = [("date=&called=a", "A day is needed"), ("date=year+0&called=a", "not a day that can be read")];
    let more = [("date=2020-01-01&before=15&called=a", "0 to 14"), ("date=2020-01-01&after=x&called=a", "0 to 14")];
    for (form, says) in odd.into_iter().chain(more) {
        let page = site.post("/care/days", form);
        assert!(
            page.status == 200 && page.body.contains(says) && page.body.contains("value=\"a\""),
            "{form}: {}",
            page.body
        );
    }
    let long = format!("date=2020-01-01&called={}", "n".repeat(300));
    assert!(site.post("/care/days", &long).body.contains("too long"));
    for form in ["", "source=day-1&plan=silence", "source=loss-1-0&plan=silence", "source=%F0%9F%8C%B1&plan=silence"] {
        assert!([400, 404].contains(&site.post("/care/plan", form).status), "{form}");
    }
    assert_eq!(site.post("/care/pick", "source=day-9&photo=1").status, 404);
    assert_eq!(site.post("/care/days/look", "source=day-9").status, 404);
}

#[test]
fn a_photo_is_picked_for_a_quiet_look_seen_there_and_taken_out() {
    for house in houses() {
        let site = Site::over(house);
        assert!(!site.get("/photo/4").body.contains("Pick for a quiet look"));
        site.post("/care/days", "date=2018-02-03&called=Our+day&plan=quiet_look");
        assert!(site.get("/photo/4").body.contains("Pick for a quiet look"));
        let day = site.hard_day("Our day");
        let pick = |photo: i64| site.post("/care/pick", &format!("source={day}&photo={photo}&back=/photo/4"));
        let led = pick(4).header("location").to_owned();
        assert!(site.get("/care/days").body.contains("/photo/4/small.jpg"));
        undo(&site, &led);
        assert!(!site.get("/care/days").body.contains("/photo/4"));
        pick(4);
        let put_away = site.post("/keep-away", "scope=photo&target=4&how_long=never&day=2026-09-28&back=/today");
        let page = site.get("/care/days").body;
        assert!(
            !page.contains("A photo of 3 February 2020") && !page.contains("/photo/4"),
            "it is not told of: {page}"
        );
        let look = || site.post("/care/days/look", &format!("source={day}")).header("location").to_owned();
        assert!(site.get(&look()).body.contains("there is nothing to look at"), "it is put away");
        assert_eq!(pick(4).status, 404, "what may not be seen is not picked");
        site.undo(put_away.header("location"));
        assert_eq!(site.opened(&look()).len(), 1);
        let page = site.get("/care/days").body;
        let out = format!("source={day}&out={}", field(&page, "out"));
        let led = site.post("/care/pick", &out).header("location").to_owned();
        assert!(site.get(&led).body.contains("taken out of the quiet look"));
        assert!(!site.get("/care/days").body.contains("A photo of 3 February"));
        assert_eq!(site.post("/care/pick", &out).status, 404, "only once, and nothing else in its place");
        undo(&site, &led);
        assert!(site.get("/care/days").body.contains("/photo/4/small.jpg"));
    }
}

#[test]
fn ahead_tells_in_words_what_the_days_hold_and_changes_a_plan_right_there() {
    for house in houses() {
        let site = Site::over(house);
        let page = site.get("/ahead").body;
        assert!(page.contains("One memory comes."), "{page}");
        assert!(!page.contains("<img") && !page.contains("Cannon") && !page.contains("/photo/"), "words only");
        let path = keep(&site, "kind=pregnancy_loss&when=2019-10-12&name=Wren&due=2020-02-15");
        let page = site.get("/ahead").body;
        assert!(page.contains("Wren") && page.contains("It is quiet here. Nothing comes."), "{page}");
        assert!(page.contains("Wren, around 12 October"), "the night before belongs to it: {page}");
        let source = field(page.split("Wren, around 12 October").nth(1).unwrap(), "source");
        let usual = format!("source={source}&plan=as_usual&back=/ahead");
        let led = site.post("/care/plan", &usual).header("location").to_owned();
        assert!(led.starts_with("/ahead?done=loss-plan") && site.get(&led).body.contains("As usual"), "{led}");
        undo(&site, &led);
        assert!(site.get("/ahead").body.contains("It is quiet here. Nothing comes."));
        assert!(site.get("/ahead?days=365").body.contains("15 February"), "a year ahead");
        for odd in ["0", "-1", "366", "99999", "x", "%F0%9F%8C%B1", ""] {
            assert_eq!(site.get(&format!("/ahead?days={odd}")).status, 200, "{odd}");
        }
        site.post(&format!("{path}/remove"), "");
        assert!(!site.get("/ahead?days=365").body.contains("Wren"));
    }
}

#[test]
fn why_gives_reasons_without_a_picture_a_place_or_a_name() {
    for house in houses() {
        let site = Site::over(house);
        assert!(site.get("/photo/4").body.contains("/why/photo/4"));
        assert!(site.get("/why/photo/4").body.contains("It may come by itself"));
        assert!(site.get("/moment/1").body.contains("/why/moment/1"));
        assert!(site.get("/why/moment/1").body.contains("It may come by itself"));
        keep(&site, "kind=pregnancy_loss&when=2019-09-28");
        let page = site.get("/why/photo/1").body;
        assert!(page.contains("It stays away") && page.contains("The day itself"), "{page}");
        for hurtful in ["<img", "Elin", "Tomas", "Cannon", "/photo/1", "pregnancy"] {
            assert!(!page.contains(hurtful), "{hurtful}: {page}");
        }
        assert!(page.contains("/care/losses/1"), "where it can be changed");
        let memory = site.get("/why/moment/1").body;
        assert!(memory.contains("It stays away") && memory.contains("The day itself"), "{memory}");
        assert!(!memory.contains("Cannon") && !memory.contains("/moment/1"), "{memory}");
        let json = site.get("/api/v1/why/moments/1").body;
        assert!(json.contains("\"verdict\":\"held\"") && !json.contains("Cannon"), "{json}");
        let day = site.get("/why/2026-09-28").body;
        assert!(day.contains("No memory would come") && !day.contains("Cannon"), "{day}");
        for odd in
            ["/why/photo/999", "/why/photo/x", "/why/moment/999", "/why/moment/x", "/why/soon", "/why/2026-02-30"]
        {
            assert_eq!(site.get(odd).status, 404, "{odd}");
        }
    }
}

#[test]
fn the_log_is_in_words_and_is_deleted_when_asked() {
    for house in houses() {
        let site = Site::over(house);
        assert!(site.get("/care/log").body.contains("Nothing is written down"));
        keep(&site, "kind=other&when=2001-01-01&name=Wren");
        let page = site.get("/care/log").body;
        assert!(page.contains("Something is kept with care.") && !page.contains("Wren"), "{page}");
        let led = site.post("/care/log/delete", "").header("location").to_owned();
        let page = site.get(&led).body;
        assert!(page.contains("The log is deleted") && page.contains("Nothing is written down"));
        assert!(site.get("/care").body.contains("Wren"), "what is kept stays");
    }
}

#[test]
fn the_care_page_asks_whether_all_is_still_right_only_when_its_day_has_come() {
    for house in houses() {
        let site = Site::over(house);
        let path = keep(&site, "kind=other&when=2001-01-01&name=Wren");
        assert!(!site.get("/care").body.contains("Is this still right?"));
        let mut loss = site.look(|visit| visit.losses()).unwrap().remove(0).loss;
        loss.review = Some("2026-09-28".parse().unwrap());
        site.change(|change| change.change_loss(model::LossId(1), loss)).unwrap();
        assert!(site.get("/care").body.contains("Is this still right?"));
        assert!(!site.get("/today").body.contains("still right"), "it is never pushed");
        let led = site.post(&format!("{path}/review"), "answer=in_a_year").header("location").to_owned();
        assert!(!site.get(&led).body.contains("Is this still right?"));
        assert!(site.get(&path).body.contains("28 September 2027"));
        undo(&site, &led);
        assert!(site.get("/care").body.contains("Is this still right?"));
        assert_eq!(site.post(&format!("{path}/review"), "answer=perhaps").status, 400);
    }
}

#[test]
fn caution_and_the_librarys_openness_are_switched_and_taken_back() {
    for house in houses() {
        let site = Site::over(house);
        let led = site.post("/care/caution", "on=0").header("location").to_owned();
        assert!(site.get(&led).body.contains("Caution is off.") && site.get("/care").body.contains("It is off."));
        undo(&site, &led);
        assert!(site.get("/care").body.contains("It is on."));
        site.post("/keep-away", "scope=photo&target=4&how_long=never&day=2026-09-28&back=/today");
        assert!(!site.get("/library/2020/2").body.contains("/photo/4"));
        assert!(site.get("/care/library").body.contains("Memories stay as they are"), "it says what it means");
        let led = site.post("/care/library", "on=1").header("location").to_owned();
        assert!(site.get("/library/2020/2").body.contains("/photo/4"));
        undo(&site, &led);
        assert!(!site.get("/library/2020/2").body.contains("/photo/4"));
    }
}

#[test]
fn a_loss_is_offered_to_whoever_sees_the_same_photos_and_what_they_answer_is_not_told() {
    for house in houses() {
        let site = Site::over(house);
        let path = keep(&site, "kind=death&when=2001-01-01&name=Wren");
        assert!(!site.get(&path).body.contains("Offer it to"), "there is nobody to offer it to");
        let person = site.house.sign_in_partner().account.viewer.person();
        assert!(site.get(&path).body.contains("Offer it to Tomas"));
        let led = site.post(&format!("{path}/offer"), &format!("to={person}")).header("location").to_owned();
        let offered = site.get(&led).body;
        assert!(
            offered.contains("It is offered to Tomas") && offered.contains("waits on their care page"),
            "{offered}"
        );
        let theirs = || site.ask_as(Who::Partner, "GET", "/care", "").body;
        assert!(theirs().contains("Wren"), "{}", theirs());
        let back = undo(&site, &led);
        assert!(site.get(&back).body.contains("offered no more") && !theirs().contains("Wren"));

        site.post(&format!("{path}/offer"), &format!("to={person}"));
        let before = site.get(&path).told();
        let id = theirs().split("/care/offers/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(site.ask_as(Who::Partner, "POST", &format!("/care/offers/{id}/decline"), "").status, 303);
        assert!(!theirs().contains("Wren"));
        assert_eq!(site.get(&path).told(), before, "whoever offered it is not told");
        assert_eq!(site.post(&format!("/care/offers/{id}/withdraw"), "").status, 303);
        let reopened = site.ask_as(Who::Partner, "POST", &format!("/care/offers/{id}/reopen"), "");
        assert_eq!(reopened.status, 404, "it is offered no more");
        assert_eq!(site.post(&format!("{path}/offer"), "to=12345").status, 404, "nobody");
        assert_eq!(site.ask_as(Who::Partner, "POST", &format!("{path}/offer"), "to=1").status, 404, "not theirs");
    }
}

#[test]
fn what_caution_asks_about_is_listed_without_a_name_a_place_or_a_number() {
    for house in houses() {
        let site = Site::over(house);
        assert!(site.get("/care/caution").body.contains("nothing in your library that it asks about"));
        let mut ward = snap("hospital ward.jpg", "2012-04-05T10:00").at("Ember", 40.0, -3.0).of(&["Ruth"]);
        ward.facts.caption = Some("hospital".to_owned());
        let id = site.house.keep(&[ward])[0];
        let page = site.get("/care/caution").body;
        assert!(page.contains("14 years ago") && page.contains("By words that go with it"), "{page}");
        for told in ["Ember", "Ruth", "2012", "ospital", &format!("/photo/{id}")] {
            assert!(!page.contains(told), "{told}: {page}");
        }
        assert!(site.get("/care").body.contains("href=\"/care/caution\""));
        let token = page.split("action=\"/veil/").nth(1).unwrap().split('"').next().unwrap();
        let opened = site.post(&format!("/veil/{token}"), "answer=open&day=2026-09-28&back=/care/caution");
        assert_eq!(site.get(opened.header("location")).status, 200);
        site.post("/care/caution", "on=0");
        assert!(site.get("/care/caution").body.contains("It is off."));
    }
}

#[test]
fn what_another_person_offers_is_taken_with_wishes_of_ones_own_or_left() {
    for house in houses() {
        let site = Site::over(house);
        let owner = site.house.owner();
        // Somebody else who sees the same library.
        let other = circle::Viewer::at_the_machine(owner.library(), model::PersonId(owner.person().0 + 1_000));
        let day: jiff::civil::Date = "2019-09-28".parse().unwrap();
        let said = care::Loss {
            called: "Wren".into(),
            words: "theirs".into(),
            ..care::Loss::proposed(care::Kind::PregnancyLoss, day, &Default::default())
        };
        let offer = site.visits.change(&care::Who { viewer: other, ..site.who() }, |change| {
            let id = change.add_loss(said)?;
            Ok::<_, care::LossError>(change.offer_loss(id, owner.person())?.unwrap())
        });
        let offer = offer.unwrap();
        let page = site.get("/care").body;
        assert!(page.contains("offers you something") && page.contains("Wren") && !page.contains("theirs"), "{page}");
        assert_eq!(site.get("/photo/1").status, 200, "nothing is kept yet");
        let look = site.get(&format!("/care/offers/{offer}")).body;
        assert!(look.contains("Nothing is kept yet") && !look.contains("theirs"), "{look}");
        let led = site.post(&format!("/care/offers/{offer}/decline"), "").header("location").to_owned();
        assert!(!site.get(&led).body.contains("offers you"));
        undo(&site, &led);
        assert!(site.get("/care").body.contains("offers you"));
        let form = "whole=1&kind=pregnancy_loss&called=Wren&period-0-from=2019-09-01&period-0-to=2019-10-01&part-periods-want=keep_away&do=save";
        let led = site.post(&format!("/care/offers/{offer}"), form).header("location").to_owned();
        assert!(led.starts_with("/care/losses/") && site.get(&led).body.contains("It is kept"), "{led}");
        assert_eq!(site.get("/photo/1").status, 404);
        assert_eq!(site.get(&format!("/care/offers/{offer}")).status, 404, "answered");
    }
}
