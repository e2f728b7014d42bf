//! The pages of the library, and what is done with photos chosen there; on both engines where the data matters.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use std::collections::BTreeSet;

use model::{PhotoId, Precision};
use site::{Answer, Site};
use testkit::{House, Snap, houses, snap};

/// The photos whose tiles are on a page, in order.
fn tiles(page: &Answer) -> Vec<i64> {
    let links = page.body.split("data-id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap());
    links.collect()
}

/// The value of the first attribute of that name after `mark`.
fn attribute<'a>(page: &'a str, mark: &str, name: &str) -> Option<&'a str> {
    let after = &page[page.find(mark)?..];
    after.split(&format!("{name}=\"")).nth(1)?.split('"').next()
}

/// Where the link with those words leads.
fn link(page: &Answer, words: &str) -> Option<String> {
    let before = page.body.split(words).next().filter(|before| before.len() < page.body.len())?;
    let href = before.rsplit("href=\"").next()?.split('"').next()?;
    Some(href.replace("&amp;", "&").replace("&#38;", "&"))
}

/// Every photo of a month or the like, walking its pages.
fn walked(site: &Site, path: &str) -> Vec<i64> {
    let (mut found, mut next) = (Vec::new(), Some(path.to_owned()));
    while let Some(address) = next {
        let page = site.get(&address);
        assert_eq!(page.status, 200, "{address}");
        found.extend(tiles(&page));
        next = link(&page, "Later in these");
    }
    found
}

/// Sends the Undo of the notice on a page; answers the page after it.
fn undone(site: &Site, page: &Answer) -> Answer {
    let notice = &page.body[page.body.find("class=\"notice\"").unwrap()..];
    let action = attribute(notice, "<form", "action").unwrap().to_owned();
    let fields = notice.split("</form>").next().unwrap().split("<input").skip(1).map(|input| {
        let value = attribute(input, "name=", "value").unwrap();
        format!("{}={}", attribute(input, "name=", "name").unwrap(), value)
    });
    let form = fields.collect::<Vec<_>>().join("&");
    let answer = site.post(&action, &form);
    assert_eq!(answer.status, 303, "{action} {form}");
    site.get(answer.header("location"))
}

/// Does something with photos from a page; answers the page it leads back to.
fn done(site: &Site, action: &str, form: &str) -> Answer {
    let answer = site.post(&format!("/photos/{action}"), form);
    assert_eq!(answer.status, 303, "{action} {form}: {}", answer.body);
    let page = site.get(answer.header("location"));
    assert_eq!(page.status, 200);
    page
}

#[test]
fn the_library_opens_by_years_months_and_days() {
    for house in houses() {
        let site = Site::over(house);
        let years = site.get("/library");
        for words in
            ["4\u{a0}photos, from 2019 to 2020", "/library/2020/2", "September", "id=\"y2019\"", "/photo/4/small.jpg"]
        {
            assert!(years.body.contains(words), "{words}\n{}", years.body);
        }
        assert!(years.body.find("y2020").unwrap() < years.body.find("y2019").unwrap(), "newest first");
        let year = site.get("/library/2019");
        assert!(year.body.contains("<h1>2019</h1>") && year.body.contains("September"), "{}", year.body);
        assert!(year.body.contains("<a href=\"/library/2019\" aria-current=\"true\">2019</a>"), "{}", year.body);
        let month = site.get("/library/2019/9");
        assert!(month.body.contains("<h1>September 2019</h1>") && month.body.contains("id=\"d28\""), "{}", month.body);
        assert!(month.body.contains("Saturday 28") && month.body.contains("3\u{a0}photos"));
        assert_eq!(tiles(&month), [1, 2, 3]);
        assert_eq!(link(&month, "February 2020").unwrap(), "/library/2020/2", "the months between are empty");
    }
}

#[test]
fn a_day_is_found_by_its_date_or_else_the_nearest_one() {
    let site = Site::with_afternoon();
    for (asked, at) in [
        ("2019-09-28", "/library/2019/9#d28"),
        ("2019-12-01", "/library/2020/2#d3"),
        ("1800-01-01", "/library/2019/9#d28"),
        ("9999-12-31", "/library/2020/2#d3"),
    ] {
        let answer = site.get(&format!("/library?at={asked}"));
        assert_eq!((answer.status, answer.header("location")), (303, at), "{asked}");
    }
    assert_eq!(site.get("/library?at=yesterday").status, 200);
}

#[test]
fn a_date_and_a_name_at_once_are_asked_about_and_neither_is_lost() {
    let site = Site::with_afternoon();
    let answer = site.post("/photos/said", "id=2&date=2018-05-01&name=Leo&back=/library/2019/9");
    assert_eq!(answer.status, 400);
    assert!(answer.body.contains("A date and a name are both filled in"), "{}", answer.body);
    assert!(site.get("/library/2019/9").body.contains("/photo/2\""), "it is where it was");
    assert!(done(&site, "said", "id=2&date=2018-05-01&name=&back=/library").body.contains("new date"));
}

