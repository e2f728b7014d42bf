//! `perennial away`: what is put away, and letting it return.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::WishId;
use serde::Serialize;

use crate::cli::{AwayCommand, PlaceArgs};
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output::{self, WORDS};

#[derive(Serialize)]
struct Row {
    id: i64,
    want: &'static str,
    words: String,
    until: Option<Date>,
}

pub(crate) fn run(place: &PlaceArgs, what: AwayCommand) -> Result<(), Failure> {
    let house = House::visit(place)?;
    match what {
        AwayCommand::List { json } => list(&house, json),
        AwayCommand::Lift { id } => {
            let lifted = house.store.write(|tx| care::lift(tx, house.viewer, WishId(id), now().timestamp()))?;
            if !lifted {
                return Err(Failure::new(
                    format!("nothing is put away under {id}"),
                    "`perennial away list` lists all.",
                ));
            }
            output::line("It may return.");
            Ok(())
        }
    }
}

fn list(house: &House, json: bool) -> Result<(), Failure> {
    let wishes = house.store.read(|tx| care::standing(tx, house.viewer, now().date()))?;
    let row = |wish: &care::StandingWish| Row {
        id: wish.id.0,
        want: wish.want.name(),
        words: WORDS.put_away(wish, &TimeZone::system()),
        until: wish.until,
    };
    let rows: Vec<Row> = wishes.iter().map(row).collect();
    if json {
        return output::json(&rows);
    }
    if rows.is_empty() {
        output::line("Nothing is put away.");
    }
    for row in rows {
        output::line(&format!("{}  {}", row.id, row.words));
    }
    Ok(())
}
