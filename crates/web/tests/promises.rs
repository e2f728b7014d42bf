//! Promise 1, through every route: what is held or veiled for whoever looks is in no body, header, address, file name or count. On the
//! pages of care somebody reads what they said themselves, in their words, and how far it reaches: that, and nothing beside it.
#![allow(clippy::unwrap_used, missing_docs)]

mod reading;
mod site;
mod told;
mod walk;

use std::collections::BTreeSet;

use care::Verdict;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use site::{Site, Who};
use testkit::{House, houses, now};
use told::{DAYS, Random, Said, jpeg_of, keep, marks, random, say};
use walk::{Told, Walk, between, written};
use web::{Enters, routes};

fn lived_through(house: House, random: &Random) -> Result<(), TestCaseError> {
    let (site, ids) = keep(house, random);
    let all = ids.len();
    if random.tender.is_empty() {
        let told: String =
            Walk::of(&site, all, Vec::new(), Vec::new()).everything(&site).into_iter().map(|told| told.text).collect();
        // A file's name and a keyword are told where the owner looks for them.
        let shown = |at: usize| [0, 2, 3].iter().all(|mark| told.contains(&marks(at)[*mark]));
        prop_assert!((0..all).all(shown), "there is something to show, and all of it is shown");
    }
    let said = say(&site, random, &ids);
    let answers = said.reading.answers(now().date());
    let is_seen = |at: usize| answers[at] == Verdict::Cleared;
    let walk = Walk::of(&site, all, said.losses.clone(), said.offers.clone());
    let everything = walk.everything(&site);
    for told in &everything {
        for at in (0..all).filter(|at| !is_seen(*at)) {
            let tells = tells_of(&said, told, at, answers[at]);
            prop_assert!(
                tells.is_empty(),
                "photo {} {:?} is told of by {:?} at {}",
                at + 1,
                answers[at],
                tells,
                told.address
            );
        }
        for day in DAYS.iter().map(|at| at.date()) {
            let of_day = || (0..all).filter(|photo| DAYS[random.photos[*photo]].date() == day);
            let unseen = of_day().all(|photo| !is_seen(photo));
            let stands_there = of_day().any(|at| may_stand_behind(told, answers[at]));
            if unseen && of_day().count() > 0 && !stands_there && !said.may_be_read(&told.address, day) {
                let text = told.text.replace('\u{a0}', " ");
                let tells = written(day).into_iter().any(|day| text.contains(&day));
                prop_assert!(!tells, "{} is told of at {}", day, told.address);
            }
        }
        if told.without_care && routes().iter().any(|r| r.path == told.route && r.enters == Enters::READ_CARE) {
            prop_assert_eq!(told.status, 403, "{}", told.address);
        }
    }
    let whole: String = everything.iter().filter(|told| told.behind.is_none()).map(|told| told.text.as_str()).collect();
    for at in (0..all).filter(|at| is_seen(*at)) {
        prop_assert!(whole.contains(&marks(at)[0]), "photo {} may be shown and is nowhere", at + 1);
    }
    without_care_all_is_one(&everything)?;
    searched_by_their_own_words(&site, (0..all).filter(|at| !is_seen(*at)))?;
    doors_are_of_one_session(&site, &walk)?;
    for (month, path) in [("2018-09", "2018/9"), ("2019-09", "2019/9"), ("2020-02", "2020/2")] {
        let of_month = |at: &usize| DAYS[random.photos[*at]].date().to_string().starts_with(month);
        let seen = (0..all).filter(of_month).filter(|at| is_seen(*at)).count();
        let page = site.get(&format!("/library/{path}")).body;
        let counted = |n: usize| format!("<p>{n}\u{a0}photo{}</p>", if n == 1 { "" } else { "s" });
        for n in 1..=all {
            prop_assert_eq!(page.contains(&counted(n)), n == seen, "{} counts {} where {} are seen", path, n, seen);
        }
    }
    Ok(())
}

/// What an answer tells of a photo that may not be shown, and may not tell.
fn tells_of(said: &Said, told: &Told, at: usize, answer: Verdict) -> Vec<String> {
    let photo = said.reading.photos[at].photo;
    let [caption, keyword, person, town, file] = marks(at);
    let address = &told.address;
    let mut never = vec![
        file,
        format!("/photo/{photo}/"),
        format!("/photo/{photo}\""),
        format!("data-id=\"{photo}\""),
        format!("\"id\":{photo},\"taken\""),
    ];
    if !may_stand_behind(told, answer) {
        never.extend([caption, keyword, jpeg_of(photo), told::hash_of(photo)]);
        if !said.is_of_a_loss_told_at(address, at) && !said.is_put_away_by_the_wish_at(address, at) {
            never.push(person);
        }
        if !said.is_reached_by_the_loss_at(address, at) {
            never.push(town);
        }
    }
    never.into_iter().filter(|mark| told.text.contains(mark.as_str())).collect()
}

