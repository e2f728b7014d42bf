//! The tables of the benchmark without building the program: `cargo run --example figures -- 200 4 [frontier | absence]`.

use lives::report;

fn main() {
    let mut given = std::env::args().skip(1);
    let mut number = |otherwise| given.next().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (count, seed) = (number(200), number(4));
    match std::env::args().nth(3).as_deref() {
        Some("frontier") => report::frontier(count, seed),
        Some("absence") => report::absence(count, seed),
        _ => report::figures(count, seed),
    }
}
