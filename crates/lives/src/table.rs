//! The tables of the benchmark, in Markdown.

use std::fmt::Write as _;

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

/// Where the surprises of each policy come from, in surprises a year: by when owners use controls and whether they had said
/// what was lost, by kind of loss, and by the way in which a photo touches it.
pub fn sources(policies: &[Named], lived: &[Vec<Tally>]) -> String {
    let all: Vec<Tally> = lived.iter().map(|tallies| tallies.iter().fold(Tally::default(), Tally::and)).collect();
    let [before, after, never] = Willing::ALL.map(|willing| match willing {
        Willing::Before => "who say it before the first anniversary",
        Willing::AfterAHurt => "who say it after a hurt",
        Willing::Never => "who never say it",
    });
    let kinds = ["death", "pregnancy loss", "separation", "illness", "other"];
    let ways = ["face", "was there", "thing", "place", "companion", "the loss itself", "eve", "echo", "the day alone"];
    let by_owner = split(policies, &all, &[before, after, never, "of all, after it was said"], |tally| {
        tally.by_willing.iter().copied().chain([tally.after_said]).collect()
    });
    let by_kind = split(policies, &all, &kinds, |tally| tally.by_kind.to_vec());
    let by_way = split(policies, &all, &ways, |tally| tally.by_way.to_vec());
    format!("{by_owner}\n{by_kind}\n{by_way}")
}

fn split(policies: &[Named], all: &[Tally], titles: &[&str], counts: impl Fn(&Tally) -> Vec<u32>) -> String {
    let mut table = format!("| policy | {} |\n|---|{}\n", titles.join(" | "), "---|".repeat(titles.len()));
    for (policy, tally) in policies.iter().zip(all) {
        let a_year = |count: u32| format!("{:.2}", f64::from(count) / tally.years);
        let cells: Vec<String> = counts(tally).into_iter().map(a_year).collect();
        let _ = writeln!(table, "| {} | {} |", policy.name, cells.join(" | "));
    }
    table
}

fn said(figure: Figure, times: f64, digits: usize) -> String {
    format!("{:.digits$} ± {:.digits$}", figure.value * times, figure.within * times)
}
