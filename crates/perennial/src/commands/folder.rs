//! `perennial folder`: the folders that photos come from.

use std::path::Path;

use jiff::Timestamp;
use library::AskedBy;
use model::{Folder, Look};
use serde::Serialize;

use crate::cli::{FolderCommand, PlaceArgs};
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output;

#[derive(Serialize)]
struct Row {
    id: i64,
    path: String,
    added: Timestamp,
    look: Option<Looked>,
}

#[derive(Serialize)]
struct Looked {
    at: Timestamp,
    #[serde(flatten)]
    look: Look,
}

pub(crate) fn run(place: &PlaceArgs, what: FolderCommand) -> Result<(), Failure> {
    match what {
        FolderCommand::List { json } => list(&House::visit(place)?, json),
        FolderCommand::Add { folder } => add(&House::visit(place)?, &folder),
        FolderCommand::Forget { folder } => forget(&House::visit(place)?, &folder),
    }
}

fn list(house: &House, json: bool) -> Result<(), Failure> {
    let folders = known(house)?;
    if json {
        return output::json(&folders.into_iter().map(row).collect::<Vec<_>>());
    }
    if folders.is_empty() {
        output::line("No folder is looked into. `perennial folder add FOLDER` adds one.");
    }
    for folder in folders {
        output::line(&format!("{}  {}", folder.id, folder.path.display()));
        output::line(&match folder.look {
            None => "   not looked through yet".to_owned(),
            Some(Look { at, trouble: Some(_), .. }) => format!("   could not be looked through, {}", local(at)),
            Some(Look { at, came_in, could_not, .. }) => {
                format!("   looked through {}: {came_in} new photos, {could_not} files could not be read", local(at))
            }
        });
    }
    Ok(())
}

fn add(house: &House, folder: &Path) -> Result<(), Failure> {
    // On a command line a path begins where one stands.
    let asked = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let added = library::add_asked_folder(
        &house.store,
        house.owner()?,
        &house.data,
        (&asked, AskedBy::CommandLine),
        now().timestamp(),
    )?;
    output::line(&format!("{} is looked into from now on.", added.path.display()));
    for part in added.took_in {
        output::line(&format!("{} is part of it now.", part.path.display()));
    }
    Ok(())
}

fn forget(house: &House, named: &Path) -> Result<(), Failure> {
    let whole = named.canonicalize().ok().or_else(|| std::path::absolute(named).ok());
    let is_named = |folder: &&Folder| {
        Some(&folder.path) == whole.as_ref() || named.to_str() == Some(folder.id.to_string().as_str())
    };
    let folders = known(house)?;
    let folder = folders.iter().find(is_named).ok_or_else(|| {
        let sentence = format!("{} is not looked into", named.display());
        Failure::new(sentence, "`perennial folder list` lists all that are.")
    })?;
    let owner = house.owner()?;
    house.store.write(|tx| library::let_folder_go(tx, owner, folder.id, now().timestamp()))?;
    output::line(&format!("{} is looked into no more. Its photos stay.", folder.path.display()));
    Ok(())
}

fn known(house: &House) -> Result<Vec<Folder>, Failure> {
    let owner = house.owner()?;
    Ok(house.store.read(|tx| library::folders(tx, owner))?)
}

fn row(folder: Folder) -> Row {
    let look = folder.look.map(|look| Looked { at: look.at, look });
    Row { id: folder.id.0, path: folder.path.display().to_string(), added: folder.added, look }
}

fn local(at: Timestamp) -> String {
    at.to_zoned(now().time_zone().clone()).strftime("%Y-%m-%d %H:%M").to_string()
}
