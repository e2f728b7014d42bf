//! What care spares people, and what it costs them, in simulated lives under each policy.

use lives::report;

/// Lives `count` lives of that seed and prints the tables as Markdown, for `docs/care-benchmark.md`; `frontier`: what each rule buys and
/// costs.
pub(crate) fn run(count: u64, seed: u64, frontier: bool) {
    match frontier {
        true => report::frontier(count, seed),
        false => report::figures(count, seed),
    }
}
