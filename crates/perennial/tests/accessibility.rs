//! Every page, as those meet it who do not see it, see it large, or hold a small screen. In a real browser.
#![allow(clippy::unwrap_used, missing_docs)]

mod home;

use std::fmt::Write;

use browser::{Browser, FIRST_VISIT, INSIDE, OUTSIDE, Screen, Stop, axe_program};
use home::Home;
use web::routes;

/// Routes that answer with something else than a page.
const NOT_PAGES: &[&str] = &[
    "/opened/{token}/{name}/{size}",
    "/",
    "/photo/{id}/original",
    "/photo/{id}/{size}",
    "/favicon.ico",
    "/assets/{version}/{name}",
];

#[test]
fn the_tour_comes_to_every_page() {
    let not_a_page = |path: &str| NOT_PAGES.contains(&path) || path.starts_with("/api/");
    let routes = routes();
    let pages: Vec<_> = routes.iter().filter(|route| route.method == "GET" && !not_a_page(route.path)).collect();
    let stops: Vec<&Stop> = [FIRST_VISIT, OUTSIDE, INSIDE].into_iter().flatten().collect();
    for page in &pages {
        assert!(stops.iter().any(|stop| stop.route == page.path), "the tour (crates/browser) leaves out {}", page.path);
    }
    for stop in stops {
        assert!(stop.route.is_empty() || pages.iter().any(|page| page.path == stop.route), "{} is no page", stop.route);
    }
}

#[test]
fn no_page_breaks_a_rule_of_accessibility() {
    if let Err(missing) = axe_program() {
        return testkit::skip(&missing.to_string());
    }
    on_tour(|page, stop| {
        let mut wrong = String::new();
        for screen in [Screen::PHONE, Screen::DESK] {
            page.on(screen);
            for dark in [false, true] {
                page.colours(dark);
                for violation in page.violations() {
                    let width = screen.width;
                    writeln!(wrong, "{} at {width}, {}: {violation}", stop.name, if dark { "dark" } else { "light" })
                        .unwrap();
                }
            }
        }
        wrong
    });
}

#[test]
fn no_page_must_be_moved_sideways_on_a_narrow_screen_or_in_letters_twice_as_large() {
    on_tour(|page, stop| {
        page.on(Screen::NARROW);
        let mut wrong = page.too_wide();
        page.on(Screen::PHONE);
        page.enlarge(2.0);
        wrong.extend(page.too_wide());
        page.enlarge(1.0);
        wrong.iter().fold(String::new(), |said, line| format!("{said}{}: {line}\n", stop.name))
    });
}

#[test]
fn no_page_is_heavier_than_forty_kibibytes_without_its_photos() {
    on_tour(|page, stop| {
        let weight = page.weight();
        let whole = weight.html + weight.styles + weight.scripts;
        assert!(weight.html > 0 && weight.styles > 0, "{}: {weight:?}", stop.name);
        if whole < 40 * 1024 { String::new() } else { format!("{}: {weight:?}\n", stop.name) }
    });
}

/// Opens every page and asks what is wrong there; fails with all of it.
fn on_tour(wrong_at: impl Fn(&Browser, &Stop) -> String) {
    let home = Home::with_family();
    let Some(page) = home.browser() else { return };
    let mut wrong = String::new();
    let mut walk = |stops: &[Stop]| {
        for stop in stops {
            page.on(Screen::PHONE);
            page.come_to(stop);
            wrong += &wrong_at(&page, stop);
        }
    };
    walk(FIRST_VISIT);
    home::set_up(&page);
    page.lose_session();
    walk(OUTSIDE);
    home::sign_in(&page);
    page.until_photos_are_in();
    page.correct_a_date();
    page.keep_something_with_care();
    walk(INSIDE);
    assert!(wrong.is_empty(), "{wrong}");
}
