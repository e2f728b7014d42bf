//! When something of a page can first be seen on a slow phone, and what the page weighs.

use std::ffi::OsStr;
use std::path::Path;

use browser::{Browser, Network, Served};

use crate::median;

/// The pages that are looked at, by the way to them.
const PAGES: &[(&str, &str)] = &[
    ("Today", "/today"),
    ("a month of the library", "{month}"),
    ("a moment", "{moment}"),
    ("a photo", "{photo}"),
    ("search", "/search?q=Ada"),
];

pub(crate) fn run(program: &Path, kept: &Path, rounds: usize) {
    let mut served = Served::start(program, &kept.join("paint"), &[OsStr::new("demo")]);
    let page = match Browser::start(&served.address()) {
        Ok(browser) => browser.phone(),
        Err(missing) => return println!("skipped: {missing}"),
    };
    page.come_in(&served.way_in());
    page.until_photos_are_in();
    let pages: Vec<_> = PAGES.iter().map(|(name, path)| (*name, page.way_to(path))).collect();
    let Network { kilobits, round_trip, slower } = Network::PHONE;
    page.slowed(Network::PHONE);
    println!(
        "first contentful paint in ms, {kilobits} kbit/s, {round_trip} ms, processor {slower} x slower, median of {rounds}"
    );
    println!(
        "{:<26}{:>12}{:>12}{:>12}{:>10}{:>10}{:>10}{:>12}",
        "page", "first visit", "next visit", "worst", "HTML", "CSS", "JS", "sum in KiB"
    );
    for (name, path) in pages {
        let (mut first, mut next) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            page.forget();
            page.open(&path);
            first.push(page.first_paint());
            page.open(&path);
            next.push(page.first_paint());
        }
        let weight = page.weight();
        let sum = (weight.html + weight.styles + weight.scripts) as f64 / 1024.0;
        let worst = first.iter().copied().fold(0.0, f64::max);
        println!(
            "{name:<26}{:>12.0}{:>12.0}{worst:>12.0}{:>10}{:>10}{:>10}{sum:>12.1}",
            median(&first),
            median(&next),
            weight.html,
            weight.styles,
            weight.scripts
        );
    }
}
