//! The page of a photo: every form of it, done and taken back; its renditions and its original.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use library::Size;
use site::{Site, field};
use testkit::{House, houses, jpeg, snap};

fn dated(site: &Site, id: i64, date: &str) -> (u16, String, String) {
    let was = field(&site.get(&format!("/photo/{id}")).body, "was");
    let answer = site.post(&format!("/photo/{id}/date"), &format!("was={was}&date={date}"));
    (answer.status, answer.header("location").to_owned(), answer.body)
}

#[test]
fn a_photo_leads_to_its_neighbours_its_moment_and_its_people() {
    for house in houses() {
        let site = Site::over(house);
        let page = site.get("/photo/2").body;
        for part in [
            "rel=\"prev\" href=\"/photo/1\"",
            "rel=\"next\" href=\"/photo/3\"",
            "href=\"/moment/1\"",
            "<bdi>Ada</bdi>",
            "by the camera’s clock",
            "It returns on 28 September",
            "href=\"/photo/2/large.jpg\"",
        ] {
            assert!(page.contains(part), "{part}\n{page}");
        }
        site.post("/keep-away", "scope=photo&target=3&how_long=never&day=2026-09-28&back=/today");
        assert!(!site.get("/photo/2").body.contains("rel=\"next\""));
    }
}

#[test]
fn why_a_photo_never_returns_is_said() {
    for house in houses() {
        let site = Site::over(house);
        let cases = [
            (snap("s.png", "2019-09-28T15:10").sort(media::Genre::Screenshot), "looks like a screenshot"),
            (snap("f.jpg", "2019-09-28T15:10").known_by(model::Confidence::Scan), "may not be the day"),
            (snap("y.jpg", "2019-01-01T00:00").to_the(model::Precision::Year), "Its day is not known"),
            (
                {
                    let mut none = snap("u.jpg", "2019-01-01T00:00");
                    none.facts.taken = None;
                    none
                },
                "Nothing tells when",
            ),
            (
                {
                    let mut no = snap("r.jpg", "2019-09-28T15:10");
                    no.facts.rating = Some(-1);
                    no
                },
                "marked as rejected",
            ),
        ];
        for (snap, why) in cases {
            let id = site.house.keep(&[snap])[0];
            let page = site.get(&format!("/photo/{id}")).body;
            assert!(page.contains(why), "{why}\n{page}");
        }
    }
}

#[test]
fn a_date_is_corrected_as_people_say_dates_and_taken_back() {
    for house in houses() {
        let site = Site::over(house);
        let (status, to, _) = dated(&site, 3, "about+1956");
        assert!(status == 303 && to.starts_with("/photo/3?done=dated&of="), "{to}");
        let page = site.get("/photo/3").body;
        assert!(page.contains("about 1956, as you said") && page.contains("Its day is not known"), "{page}");
        assert!(site.get("/moment/1").body.contains("2\u{a0}photos"));
        assert_eq!(site.undo(&to), "/photo/3?done=date-back");
        assert!(site.get("/moment/1").body.contains("3\u{a0}photos"));
        assert_eq!(dated(&site, 3, "4+de+mayo+de+2019").0, 303);
        let page = site.get("/photo/3").body;
        assert!(
            page.contains("4 May 2019, 15:40, as you said") && page.contains("Back to what the file says"),
            "{page}"
        );
        let (_, to, _) = dated(&site, 3, "2019-05-05");
        assert_eq!(to, "/photo/3?done=dated", "a correction of a correction is not taken back in one step");
    }
}

#[test]
fn odd_dates_change_nothing_and_are_given_back() {
    let site = Site::with_afternoon();
    for date in ["", "2019-02-30", "0000-01-01", "0", "99999-01-01", "tomorrow", "%07", "%3Cb%3E", "2019-05-04+25:00"] {
        let (status, _, body) = dated(&site, 1, date);
        assert_eq!(status, 422, "{date}");
        assert!(body.contains("Nothing has changed") && !body.contains("<b>"), "{body}");
    }
    let (status, _, body) = dated(&site, 1, &"9".repeat(10_000));
    assert!(status == 422 && body.len() < 10_000);
    assert!(site.get("/photo/1").body.contains("28 September 2019, 15:00, by the camera’s clock"));
    for date in ["9999-12-31", "1826-01-01", "9999"] {
        assert_eq!(dated(&site, 1, date).0, 303, "{date}");
        assert_eq!(site.get("/photo/1").status, 200, "{date}");
        assert_eq!(site.get("/today").status, 200, "{date}");
    }
    assert_eq!(site.post("/photo/99/date", "date=2019").status, 404);
    assert_eq!(site.post("/photo/99/date", "date=x").status, 404);
}

