//! The tables of the benchmark without building the program: `cargo run --example figures -- 200 4 [frontier]`.

use lives::report;

fn main() {
    let mut given = std::env::args().skip(1);
    let mut number = |otherwise| given.next().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (count, seed) = (number(200), number(4));
    match std::env::args().any(|text| text == "frontier") {
        true => report::frontier(count, seed),
        false => report::figures(count, seed),
    }
}
