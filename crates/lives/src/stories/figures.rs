//! What came of the stories, as a table.

use std::fmt::Write as _;

use super::driven::Lived;

/// What came of one story: plain, said with the defaults of the form, nothing said.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The story's name.
    pub name: &'static str,
    /// Whether anything was lost.
    pub has_a_loss: bool,
    /// Whether its owner has somebody's name, or anything else, to say.
    pub says: bool,
    /// How many pictures it has.
    pub pictures: usize,
    /// A plain on-this-day.
    pub plain: Lived,
    /// Who says it with the form's defaults.
    pub said: Lived,
    /// Who presses "nothing now".
    pub nothing: Lived,
}

/// The table in Markdown, a row a story, then what was to be reached and what came out.
pub fn table(all: &[Figures]) -> String {
    let mut table = String::from(
        "| story | pictures | plain: surprises | joys | said: surprises | joy shown | days with a card | nothing said: surprises | joy shown | days with a card |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    for one in all {
        let Figures { name, pictures, plain, said, nothing, .. } = one;
        let _ = writeln!(
            table,
            "| {name} | {pictures} | {} | {} | {} | {:.0} % | {} | {} | {:.0} % | {} |",
            plain.surprises,
            plain.joys,
            said.surprises,
            said.joy(),
            said.card_days,
            nothing.surprises,
            nothing.joy(),
            nothing.card_days,
        );
    }
    let lost: Vec<&Figures> = all.iter().filter(|one| one.has_a_loss).collect();
    let nobody: Vec<&Figures> = all.iter().filter(|one| !one.has_a_loss).collect();
    let mean = |of: &[&Figures], what: fn(&Figures) -> f64| {
        of.iter().map(|one| what(one)).sum::<f64>() / of.len().max(1) as f64
    };
    let most = |of: &[&Figures], what: fn(&Figures) -> u32| of.iter().map(|one| what(one)).max().unwrap_or_default();
    let _ = writeln!(
        table,
        "\nOf {} stories with a loss, a year each: plain {:.1} surprises; said {:.1} (1/{:.0} of plain; to reach 1/15), joy {:.0} % (80), \
         days with a card {:.1} on average, {} at most (35); nothing said {:.1}, joy {:.0} %, days with a card {:.1}, {} at most (30).",
        lost.len(),
        mean(&lost, |one| f64::from(one.plain.surprises)),
        mean(&lost, |one| f64::from(one.said.surprises)),
        mean(&lost, |one| f64::from(one.plain.surprises)) / mean(&lost, |one| f64::from(one.said.surprises)),
        mean(&lost, |one| one.said.joy()),
        mean(&lost, |one| f64::from(one.said.card_days)),
        most(&lost, |one| one.said.card_days),
        mean(&lost, |one| f64::from(one.nothing.surprises)),
        mean(&lost, |one| one.nothing.joy()),
        mean(&lost, |one| f64::from(one.nothing.card_days)),
        most(&lost, |one| one.nothing.card_days),
    );
    let _ = writeln!(
        table,
        "Of {} stories without one: days with a card {:.1} on average, {} at most (6), joy {:.0} %.",
        nobody.len(),
        mean(&nobody, |one| f64::from(one.nothing.card_days)),
        most(&nobody, |one| one.nothing.card_days),
        mean(&nobody, |one| one.nothing.joy()),
    );
    table
}

impl Lived {
    /// The joy that was shown unasked, in parts of a hundred.
    pub fn joy(&self) -> f64 {
        100.0 * f64::from(self.openly) / f64::from(self.joys.max(1))
    }
}
