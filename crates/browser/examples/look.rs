//! Takes pictures of every page, on a phone and on a desk, in light and in the dark: `look PROGRAM DATA FOLDER`.
#![allow(clippy::unwrap_used, reason = "a look that cannot be taken should say so loudly")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use browser::{Browser, FIRST_VISIT, INSIDE, OUTSIDE, Screen, Served, Stop};

fn main() {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [program, data, folder] = arguments.as_slice() else { panic!("look PROGRAM DATA FOLDER") };
    std::fs::create_dir_all(folder).unwrap();
    of_an_empty_library(program, folder);
    of_the_demo(program, data, folder);
}

fn of_an_empty_library(program: &Path, folder: &Path) {
    let data = tempfile::tempdir().unwrap();
    let served = Served::start(program, data.path(), &[OsStr::new("serve")]);
    let page = Browser::start(&served.address()).unwrap_or_else(|missing| panic!("{missing}"));
    stops(&page, FIRST_VISIT, folder, "");
    page.open("/set-up");
    page.fill("Your name", "Elin");
    page.fill("Password", "an old red bicycle");
    page.press("Set up");
    page.sees("Recovery codes");
    pictures(&page, folder, "codes");
    page.press("I have kept them");
    let everywhere: Vec<Stop> = INSIDE.iter().copied().filter(Stop::is_everywhere).collect();
    stops(&page, &everywhere, folder, "empty-");
}

fn of_the_demo(program: &Path, data: &Path, folder: &Path) {
    let mut served = Served::start(program, data, &[OsStr::new("demo")]);
    let page = Browser::start(&served.address()).unwrap_or_else(|missing| panic!("{missing}"));
    stops(&page, OUTSIDE, folder, "");
    page.come_in(&served.way_in());
    page.until_photos_are_in();
    page.correct_a_date();
    page.keep_something_with_care();
    stops(&page, INSIDE, folder, "");
    page.open("/today");
    page.press("Not this one");
    page.press("Just for today");
    pictures(&page, folder, "notice");
    page.press("Undo");
    pictures(&page, folder, "undone");
}

fn stops(page: &Browser, stops: &[Stop], folder: &Path, before: &str) {
    for stop in stops {
        page.come_to(stop);
        pictures(page, folder, &format!("{before}{}", stop.name));
    }
}

fn pictures(page: &Browser, folder: &Path, name: &str) {
    for screen in [Screen::PHONE, Screen::DESK] {
        page.on(screen);
        for (dark, scheme) in [(false, "light"), (true, "dark")] {
            page.colours(dark);
            page.picture(&folder.join(format!("{name}-{}-{scheme}.png", screen.width))).unwrap();
        }
    }
    page.colours(false);
}
