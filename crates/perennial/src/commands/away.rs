//! `perennial away`: what is put away, and letting it return; what is welcome, and taking that back.

use care::Want;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::WishId;
use serde::Serialize;
use store::StoreError;

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
            let lifted = house.store.write(|tx| {
                let standing = care::standing(tx, house.viewer, now().date())?;
                let want = standing.iter().find(|wish| wish.id.0 == id).map_or(Want::KeepAway, |wish| wish.want);
                Ok::<_, StoreError>(care::lift(tx, house.viewer, WishId(id), now().timestamp())?.then_some(want))
            })?;
            output::line(match lifted {
                Some(Want::KeepAway) => "It may return.",
                Some(Want::AskFirst | Want::Welcome) => "It is as it was before.",
                None => {
                    let said = format!("nothing is put away or welcome under {id}");
                    return Err(Failure::new(said, "`perennial away list` lists all."));
                }
            });
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
    if wishes.iter().all(|wish| wish.want != Want::KeepAway) {
        // Photos stay away by losses too, and are not listed here.
        let away = care::look(&house.store, house.viewer, now().date(), |view| Ok(view.put_away()))?;
        match away {
            0 => output::line("Nothing is put away."),
            _ => output::line(&format!("{} `perennial loss list` lists that.", WORDS.away_by_losses(away))),
        }
    }
    for row in rows {
        output::line(&format!("{}  {}", row.id, row.words));
    }
    Ok(())
}