#[test]
fn a_month_of_many_photos_is_walked_without_loss_or_doubles_and_any_day_of_it_opens_at_once() {
    for house in houses() {
        let photos: Vec<Snap> =
            (0..500).map(|i| snap(&format!("{i}.jpg"), &format!("2014-07-{:02}T12:00", 1 + i / 50))).collect();
        let ids = house.keep(&photos);
        let site = Site::over(house);
        assert_eq!(walked(&site, "/library/2014/7"), ids.iter().map(|id| id.0).collect::<Vec<_>>());
        let ninth = site.get("/library?at=2014-07-09");
        assert_eq!(ninth.header("location"), "/library/2014/7?on=9#d9");
        let page = site.get("/library/2014/7?on=9");
        assert_eq!(tiles(&page)[0], ids[400].0);
        assert!(page.body.contains("id=\"d9\"") && page.body.contains("href=\"/library/2014/7?on=2#d2\""));
        let earlier = site.get(&link(&page, "Earlier in these").unwrap());
        assert_eq!(tiles(&earlier), ids[280..400].iter().map(|id| id.0).collect::<Vec<_>>());
        assert!(page.body.len() < 200_000, "a page has an end");
    }
}

#[test]
fn what_is_old_roughly_dated_or_without_a_date_has_its_place() {
    for house in houses() {
        let mut undated = snap("undated.jpg", "2000-01-01T00:00");
        undated.facts.taken = None;
        house.keep(&[
            snap("last of the sixties.jpg", "1969-12-31T23:59"),
            snap("fifties.jpg", "1956-01-01T00:00").to_the(Precision::AboutYear),
            snap("may.jpg", "1988-05-01T00:00").to_the(Precision::Month),
            snap("first of may.jpg", "1988-05-01T00:00").to_the(Precision::Day),
            undated,
        ]);
        let site = Site::over(house);
        assert_eq!(tiles(&site.get("/library/1969/12")), [1]);
        assert_eq!(tiles(&site.get("/library/1956/some-time")), [2]);
        assert!(site.get("/library/1956").body.contains("Some time in 1956"));
        assert_eq!(tiles(&site.get("/library/1956/1")), [] as [i64; 0]);
        let may = site.get("/library/1988/5");
        assert!(may.body.contains("Some time in May 1988") && may.body.contains("Sunday 1"), "{}", may.body);
        assert_eq!(tiles(&may), [3, 4]);
        assert_eq!(tiles(&site.get("/library/undated")), [5]);
        assert!(site.get("/library").body.contains("/library/undated"));
    }
}

#[test]
fn what_is_put_away_is_on_no_page_of_the_library_and_in_no_count() {
    for house in houses() {
        let site = Site::over(house);
        let before = site.get("/library/2019/9");
        assert!(tiles(&before).contains(&2) && before.body.contains("3\u{a0}photos"));
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        for path in ["/library", "/library/2019", "/library/2019/9", "/library/2019/9?select"] {
            let page = site.get(path);
            assert!(!page.body.contains("/photo/2") && !page.body.contains("Ada"), "{path}: {}", page.body);
            let counted = if path == "/library" { "4\u{a0}photos" } else { "3\u{a0}photos" };
            assert!(!page.body.contains(counted), "{path} counts it");
        }
        let years = site.get("/library").body;
        assert!(years.contains("1\u{a0}photo is put away") && years.contains("href=\"/put-away\""), "{years}");
        assert!(
            site.get("/library/2019/9?select").body.contains("<option value=\"Elin\">"),
            "others are offered by name"
        );
        site.post("/keep-away", "scope=day&target=2020-02-03&how_long=never&day=2026-09-28&back=/today");
        assert!(!site.get("/library").body.contains("2020"), "a year of which everything is put away is not there");
        let (away, never) = (site.get("/library/2020/2").told(), site.get("/library/2021/2").told());
        assert_eq!(away.replace("2020", "2021"), never);
    }
}

#[test]
fn photos_are_chosen_without_a_script_and_each_change_is_undone_together() {
    for house in houses() {
        let site = Site::over(house);
        let choosing = site.get("/library/2019/9?select");
        assert_eq!(choosing.body.matches("type=\"checkbox\"").count(), 3);
        let back = "back=/library/2019/9";
        for (action, form, said) in [
            ("remove", "", "2\u{a0}photos are removed."),
            ("hide", "", "2\u{a0}photos are hidden."),
            ("keep-away", "&how_long=not_this_year", "2\u{a0}photos are put away."),
            ("date", "&date=2018-05-01", "2\u{a0}photos have their new date."),
        ] {
            let page = done(&site, action, &format!("id=1&id=3&id=999&id=x&{back}{form}"));
            assert!(page.body.contains(said), "{action}: {}", page.body);
            assert_eq!(tiles(&page), [2], "{action}");
            let page = undone(&site, &page);
            assert_eq!(tiles(&page), [1, 2, 3], "{action} undone");
            assert!(page.body.contains("It is as it was."), "{}", page.body);
        }
    }
}

