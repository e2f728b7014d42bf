//! `perennial loss`: what somebody lost, said once. The same code as the pages.

mod asked;
mod shown;

use care::{FirstWords, KeptLoss, Loss, Visit, When};
use model::LossId;
use serde::Serialize;

use crate::cli::care::{LossCommand, LossSaid};
use crate::failure::Failure;
use crate::output;
use crate::visiting::Visitor;
use asked::{changed, dated};
use shown::show;

#[derive(Serialize)]
struct Row {
    id: i64,
    kind: &'static str,
    called: String,
    day: Option<jiff::civil::Date>,
    /// The days that it may have been, where less than a day is known.
    about: Option<When>,
    made: jiff::Timestamp,
}

pub(crate) fn run(visitor: &Visitor, what: LossCommand) -> Result<(), Failure> {
    match what {
        LossCommand::Add { kind, when, said } => add(visitor, kind, When::of(&when), &said),
        LossCommand::List { json } => list(visitor, json),
        LossCommand::Show { id, json } => show(visitor, LossId(id), json),
        LossCommand::Edit { id, said } => {
            visitor.change(|change| {
                let kept = found(change, LossId(id))?;
                let known = change.known_names()?.people;
                let loss = changed(&known, dated(kept.loss, &said)?, &said)?;
                Ok::<_, Failure>(change.change_loss(kept.id, loss)?)
            })?;
            show(visitor, LossId(id), false)
        }
        LossCommand::Remove { id, yes } => remove(visitor, id, yes),
        LossCommand::Restore { id } => match visitor.change(|change| change.restore_loss(LossId(id)))? {
            true => {
                output::line("It is back, as it was.");
                Ok(())
            }
            false => Err(Failure::new(format!("nothing was removed under {id}"), "`perennial loss list` lists all.")),
        },
    }
}

fn add(visitor: &Visitor, kind: care::Kind, when: When, said: &LossSaid) -> Result<(), Failure> {
    let id = visitor.change(|change| {
        // Whom a loss is about may be put away already: its owner names them all the same.
        let known = change.known_names()?.people;
        let about = change.first_words(asked::people(&known, &said.people)?)?;
        let first = FirstWords { began: said.began, weeks: said.weeks, due: said.due, wedding: said.wedding, ..about };
        let loss = changed(&known, Loss::proposed(kind, when, &first), said)?;
        Ok::<_, Failure>(change.add_loss(loss)?)
    })?;
    output::line(&format!("Kept as {id}, from now on and everywhere."));
    show(visitor, id, false)
}

fn remove(visitor: &Visitor, id: i64, yes: bool) -> Result<(), Failure> {
    visitor.change(|change| {
        let kept = found(change, LossId(id))?;
        if !yes {
            return Err(Failure::new(
                format!("{id} is kept until it is said twice: what it keeps back may return at once"),
                format!(
                    "`perennial loss remove {id} --yes` removes it, `perennial loss restore {id}` takes that back."
                ),
            ));
        }
        Ok(change.remove_loss(kept.id)?)
    })?;
    output::line(&format!("It is removed. `perennial loss restore {id}` takes that back."));
    Ok(())
}

fn list(visitor: &Visitor, json: bool) -> Result<(), Failure> {
    let losses = visitor.look(|visit| visit.losses())?;
    let row = |kept: &KeptLoss| Row {
        id: kept.id.0,
        kind: kept.loss.kind.name(),
        called: kept.loss.called.clone(),
        day: kept.loss.the_day(),
        about: kept.loss.about,
        made: kept.made,
    };
    let rows: Vec<Row> = losses.iter().map(row).collect();
    if json {
        return output::json(&rows);
    }
    if rows.is_empty() {
        output::line(
            "Nothing was entered. `perennial loss add --help` tells how; a kind and a day, a month or a year are enough.",
        );
    }
    for kept in &losses {
        output::line(&format!("{}  {}", kept.id, shown::in_a_line(&kept.loss)));
    }
    Ok(())
}

fn found(visit: &mut Visit<'_, '_>, id: LossId) -> Result<KeptLoss, Failure> {
    let found = visit.loss(id)?;
    found.ok_or_else(|| Failure::new(format!("nothing was entered under {id}"), "`perennial loss list` lists all."))
}
