//! The page of a moment: every form of it, done and taken back.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::{Site, field};
use testkit::{House, houses, snap};

#[test]
fn a_moment_gets_a_title_and_words_and_a_memory_is_called_by_it() {
    for house in houses() {
        let site = Site::over(house);
        assert!(!site.get("/today").body.contains("The sea"));
        let was = field(&site.get("/moment/1").body, "was");
        let kept = site.post("/moment/1/words", &format!("was={was}&title=The+sea+%26+us&words=Cold.%0D%0AGlad."));
        assert_eq!((kept.status, kept.header("location")), (303, "/moment/1?done=words"));
        let page = site.get("/moment/1?done=words").body;
        assert!(
            page.contains("The sea &#38; us</h1>") && page.contains("Cold.\nGlad.") && page.contains("It is kept."),
            "{page}"
        );
        assert!(site.get("/today").body.contains("Seven years ago: The sea &#38; us"));
        assert!(site.get("/photo/2").body.contains("The sea &#38; us"));
        let was = field(&page, "was");
        site.post("/moment/1/words", &format!("was={was}&title=&words="));
        assert!(site.get("/today").body.contains("Seven years ago, an afternoon in Cannon Beach"));
    }
}

#[test]
fn two_tabs_that_write_at_once_lose_nothing() {
    for house in houses() {
        let site = Site::over(house);
        let was = field(&site.get("/moment/1").body, "was");
        assert_eq!(site.post("/moment/1/words", &format!("was={was}&title=First&words=one")).status, 303);
        let second = site.post("/moment/1/words", &format!("was={was}&title=Second&words=two"));
        assert_eq!(second.status, 409);
        for both in ["First", "one", "Second", "two"] {
            assert!(second.body.contains(both), "{both}: {}", second.body);
        }
        assert!(site.get("/moment/1").body.contains("First</h1>"), "the first stays until its owner has looked");
        let was = field(&second.body, "was");
        assert_eq!(site.post("/moment/1/words", &format!("was={was}&title=Second&words=one+two")).status, 303);
        assert!(site.get("/moment/1").body.contains("Second</h1>"));
        // The same words twice, from two windows, are no conflict.
        assert_eq!(site.post("/moment/1/words", "was=old&title=Second&words=one+two").status, 303);
    }
}

#[test]
fn words_for_a_moment_that_was_joined_meanwhile_are_not_lost() {
    for house in houses() {
        let site = Site::over(house);
        let parted = site.post("/moment/1/part", "photo=3").header("location").to_owned();
        let two = ["/moment/1", parted.split('?').next().unwrap()];
        let forms = two.map(|moment| {
            let page = site.get(moment).body;
            format!("was={}&photo={}&title=The+sea&words=Glad.", field(&page, "was"), field(&page, "photo"))
        });
        let joined = site.post("/moment/1/join", &format!("with={}", field(&site.get(two[0]).body, "with")));
        let now_in = joined.header("location").split('?').next().unwrap().to_owned();
        let gone = two.iter().position(|moment| site.get(moment).status == 404).expect("one of the two is gone");
        let again = site.post(&format!("{}/words", two[gone]), &forms[gone]);
        assert_eq!(again.status, 409);
        for there in ["came to belong to another one", "The sea", "Glad.", &format!("action=\"{now_in}/words\"")] {
            assert!(again.body.contains(there), "{there}: {}", again.body);
        }
        let was = field(&again.body, "was");
        assert_eq!(site.post(&format!("{now_in}/words"), &format!("was={was}&title=The+sea")).status, 303);
        assert!(site.get(&now_in).body.contains("The sea</h1>"));
        // Where the photo cannot be looked at either, nothing is there.
        site.post("/keep-away", "scope=day&target=2019-09-28&how_long=never&day=2026-09-28&back=/today");
        assert_eq!(site.post(&format!("{}/words", two[gone]), &forms[gone]).status, 404);
        assert_eq!(site.post("/moment/99/words", "was=&title=The+sea").status, 404);
    }
}

#[test]
fn odd_words_are_kept_whole_or_given_back_whole() {
    for house in houses() {
        let site = Site::over(house);
        let say = |title: &str, words: &str| {
            let was = field(&site.get("/moment/1").body, "was");
            site.post("/moment/1/words", &format!("was={was}&title={title}&words={words}"))
        };
        let long = "t".repeat(10_000);
        let refused = say(&long, "short");
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains(&long) && refused.body.contains("120"), "nothing is cut");
        assert_eq!(say("short", &"w".repeat(4_001)).status, 422);
        assert!(!site.get("/moment/1").body.contains("short</h1>"));
        assert_eq!(say("%07a%00%0ab%1b", "%D9%8A%D9%88%D9%85%E2%80%AE").status, 303);
        let page = site.get("/moment/1").body;
        assert!(page.contains("a b</h1>") && page.contains("يوم"), "{page}");
        assert_eq!(say("%3Cscript%3Ealert(1)%3C/script%3E", "%22%27%3E%3Cimg%3E").status, 303);
        let page = site.get("/moment/1").body;
        assert!(!page.contains("<script>alert") && !page.contains("<img>"), "{page}");
    }
}

