//! The tables of the benchmark, in Markdown.

use std::fmt::Write as _;

use crate::life::{LossKind, Way};
use crate::lived::Tally;
use crate::owner::Willing;
use crate::{Figure, Named, proportion};

/// The figures of each policy with 95 % confidence intervals. `lived` is what [`crate::live`] gives for these policies.
pub fn figures(policies: &[Named], lived: &[Vec<Tally>]) -> String {
    let mut table = String::from(
        "| policy | surprises a year | joyful memories kept | asks a year | opened, and hurt | actions a year | of them answers to veils |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for (policy, tallies) in policies.iter().zip(lived) {
        let of = |over: fn(&Tally) -> u32, under: fn(&Tally) -> f64| {
            let pairs: Vec<(f64, f64)> = tallies.iter().map(|tally| (f64::from(over(tally)), under(tally))).collect();
            proportion(&pairs)
        };
        let years = |tally: &Tally| tally.years;
        let surprises = said(of(|tally| tally.surprises, years), 1.0, 2);
        let kept = said(of(|tally| tally.kept, |tally| f64::from(tally.joys)), 100.0, 1);
        let asks = said(of(|tally| tally.asks, years), 1.0, 1);
        let opened = said(of(|tally| tally.opened_hurts, years), 1.0, 2);
        let actions = said(of(|tally| tally.actions + tally.answers, years), 1.0, 2);
        let answers = said(of(|tally| tally.answers, years), 1.0, 2);
        let name = policy.name;
        let _ = writeln!(table, "| {name} | {surprises} | {kept} % | {asks} | {opened} | {actions} | {answers} |");
    }
    table
}

/// Where the surprises of each policy come from, in surprises a year: by when owners use controls, by kind of loss, and by the
/// way in which a photo touches it.
pub fn sources(policies: &[Named], lived: &[Vec<Tally>]) -> String {
    let mut table = String::from("| policy |");
    let titles = Willing::ALL
        .map(|willing| format!("{willing:?}"))
        .into_iter()
        .chain(LossKind::ALL.map(|kind| format!("{kind:?}")))
        .chain(Way::ALL.map(|way| format!("{way:?}")))
        .chain(["The day".to_owned()]);
    let titles: Vec<String> = titles.collect();
    let _ = writeln!(table, " {} |\n|---|{}", titles.join(" | ").to_lowercase(), "---|".repeat(titles.len()));
    for (policy, tallies) in policies.iter().zip(lived) {
        let all = tallies.iter().fold(Tally::default(), Tally::and);
        let counts = all.by_willing.iter().chain(&all.by_kind).chain(&all.by_way);
        let cells: Vec<String> = counts.map(|count| format!("{:.2}", f64::from(*count) / all.years)).collect();
        let _ = writeln!(table, "| {} | {} |", policy.name, cells.join(" | "));
    }
    table
}

fn said(figure: Figure, times: f64, digits: usize) -> String {
    format!("{:.digits$} ± {:.digits$}", figure.value * times, figure.within * times)
}
