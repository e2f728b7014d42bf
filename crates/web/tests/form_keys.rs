//! Forms carry a key, so that one sent twice is one; without JavaScript, and for programs by a header.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use site::{Answer, Site, Who, field};
use store::StoreError;
use testkit::houses;

const A_DAY: &str = "date=2019-09-28&called=Wren&plan=as_usual";
const BEGINNINGS: [&str; 9] = [
    "/today/2026-09-28",
    "/library/2019/9?select",
    "/photo/1",
    "/people/1",
    "/care",
    "/care/losses/new/death",
    "/care/days",
    "/settings/account",
    "/coming-in",
];

fn kept(site: &Site) -> usize {
    site.look(|visit| visit.losses()).unwrap().len()
}

fn days(site: &Site) -> usize {
    site.look(|visit| visit.own_hard_days()).unwrap().len()
}

fn key(site: &Site) -> String {
    field(&site.get("/care/days").body, "form-key")
}

fn send(site: &Site, key: &str) -> Answer {
    site.post("/care/days", &format!("{A_DAY}&form-key={key}"))
}

#[test]
fn every_form_on_every_page_has_a_key_and_no_two_pages_have_the_same() {
    let site = Site::with_afternoon();
    let forms = site.forms(&BEGINNINGS);
    assert!(forms.len() >= 20, "{}", forms.len());
    for form in &forms {
        let keys: Vec<_> = form.fields.iter().filter(|(name, _)| name == "form-key").collect();
        assert!(matches!(keys[..], [(_, key)] if key.len() >= 20), "{} on {}: {keys:?}", form.action, form.page);
    }
    assert_ne!(key(&site), key(&site));
    let outside = site.ask_as(Who::Nobody, "GET", "/sign-in", "").body;
    assert!(outside.contains("name=\"form-key\""), "{outside}");
}

#[test]
fn a_form_that_is_sent_twice_counts_once_and_is_answered_alike() {
    for house in houses() {
        let site = Site::over(house);
        let (one, other) = (key(&site), key(&site));
        let first = send(&site, &one);
        assert_eq!((first.status, days(&site)), (303, 1));
        let again = send(&site, &one);
        assert_eq!((again.status, again.header("location")), (303, first.header("location")));
        assert_eq!(days(&site), 1, "on {}", site.house.store.engine_name());
        assert_eq!(send(&site, &other).status, 303, "another page's form is another day");
        assert_eq!(days(&site), 2);
    }
}

#[test]
fn of_many_taps_at_once_one_counts_and_all_are_answered_alike() {
    for house in houses() {
        let site = &Site::over(house);
        let key = &key(site);
        let led: Vec<String> = thread::scope(|scope| {
            let taps: Vec<_> =
                (0..8).map(|_| scope.spawn(move || send(site, key).header("location").to_owned())).collect();
            taps.into_iter().map(|tap| tap.join().unwrap()).collect()
        });
        assert_eq!(days(site), 1, "on {}", site.house.store.engine_name());
        assert!(led.iter().all(|to| to == "/care/days?done=day-added&of=1"), "{led:?}");
    }
}

#[test]
fn what_was_given_up_is_kept_when_the_very_same_form_is_sent_again() {
    for house in houses() {
        let mut site = Site::over(house);
        let key = key(&site);
        let (writes, is_writing) = channel();
        let (open, gate) = channel::<()>();
        let store = Arc::clone(&site.house.store);
        let written = thread::spawn(move || {
            store.write(|tx| {
                tx.execute("UPDATE libraries SET added_ms = added_ms", &[])?;
                writes.send(()).unwrap();
                let _ = gate.recv();
                Ok::<_, StoreError>(())
            })
        });
        is_writing.recv().unwrap();
        site.patience = Duration::from_millis(300);
        assert_eq!(send(&site, &key).status, 503);
        drop(open);
        written.join().unwrap().unwrap();
        site.patience = web::PATIENCE;
        for _ in 0..2 {
            assert_eq!(send(&site, &key).status, 303);
        }
        assert_eq!(days(&site), 1, "on {}", site.house.store.engine_name());
    }
}

