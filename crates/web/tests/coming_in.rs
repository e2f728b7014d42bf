//! Coming in: folders, looks, pausing, what could not be read; settings and help.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use site::Site;
use site::folders::Folders;
use store::values;
use testkit::{House, houses};

fn folders(site: &Site) -> Vec<PathBuf> {
    let all = site.house.store.read(|tx| library::folders(tx, site.house.owner())).unwrap();
    all.into_iter().map(|folder| folder.path).collect()
}

fn made(house: &House, name: &str) -> PathBuf {
    let path = house
        .folder
        .path()
        .parent()
        .unwrap()
        .join(format!("{}-photos", house.folder.path().file_name().unwrap().display()));
    fs::create_dir_all(path.join(name)).unwrap();
    path.join(name).canonicalize().unwrap()
}

fn encoded(path: &Path) -> String {
    path.as_os_str().as_encoded_bytes().iter().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn a_folder_is_added_from_the_page_let_go_and_taken_back() {
    for house in houses() {
        let photos = made(&house, "one");
        let site = Site::over(house);
        assert!(site.get("/coming-in").body.contains("No folder is looked into yet"));
        let added = site.post("/coming-in/folders", &format!("folder={}", encoded(&photos)));
        assert_eq!((added.status, added.header("location")), (303, "/coming-in?added=1"));
        let page = site.get("/coming-in?added=1").body;
        assert!(page.contains("Looked into from now on") && page.contains(&photos.display().to_string()), "{page}");

        let let_go = site.post("/coming-in/folders/1/let-go", "");
        assert_eq!(let_go.header("location"), "/coming-in?let_go=1");
        assert!(folders(&site).is_empty());
        assert!(site.get("/coming-in?let_go=1").body.contains("Its photos stay"));
        assert_eq!(site.post("/coming-in/folders/1/let-go", "").header("location"), "/coming-in", "said only once");
        assert_eq!(site.post("/coming-in/folders/1/back", "").status, 303);
        assert_eq!(folders(&site), [photos]);
        assert_eq!(site.get("/today").status, 200);
    }
}

/// One answer for what is not there, what is a file, and what is nobody's business.
const NOT_HERE: &str = "There is no folder there that photos may be taken from";

#[test]
fn a_folder_that_cannot_be_looked_into_is_refused_on_the_page_with_what_was_typed() {
    let site = Site::with_afternoon();
    let own = site.house.folder.path().display().to_string();
    for (typed, says) in [
        ("Pictures", "not a whole path"),
        ("/no/such/folder", NOT_HERE),
        ("/etc/hostname", NOT_HERE),
        ("/etc", NOT_HERE),
        ("/proc", NOT_HERE),
        (&own, "keeps its own things"),
        ("", "No folder was named"),
        ("   ", "No folder was named"),
        ("/<script>alert(1)</script>", NOT_HERE),
    ] {
        let answer = site.post("/coming-in/folders", &format!("folder={}", encoded(Path::new(typed))));
        assert_eq!(answer.status, 422, "{typed}");
        assert!(answer.body.contains(says), "{typed}: {}", answer.body);
        assert!(!answer.body.contains("<script>alert"), "{}", answer.body);
        assert!(answer.body.contains("aria-invalid"), "{typed}");
    }
    for form in ["", "folder=%FF%FE", "other=1", &format!("folder=/{}", "n".repeat(10_000))] {
        let answer = site.post("/coming-in/folders", form);
        assert!((400..=422).contains(&answer.status), "{form}: {}", answer.status);
    }
    assert!(folders(&site).is_empty());
}

#[test]
fn a_pause_is_on_the_page_until_it_is_over() {
    for house in houses() {
        let site = Site::over(house);
        assert_eq!(site.post("/coming-in/pause", "").header("location"), "/coming-in");
        let page = site.get("/coming-in").body;
        assert!(page.contains("Paused.") && page.contains("/coming-in/resume"), "{page}");
        assert!(site.get("/api/v1/coming-in").body.contains("\"paused\":true"));
        site.post("/coming-in/resume", "");
        assert!(!site.get("/coming-in").body.contains("Paused."));
        assert!(site.get("/api/v1/coming-in").body.contains("\"paused\":false"));
    }
}

#[test]
fn what_could_not_be_read_is_listed_by_reason_a_page_at_a_time() {
    for house in houses() {
        let site = Site::over(house);
        assert!(site.get("/coming-in").body.contains("Every file could be read."));
        assert!(site.get("/coming-in/unread").body.contains("Every file could be read."));
        let library = site.house.owner().library();
        for id in 1001..=1060_i64 {
            let why = if id == 1030 { "unreadable" } else { "empty" };
            let sql = "INSERT INTO files (library, id, path, role, stamp, state, reason, why)
                       VALUES (?1, ?2, ?3, 'whole', '', 'unread', 'said', ?4)";
            let path = format!("/photos/<b>{id}</b>.jpg").into_bytes();
            site.house.store.write(|tx| tx.execute(sql, values![library, id, path, why])).unwrap();
        }
        assert!(site.get("/coming-in").body.contains("60 files could not be read"));
        let page = site.get("/coming-in/unread").body;
        assert!(page.contains("1060&#60;/b&#62;.jpg") || page.contains("1060&lt;/b&gt;.jpg"), "{page}");
        assert!(page.contains("The file is empty") && !page.contains("1010"), "{page}");
        let next = page.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
        assert_eq!(next, "/coming-in/unread?before=1011");
        assert!(site.get(&next).body.contains("1001"));
        let one = site.get("/coming-in/unread?why=unreadable").body;
        assert!(one.contains("1030") && !one.contains("1031"), "{one}");
        for odd in ["?why=%27%20OR%201", "?before=x", "?before=-9", "?why=&before=99999999999999999999"] {
            assert_eq!(site.get(&format!("/coming-in/unread{odd}")).status, 200, "{odd}");
        }
    }
}

#[test]
fn what_is_asked_of_a_folder_that_is_not_there_changes_nothing() {
    let site = Site::with_afternoon();
    for path in ["/coming-in/folders/9/back", "/coming-in/folders/x/let-go", "/coming-in/folders/x/back"] {
        assert_eq!(site.post(path, "").status, 404, "{path}");
    }
    assert_eq!(site.post("/coming-in/rescan", "folder=9").status, 404);
    assert_eq!(site.post("/coming-in/rescan", "folder=x").status, 303, "all of them");
    assert_eq!(site.post("/coming-in/rescan", "").header("location"), "/coming-in?asked=1");
}

#[test]
fn settings_lead_everywhere_and_say_what_everything_takes() {
    for house in houses() {
        let site = Site::over(house);
        let page = site.get("/settings").body;
        for words in
            ["href=\"/settings/account\"", "href=\"/coming-in\"", "href=\"/help\"", "Originals", "B</dd>", "Free"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
    }
}

#[test]
fn help_says_what_perennial_never_does_and_whose_work_is_in_it_in_both_languages() {
    let site = Site::with_afternoon();
    let page = site.get("/help").body;
    for words in ["never changes, moves or deletes an original", "GeoNames", "CC BY 4.0", "ODbL", "MIT License"] {
        assert!(page.contains(words), "{words}");
    }
    let page = site.ask("GET", "/help", &[("accept-language", "es")], "").body;
    for words in ["Nunca cambia, mueve ni borra un original", "GeoNames", "ODbL"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn while_photos_come_in_today_says_so_and_only_now_and_then_aloud() {
    let mut site = Site::with_afternoon();
    assert!(!site.get("/today").body.contains("data-coming-in"), "nothing runs");
    site.coming_in = Arc::new(Folders::running(&site.house));
    let page = site.get("/today").body;
    assert!(page.contains("<span data-words>Photos are coming in: 300 of 1,500"), "{page}");
    assert!(page.contains("<span class=\"spoken\" role=\"status\"></span>"), "{page}");
    assert!(page.contains("data-over=\"Show what came in\""), "{page}");
}

#[test]
fn without_javascript_a_running_import_is_shown_anew_but_never_in_place_of_a_refusal() {
    let mut site = Site::with_afternoon();
    assert!(!site.get("/coming-in").body.contains("http-equiv"), "nothing runs");
    site.coming_in = Arc::new(Folders::running(&site.house));
    assert!(site.get("/coming-in").body.contains("<meta http-equiv=\"refresh\" content=\"15; url=/coming-in\">"));
    let refused = site.post("/coming-in/folders", "folder=Pictures");
    assert!(refused.body.contains("value=\"Pictures\"") && !refused.body.contains("http-equiv"), "{}", refused.body);
}

#[test]
fn where_photos_come_in_it_is_said_how_to_keep_something_with_care_until_something_is() {
    let site = Site::with_afternoon();
    let page = site.get("/coming-in").body;
    assert!(page.contains("Before anything comes back") && page.contains("href=\"/care/losses/new\""), "{page}");
    site.keep_loss("other", "when=2001-01-01");
    let page = site.get("/coming-in").body;
    assert!(!page.contains("Before anything comes back"), "{page}");
}