#[test]
fn two_tabs_that_correct_a_date_see_each_other() {
    for house in houses() {
        let site = Site::over(house);
        let was = field(&site.get("/photo/1").body, "was");
        assert_eq!(site.post("/photo/1/date", &format!("was={was}&date=2011")).status, 303);
        let second = site.post("/photo/1/date", &format!("was={was}&date=2012-03-04"));
        assert_eq!(second.status, 409);
        assert!(second.body.contains("to 2011.") && second.body.contains("value=\"2012-03-04\""), "{}", second.body);
        assert!(site.get("/photo/1").body.contains("2011, as you said"));
        let was = field(&second.body, "was");
        assert_eq!(site.post("/photo/1/date", &format!("was={was}&date=2012-03-04")).status, 303);
        assert!(site.get("/photo/1").body.contains("4 March 2012, as you said"));
    }
}

#[test]
fn a_whole_camera_is_looked_at_moved_and_moved_back() {
    for house in houses() {
        let canon = |name: &str, at: &str| {
            let mut one = snap(name, at);
            (one.facts.make, one.facts.model) = (Some("Canon".to_owned()), Some("Canon EOS 70D".to_owned()));
            one
        };
        let ids = house.keep(&[
            canon("1.jpg", "2019-05-04T10:00"),
            canon("2.jpg", "2019-05-04T10:10"),
            canon("3.jpg", "2019-05-05T10:00"),
            canon("away.jpg", "2019-06-05T10:00"),
        ]);
        let site = Site::over(house);
        assert_eq!(site.get("/photo/1/shift").status, 404, "nobody said that its clock was wrong");
        site.post("/keep-away", "scope=photo&target=4&how_long=never&day=2026-09-28&back=/today");
        assert_eq!(dated(&site, ids[0].0, "2019-05-04+12:30").0, 303);
        let page = site.get("/photo/1").body;
        assert!(page.contains("wrong by 2 hours, 30 minutes") && page.contains("/photo/1/shift"), "{page}");

        let preview = site.get("/photo/1/shift").body;
        assert!(preview.contains("2 photos would move"), "what is put away is not counted: {preview}");
        assert!(preview.contains("from 5 May 2019, 10:00 to 5 May 2019, 12:30"), "{preview}");
        let preview = site.get("/photo/1/shift?from=2019-05-04&to=2019-05-04").body;
        assert!(preview.contains("1 photo would move"), "{preview}");
        assert_eq!(site.get("/photo/1/shift?from=2019-02-30").status, 400);

        let by = field(&preview, "by");
        let moved = site.post("/photo/1/shift", &format!("by={by}&from=&to="));
        assert_eq!(moved.status, 303);
        assert!(site.get("/photo/2").body.contains("4 May 2019, 12:40, as you said"));
        assert!(site.get("/photo/3").body.contains("5 May 2019, 12:30"));
        assert_eq!(site.undo(moved.header("location")), "/photo/1?done=shift-back");
        assert!(site.get("/photo/2").body.contains("4 May 2019, 10:10, by the camera’s clock"));
        assert!(site.get("/photo/1").body.contains("12:30, as you said"), "the hand’s own correction stays");
        let undo = moved.header("location").split("of=").nth(1).unwrap().to_owned();
        for again in [format!("/clock/{undo}/back"), "/clock/1/back".to_owned()] {
            assert_eq!(site.post(&again, "back=/today").status, 404, "only once, and by its sealed name");
        }
        assert_eq!(site.post("/photo/1/shift", "by=9223372036854775807").status, 400);
        assert_eq!(site.post("/photo/1/shift", "by=x").status, 400);
    }
}

#[test]
fn what_is_shown_is_turned_and_turned_back() {
    for house in houses() {
        let site = Site::over(house);
        let owner = site.house.owner();
        let photo = site.house.store.read(|tx| library::photo(tx, owner, site.photos[0])).unwrap().unwrap();
        site.house.blobs.put(&photo.rendition(Size::Small), jpeg(64, 48)).unwrap();
        let before = site.get("/photo/1/small.jpg");
        let turned = site.post("/photo/1/turn", "quarters=1");
        assert_eq!(turned.header("location"), "/photo/1?done=turned-right&of=1");
        let after = site.get("/photo/1/small.jpg");
        assert!(after.status == 200 && after.bytes != before.bytes && after.header("etag") != before.header("etag"));
        assert!(site.get("/photo/1").body.contains("width=\"1200\" height=\"1600\""));
        site.undo(turned.header("location"));
        assert_eq!(site.get("/photo/1/small.jpg").bytes, before.bytes);
        for quarters in ["0", "2", "4", "x", "-1", "300"] {
            assert_eq!(site.post("/photo/1/turn", &format!("quarters={quarters}")).status, 400, "{quarters}");
        }
        // Its rendition is damaged: that is said, and nothing else breaks.
        site.post("/photo/2/turn", "quarters=3");
        assert_eq!(site.get("/photo/2/small.jpg").status, 500);
        assert_eq!(site.get("/photo/2").status, 200);
    }
}

