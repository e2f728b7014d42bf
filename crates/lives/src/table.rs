//! The tables of the benchmark, in Markdown.

use std::fmt::Write as _;

use crate::lived::Tally;
use crate::owner::Willing;
use crate::{Figure, Named, Run, proportion};

/// The figures of some runs with 95 % confidence intervals, by the names of their policies. `lived` is what [`crate::live`] gives.
pub fn figures(runs: &[Run], lived: &[Vec<Tally>]) -> String {
    let mut table = String::from(
        "| policy | surprises a year | joy shown unasked | shown or opened | days with a card | memories asked about | wait unseen | opened, and hurt | actions a year | answers to cards |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    for (run, tallies) in runs.iter().zip(lived) {
        let a_year = |over: fn(&Tally) -> u32, digits: usize| said(yearly(tallies, over), 1.0, digits);
        let of_joys = |over: fn(&Tally) -> u32| said(of_joys(tallies, over), 100.0, 1);
        let _ = writeln!(
            table,
            "| {} | {} | {} % | {} % | {} | {} | {} | {} | {} | {} |",
            run.policy.name,
            a_year(|tally| tally.surprises, 2),
            of_joys(|tally| tally.openly),
            of_joys(|tally| tally.kept),
            a_year(|tally| tally.card_days, 1),
            a_year(|tally| tally.asks, 1),
            a_year(|tally| tally.waiting, 1),
            a_year(|tally| tally.opened_hurts, 2),
            a_year(|tally| tally.actions + tally.answers, 2),
            a_year(|tally| tally.answers, 2),
        );
    }
    table
}

/// A short row a run, without intervals: surprises a year, of `than` (whose surprises are one), joy shown unasked, days with a card. Only
/// lives with a loss are counted, and beside them the days with a card of the others.
pub fn frontier(title: &str, rows: &[(String, Vec<Tally>)], than: &[Tally], losses: &[bool]) -> String {
    let mut table = format!(
        "| {title} | surprises a year | of the other's | joy shown unasked | shown or opened | days with a card | wait unseen | days with a card, who lost nothing |\n\
         |---|---|---|---|---|---|---|---|\n"
    );
    let some = |tallies: &[Tally], lost: bool| -> Tally {
        let of = tallies.iter().zip(losses).filter(|(_, has)| **has == lost);
        of.fold(Tally::default(), |all, (tally, _)| all.and(tally))
    };
    let others = some(than, true);
    for (name, tallies) in rows {
        let (with, without) = (some(tallies, true), some(tallies, false));
        let a_year = |count: u32, of: &Tally| f64::from(count) / of.years;
        let part = |count: u32| 100.0 * f64::from(count) / f64::from(with.joys);
        let _ = writeln!(
            table,
            "| {name} | {:.2} | {:.2} | {:.1} % | {:.1} % | {:.1} | {:.1} | {:.1} |",
            a_year(with.surprises, &with),
            a_year(with.surprises, &with) / a_year(others.surprises, &others),
            part(with.openly),
            part(with.kept),
            a_year(with.card_days, &with),
            a_year(with.waiting, &with),
            a_year(without.card_days, &without),
        );
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

/// So many of something a year.
pub fn yearly(tallies: &[Tally], over: fn(&Tally) -> u32) -> Figure {
    let pairs: Vec<(f64, f64)> = tallies.iter().map(|tally| (f64::from(over(tally)), tally.years)).collect();
    proportion(&pairs)
}

/// Something as a part of the joys.
pub fn of_joys(tallies: &[Tally], over: fn(&Tally) -> u32) -> Figure {
    let pairs: Vec<(f64, f64)> = tallies.iter().map(|tally| (f64::from(over(tally)), f64::from(tally.joys))).collect();
    proportion(&pairs)
}

fn said(figure: Figure, times: f64, digits: usize) -> String {
    format!("{:.digits$} ± {:.digits$}", figure.value * times, figure.within * times)
}
