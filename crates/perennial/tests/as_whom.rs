//! Commands look as somebody: what that one keeps away is not there for a command either, and the day is theirs. Each shows first
//! that there is something to show.
#![allow(clippy::unwrap_used, missing_docs)]

use std::process::{Command, Output};
use std::sync::Arc;

use care::{CareError, Change, HowLong, Scope, Seal, Session, Visits, Who, Wish};
use circle::Viewer;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use model::PhotoId;
use serde_json::Value;
use store::Database;
use testkit::{House, houses, snap};

/// Runs a command over a house, on a machine that lives by UTC.
fn run(house: &House, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
    command.arg("--data").arg(house.folder.path()).args(arguments).current_dir(house.folder.path());
    if let Database::Server(url) = &house.database {
        command.arg("--database").arg(url);
    }
    command.env_remove("PERENNIAL_DATA").env_remove("PERENNIAL_DATABASE").env("TZ", "UTC").output().unwrap()
}

fn words(house: &House, arguments: &[&str]) -> String {
    let output = run(house, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(house: &House, arguments: &[&str]) -> Value {
    serde_json::from_str(&words(house, &[arguments, &["--json"]].concat())).unwrap()
}

/// What was said of a failure.
fn fails(house: &House, arguments: &[&str]) -> String {
    let output = run(house, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

fn change<T>(
    house: &House,
    viewer: Viewer,
    now: Zoned,
    work: impl FnOnce(&mut Change<'_, '_>) -> Result<T, CareError>,
) -> T {
    let visits = Visits::new(Arc::clone(&house.store), Arc::clone(&house.blobs), Arc::new(Seal::new().unwrap()));
    visits.change(&Who { viewer, now, session: Session("a page".to_owned()) }, work).unwrap()
}

fn keep_away(house: &House, viewer: Viewer, scope: Scope) {
    let now = Zoned::now();
    let (wish, day) = (Wish { scope, how_long: HowLong::Never }, now.date());
    change(house, viewer, now, |change| change.keep_away(wish, day)).unwrap();
}

fn three_days(house: &House) -> Vec<PhotoId> {
    house.keep(&[
        snap("a.jpg", "2019-05-01T15:00").of(&["Ruth"]),
        snap("b.jpg", "2019-06-01T15:00").of(&["Ada"]),
        snap("c.jpg", "2019-07-01T15:00"),
    ])
}

/// What is kept of a photo, seen or not.
fn kept(house: &House, id: PhotoId) -> library::Photo {
    house.store.read(|tx| library::photo(tx, house.owner(), id)).unwrap().unwrap()
}

#[test]
fn what_is_put_away_is_not_there_to_be_shown_dated_hidden_or_removed() {
    for house in houses() {
        let ids = three_days(&house);
        let (held, other) = (ids[0].to_string(), ids[1].to_string());
        let (held, other) = (held.as_str(), other.as_str());
        assert!(words(&house, &["photo", "show", held]).contains("a.jpg"), "there is something to show");
        keep_away(&house, house.owner(), Scope::Photo(ids[0]));
        let before = kept(&house, ids[0]);
        let each: [&[&str]; 6] = [
            &["photo", "show"],
            &["photo", "date", "1999-02-03"],
            &["photo", "date-back"],
            &["photo", "hide"],
            &["photo", "unhide"],
            &["photo", "remove"],
        ];
        for command in each {
            let said = fails(&house, &[command, &[held]].concat());
            let unknown = fails(&house, &[command, &["999999"]].concat());
            assert_eq!(said, unknown.replace("999999", held), "{command:?} tells it from what is not there");
            assert_eq!(kept(&house, ids[0]), before, "{command:?} changed it");
            words(&house, &[command, &[other]].concat());
        }
        assert!(kept(&house, ids[1]).removed_ms.is_some());
    }
}

#[test]
fn of_several_photos_those_that_are_there_are_changed_and_what_is_put_away_stays_as_it_is() {
    for house in houses() {
        let ids = three_days(&house);
        keep_away(&house, house.owner(), Scope::Photo(ids[0]));
        let all: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let output = run(&house, &["photo", "hide", &all[0], &all[1], &all[2], &all[2]]);
        assert_eq!(String::from_utf8_lossy(&output.stdout), "2 photos are hidden.\n");
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(ids.iter().map(|id| kept(&house, *id).hidden).collect::<Vec<_>>(), [false, true, true]);
    }
}

#[test]
fn what_was_removed_and_put_away_then_is_not_brought_back() {
    for house in houses() {
        let ids = three_days(&house);
        let id = ids[0].to_string();
        words(&house, &["photo", "remove", &id]);
        words(&house, &["photo", "restore", &id]);
        words(&house, &["photo", "remove", &id]);
        keep_away(&house, house.owner(), Scope::Day("2019-05-01".parse().unwrap()));
        fails(&house, &["photo", "restore", &id]);
        assert!(kept(&house, ids[0]).removed_ms.is_some());
    }
}

#[test]
fn whoever_is_only_in_what_is_put_away_has_no_day_noted_by_name_or_number() {
    for house in houses() {
        let ids = three_days(&house);
        let people = json(&house, &["person", "list"]);
        let ruth = people.as_array().unwrap().iter().find(|person| person["name"] == "Ruth").unwrap();
        let number = format!("#{}", ruth["id"]);
        words(&house, &["person", "born", "Ruth", "1950-03-02"]);
        keep_away(&house, house.owner(), Scope::Photo(ids[0]));
        for name in ["Ruth", number.as_str()] {
            let said = fails(&house, &["person", "died", name, "2020-01-01"]);
            assert!(said.contains("is in the photos"), "{said}");
        }
        let known = house.store.read(|tx| library::people(tx, house.owner())).unwrap();
        let ruth = known.iter().find(|person| person.name == "Ruth").unwrap();
        assert_eq!((ruth.born, ruth.died), (Some("1950-03-02".parse().unwrap()), None));
        // Whom a loss is about may be put away: its owner names them all the same.
        words(&house, &["loss", "add", "death", "2020-01-01", "--person", "Ruth"]);
    }
}

#[test]
fn nobody_dies_before_they_are_born() {
    for house in houses() {
        three_days(&house);
        words(&house, &["person", "born", "Ada", "2015-03-02"]);
        let said = fails(&house, &["person", "died", "Ada", "1990-01-01"]);
        assert!(said.contains("before they are born"), "{said}");
        let noted =
            |what: &str| json(&house, &["person", "list"]).as_array().unwrap().iter().any(|one| one[what].is_string());
        assert!(noted("born") && !noted("died"));
        words(&house, &["person", "died", "Ada", "2020-01-01"]);
        assert!(noted("died"));
    }
}

/// A zone in which it is another day than by UTC now, and in which that day goes on for hours.
fn on_another_day(now: Timestamp) -> TimeZone {
    let hour = now.to_zoned(TimeZone::UTC).hour();
    TimeZone::get(if hour < 10 { "Etc/GMT+12" } else { "Pacific/Kiritimati" }).unwrap()
}

#[test]
fn the_day_is_that_of_the_account_and_not_the_machines() {
    for house in houses() {
        let ids = three_days(&house);
        let id = ids[0].to_string();
        let account = house.account();
        let now = Timestamp::now();
        let details = circle::Details { zone: on_another_day(now), ..account.details };
        assert!(house.door().change_details(account.viewer, &details).unwrap());
        let there = now.to_zoned(details.zone);
        assert_ne!(there.date(), now.to_zoned(TimeZone::UTC).date());
        assert_eq!(json(&house, &["today"])["day"], there.date().to_string());
        words(&house, &["photo", "show", &id]);
        let (wish, day) = (Wish { scope: Scope::Photo(ids[0]), how_long: HowLong::NotThis }, there.date());
        change(&house, account.viewer, there, |change| change.keep_away(wish, day)).unwrap();
        fails(&house, &["photo", "show", &id]);
        assert_eq!(json(&house, &["why", &id])["verdict"], "held");
        assert_eq!(json(&house, &["away", "list"]).as_array().unwrap().len(), 1);
    }
}

#[test]
fn as_somebody_means_their_care_and_where_several_sign_in_one_is_named() {
    for house in houses() {
        let ids = three_days(&house);
        let id = ids[0].to_string();
        keep_away(&house, house.owner(), Scope::Photo(ids[0]));
        fails(&house, &["photo", "show", &id]);
        house.sign_in_partner();
        let said = fails(&house, &["photo", "show", &id]);
        assert!(said.contains("Elin") && said.contains("Tomas") && said.contains("--as"), "{said}");
        assert!(words(&house, &["--as", "Tomas", "photo", "show", &id]).contains("a.jpg"));
        assert!(fails(&house, &["photo", "show", &id, "--as", "elin"]).contains("There is no photo"));
        assert!(fails(&house, &["today", "--as", "Nobody"]).contains("account list"));
        // Every command that is somebody's takes the name, and what is said is theirs alone.
        words(&house, &["--as", "Tomas", "loss", "add", "other", "2019-06-01"]);
        for (name, losses) in [("Tomas", 1), ("Elin", 0)] {
            assert_eq!(json(&house, &["loss", "list", "--as", name]).as_array().unwrap().len(), losses, "{name}");
            for command in [&["today"][..], &["ahead"], &["why", "3"], &["person", "list"], &["away", "list"]] {
                words(&house, &[command, &["--as", name]].concat());
            }
        }
        assert!(fails(&house, &["unread", "--as", "Elin"]).contains("whoever asks"));
    }
}

#[test]
fn a_command_that_shows_the_day_notes_it_for_its_viewer_as_a_page_does() {
    for house in houses() {
        house.keep(&[snap("a.jpg", "2019-09-28T15:00")]);
        for _ in 0..2 {
            assert_eq!(json(&house, &["today", "--on", "2026-09-28"])["memories"].as_array().unwrap().len(), 1);
        }
        let visits = Visits::new(Arc::clone(&house.store), Arc::clone(&house.blobs), Arc::new(Seal::new().unwrap()));
        let who = Who { viewer: house.owner(), now: Zoned::now(), session: Session("a page".to_owned()) };
        assert_eq!(visits.log(&who).unwrap().len(), 1);
    }
}
