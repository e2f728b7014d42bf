//! `perennial loss`: what somebody lost, said once. The same code as the pages.

mod asked;
mod shown;

use care::{FirstWords, KeptLoss, Loss};
use model::LossId;
use serde::Serialize;

use crate::cli::PlaceArgs;
use crate::cli::care::{LossCommand, LossSaid};
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output;
use asked::{changed, dated};
use shown::show;

#[derive(Serialize)]
struct Row {
    id: i64,
    kind: &'static str,
    called: String,
    day: Option<jiff::civil::Date>,
    made: jiff::Timestamp,
}

pub(crate) fn run(place: &PlaceArgs, what: LossCommand) -> Result<(), Failure> {
    let house = House::visit(place)?;
    let at = now().timestamp();
    match what {
        LossCommand::Add { kind, day, said } => add(&house, kind, day, &said),
        LossCommand::List { json } => list(&house, json),
        LossCommand::Show { id, json } => show(&house, &found(&house, id)?, json),
        LossCommand::Edit { id, said } => {
            let kept = found(&house, id)?;
            let loss = changed(&house, dated(kept.loss, &said)?, &said)?;
            house.store.write(|tx| care::change_loss(tx, house.viewer, kept.id, loss, at)).map_err(refused)?;
            show(&house, &found(&house, id)?, false)
        }
        LossCommand::Remove { id, yes } => {
            let kept = found(&house, id)?;
            if !yes {
                return Err(Failure::new(
                    format!("{id} is kept until it is said twice: what it keeps back may return at once"),
                    format!(
                        "`perennial loss remove {id} --yes` removes it, `perennial loss restore {id}` takes that back."
                    ),
                ));
            }
            house.store.write(|tx| care::remove_loss(tx, house.viewer, kept.id, at))?;
            output::line(&format!("It is removed. `perennial loss restore {id}` takes that back."));
            Ok(())
        }
        LossCommand::Restore { id } => match house
            .store
            .write(|tx| care::restore_loss(tx, house.viewer, LossId(id), at))?
        {
            true => {
                output::line("It is back, as it was.");
                Ok(())
            }
            false => Err(Failure::new(format!("nothing was removed under {id}"), "`perennial loss list` lists all.")),
        },
    }
}

fn add(house: &House, kind: care::Kind, day: jiff::civil::Date, said: &LossSaid) -> Result<(), Failure> {
    let people = asked::people(house, &said.people)?;
    let about = house.store.read(|tx| FirstWords::about(tx, house.viewer, people))?;
    let first = FirstWords { began: said.began, due: said.due, wedding: said.wedding, ..about };
    let loss = changed(house, Loss::proposed(kind, day, &first), said)?;
    let id = house.store.write(|tx| care::add_loss(tx, house.viewer, loss, now().timestamp())).map_err(refused)?;
    output::line(&format!("Kept as {id}, from now on and everywhere."));
    show(house, &found(house, id.0)?, false)
}

fn list(house: &House, json: bool) -> Result<(), Failure> {
    let losses = house.store.read(|tx| care::losses(tx, house.viewer))?;
    let row = |kept: &KeptLoss| Row {
        id: kept.id.0,
        kind: kept.loss.kind.name(),
        called: kept.loss.called.clone(),
        day: kept.loss.the_day(),
        made: kept.made,
    };
    let rows: Vec<Row> = losses.iter().map(row).collect();
    if json {
        return output::json(&rows);
    }
    if rows.is_empty() {
        output::line("Nothing was entered. `perennial loss add --help` tells how; a kind and a date are enough.");
    }
    for kept in &losses {
        output::line(&format!("{}  {}", kept.id, shown::in_a_line(&kept.loss)));
    }
    Ok(())
}

fn found(house: &House, id: i64) -> Result<KeptLoss, Failure> {
    let found = house.store.read(|tx| care::loss(tx, house.viewer, LossId(id)))?;
    found.ok_or_else(|| Failure::new(format!("nothing was entered under {id}"), "`perennial loss list` lists all."))
}

fn refused(error: care::LossError) -> Failure {
    Failure::new(error.to_string(), "Nothing was changed. `perennial loss add --help` tells what can be said.")
}
