//! `perennial unread`: the files that could not be read or shown, and why.

use serde::Serialize;

use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::house::House;
use crate::output;

#[derive(Serialize)]
struct Row {
    path: String,
    why: String,
}

pub(crate) fn run(place: &PlaceArgs, json: bool) -> Result<(), Failure> {
    let house = House::visit(place)?;
    let owner = house.owner()?;
    let rows: Vec<Row> = house.store.read(|tx| {
        let unread = library::unread(tx, owner)?.into_iter();
        Ok::<_, Failure>(unread.map(|file| Row { path: file.path.display().to_string(), why: file.why }).collect())
    })?;
    if json {
        return output::json(&rows);
    }
    match rows.len() {
        0 => output::line("Every file could be read."),
        1 => output::line("One file could not be read:"),
        many => output::line(&format!("{many} files could not be read:")),
    }
    for row in rows {
        output::line(&format!("  {}: {}", row.path, row.why));
    }
    Ok(())
}
