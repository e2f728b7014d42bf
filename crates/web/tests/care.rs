//! What is kept with care, through its pages: entering, looking, changing, taking back; and nobody else sees any of it.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use site::forms::encoded;
use site::{Answer, Site, Who, field};
use testkit::houses;

/// A form as a browser sends it.
fn form(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect::<Vec<_>>().join("&")
}

fn enter(site: &Site, fields: &[(&str, &str)]) -> Answer {
    let (_, kind) = fields.iter().find(|(name, _)| *name == "kind").unwrap();
    site.post(&format!("/care/losses/new/{kind}"), &form(fields))
}

/// Says a loss and keeps it. Answers the answer, and the page of the loss with what was done.
fn keep(site: &Site, fields: &[(&str, &str)]) -> (Answer, String) {
    let begun = enter(site, fields);
    assert_eq!(begun.status, 303, "{}", begun.body);
    let answer = site.post(&format!("{}/keep", page_of(begun.header("location"))), "");
    assert_eq!(answer.status, 303, "{}", answer.body);
    let led = answer.header("location").to_owned();
    let (back, done) = led.split_once('?').unwrap();
    assert_eq!(back, "/care");
    let id = done.split("of=").nth(1).unwrap().to_owned();
    (answer, format!("/care/losses/{id}?{done}"))
}

fn page_of(led: &str) -> &str {
    led.split('?').next().unwrap()
}

/// Every field of the form of a loss, as a browser would send it back.
fn fields_of(site: &Site, path: &str) -> Vec<(String, String)> {
    let body = site.get(path).body;
    let inside = body.split("<form class=\"loss\"").nth(1).unwrap().split("</form>").next().unwrap();
    let mut fields: Vec<(String, String)> = Vec::new();
    for tag in inside.split('<').skip(1) {
        let (opening, text) = tag.split_once('>').unwrap_or((tag, ""));
        let value_of = |name: &str| {
            opening.split(&format!(" {name}=\"")).nth(1).map(|rest| plain(rest.split('"').next().unwrap()))
        };
        let (name, value) = (value_of("name"), value_of("value").unwrap_or_default());
        let chosen = !opening.contains("type=\"radio\"") && !opening.contains("type=\"checkbox\"")
            || opening.contains(" checked");
        match opening.split_whitespace().next().unwrap_or_default() {
            // The key is another one on each page.
            "input" if chosen => fields.extend(name.filter(|name| name != "form-key").map(|name| (name, value))),
            "select" => fields.extend(name.map(|name| (name, String::new()))),
            "textarea" => fields.extend(name.map(|name| (name, plain(text.strip_prefix('\n').unwrap_or(text))))),
            "option" if opening.contains(" selected") => fields.last_mut().unwrap().1 = value,
            _ => {}
        }
    }
    fields
}

fn plain(text: &str) -> String {
    text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&")
}

fn sent(fields: &[(String, String)], other: &[(&str, &str)]) -> String {
    let kept = fields.iter().filter(|(name, _)| name != "do" && other.iter().all(|(changed, _)| changed != name));
    let mut pairs: Vec<(&str, &str)> = kept.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    pairs.extend(other);
    form(&pairs)
}

const AFTERNOON: [(&str, &str); 2] = [("kind", "pregnancy_loss"), ("when", "28 September 2019")];