#[test]
fn people_are_named_in_several_photos_and_unnamed_only_where_they_were_not_before() {
    for house in houses() {
        let site = Site::over(house);
        let names = |id: i64| {
            let owner = site.house.owner();
            let photo = site.house.store.read(|tx| library::photo(tx, owner, PhotoId(id))).unwrap().unwrap();
            photo.people.into_iter().map(|(_, name)| name).collect::<BTreeSet<_>>().len()
        };
        let page = done(&site, "said", "id=2&id=3&name=Ada&back=/library/2019/9");
        assert!(page.body.contains("The name is on 1\u{a0}photo."), "{}", page.body);
        assert_eq!((names(2), names(3)), (1, 1));
        undone(&site, &page);
        assert_eq!((names(2), names(3)), (1, 0), "the file names her in the second, and still does");
    }
}

#[test]
fn what_is_hidden_has_its_own_list_and_is_shown_again_from_there() {
    for house in houses() {
        let site = Site::over(house);
        done(&site, "hide", "id=1&id=2&back=/library/2019/9");
        assert!(site.get("/library").body.contains("/library/hidden"));
        assert_eq!(tiles(&site.get("/library/hidden")), [1, 2]);
        assert!(site.get("/library/hidden?select").body.contains("Show again"));
        let page = done(&site, "unhide", "id=1&id=2&id=3&back=/library/hidden");
        assert!(page.body.contains("2\u{a0}photos are shown again."), "{}", page.body);
        assert_eq!(tiles(&page), [] as [i64; 0]);
        assert_eq!(tiles(&undone(&site, &page)), [1, 2]);
    }
}

#[test]
fn nothing_that_is_put_away_or_of_somebody_else_is_changed_through_a_form() {
    for house in houses() {
        let site = Site::over(house);
        site.post("/keep-away", "scope=photo&target=2&how_long=never&day=2026-09-28&back=/today");
        for (action, more) in
            [("hide", ""), ("remove", ""), ("date", "&date=2018"), ("tag", "&name=Leo"), ("restore", "")]
        {
            let page = done(&site, action, &format!("id=2&back=/library{more}"));
            assert!(page.body.contains("Nothing was changed."), "{action}: {}", page.body);
        }
        let owner = site.house.owner();
        let photo = site.house.store.read(|tx| library::photo(tx, owner, PhotoId(2))).unwrap().unwrap();
        assert!(!photo.hidden && photo.removed_ms.is_none() && photo.people.len() == 1);
        assert_eq!(photo.taken.unwrap().at.year(), 2019);
    }
}

#[test]
fn a_form_that_makes_no_sense_changes_nothing_and_leads_nowhere_else() {
    let site = Site::with_afternoon();
    for (action, form) in [
        ("date", "id=1&date=yesterday&back=/library"),
        ("tag", "id=1&name=%20&back=/library"),
        ("keep-away", "id=1&how_long=ages&back=/library"),
    ] {
        assert_eq!(site.post(&format!("/photos/{action}"), form).status, 400, "{action}");
    }
    assert_eq!(site.post("/photos/celebrate", "id=1").status, 404);
    for back in ["https://evil.example", "//evil.example", "/\\evil.example", "/library%0d%0ax:y", "/ü"] {
        let answer = site.post("/photos/hide", &format!("id=99&back={back}"));
        assert_eq!(answer.header("location"), "/library?done=hidden&ids=", "{back}");
    }
    assert!(done(&site, "remove", "back=/library/2019/9?from=1.1").body.contains("Nothing was changed."));
    assert_eq!(tiles(&site.get("/library/2019/9")), [1, 2, 3]);
}

#[test]
fn odd_addresses_of_the_library_are_answered_kindly() {
    let site = Site::over(House::on_sqlite());
    for path in [
        "/library/x",
        "/library/19",
        "/library/0000",
        "/library/2019/13",
        "/library/2019/0",
        "/library/2019/09",
        "/library/-2019/1",
    ] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
    for path in [
        "/library/9999/12",
        "/library/0001/1",
        "/library/1800",
        "/library/1800/some-time",
        "/library/2019/9?from=x&before=&on=99",
        "/library/2019/9?before=-9223372036854775808.-9223372036854775808",
        "/library/2019/9?from=9223372036854775807.9223372036854775807&select=99999999999999999999",
        "/library/undated?from=1.1",
        "/library/hidden?done=removed&ids=%22%3E%3Cb%3E&person=x",
    ] {
        let page = site.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.body.contains("<b>"), "{path}");
    }
    let empty = Site::over_empty(House::on_sqlite());
    assert!(empty.get("/library").body.contains("No photos yet"));
}
