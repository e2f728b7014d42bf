//! The day plan out of small and large libraries, on both engines.

pub(crate) mod copying;
pub(crate) mod lives;
mod losses;
mod peer;

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use care::{CareError, Seal, Session, Visits, Who};
use jiff::civil::Date;
use store::{Blobs, Database, Older, Store, StoreError};

use crate::percentile;

/// The day on which everybody looks.
pub(crate) const TODAY: Date = Date::constant(2026, 11, 23);

struct Measured {
    engine: &'static str,
    size: u64,
    /// Of a day that is reckoned anew, as the first time after anything was written.
    median: f64,
    p99: f64,
    /// Of a day that was looked at since.
    again: f64,
    statements: f64,
    ahead: f64,
    memories: f64,
    with_losses: f64,
    preview: f64,
}

pub(crate) fn run(kept: &Path, sizes: &[u64], requests: usize) {
    let mut all = Vec::new();
    for &size in sizes {
        let path = lives::library(kept, size);
        let sqlite = Store::open(&Database::File(path.clone()), Older::Migrate).unwrap();
        all.push(measure(kept, sqlite, size, requests));
        match std::env::var("PERENNIAL_TEST_POSTGRES") {
            Ok(url) => {
                let url = copying::to_postgres(&path, &url, size);
                let postgres = Store::open(&Database::Server(url.clone()), Older::Migrate).unwrap();
                all.push(measure(kept, postgres, size, requests));
                peer::measure(&url, size);
            }
            Err(_) => println!("PostgreSQL: skipped, PERENNIAL_TEST_POSTGRES is not set (bin/bench sets it)"),
        }
    }
    println!("\nthe day plan, milliseconds ({requests} requests each, 200 wishes standing)");
    println!(
        "{:<12}{:>12}{:>10}{:>10}{:>10}{:>12}{:>12}{:>22}{:>16}",
        "engine", "photos", "median", "p99", "again", "statements", "memories", "median / smallest", "a year ahead"
    );
    for row in &all {
        let smallest = all.iter().find(|other| other.engine == row.engine).map_or(f64::NAN, |other| other.median);
        let Measured { engine, size, median, p99, again, statements, ahead, memories, .. } = row;
        println!(
            "{engine:<12}{size:>12}{median:>10.2}{p99:>10.2}{again:>10.2}{statements:>12.1}{memories:>12.1}{:>20.2} x{ahead:>16.0}",
            median / smallest
        );
    }
    println!("\nwith {} losses, and how far one of ten years reaches", losses::LOSSES);
    println!("{:<12}{:>12}{:>16}{:>14}{:>22}", "engine", "photos", "median, ms", "of without", "slowest preview, ms");
    for row in &all {
        let Measured { engine, size, median, with_losses, preview, .. } = row;
        println!("{engine:<12}{size:>12}{with_losses:>16.2}{:>12.2} x{preview:>22.0}", with_losses / median);
    }
}

/// Visits of the owner of a library, at noon of the day on which everybody looks.
pub(crate) fn visits(kept: &Path, store: &Arc<Store>) -> (Visits, Who) {
    let now = TODAY.at(12, 0, 0, 0).in_tz("UTC").unwrap();
    library::make_first_library(store, now.timestamp()).unwrap();
    let viewer = store.read(library::owners).unwrap()[0];
    // No rendition is asked for.
    let blobs = Blobs::in_folder(&kept.join("no renditions")).unwrap();
    let visits = Visits::new(Arc::clone(store), Arc::new(blobs), Arc::new(Seal::new().unwrap()));
    (visits, Who { viewer, now, session: Session("bench".to_owned()) })
}

fn measure(kept: &Path, store: Store, size: u64, requests: usize) -> Measured {
    let engine = store.engine_name();
    let store = Arc::new(store);
    let (visits, who) = visits(kept, &store);
    let (days, before) = (lives::measured_days(), store.statements());
    let (times, memories) = times((&visits, &who), &days, requests, || written(&store));
    // What writes runs a statement of its own, and a day that was shown is noted now and then.
    let statements = (store.statements() - before) as f64 / times.len() as f64 - 1.0;
    // As few as the log remembers having told of: what is noted is written.
    let (again, _) = self::times((&visits, &who), &days[..10], requests, || ());
    let entered = losses::enter(&visits, &who);
    let (with_losses, _) = self::times((&visits, &who), &days, requests, || written(&store));
    losses::take_back(&visits, &who, &entered);
    let began = Instant::now();
    let ahead = visits.ahead(&who, 365).unwrap();
    let took = began.elapsed().as_secs_f64() * 1000.0;
    assert!(!ahead.days.is_empty());
    Measured {
        engine,
        size,
        median: percentile(&times, 0.5),
        p99: percentile(&times, 0.99),
        again: percentile(&again, 0.5),
        statements,
        ahead: took,
        memories: memories as f64 / requests as f64,
        with_losses: percentile(&with_losses, 0.5),
        preview: losses::slowest_preview(&visits, &who),
    }
}

/// Another version of the data: whatever was reckoned before is reckoned anew.
fn written(store: &Store) {
    store.write(|_| Ok::<_, StoreError>(())).unwrap();
}

/// The times of some requests in milliseconds, sorted, and how many memories they brought; `before` each of them something is done
/// that is not measured.
fn times((visits, who): (&Visits, &Who), days: &[Date], requests: usize, before: impl Fn()) -> (Vec<f64>, usize) {
    for day in days {
        once(visits, who, *day);
    }
    visits.log(who).unwrap();
    let mut times = Vec::with_capacity(requests);
    let mut memories = 0;
    for request in 0..requests {
        before();
        let began = Instant::now();
        memories += once(visits, who, days[request % days.len()]);
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    (times, memories)
}

fn once(visits: &Visits, who: &Who, day: Date) -> usize {
    visits.look(who, |visit| Ok::<_, CareError>(visit.day_plan(day)?.memories.len())).unwrap()
}