#[test]
fn a_kind_and_one_date_are_enough_and_what_is_in_reach_is_gone_everywhere_at_once_and_back_by_undo() {
    for house in houses() {
        let site = Site::over(house);
        let everywhere = ["/today", "/library/2019/9", "/people", "/search?q=ada", "/places"];
        let says = |path: &str| {
            let body = site.get(path).body;
            ["Ada", "Cannon Beach", "/photo/1", "/photo/2/"].into_iter().any(|word| body.contains(word))
        };
        assert!(everywhere.iter().all(|path| says(path)));
        let (_, led) = keep(&site, &AFTERNOON);
        for path in everywhere {
            assert!(!says(path), "{path}: {}", site.get(path).body);
        }
        for path in ["/photo/1", "/photo/1/small.jpg", "/photo/1/original", "/moment/1", "/api/v1/photos/1"] {
            assert_eq!(site.get(path).status, 404, "{path}");
        }
        assert_eq!(site.get("/photo/4").status, 200, "another day stays");
        let page = site.get(&led);
        assert!(
            page.body.contains("It is kept") && page.body.contains("3\u{a0}photos, 28 September 2019"),
            "{}",
            page.body
        );
        assert!(page.body.contains("most in Cannon Beach"), "{}", page.body);
        let away = site.get("/put-away").body;
        assert!(away.contains("3\u{a0}photos stay away with what you keep with care."), "{away}");
        assert!(!away.contains("Nothing is put away."), "{away}");
        let care = site.get("/care").body;
        assert!(care.contains("A pregnancy or a baby, 28 September 2019"), "{care}");
        let led = site.undo(&led);
        assert!(site.get(&led).body.contains("It is removed"), "{led}");
        assert!(everywhere.iter().all(|path| says(path)));
        let led = site.undo(&led);
        assert!(site.get(&led).body.contains("It is back"));
        assert_eq!(site.get("/photo/1").status, 404);
    }
}

#[test]
fn what_is_proposed_is_shown_in_words_before_anything_is_kept() {
    let site = Site::with_afternoon();
    let begun = enter(&site, &[AFTERNOON[0], AFTERNOON[1], ("name", "Wren"), ("due", "2020-02-15")]);
    let page = site.get(begun.header("location"));
    assert_eq!(page.status, 200);
    for words in [
        "This is what happens",
        "Wren, 28 September 2019",
        "Pictures of the days around 28 September 2019 stay away.",
        "Each 15 February is quiet here.",
        "3\u{a0}photos, most in Cannon Beach.",
        "Keep this",
    ] {
        assert!(page.body.contains(words), "{words}\n{}", page.body);
    }
    let adjust = site.get(&format!("{}/adjust", page_of(begun.header("location")))).body;
    for words in ["3\u{a0}photos, 28 September 2019", "15 February 2020", "value=\"Wren\"", "Ask first"] {
        assert!(adjust.contains(words), "{words}\n{adjust}");
    }
    assert!(!page.body.contains("<img") && !page.body.contains("/photo/"), "words first, no pictures");
    assert_eq!(site.get("/photo/1").status, 200, "nothing is kept");
    assert!(site.get("/care").body.contains("Nothing is kept here"));
}

#[test]
fn everything_is_changed_in_one_form_and_taken_back_whole() {
    for house in houses() {
        let site = Site::over(house);
        let (_, led) = keep(&site, &AFTERNOON);
        let path = page_of(&led).to_owned();
        let before = fields_of(&site, &path);
        let change = [
            ("kind", "death"),
            ("called", "Wren"),
            ("words", "Only mine"),
            ("person-0-name", "ada"),
            ("companion-0-name", "Elin"),
            ("place-0-where", "cannon beach"),
            ("place-1-where", "45.9, -123.96"),
            ("place-1-radius", "2.5 km"),
            ("period-1-from", "2021-01-01"),
            ("day-1-what", "birthday"),
            ("day-1-date", "3 February 2020"),
            ("day-1-plan", "quiet_look"),
            ("day-1-before", "14"),
            ("tags", "sea\nhospital"),
            ("part-the_day-want", "welcome"),
            ("part-periods-want", "welcome"),
            ("part-periods-this-year", "1"),
            ("part-places-when", "always"),
            ("review", "2027-01-01"),
            ("ages", "1"),
            ("do", "save"),
        ];
        let answer = site.post(&path, &sent(&before, &change));
        assert_eq!(answer.status, 303, "{}", answer.body);
        let led = answer.header("location").to_owned();
        let page = site.get(&led).body;
        for words in
            ["The change is kept", "Wren", "Only mine", "Ada", "Elin", "Cannon Beach", "2500 m", "1 January 2021", "14"]
        {
            assert!(page.contains(words), "{words}\n{page}");
        }
        assert!(page.contains("28 September 2027") && page.contains("hospital"), "not this year, and the words");
        let led = site.undo(&led);
        assert!(site.get(&led).body.contains("as it was before"));
        assert_eq!(fields_of(&site, &path), before, "to the letter");
    }
}