#[test]
fn what_was_refused_may_be_corrected_and_sent_again_with_the_same_key() {
    let site = Site::with_afternoon();
    let (key, password) = (key(&site), "current=wrong&new=a+long+enough+one&again=a+long+enough+one");
    let refused = site.post("/care/days", &format!("date=never&form-key={key}"));
    assert_eq!((refused.status, days(&site)), (200, 0));
    assert_eq!((send(&site, &key).status, days(&site)), (303, 1));
    // A refusal that is noted all the same, as a wrong password is, is a refusal the second time, too.
    let refuses = || site.post("/settings/account/password", &format!("{password}&form-key={key}"));
    let (first, second) = (refuses(), refuses());
    assert!(first.status >= 400, "{}", first.status);
    assert!(second.status >= 400, "{}", second.status);
}

#[test]
fn a_key_is_of_one_person_and_one_address() {
    let site = Site::with_afternoon();
    let key = key(&site);
    assert_eq!((send(&site, &key).status, days(&site)), (303, 1));
    let form = format!("{A_DAY}&form-key={key}");
    let partners = site.ask_as(Who::Partner, "POST", "/care/days", &form);
    assert_eq!(partners.status, 303);
    assert_ne!(partners.header("location"), "/care/days?done=day-added&of=1", "their own, and not told of the other's");
    for done in [1, 2] {
        let hidden = site.post("/photo/4/hide", &format!("back=/photo/4&form-key={key}"));
        assert_eq!(hidden.status, 303, "{done}");
    }
}

#[test]
fn what_is_shown_once_is_not_kept_for_a_second_time() {
    let site = Site::with_afternoon();
    let form = format!("name=Sync&read=on&form-key={}", key(&site));
    let from = [("sec-fetch-site", "same-origin"), ("referer", "http://127.0.0.1:7878/settings/tokens")];
    let made = site.ask("POST", "/settings/tokens", &from, &form);
    assert!(made.status < 400, "{}: {}", made.status, made.body);
    let again = site.ask("POST", "/settings/tokens", &from, &form);
    assert_eq!((again.status, again.header("location")), (303, "/settings/tokens"));
    let kept: Vec<Option<String>> =
        site.house.store.read(|tx| tx.all("SELECT body FROM form_keys", &[], |row| row.get(0))).unwrap();
    assert_eq!(kept, [None]);
    let tokens: i64 = site.house.store.read(|tx| tx.one("SELECT COUNT(*) FROM tokens", &[], |row| row.get(0))).unwrap();
    assert_eq!(tokens, 1);
}

#[test]
fn a_program_sends_its_key_in_a_header_and_gets_the_same_answer_twice() {
    for house in houses() {
        let site = Site::over(house);
        let asked = "{\"kind\":\"other\",\"day\":\"2019-09-28\",\"called\":\"Wren\"}";
        let send = |key: &str| {
            let headers =
                [("sec-fetch-site", "same-origin"), ("content-type", "application/json"), ("idempotency-key", key)];
            site.ask("POST", "/api/v1/losses", &headers, asked)
        };
        let first = send("\"8e03978e\"");
        assert_eq!(first.status, 200, "{}", first.body);
        let again = send("\"8e03978e\"");
        assert_eq!((again.status, &again.body), (200, &first.body));
        assert_eq!(again.header("content-type"), "application/json");
        assert_eq!(kept(&site), 1);
        assert_ne!(send("another").body, first.body);
        assert_eq!(kept(&site), 2);
    }
}

#[test]
fn more_than_is_taken_at_once_is_refused_in_words() {
    let site = Site::with_afternoon();
    let answer = site.post("/care/losses/new/other", &"x".repeat((2 << 20) + 1));
    assert_eq!(answer.status, 413);
    assert!(answer.body.contains("smaller parts"), "{}", answer.body);
}
