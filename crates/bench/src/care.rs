//! What care spares people, and what it costs them, in simulated lives under each policy.

use std::time::Instant;

use lives::{POLICIES, live, table};

/// Lives `count` lives of that seed and prints the tables as Markdown, for `docs/care-benchmark.md`.
pub(crate) fn run(count: u64, seed: u64) {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let began = Instant::now();
    let lived = live(seed, count, &POLICIES, threads);
    eprintln!("{count} lives under {} policies in {:.0} s", POLICIES.len(), began.elapsed().as_secs_f64());
    println!("`bin/bench care --lives {count} --seed {seed}`, 95 % confidence intervals over lives:\n");
    println!("{}", table::figures(&POLICIES, &lived));
    println!(
        "Where the surprises come from, a year: by when owners use controls, by kind of loss, by what touches it.\n"
    );
    print!("{}", table::sources(&POLICIES, &lived));
}