#[test]
fn two_windows_that_change_the_same_see_each_other_and_lose_nothing() {
    let site = Site::with_afternoon();
    let (_, led) = keep(&site, &AFTERNOON);
    let path = page_of(&led).to_owned();
    let fields = fields_of(&site, &path);
    assert_eq!(site.post(&path, &sent(&fields, &[("called", "First"), ("do", "save")])).status, 303);
    let second = site.post(&path, &sent(&fields, &[("called", "Second"), ("do", "save")]));
    assert!(second.status == 200 && second.body.contains("changed in another window"), "{}", second.body);
    assert!(second.body.contains("value=\"Second\""), "what was typed is there");
    let was = field(&second.body, "was");
    assert_eq!(site.post(&path, &sent(&fields, &[("called", "Second"), ("was", &was), ("do", "save")])).status, 303);
}

#[test]
fn odd_input_gets_a_clear_answer_and_keeps_what_was_typed() {
    let site = Site::with_afternoon();
    let odd_days = ["", "0000-01-01", "2019-02-30", "1/2/2019/3", "🌱", "מחר", "99999-01-01"];
    for day in odd_days {
        let page = enter(&site, &[("kind", "other"), ("when", day), ("name", "🌱 שלום")]);
        assert!(page.status == 200 && page.body.contains("role=\"alert\""), "{day}: {}", page.body);
        assert!(page.body.contains("🌱 שלום"), "{day}");
    }
    assert_eq!(site.post("/care/losses/new/weather", "when=2019-09-28").status, 404);
    let (_, led) = keep(&site, &AFTERNOON);
    let path = page_of(&led).to_owned();
    let fields = fields_of(&site, &path);
    let long = "n".repeat(30_000);
    let many = (0..5_000).map(|at| format!("word{at}")).collect::<Vec<_>>().join("\n");
    let cases: [(&str, &str, &str); 11] = [
        ("period-0-to", "1 January 2001", "ends before it begins"),
        ("period-0-from", "year 0", "not a day that can be read"),
        ("place-0-where", "Atlantis", "no town of your photos"),
        ("day-0-before", "15", "0 to 14 days"),
        ("day-0-after", "-1", "0 to 14 days"),
        ("part-periods-before", "99999", "ten years"),
        ("person-0-name", "Nobody & <b>", "Go on without it"),
        ("review", "soon", "not a day that can be read"),
        ("words", &long, "too long to keep"),
        ("tags", &many, "At most 200"),
        ("part-the_day-until", "2019-13-01", "not a day that can be read"),
    ];
    for (name, value, says) in cases {
        let page = site.post(&path, &sent(&fields, &[(name, value), ("do", "save")]));
        assert!(page.status == 200 && page.body.contains(says), "{name}: {}", page.body);
        let shown = value.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;");
        assert!(page.body.contains(&shown), "{name} is lost");
    }
    for radius in ["0", "40000 km", "wide", "1e99"] {
        let place = [("place-0-where", "45.9, -123.96"), ("place-0-radius", radius), ("do", "save")];
        let page = site.post(&path, &sent(&fields, &place));
        assert!(page.body.contains("half around the world") && page.body.contains(radius), "{radius}");
    }
    assert_eq!(fields_of(&site, &path), fields, "nothing was changed");
    let without = [("person-0-name", "Nobody"), ("leave_names", "1"), ("do", "save")];
    assert_eq!(site.post(&path, &sent(&fields, &without)).status, 303, "no name is needed");
}