#[test]
fn a_photo_is_hidden_and_removed_and_both_are_taken_back() {
    for house in houses() {
        let site = Site::over(house);
        let hidden = site.post("/photo/1/hide", "").header("location").to_owned();
        assert!(site.get("/photo/1").body.contains("This photo is hidden"));
        assert!(site.get("/moment/1").body.contains("2\u{a0}photos"));
        site.undo(&hidden);
        assert!(site.get("/moment/1").body.contains("3\u{a0}photos"));

        assert!(site.get("/removed").body.contains("Nothing was removed"));
        let removed = site.post("/photo/2/remove", "").header("location").to_owned();
        assert_eq!(removed, "/photo/3?done=removed&of=2", "on to the next");
        for gone in ["/photo/2", "/photo/2/small.jpg", "/photo/2/original"] {
            assert_eq!(site.get(gone).status, 404, "{gone}");
        }
        let list = site.get("/removed").body;
        assert!(list.contains("A photo of Ada") && list.contains("until 28 October 2026"), "{list}");
        assert!(!list.contains("small.jpg"), "in words only");
        assert_eq!(site.undo(&removed), "/photo/2?done=restored&of=2");
        assert_eq!(site.get("/photo/2").status, 200);
        assert_eq!(site.post("/photo/2/restore", "back=/removed").status, 404, "it is not removed any more");

        // Put away by its day, and removed: neither shown nor listed, nor to be restored.
        site.post("/photo/4/remove", "");
        site.post("/keep-away", "scope=day&target=2020-02-03&how_long=never&day=2026-09-28&back=/today");
        assert!(site.get("/removed").body.contains("Nothing was removed"));
        assert_eq!(site.post("/photo/4/restore", "back=/removed").status, 404);
    }
}

#[test]
fn nothing_is_done_with_what_is_put_away() {
    for house in houses() {
        let site = Site::over(house);
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        for (path, form) in [
            ("/photo/{id}/date", "date=2011"),
            ("/photo/{id}/date-back", ""),
            ("/photo/{id}/shift", "by=1000"),
            ("/photo/{id}/turn", "quarters=1"),
            ("/photo/{id}/hide", ""),
            ("/photo/{id}/unhide", ""),
            ("/photo/{id}/remove", ""),
            ("/photo/{id}/restore", "back=/removed"),
        ] {
            for id in ["2", "99"] {
                assert_eq!(site.post(&path.replace("{id}", id), form).status, 404, "{path} {id}");
            }
        }
        site.post("/keep-away/1/lift", "back=/today");
        let page = site.get("/photo/2").body;
        assert!(page.contains("28 September 2019, 15:20, by the camera’s clock") && page.contains("width=\"1600\""));
    }
}

#[test]
fn a_browser_may_keep_a_rendition_and_asks_each_time() {
    for house in houses() {
        let site = Site::over(house);
        let first = site.get("/photo/2/small.jpg");
        let tag = first.header("etag").to_owned();
        assert!(first.status == 200 && tag.len() > 10 && !first.bytes.is_empty());
        let again = |tag: &str| site.ask("GET", "/photo/2/small.jpg", &[("if-none-match", tag)], "");
        for known in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
            let answer = again(&known);
            assert_eq!((answer.status, answer.bytes.len(), answer.header("etag")), (304, 0, &*tag), "{known}");
            assert_eq!(answer.header("cache-control"), "private, no-cache");
        }
        assert_eq!(again("\"other\"").status, 200);
        assert_ne!(site.get("/photo/1/small.jpg").header("etag"), tag);
        // The wall first: what is put away is not there, whatever the browser still has of it.
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        for known in [&*tag, "*"] {
            let answer = again(known);
            assert_eq!((answer.status, answer.header("etag")), (404, ""), "{known}");
        }
    }
}

