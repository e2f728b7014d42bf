//! The command line, as whole commands: words, JSON, exit codes, and the manual.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;
use std::process::{Command, Output};

use family::Plan;
use tempfile::TempDir;

struct Home {
    temp: TempDir,
}

impl Home {
    fn new() -> Self {
        Self { temp: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.temp.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
        command.arg("--data").arg(self.path("data")).args(arguments).current_dir(self.temp.path());
        command.env_remove("PERENNIAL_DATA").env_remove("PERENNIAL_DATABASE").output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn words(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Exit code and what was said of a failure.
    fn fails(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(arguments);
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }
}

#[test]
fn the_manual_is_as_it_was_last_read() {
    let home = Home::new();
    for (name, arguments) in [
        ("help", vec!["--help"]),
        ("serve", vec!["serve", "--help"]),
        ("demo", vec!["demo", "--help"]),
        ("import", vec!["import", "--help"]),
        ("first", vec!["first", "--help"]),
        ("today", vec!["today", "--help"]),
        ("person", vec!["person", "--help"]),
        ("photo", vec!["photo", "--help"]),
        ("account", vec!["account", "--help"]),
        ("away", vec!["away", "--help"]),
        ("folder", vec!["folder", "--help"]),
        ("unread", vec!["unread", "--help"]),
    ] {
        insta::assert_snapshot!(format!("manual-{name}"), home.words(&arguments));
    }
}

#[test]
fn a_library_comes_in_and_today_comes_out_of_it() {
    let home = Home::new();
    let plan = Plan { photos: 200, size: (160, 120), ..Plan::demo("2024-09-28".parse().unwrap()) };
    family::write(&plan, &home.path("photos"), &|_, _| {}).unwrap();

    let report = home.json(&["import", "photos", "--json"]);
    assert!(report[0]["came_in"].as_u64().unwrap() > 150, "{report}");
    let again = home.words(&["import", "photos"]);
    assert!(again.contains("No new photos came in") && again.contains("were known already"), "{again}");

    let asked_first = home.json(&["today", "--on", "2024-09-28", "--json"]);
    assert_eq!((&asked_first["waits"], asked_first["memories"].as_array().unwrap().len()), (&"first_visit".into(), 0));
    assert!(home.words(&["today", "--on", "2024-09-28"]).contains("would rather not meet unasked"));
    assert!(home.words(&["first"]).contains("first --nothing"));
    assert!(home.words(&["first", "--nothing"]).contains("as they are"));

    let day = home.json(&["today", "--on", "2024-09-28", "--json"]);
    assert!(day["memories"].as_array().unwrap().len() >= 4, "{day}");
    let first = &day["memories"][0]["photos"][0];
    assert!(Path::new(first["files"][0].as_str().unwrap()).exists(), "{first}");
    let words = home.words(&["today", "--on", "2024-09-28"]);
    assert!(words.contains("Saturday, 28 September 2024") && words.contains("years ago"), "{words}");

    // One photo is corrected to another day, and taken back.
    let id = first["id"].to_string();
    home.words(&["photo", "date", "1999-02-03", &id]);
    let february = home.json(&["today", "--on", "2024-02-03", "--json"]).to_string();
    assert!(february.contains("1999-02-03"), "{february}");
    home.words(&["photo", "date-back", &id]);
    let february = home.json(&["today", "--on", "2024-02-03", "--json"]).to_string();
    assert!(!february.contains("1999-02-03"), "{february}");

    let people = home.json(&["person", "list", "--json"]);
    let name = people[0]["name"].as_str().unwrap().to_owned();
    assert!(home.words(&["person", "born", &name, "2015-03-02"]).contains("born on Monday, 2 March 2015"));
    assert!(home.words(&["person", "list"]).contains("born 2015-03-02"));
    assert_eq!(home.fails(&["person", "born", "Nobody At All", "2015-03-02"]).0, 1);
    assert_eq!(home.fails(&["photo", "remove", "999999"]).0, 1);
}

#[test]
fn the_json_of_a_day_has_the_documented_shape() {
    let home = Home::new();
    let plan = Plan { photos: 200, size: (64, 48), ..Plan::demo("2024-06-15".parse().unwrap()) };
    family::write(&plan, &home.path("photos"), &|_, _| {}).unwrap();
    home.json(&["import", "photos", "--json"]);
    home.words(&["first", "--nothing"]);
    let day = home.json(&["today", "--on", "2024-06-15", "--json"]);
    insta::assert_json_snapshot!(day, {
        ".memories[].photos[].files" => "[files]",
        ".memories[].photos[].id" => "[id]",
        ".memories[].photos[].small" => "[address]",
        ".memories[].photos[].large" => "[address]",
        ".memories[].moment" => "[id]",
    });
}

#[test]
fn folders_are_listed_added_and_let_go() {
    let home = Home::new();
    std::fs::create_dir_all(home.path("photos/inner")).unwrap();
    assert!(home.words(&["folder", "list"]).contains("No folder is looked into"));
    assert!(home.words(&["folder", "add", "photos"]).contains("looked into from now on"));
    let (code, said) = home.fails(&["folder", "add", "photos/inner"]);
    assert_eq!((code, said.contains("is part of") && said.contains("Nothing more is needed")), (1, true), "{said}");
    let (code, said) = home.fails(&["folder", "add", "data"]);
    assert_eq!((code, said.contains("its own things")), (1, true), "{said}");
    assert_eq!(home.fails(&["folder", "add", "no/such"]).0, 1);
    home.words(&["import", "photos"]);
    let mut listed = home.json(&["folder", "list", "--json"]);
    assert!(listed[0]["path"].as_str().unwrap().ends_with("/photos"), "{listed}");
    listed[0]["path"] = "[path]".into();
    insta::assert_json_snapshot!(listed, { "[].added" => "[time]", "[].look.at" => "[time]", "[].look.took_ms" => 0 });
    assert!(home.words(&["folder", "list"]).contains("0 new photos"));
    assert!(home.words(&["folder", "forget", "photos"]).contains("Its photos stay"));
    assert_eq!(home.fails(&["folder", "forget", "1"]).0, 1);
    assert_eq!(home.json(&["folder", "list", "--json"]), serde_json::json!([]));
}

#[test]
fn what_is_misused_exits_2_and_what_fails_exits_1_with_a_sentence_and_a_hint() {
    let home = Home::new();
    assert_eq!(home.fails(&["import"]).0, 2);
    assert_eq!(home.fails(&["today", "--on", "yesterday"]).0, 2);
    assert_eq!(home.fails(&["photo", "date", "someday", "1"]).0, 2);
    let (code, said) = home.fails(&["import", "no/such/folder"]);
    assert_eq!((code, said.contains("cannot be opened") && said.contains("Check its name")), (1, true), "{said}");
    let (code, said) = home.fails(&["--database", "postgres://nobody@127.0.0.1:1/none", "today"]);
    assert_eq!((code, said.contains("PostgreSQL cannot be reached")), (1, true), "{said}");
    std::fs::write(home.path("a file"), "x").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
    let output = command.arg("--data").arg(home.path("a file/data")).arg("today").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be written"));
}

#[test]
fn a_data_folder_in_use_says_so_and_looking_is_still_possible() {
    let home = Home::new();
    let folder = store::DataFolder::open(&home.path("data")).unwrap();
    let held = folder.hold().unwrap();
    std::fs::create_dir(home.path("photos")).unwrap();
    let (code, said) = home.fails(&["import", "photos"]);
    assert_eq!((code, said.contains("in use by another Perennial")), (1, true), "{said}");
    home.words(&["today"]);
    drop(held);
    home.words(&["import", "photos"]);
}

#[test]
fn the_real_photos_come_in_with_a_verdict_for_each_file() {
    let Some(photos) = testkit::shared_file("photos") else { return };
    let home = Home::new();
    let report = &home.json(&["import", photos.to_str().unwrap(), "--json"])[0];
    home.words(&["first", "--nothing"]);
    let unlisted = report["unread"].as_array().unwrap().iter().filter(|u| u["listed"] == false).count() as u64;
    let files = report["came_in"].as_u64().unwrap() + report["elsewhere"].as_u64().unwrap() + unlisted;
    assert_eq!(files, 380, "{report}");
    assert_eq!(report["other_files"], 2, "the list of readings and the note beside it");
    for unread in report["unread"].as_array().unwrap() {
        assert!(!unread["why"].as_str().unwrap().is_empty());
    }
    let names = |on: &str| -> Vec<String> {
        let day = home.json(&["today", "--on", on, "--json"]);
        let memories = day["memories"].as_array().unwrap().clone();
        let photos = memories.iter().flat_map(|m| m["photos"].as_array().unwrap().clone());
        let name = |p: serde_json::Value| p["files"][0].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let mut names: Vec<String> = photos.map(name).collect();
        names.sort();
        names
    };
    // By ExifTool's readings, these were taken on that day of earlier years; of two alike, one stands for both.
    let may = names("2026-05-04");
    assert!(may.contains(&"IMG_2929.HEIC".to_owned()), "{may:?}");
    assert!(may.contains(&"IMG_2927.HEIC".to_owned()) || may.contains(&"exif-at-eof.heic".to_owned()), "{may:?}");
    assert_eq!(names("2026-10-11"), ["Issue 649.avif"]);
    assert_eq!(names("2020-10-11"), ["Issue 649.avif"]);
    assert_eq!(names("2016-01-11"), [] as [&str; 0]);
}

#[test]
fn whoever_is_only_in_what_is_put_away_is_not_listed_and_counts_leave_it_out() {
    let home = Home::new();
    let plan = Plan { photos: 200, size: (64, 48), ..Plan::demo("2024-09-28".parse().unwrap()) };
    family::write(&plan, &home.path("photos"), &|_, _| {}).unwrap();
    home.json(&["import", "photos", "--json"]);
    let counts = || -> Vec<(String, u64)> {
        let people = home.json(&["person", "list", "--json"]);
        let people = people.as_array().unwrap().iter();
        people.map(|one| (one["name"].as_str().unwrap().to_owned(), one["photos"].as_u64().unwrap())).collect()
    };
    let before = counts();
    let (put_away, _) = before.last().unwrap().clone();
    home.words(&["loss", "add", "other", "1990-01-01", "--person", &put_away, "--wish", "people=keep_away"]);
    let after = counts();
    assert!(after.iter().all(|(name, _)| *name != put_away), "{after:?}");
    assert!(!home.words(&["person", "list"]).contains(&put_away));
    let all = |of: &[(String, u64)]| of.iter().filter(|(name, _)| *name != put_away).map(|(_, n)| n).sum::<u64>();
    assert!(!after.is_empty() && all(&after) < all(&before), "{before:?} {after:?}");
}

#[test]
fn a_loss_knows_birthdays_that_are_known_and_its_days_can_be_said_later() {
    let home = Home::new();
    let plan = Plan { photos: 200, size: (64, 48), ..Plan::demo("2024-09-28".parse().unwrap()) };
    family::write(&plan, &home.path("photos"), &|_, _| {}).unwrap();
    home.json(&["import", "photos", "--json"]);
    let person = &home.json(&["person", "list", "--json"])[0];
    let (name, number) = (person["name"].as_str().unwrap(), format!("#{}", person["id"]));
    home.words(&["person", "born", &number, "1950-03-02"]);

    home.words(&["loss", "add", "death", "2020-05-04", "--person", &name.to_uppercase(), "--wedding", "1975-06-07"]);
    let days = |id: &str| -> Vec<(String, String)> {
        let shown = home.json(&["loss", "show", id, "--json"]);
        let days = shown["loss"]["days"].as_array().unwrap().clone();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        days.iter().map(|day| (text(&day["what"]), text(&day["date"]))).collect()
    };
    let day = |what: &str, date: &str| (what.to_owned(), date.to_owned());
    assert_eq!(
        days("1"),
        [day("the_day", "2020-05-04"), day("birthday", "1950-03-02"), day("wedding_day", "1975-06-07")]
    );

    home.words(&["loss", "add", "pregnancy_loss", "2020-09-28"]);
    home.words(&["loss", "edit", "2", "--due", "2021-02-15", "--began", "2020-05-01"]);
    assert_eq!(days("2"), [day("the_day", "2020-09-28"), day("due_date", "2021-02-15")]);
    home.words(&["loss", "edit", "2", "--due", "2021-02-16"]);
    assert_eq!(days("2")[1], day("due_date", "2021-02-16"));
    assert_eq!(home.json(&["loss", "show", "2", "--json"])["loss"]["periods"][0]["from"], "2020-05-01");
    let (code, said) = home.fails(&["loss", "edit", "2", "--began", "2022-05-01"]);
    assert_eq!((code, said.contains("Nothing was changed")), (1, true), "{said}");
    assert_eq!(home.fails(&["loss", "edit", "2", "--began", "2020-05-01", "--period", "2020-05-01.."]).0, 2);
    home.words(&["loss", "edit", "2", "--period", "2020-05-01..2020-06-01", "--period", "2020-07-01.."]);
    let (code, said) = home.fails(&["loss", "edit", "2", "--began", "2020-05-02"]);
    assert_eq!((code, said.contains("2 times") && said.contains("--period")), (1, true), "{said}");
}

#[test]
fn of_two_people_by_one_name_neither_is_guessed() {
    let home = Home::new();
    let plan = Plan { photos: 200, size: (64, 48), ..Plan::demo("2024-09-28".parse().unwrap()) };
    family::write(&plan, &home.path("photos"), &|_, _| {}).unwrap();
    home.json(&["import", "photos", "--json"]);
    let people = home.json(&["person", "list", "--json"]);
    let (name, number) = (people[0]["name"].as_str().unwrap().to_owned(), people[1]["id"].as_i64().unwrap());
    let database = store::DataFolder::open(&home.path("data")).unwrap().database();
    let store = store::Store::open(&database, store::Older::Refuse).unwrap();
    let viewer = store.read(library::owners).unwrap()[0];
    let (saw, called) = (people[1]["name"].as_str().unwrap(), name.to_lowercase().parse().unwrap());
    let now = jiff::Timestamp::now();
    let who = (model::PersonId(number), saw);
    store.write(|tx| library::rename(tx, viewer, who, &called, true, now)).unwrap();

    let (code, said) = home.fails(&["loss", "add", "death", "2020-05-04", "--person", &name]);
    assert_eq!(
        (code, said.contains("More than one person goes by") && said.contains(&format!("#{number}"))),
        (1, true),
        "{said}"
    );
    assert_eq!(home.fails(&["person", "died", &name, "2020-05-04"]).0, 1);
    assert_eq!(home.json(&["loss", "list", "--json"]), serde_json::json!([]));
    home.words(&["loss", "add", "death", "2020-05-04", "--person", &format!("#{number}")]);
    assert_eq!(home.json(&["loss", "show", "1", "--json"])["loss"]["people"], serde_json::json!([number]));
    let (code, said) = home.fails(&["loss", "add", "death", "2020-05-04", "--person", "#9999"]);
    assert_eq!((code, said.contains("person list")), (1, true), "{said}");
}