/// What its owner opened shows what stands there: behind a card what is asked about, never what is held.
fn may_stand_behind(told: &Told, answer: Verdict) -> bool {
    match told.behind {
        Some(walk::Behind::Card) => answer == Verdict::Veiled,
        Some(walk::Behind::PutAway) => true,
        None => false,
    }
}

/// A program that may not ask about what is kept with care learns nothing of it, not even whether it is there.
fn without_care_all_is_one(everything: &[Told]) -> Result<(), TestCaseError> {
    let told = everything.iter().filter(|told| told.without_care && told.status == 403);
    let bodies: BTreeSet<&str> = told.map(|told| told.text.split('\n').next().unwrap()).collect();
    prop_assert!(bodies.len() <= 1, "{:?}", bodies);
    Ok(())
}

/// What is looked for by its own words is not found either; the words themselves are the asker's.
fn searched_by_their_own_words(site: &Site, unseen: impl Iterator<Item = usize>) -> Result<(), TestCaseError> {
    for at in unseen {
        for mark in marks(at) {
            for path in ["/search", "/api/v1/search", "/api/v1/suggestions"] {
                let told = site.get(&format!("{path}?q={mark}")).body.replace(&mark, "");
                let others: Vec<String> = marks(at).into_iter().filter(|mark| told.contains(mark.as_str())).collect();
                prop_assert!(others.is_empty() && !told.contains(&format!("/photo/{}", at + 1)), "{:?}", others);
            }
        }
    }
    Ok(())
}

/// What one session opened is there for nobody else, and not for the same person elsewhere.
fn doors_are_of_one_session(site: &Site, walk: &Walk) -> Result<(), TestCaseError> {
    let elsewhere = site::session(&site.house.sign_in());
    for door in &walk.doors {
        let pictures = door.names.iter().take(1).map(|name| format!("{}/{name}/small.jpg", door.address));
        for address in pictures.chain([door.address.clone()]) {
            prop_assert_eq!(site.get(&address).status, 200, "{}", address);
            let others = [Who::Partner, Who::OtherOwner].map(|who| site.ask_as(who, "GET", &address, ""));
            let same = site.ask("GET", &address, &[("cookie", &elsewhere)], "");
            prop_assert!(others.iter().chain([&same]).all(|answer| answer.status == 404), "{}", address);
        }
    }
    Ok(())
}

#[test]
fn what_may_not_be_shown_is_in_no_answer_of_any_route() {
    let cases = std::env::var("PERENNIAL_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(30).min(2_000);
    let mut runner = TestRunner::new(ProptestConfig { cases, max_shrink_iters: 60, ..ProptestConfig::default() });
    runner.run(&random(), |random| lived_through(House::on_sqlite(), &random)).unwrap();
}

#[test]
fn nor_on_the_other_engine() {
    let mut runner = TestRunner::new(ProptestConfig { cases: 4, max_shrink_iters: 4, ..ProptestConfig::default() });
    runner.run(&random(), |random| houses().into_iter().try_for_each(|house| lived_through(house, &random))).unwrap();
}

#[test]
fn every_get_that_there_is_was_really_answered_on_the_way() {
    let (site, ids) = keep(House::on_sqlite(), &Random::with_all_there_is());
    let said = say(&site, &Random::with_all_there_is(), &ids);
    // What tells that a camera's clock was wrong.
    let form = site.forms_on("/photo/3").into_iter().find(|form| form.action == "/photo/3/date").unwrap();
    let led = site.post(&form.action, &form.filled(|name| (name == "date").then(|| "2019-09-28 16:00".to_owned())));
    assert_eq!(led.status, 303, "{}", led.body);
    let walk = Walk::of(&site, ids.len(), said.losses, said.offers);
    let everything = walk.everything(&site);
    for route in routes().iter().filter(|route| route.method == "GET") {
        let answered = |told: &&Told| told.route == route.path && (200..400).contains(&told.status);
        let found = everything.iter().find(answered);
        // Nobody keeps originals here, and nobody sets up a house twice.
        let nothing = ["/photo/{id}/original"].contains(&route.path);
        let asked = everything.iter().filter(|told| told.route == route.path).map(|told| (&told.address, told.status));
        assert!(found.is_some() != nothing, "{}: {:?}", route.path, asked.collect::<Vec<_>>());
    }
    assert!(!between(&site.get("/put-away").body, "/keep-away/", "/").is_empty(), "there is something put away");
}
