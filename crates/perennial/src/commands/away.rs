//! `perennial away`: what is put away, and letting it return; what is welcome, and taking that back.

use care::{CareError, Want};
use jiff::civil::Date;
use model::WishId;
use serde::Serialize;

use crate::cli::AwayCommand;
use crate::failure::Failure;
use crate::output::{self, WORDS};
use crate::visiting::Visitor;

#[derive(Serialize)]
struct Row {
    id: i64,
    want: &'static str,
    words: String,
    until: Option<Date>,
}

pub(crate) fn run(visitor: &Visitor, what: AwayCommand) -> Result<(), Failure> {
    match what {
        AwayCommand::List { json } => list(visitor, json),
        AwayCommand::Lift { id } => {
            let lifted = visitor.change(|change| change.lift(WishId(id)))?;
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

fn list(visitor: &Visitor, json: bool) -> Result<(), Failure> {
    let (wishes, away) = visitor.look(|visit| Ok::<_, CareError>((visit.wishes()?, visit.library()?.put_away())))?;
    let row = |wish: &care::StandingWish| Row {
        id: wish.id.0,
        want: wish.want.name(),
        words: WORDS.put_away(wish, visitor.now().time_zone()),
        until: wish.until,
    };
    let rows: Vec<Row> = wishes.iter().map(row).collect();
    if json {
        return output::json(&rows);
    }
    if wishes.iter().all(|wish| wish.want != Want::KeepAway) {
        // Photos stay away by losses too, and are not listed here.
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
