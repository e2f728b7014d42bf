//! Takes pictures of every page, on a phone and on a desk, in light and in the dark: `look SITE FOLDER [WAY IN]`.
#![allow(clippy::unwrap_used, reason = "a look that cannot be taken should say so loudly")]

use std::path::PathBuf;

use browser::{Browser, Screen, TOUR};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [site, folder, rest @ ..] = arguments.as_slice() else { panic!("look SITE FOLDER [WAY IN]") };
    let folder = PathBuf::from(folder);
    let page = Browser::start(site).unwrap_or_else(|missing| panic!("{missing}"));
    if let [way_in, ..] = rest {
        page.open(way_in);
    }
    for stop in TOUR {
        let path = page.way_to(stop.path);
        for (screen, wide) in [(Screen::PHONE, 390), (Screen::DESK, 1280)] {
            page.on(screen);
            page.open(&path);
            for (dark, scheme) in [(false, "light"), (true, "dark")] {
                page.colours(dark);
                page.picture(&folder.join(format!("{}-{wide}-{scheme}.png", stop.name))).unwrap();
                for violation in page.violations() {
                    println!("{} {wide} {scheme}: {violation}", stop.name);
                }
            }
            for found in page.too_wide() {
                println!("{} {wide}: {found}", stop.name);
            }
        }
    }
}