#[test]
fn the_original_is_downloaded_whole_and_only_where_the_photo_may_be_seen() {
    for house in houses() {
        let path = house.folder.path().join("año \"1\".jpg");
        let content: Vec<u8> = (0..300_000_u32).map(|i| i as u8).collect();
        std::fs::write(&path, &content).unwrap();
        let mut new = snap("original.jpg", "2018-09-28T15:00").photo();
        new.files[0].path = path.clone();
        let owner = house.owner();
        let id = house.store.write(|tx| library::keep(tx, owner.library(), &new, testkit::now().timestamp())).unwrap();
        let site = Site::over(house);
        let address = format!("/photo/{id}/original");
        assert!(site.get(&format!("/photo/{id}")).body.contains(&address));
        let answer = site.get(&address);
        assert_eq!((answer.status, &answer.bytes), (200, &content));
        assert_eq!(answer.header("content-type"), "image/jpeg");
        assert_eq!(answer.header("content-length"), "300000");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        let named = "attachment; filename=\"a_o _1_.jpg\"; filename*=UTF-8''a%C3%B1o%20%221%22.jpg";
        assert_eq!(answer.header("content-disposition"), named);

        std::fs::remove_file(&path).unwrap();
        let gone = site.get(&address);
        assert!(gone.status == 400 && gone.body.contains("The original is not where it was"), "{}", gone.body);
        std::fs::create_dir(&path).unwrap();
        assert_eq!(site.get(&address).status, 400, "a folder is no original");
        site.post("/keep-away", &format!("scope=photo&target={id}&how_long=never&day=2026-09-28&back=/today"));
        assert_eq!(site.get(&address).status, 404);
        assert_eq!(site.get("/photo/999/original").status, 404);
    }
}

#[test]
fn a_page_with_its_styles_and_scripts_is_light() {
    let site = Site::over(House::on_sqlite());
    for path in ["/photo/1", "/moment/1"] {
        let page = site.get(path);
        let assets: Vec<&str> = page.body.split('"').filter(|part| part.starts_with("/assets/")).collect();
        assert!(assets.len() >= 6, "{assets:?}");
        let total: usize = assets.iter().map(|path| site.get(path).bytes.len()).sum();
        assert!(page.bytes.len() + total < 40 * 1024, "{path}: {} and {total} bytes", page.bytes.len());
    }
}

#[test]
fn a_picture_that_was_looked_at_is_gone_with_a_wish_or_a_session_that_ends_in_another_process() {
    for house in houses() {
        let site = Site::over(house);
        let picture = || site.get("/photo/1/small.jpg");
        for _ in 0..3 {
            assert_eq!((picture().status, &*picture().bytes), (200, &b"jpeg 1"[..]));
        }
        let tag = picture().header("etag").to_owned();
        let again = || site.ask("GET", "/photo/1/small.jpg", &[("if-none-match", &tag)], "").status;
        assert_eq!(again(), 304);

        // Neither process tells the other.
        let store = std::sync::Arc::new(site.house.again());
        let seal = std::sync::Arc::new(care::Seal::new().unwrap());
        let elsewhere =
            care::Visits::new(std::sync::Arc::clone(&store), std::sync::Arc::clone(&site.house.blobs), seal);
        let wish = care::Wish { scope: care::Scope::Photo(site.photos[0]), how_long: care::HowLong::Never };
        let day = testkit::now().date();
        elsewhere.change(&site.who(), |change| change.keep_away(wish, day).map(drop)).unwrap();
        assert_eq!((picture().status, again()), (404, 404), "whatever the browser has of it");

        let other = || site.get("/photo/2/small.jpg").status;
        assert_eq!((other(), other()), (200, 200));
        let door = circle::Door::new(store);
        for session in door.sessions(site.house.owner(), testkit::now().timestamp()).unwrap() {
            assert!(door.end_session(site.house.owner(), session.id).unwrap());
        }
        assert_eq!(other(), 401, "at the very next request");
    }
}

#[test]
fn a_page_of_a_photo_asks_the_database_little() {
    for house in houses() {
        let site = Site::over(house);
        let statements = |path: &str| {
            let before = site.house.store.statements();
            let answer = site.get(path);
            assert_eq!(answer.status, 200);
            let after = site.house.store.statements();
            // The site is made for each request, and whose it is looked up.
            site.house.owner();
            (after - before) - (site.house.store.statements() - after)
        };
        let first = statements("/photo/1");
        // What came in was grouped meanwhile; now nothing is written any more.
        statements("/photo/1");
        // A server is asked for the session each time.
        let of_the_door = u64::from(site.house.store.version_now().is_none());
        let next = statements("/photo/2") - of_the_door;
        assert!(next <= 6, "another photo of the moment: {next}, the first: {first}");
        assert!(statements("/photo/2") - of_the_door <= next);
        let picture = |path| statements(path) - of_the_door;
        picture("/photo/2/large.jpg");
        assert!(picture("/photo/2/large.jpg") <= 3, "its picture");
    }
}