#[test]
fn ten_thousand_examples_and_a_loss_that_covers_everything_are_kept_or_refused_in_words() {
    let site = Site::with_afternoon();
    let (_, led) = keep(&site, &[("kind", "other"), ("when", "2019-09-28")]);
    let path = page_of(&led).to_owned();
    let fields = fields_of(&site, &path);
    let rows: Vec<(String, String)> = (0..10_000).map(|at| (format!("person-{at}-name"), "Ada".to_owned())).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let page = site.post(&path, &sent(&fields, &[&rows[..], &[("do", "save")]].concat()));
    assert!(page.body.contains("At most 200"), "{}", &page.body[..2_000]);
    let all =
        [("period-0-from", "0001-01-01"), ("period-0-to", ""), ("part-periods-want", "keep_away"), ("do", "save")];
    assert_eq!(site.post(&path, &sent(&fields, &all)).status, 303);
    assert!(site.photos.iter().all(|id| site.get(&format!("/photo/{id}")).status == 404));
    assert!(site.get(&path).body.contains("4\u{a0}photos"));
}

#[test]
fn nobody_else_sees_anything_of_it() {
    for house in houses() {
        let site = Site::over(house);
        let (_, led) = keep(&site, &[AFTERNOON[0], AFTERNOON[1], ("name", "Wren")]);
        let path = page_of(&led).to_owned();
        for path in ["/care", "/care/days", "/care/log", "/ahead", "/ahead?days=365", "/why/2026-09-28"] {
            let page = site.ask_as(Who::OtherOwner, "GET", path, "");
            assert!(page.status == 200 && !page.body.contains("Wren") && !page.body.contains("hard-day\""), "{path}");
        }
        assert_eq!(site.ask_as(Who::OtherOwner, "GET", &path, "").status, 404);
        assert_eq!(site.ask_as(Who::OtherOwner, "GET", "/why/photo/1", "").status, 404);
        for act in ["", "/look", "/remove", "/restore", "/review", "/by-hand"] {
            let form = "answer=never&what=photo&target=4&way=in&part=periods&kind=other&do=save";
            let answer = site.ask_as(Who::OtherOwner, "POST", &format!("{path}{act}"), form);
            assert_eq!(answer.status, 404, "{act}: {}", answer.body);
        }
        assert!(site.get(&path).body.contains("Wren"), "nothing was changed");
        assert!(!site.get(&path).body.contains("<title>Wren"), "no title names it");
    }
}

#[test]
fn the_pictures_of_a_part_are_led_to_only_when_asked_for() {
    let site = Site::with_afternoon();
    let (_, led) = keep(&site, &AFTERNOON);
    let path = page_of(&led);
    let led = site.post(&format!("{path}/look"), "part=periods");
    assert!(led.status == 303 && led.header("location").starts_with("/opened/"), "{}", led.body);
    assert_eq!(site.post(&format!("{path}/look"), "part=nothing").status, 404);
    assert_eq!(site.post(&format!("{path}/look"), "").status, 404);
}

#[test]
fn a_photo_and_a_moment_are_taken_in_and_out_by_hand_and_taken_back() {
    for house in houses() {
        let site = Site::over(house);
        assert!(!site.get("/photo/4").body.contains("Belongs to what I keep"), "nothing is offered without a loss");
        let (_, led) = keep(&site, &[("kind", "other"), ("when", "2001-01-01")]);
        let path = page_of(&led).to_owned();
        assert!(site.get("/photo/4").body.contains("Belongs to what I keep"));
        assert!(site.get("/moment/1").body.contains("Belongs to what I keep"));
        let hand = format!("{path}/by-hand");
        let led = site.post(&hand, "what=photo&target=4&way=in&back=/photo/4");
        assert_eq!(site.get("/photo/4").status, 404, "gone at once");
        let page = site.get(led.header("location")).body;
        assert!(page.contains("It belongs to what you keep") && page.contains("1 taken in"), "{page}");
        site.undo(led.header("location"));
        assert_eq!(site.get("/photo/4").status, 200);
        let led = site.post(&hand, "what=moment&target=1&way=out&back=/moment/1");
        assert!(led.header("location").starts_with("/moment/1?done=taken-out"));
        assert_eq!(site.undo(led.header("location")), "/moment/1?done=loss-as-it-was");
        let led = site.post(&hand, "what=photo&target=4&way=stands_for_it&back=/photo/4");
        assert_eq!(site.get("/photo/4").status, 404, "its moment is met as it is");
        let page = site.get(led.header("location")).body;
        assert!(page.contains("stands for what you keep") && site.get(&path).body.contains("1 photo stands for it"));
        let led = site.post(&format!("{path}/forget-examples"), "");
        assert!(site.get(led.header("location")).body.contains("On the page of any photo"));
        assert_eq!(site.get("/photo/4").status, 200);
        site.undo(led.header("location"));
        assert_eq!(site.get("/photo/4").status, 404, "it stands for it again");
        assert_eq!(site.post("/care/losses/99/forget-examples", "").status, 404);
        for odd in [
            "what=photo&target=999&way=in",
            "what=photo&target=x&way=in",
            "what=day&target=1&way=in",
            "what=photo&target=4&way=up",
        ] {
            assert!([400, 404].contains(&site.post(&hand, odd).status), "{odd}");
        }
    }
}

