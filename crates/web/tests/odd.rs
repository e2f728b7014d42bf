//! Odd words in every field, very many photos, and days that begin at one o'clock.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::Site;
use site::forms::Form;
use testkit::{House, houses, snap};

/// Where the walk for forms begins: every page that needs nothing to be known.
fn beginnings() -> Vec<&'static str> {
    let everywhere = |route: &web::Route| route.method == "GET" && !route.path.contains('{');
    let mut paths: Vec<_> = web::routes().iter().filter(|route| everywhere(route)).map(|route| route.path).collect();
    paths.extend(["/today", "/moment/1", "/photo/1", "/photo/2", "/library?select", "/library/2019/9?select"]);
    paths
}

/// Forms that end what the others need: the session, the account's password.
fn goes_on(form: &&Form) -> bool {
    !form.action.contains("sign-out") && !form.action.contains("sessions")
}

/// Strings that programs have stumbled over, and a very long one.
fn naughty() -> Option<Vec<String>> {
    let path = testkit::shared_file("text/blns.json")?;
    let mut strings: Vec<String> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    strings.extend(["n".repeat(10_000), "\u{0}".to_owned(), "a\u{0}b".to_owned(), "-1".to_owned(), "9".repeat(40)]);
    Some(strings)
}

#[test]
fn naughty_strings_in_the_fields_of_every_form_are_answered_and_never_become_markup() {
    let Some(strings) = naughty() else { return };
    let site = Site::with_afternoon();
    let forms = site.forms(&beginnings());
    assert!(forms.len() >= 10, "{forms:?}");
    for form in forms.iter().filter(goes_on) {
        // Where somebody writes, every string; where the page itself filled it in, a few.
        let few = if form.written.is_empty() { 16 } else { 1 };
        for text in strings.iter().step_by(few) {
            let meant = |name: &str| form.written.is_empty() || form.written.contains(name);
            tries(&site, form, &form.filled(|name| meant(name).then(|| text.clone())), text);
        }
    }
}

#[test]
fn one_naughty_field_among_good_ones_is_answered_on_both_engines() {
    let Some(strings) = naughty() else { return };
    for house in houses() {
        let site = Site::over(house);
        for form in site.forms(&beginnings()).iter().filter(goes_on) {
            for (field, _) in &form.fields {
                for text in strings.iter().skip(field.len() % 7).step_by(40).chain(&strings[strings.len() - 5..]) {
                    tries(&site, form, &form.filled(|name| (name == field).then(|| text.clone())), text);
                }
            }
        }
    }
}

fn tries(site: &Site, form: &Form, body: &str, text: &str) {
    let answer = site.post(&form.action, body);
    let text: String = text.chars().take(80).collect();
    assert!(
        answer.status < 500,
        "{} from {} with {text:?}: {}\n{}",
        form.action,
        form.page,
        answer.status,
        answer.body
    );
    let shown = if answer.status == 303 { site.get(answer.header("location")).body } else { answer.body };
    if text.contains("<") && text.len() > 6 && answer_is_ours(&shown) {
        assert!(!shown.contains(&text), "{} shows {text:?} as it came", form.action);
    }
}

/// Strings that a page of ours holds anyway prove nothing.
fn answer_is_ours(shown: &str) -> bool {
    shown.starts_with("<!doctype html>")
}

#[test]
fn every_form_sent_from_two_tabs_is_answered_kindly_both_times() {
    for house in houses() {
        let site = Site::over(house);
        for form in site.forms(&beginnings()).iter().filter(goes_on) {
            for tab in ["first", "second"] {
                let key = |name: &str| (name == "form-key").then(|| tab.to_owned());
                let answer = site.post(&form.action, &form.filled(key));
                assert!(answer.status < 500, "{} in the {tab} tab: {}", form.action, answer.status);
            }
        }
    }
}

#[test]
fn a_moment_of_five_thousand_photos_has_a_page_that_is_not_endless() {
    for house in houses() {
        let many: Vec<_> = (0..5_000)
            .map(|i| {
                snap(
                    &format!("many-{i}.jpg"),
                    &format!("2018-06-02T{:02}:{:02}:{:02}", 9 + i / 3600, i / 60 % 60, i % 60),
                )
            })
            .collect();
        // As they come in: some at a time.
        for some in many.chunks(500) {
            house.keep(some);
            house.store.analyze().unwrap();
        }
        let site = Site::over(house);
        let photo = site.get("/photo/2500");
        assert_eq!(photo.status, 200);
        let moment = photo.body.split("href=\"").find(|part| part.starts_with("/moment/")).unwrap();
        let moment = moment.split('"').next().unwrap();
        let page = site.get(moment);
        assert_eq!(page.status, 200);
        assert!(page.body.contains("5,000"), "{}", &page.body[..2_000]);
        assert!(page.bytes.len() < 2 << 20, "{} bytes", page.bytes.len());
        assert_eq!(site.get("/today/2026-06-02").status, 200);
    }
}

#[test]
fn names_of_ten_thousand_letters_are_shown() {
    let house = House::on_sqlite();
    house.keep(&[snap("long.jpg", "2019-09-28T15:00").of(&[&"Ö".repeat(10_000)])]);
    let site = Site::over(house);
    for path in ["/today", "/moment/1", "/photo/1"] {
        assert_eq!(site.get(path).status, 200, "{path}");
    }
    assert!(site.get("/photo/1").body.contains(&"Ö".repeat(100)));
}
