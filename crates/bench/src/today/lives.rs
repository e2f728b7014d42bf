//! Libraries of any size: twenty years in which the same thirty days of each year are kept with photos, and the rest of the
//! photos fall on other days. What a measured day brings back is the same at every size; only the library around it grows.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use care::{CareError, HowLong, Scope, Wish};
use jiff::civil::Date;
use model::MomentId;
use store::{Database, Older, Store};
use testkit::snap;

use super::{TODAY, visits};

const YEARS: i16 = 20;
const FIRST_YEAR: i16 = 2005;
/// Photos of a moment.
const MOMENT: u64 = 10;
const WISHES: i64 = 200;

/// The thirty days of the year that are measured.
pub(crate) fn measured_days() -> Vec<Date> {
    (0..30).map(|i| TODAY.saturating_sub(jiff::Span::new().days(i * 12))).collect()
}

/// The library of that size, made once.
pub(crate) fn library(kept: &Path, size: u64) -> PathBuf {
    // A library made by an older Perennial has not kept what a newer one keeps as photos come in, so each schema has its own.
    let columns: usize = store::COLUMNS.iter().map(|(_, columns)| columns.len()).sum();
    let path = kept.join(format!("today-{size}-{columns}.db"));
    if path.exists() {
        return path;
    }
    eprintln!("Making a library of {size} photos, once …");
    let unfinished = path.with_extension("unfinished");
    let _ = std::fs::remove_file(&unfinished);
    let database = Database::File(unfinished.clone());
    let store = Store::open(&database, Older::Migrate).unwrap();
    fill(&store, size);
    put_away(kept, store, size);
    Store::open(&database, Older::Refuse).unwrap().analyze().unwrap();
    std::fs::rename(&unfinished, &path).unwrap();
    path
}

fn fill(store: &Store, size: u64) {
    let now = "2026-11-23T12:00:00Z".parse().unwrap();
    library::make_first_library(store, now).unwrap();
    let owner = store.read(library::owners).unwrap()[0];
    let days = days_of(size / MOMENT);
    let mut number = 0_u64;
    for batch in days.chunks(400) {
        store
            .write(|tx| {
                for (day, hour) in batch {
                    for minute in 0..MOMENT {
                        let name = format!("{number}.jpg");
                        let mut photo = snap(&name, &format!("{day}T{hour:02}:{:02}", minute * 3));
                        photo.facts.favourite = number.is_multiple_of(17);
                        if number.is_multiple_of(3) {
                            photo = photo.of(&[["Ana", "Leo", "Marta", "Paul"][(number / 3 % 4) as usize]]);
                        }
                        library::keep(tx, owner.library(), &photo.at("Málaga", 36.7, -4.4).photo(), now)?;
                        number += 1;
                    }
                }
                memories::settle(tx, owner)
            })
            .unwrap();
    }
}

/// Keeps moments away that are spread over the library, so that some touch the measured days and most do not.
fn put_away(kept: &Path, store: Store, size: u64) {
    let (visits, who) = visits(kept, &Arc::new(store));
    let away = visits.change(&who, |change| {
        for wish in 0..WISHES {
            let scope = Scope::Moment(MomentId(1 + wish * (size / MOMENT) as i64 / WISHES));
            change.keep_away(Wish { scope, how_long: HowLong::Never }, TODAY)?;
        }
        Ok::<_, CareError>(())
    });
    away.unwrap();
}

/// The day and hour of each moment: first the measured days of every year, then others in turn.
fn days_of(moments: u64) -> Vec<(Date, i8)> {
    let kept: Vec<Date> = measured_days();
    let mut found: Vec<(Date, i8)> = Vec::new();
    for year in FIRST_YEAR..FIRST_YEAR + YEARS {
        found.extend(kept.iter().filter_map(|day| Some((Date::new(year, day.month(), day.day()).ok()?, 10))));
    }
    let first = Date::constant(FIRST_YEAR, 1, 1);
    let span = i64::from(YEARS) * 365;
    // 7919 is prime to the number of days, so every day has its turn before any has a second.
    let others = (0..).map(|i: i64| first.saturating_add(jiff::Span::new().days(i * 7919 % span)));
    let hours = (0_u64..).map(|i| [6, 14, 18, 21][(i / span as u64 % 4) as usize]);
    let missing = (moments as usize).saturating_sub(found.len());
    found.extend(others.zip(hours).take(missing));
    found.truncate(moments as usize);
    found.sort_unstable();
    found
}