#[test]
fn a_day_that_is_over_switches_nothing_off_unnoticed() {
    let site = Site::with_afternoon();
    let (_, led) = keep(&site, &AFTERNOON);
    let page = page_of(&led).to_owned();
    let fields = fields_of(&site, &page);
    let change = |other: &[(&str, &str)]| site.post(&page, &sent(&fields, &[other, &[("do", "save")]].concat()));
    let over = change(&[("part-periods-until", "1 January 2020")]);
    assert!(over.status == 200 && over.body.contains("This day is over"), "{}", over.body);
    assert!(!over.body.contains("nothing falls now"), "what falls in the parts cannot be told just now");
    let both = change(&[("part-periods-until", "1 January 2030"), ("part-periods-this-year", "1")]);
    assert!(both.status == 200 && both.body.contains("and not both"), "{}", both.body);
    assert_eq!(site.get("/photo/1").status, 404, "nothing was changed");
    assert_eq!(change(&[("part-periods-until", "1 January 2030")]).status, 303);
}

#[test]
fn of_two_people_of_one_name_the_one_who_is_meant_stays_meant() {
    for house in houses() {
        let site = Site::over(house);
        let (_, led) = keep(&site, &[("kind", "separation"), ("when", "1 May 2018"), ("name", "Ada")]);
        let page = page_of(&led).to_owned();
        assert_eq!((site.get("/photo/2").status, site.get("/photo/1").status), (404, 200));
        // Somebody else comes to be called Ada, too.
        site.house.store.write(|tx| tx.execute("UPDATE people SET name = 'Ada' WHERE name = 'Elin'", &[])).unwrap();
        let fields = fields_of(&site, &page);
        let changed = site.post(&page, &sent(&fields, &[("words", "mine"), ("do", "save")]));
        assert_eq!(changed.status, 303, "{}", changed.body);
        assert_eq!((site.get("/photo/2").status, site.get("/photo/1").status), (404, 200), "she is still meant");
        let asked = enter(&site, &[("kind", "death"), ("when", "1 May 2018"), ("name", "Ada")]);
        assert!(asked.body.contains("More than one person has this name"), "{}", asked.body);
    }
}

#[test]
fn days_that_do_not_go_together_are_asked_again_and_nothing_is_kept() {
    let site = Site::with_afternoon();
    for (other, says) in [
        (("due", "14 February 2019"), "does not go with the day above"),
        (("due", "14 February 2022"), "does not go with the day above"),
        (("began", "1 October 2020"), "cannot have begun after"),
        (("when", "1 October 2030"), "has not come yet"),
    ] {
        let first = [("kind", "pregnancy_loss"), ("when", "28 September 2020")];
        let fields: Vec<_> = first.into_iter().filter(|(name, _)| *name != other.0).chain([other]).collect();
        let page = enter(&site, &fields);
        assert!(page.status == 200 && page.body.contains(says), "{other:?}: {}", page.body);
        assert!(page.body.contains(other.1), "what was typed is there");
    }
    let good = [
        ("kind", "pregnancy_loss"),
        ("when", "28 September 2020"),
        ("due", "15 February 2021"),
        ("began", "1 May 2020"),
    ];
    keep(&site, &good);
    keep(&site, &[("kind", "pregnancy_loss"), ("when", "28 September 2020"), ("due", "20 September 2020")]);
}
