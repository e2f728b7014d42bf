//! What strangers try at the door, and how little it keeps anybody else waiting.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::{Answer, Site};
use testkit::{NAME, PASSWORD};

const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");
const NOBODY: (&str, &str) = ("cookie", "");

fn sign_in(site: &Site, headers: &[(&str, &str)], name: &str, password: &str) -> Answer {
    let headers = [&[SAME][..], if headers.is_empty() { &[NOBODY] } else { headers }].concat();
    let form = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("name", name), ("password", password), ("to", "")])
        .finish();
    site.ask("POST", "/sign-in", &headers, &form)
}

/// The cookie of that name that an answer sets, as the browser sends it back.
fn cookie(answer: &Answer, name: &str) -> String {
    let all = answer.headers.get_all("set-cookie").iter().map(|set| set.to_str().unwrap());
    let set = all.filter_map(|set| set.split(';').next()).find(|set| set.starts_with(&format!("{name}=")));
    set.unwrap_or_else(|| panic!("no {name} in {:?}", answer.headers)).to_owned()
}

#[test]
fn many_attempts_are_told_how_long_to_wait_even_with_the_right_password() {
    let site = Site::with_afternoon();
    for _ in 0..5 {
        assert_eq!(sign_in(&site, &[], NAME, "something else").status, 401);
    }
    let answer = sign_in(&site, &[], NAME, PASSWORD);
    assert_eq!((answer.status, answer.header("retry-after"), answer.header("set-cookie")), (429, "2", ""));
    assert!(
        answer.body.contains("You can try again in 1\u{a0}second") || answer.body.contains("1 second"),
        "{}",
        answer.body
    );
    let unknown = "Somebody of whom nobody has heard";
    for _ in 0..5 {
        sign_in(&site, &[NOBODY, ("from", "192.0.2.8")], unknown, PASSWORD);
    }
    assert_eq!(
        sign_in(&site, &[NOBODY, ("from", "192.0.2.8")], unknown, PASSWORD).status,
        429,
        "a stranger's name too"
    );
}

#[test]
fn nobody_writes_themselves_another_address() {
    let site = Site::with_afternoon();
    // Each attempt claims to come from somewhere else, and on another name; the address that counts is the real one.
    for n in 0..10 {
        let claims = format!("198.51.100.{n}");
        let headers = [NOBODY, ("from", "192.0.2.9"), ("x-forwarded-for", claims.as_str())];
        assert_eq!(sign_in(&site, &headers, &format!("name {n}"), PASSWORD).status, 401, "{n}");
    }
    let headers = [NOBODY, ("from", "192.0.2.9"), ("x-forwarded-for", "198.51.100.77")];
    assert_eq!(sign_in(&site, &headers, "another", PASSWORD).status, 429);
    assert_eq!(sign_in(&site, &[NOBODY, ("from", "192.0.2.10")], NAME, PASSWORD).status, 303);
    // Plain http is not called https by whoever says so.
    let claimed = sign_in(&site, &[NOBODY, ("from", "192.0.2.11"), ("x-forwarded-proto", "https")], NAME, PASSWORD);
    assert!(!claimed.header("set-cookie").contains("Secure"), "{}", claimed.header("set-cookie"));
}

#[test]
fn where_strangers_try_her_name_she_signs_in_at_a_browser_that_she_signed_in_from_before() {
    let site = Site::with_afternoon();
    let first = sign_in(&site, &[], NAME, PASSWORD);
    let known = cookie(&first, "perennial-known");
    for n in 0..15 {
        for _ in 0..3 {
            sign_in(&site, &[NOBODY, ("from", &format!("198.51.100.{n}"))], NAME, "not the password");
        }
    }
    let elsewhere = sign_in(&site, &[NOBODY, ("from", "192.0.2.9")], NAME, PASSWORD);
    assert_eq!(elsewhere.status, 429, "for strangers it is closed for a while");
    for n in 0..30 {
        let again = sign_in(&site, &[("cookie", &known)], NAME, PASSWORD);
        assert_eq!(again.status, 303, "{n}");
        assert_eq!(cookie(&again, "perennial-known"), known, "it stays known by the same");
        assert_ne!(cookie(&again, "perennial"), cookie(&first, "perennial"));
    }
}

#[test]
fn questions_to_passkeys_are_few_from_one_address_and_never_too_many_for_a_known_browser() {
    let site = Site::with_afternoon();
    let known = cookie(&sign_in(&site, &[], NAME, PASSWORD), "perennial-known");
    let question = |headers: &[(&str, &str)]| {
        let headers = [&[SAME, ("host", "localhost:7878"), ("content-type", "application/json")][..], headers].concat();
        site.ask("POST", "/sign-in/passkey/ask", &headers, "{}").status
    };
    let stranger = [NOBODY, ("from", "198.51.100.7")];
    let answers: Vec<u16> = (0..25).map(|_| question(&stranger)).collect();
    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 20, "{answers:?}");
    assert_eq!(question(&stranger), 429);
    assert_eq!(question(&[NOBODY, ("from", "198.51.100.8")]), 200, "another address may");
    for n in 0..30 {
        assert_eq!(question(&[("cookie", &known), ("from", "198.51.100.7")]), 200, "{n}");
    }
}