#[test]
fn a_moment_is_parted_and_joined_again_and_each_is_taken_back() {
    for house in houses() {
        let site = Site::over(house);
        assert!(site.get("/moment/1").body.contains("3\u{a0}photos"));
        let parted = site.post("/moment/1/part", "photo=3");
        assert_eq!(parted.status, 303);
        let new = parted.header("location").to_owned();
        let page = site.get(&new).body;
        assert!(page.contains("These are two moments now.") && page.contains("1\u{a0}photo"), "{page}");
        assert!(site.get("/moment/1").body.contains("2\u{a0}photos"));
        let back = site.undo(&new);
        assert_eq!(back, "/moment/1?done=seam-back", "to where its photos are");
        assert!(site.get(&back).body.contains("3\u{a0}photos"));

        let new = site.post("/moment/1/part", "photo=2").header("location").to_owned();
        let page = site.get("/moment/1").body;
        let joined = format!("with={}", field(&page, "with"));
        let one = site.post("/moment/1/join", &joined).header("location").to_owned();
        assert!(site.get(&one).body.contains("3\u{a0}photos"), "{new} {one}");
        let back = site.undo(&one);
        assert!(!site.get(&back).body.contains("3\u{a0}photos"));
    }
}

#[test]
fn what_cannot_be_parted_or_joined_is_said_so_and_what_is_away_is_not_there() {
    for house in houses() {
        let site = Site::over(house);
        site.house.keep(&[snap("evening.jpg", "2019-09-28T20:00")]);
        assert_eq!(site.post("/moment/1/part", "photo=1").status, 400, "nothing is before the first");
        assert_eq!(site.post("/moment/1/part", "photo=4").status, 404, "of another moment");
        assert_eq!(site.post("/moment/1/join", "with=2").status, 400, "of another day");
        assert_eq!(site.post("/moment/1/join", "with=99").status, 404);
        assert_eq!(site.post("/seam/99/undo", "back=/today").status, 404);
        assert_eq!(site.post("/moment/1/part", "").status, 400);
        let page = site.get("/moment/1").body;
        let other = field(&page, "with");
        site.post("/keep-away", &format!("scope=moment&target={other}&how_long=never&day=2026-09-28&back=/today"));
        assert!(!site.get("/moment/1").body.contains("name=\"with\""));
        assert_eq!(site.post("/moment/1/join", &format!("with={other}")).status, 404);
    }
}

#[test]
fn screenshots_of_the_day_are_hidden_together_and_shown_again() {
    for house in houses() {
        let site = Site::over(house);
        assert!(!site.get("/moment/1").body.contains("/screens/hide"));
        let screen = snap("s.png", "2019-09-28T15:10").sort(media::Genre::Screenshot);
        let paper = snap("p.jpg", "2019-09-28T15:12").sort(media::Genre::Document);
        let ids = site.house.keep(&[screen, paper]);
        let page = site.get("/moment/1").body;
        assert!(page.contains("Hide 2 screenshots and papers of this day"), "{page}");
        let hidden = site.post("/screens/hide", "day=2019-09-28&back=/moment/1").header("location").to_owned();
        assert!(!site.get("/moment/1").body.contains("/screens/hide"));
        assert!(site.get(&format!("/photo/{}", ids[0])).body.contains("This photo is hidden"));
        site.undo(&hidden);
        assert!(site.get("/moment/1").body.contains("Hide 2 screenshots"));
        // What is put away is not counted.
        site.post("/keep-away", &format!("scope=photo&target={}&how_long=never&day=2026-09-28&back=/today", ids[0]));
        assert!(site.get("/moment/1").body.contains("Hide a screenshot or paper"));
    }
}

#[test]
fn bursts_are_folded_and_a_moment_of_thousands_is_read_a_page_at_a_time() {
    let house = House::on_sqlite();
    let many: Vec<_> = (0..5_000)
        .map(|i| {
            let time = format!("2018-05-04T{:02}:{:02}:{:02}", 8 + i / 3_600, i / 60 % 60, i % 60);
            // Each two look alike.
            snap(&format!("{i}.jpg"), &time).looking((i as u64 / 2).wrapping_mul(0x9E37_79B9_7F4A_7C15))
        })
        .collect();
    house.keep(&many);
    let site = Site::over(house);
    let moment = "/moment/1";
    let page = site.get(moment).body;
    assert!(page.contains("5,000\u{a0}photos") && page.contains("1 to 120 of 5,000 photos"), "{}", &page[..4000]);
    assert!(page.contains("One more like this"));
    assert!(page.len() < 150_000, "{}", page.len());
    assert!(page.contains("href=\"/moment/1?from=120\""));
    let last = site.get("/moment/1?from=4920").body;
    assert!(last.contains("4,921 to 5,000") && !last.contains("rel=\"next\""));
    assert_eq!(site.get("/moment/1?from=5000").status, 404);
    assert_eq!(site.get("/moment/1?from=x").status, 200);
}

#[test]
fn the_pages_speak_spanish() {
    let site = Site::with_afternoon();
    let page = site.ask("GET", "/moment/1", &[("accept-language", "es")], "").body;
    assert!(page.contains("Partirlo en dos") && page.contains("Ponle un título"), "{page}");
    let page = site.ask("GET", "/photo/1", &[("accept-language", "es")], "").body;
    assert!(page.contains("Corregir la fecha") && page.contains("Girar a la derecha"), "{page}");
}
