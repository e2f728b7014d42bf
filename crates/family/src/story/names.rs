//! Which camera took a picture, and what it called the file.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use model::Position;

use crate::chance::Chance;
use crate::{Camera, Kind, Shot, Spot};

/// Gives every shot its camera, what that camera writes, and a path that no other has.
pub(super) fn name_all(shots: &mut [Shot]) {
    let mut counters = Counters { big: 1204, apple: 311, messenger: 0, scan: 0 };
    let mut used = BTreeSet::new();
    for shot in shots {
        let name = equip(shot, &mut counters);
        let folder = match shot.kind {
            Kind::Scan => "Scans".to_owned(),
            Kind::Screenshot => "Screenshots".to_owned(),
            _ if shot.spot == Spot::Abroad => format!("{}/Lisbon", shot.lived.year()),
            _ => shot.lived.year().to_string(),
        };
        let mut path = format!("{folder}/{name}");
        let mut again = 1;
        while !used.insert(path.clone()) {
            path = format!("{folder}/{}~{again}.jpg", name.trim_end_matches(".jpg").trim_end_matches(".JPG"));
            again += 1;
        }
        shot.path = path;
    }
}

struct Counters {
    big: u32,
    apple: u32,
    messenger: u32,
    scan: u32,
}

fn equip(shot: &mut Shot, counters: &mut Counters) -> String {
    let mut chance = Chance::of(&[shot.seed, shot.take, 51]);
    match shot.kind {
        Kind::Screenshot => {
            shot.millisecond = 0;
            format!("Screenshot_{}.jpg", stamp(shot.time, "-"))
        }
        Kind::Messenger => {
            counters.messenger += 1;
            format!("IMG-{}-WA{:04}.jpg", stamp(shot.time, "").get(..8).unwrap_or_default(), counters.messenger % 100)
        }
        Kind::Scan => {
            counters.scan += 1;
            shot.camera = Some(Camera { make: "EPSON", model: "Perfection V600" });
            format!("scan{:04}.jpg", counters.scan)
        }
        Kind::DeadClock => {
            counters.big += 1;
            shot.camera = Some(Camera { make: "Canon", model: "Canon PowerShot A95" });
            shot.time = jiff::civil::date(2000, 1, 1).at(0, 0, 4 + (shot.take % 50) as i8, 0);
            shot.millisecond = 0;
            format!("IMG_{:04}.JPG", counters.big % 10_000)
        }
        Kind::Photo | Kind::Receipt => camera(shot, counters, &mut chance),
    }
}

/// Her phone mostly, his now and then, the good camera on journeys. One camera for a whole moment is the rule.
fn camera(shot: &mut Shot, counters: &mut Counters, chance: &mut Chance) -> String {
    let year = shot.lived.year();
    let whose = Chance::of(&[shot.seed, shot.take / 4, 52]).part();
    let journey = !matches!(shot.spot, Spot::Home | Spot::School | Spot::Park | Spot::Hospital);
    if whose < if journey { 0.3 } else { 0.08 } && shot.burst.is_none() {
        counters.big += 1;
        shot.camera = Some(Camera { make: "SONY", model: "ILCE-6000" });
        return format!("DSC{:05}.JPG", counters.big % 100_000);
    }
    shot.position = (!chance.odds(0.1)).then(|| near(shot.spot, shot.seed, chance));
    if whose > 0.86 {
        counters.apple += 1 + chance.below(4) as u32;
        shot.camera = Some(Camera { make: "Apple", model: if year < 2020 { "iPhone 8" } else { "iPhone 12 mini" } });
        shot.offset = if year >= 2019 { shot.spot.offset(shot.time) } else { None };
        return format!("IMG_{:04}.JPG", counters.apple % 10_000);
    }
    if year < 2017 {
        shot.camera = Some(Camera { make: "LGE", model: "Nexus 5" });
        return format!("IMG_{}.jpg", burst_stamp(shot));
    }
    shot.camera = Some(Camera { make: "Google", model: if year < 2021 { "Pixel 2" } else { "Pixel 6" } });
    shot.offset = shot.spot.offset(shot.time).filter(|_| !chance.odds(0.06));
    if year < 2021 {
        return format!("IMG_{}.jpg", burst_stamp(shot));
    }
    let minutes = shot.spot.offset(shot.time).map_or(0, |offset| offset.minutes());
    let utc = shot.time.saturating_sub(jiff::Span::new().minutes(minutes));
    format!("PXL_{}{:03}.jpg", stamp(utc, "_"), shot.millisecond)
}

fn burst_stamp(shot: &Shot) -> String {
    let stamp = stamp(shot.time, "_");
    if shot.burst.is_some() { format!("{stamp}_BURST{:03}", shot.take) } else { stamp }
}

fn stamp(time: DateTime, between: &str) -> String {
    format!(
        "{:04}{:02}{:02}{between}{:02}{:02}{:02}",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// Somewhere around the spot: the same corner for a moment, a few steps for each picture.
fn near(spot: Spot, moment: u64, chance: &mut Chance) -> Position {
    let mut place = Chance::of(&[moment, 53]);
    let wide = if matches!(spot, Spot::Home | Spot::Hospital | Spot::School) { 0.0002 } else { 0.004 };
    let mut off = |reach: f32| f64::from(place.range(-reach, reach) + chance.range(-0.00015, 0.00015));
    let centre = spot.position();
    Position { latitude: centre.latitude + off(wide), longitude: centre.longitude + off(wide) }
}
