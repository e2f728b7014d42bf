//! The commands, a file each.

mod account;
mod ahead;
mod away;
mod demo;
mod first;
mod folder;
mod import;
mod loss;
mod naming;
mod person;
mod photo;
mod serve;
mod today;
mod unread;
mod why;

pub(crate) use import::whole_path;

use crate::cli::{Cli, Command};
use crate::failure::Failure;
use crate::visiting::Visitor;

pub(crate) fn run(cli: Cli) -> Result<(), Failure> {
    let Cli { place, visitor, command } = cli;
    let named = visitor.as_deref();
    let visitor = || Visitor::comes(&place, named);
    match command {
        Command::First { nothing } => first::run(&visitor()?, nothing),
        Command::Today { on, json } => today::run(&visitor()?, on, json),
        Command::Ahead { days, json } => ahead::run(&visitor()?, days, json),
        Command::Why { id, moment, json } => why::run(&visitor()?, id, moment, json),
        Command::Loss { what } => loss::run(&visitor()?, what),
        Command::Person { what } => person::run(&visitor()?, what),
        Command::Photo { what } => photo::run(&visitor()?, what),
        Command::Away { what } => away::run(&visitor()?, what),
        // What follows is for the house, whoever looks.
        _ if named.is_some() => Err(Failure::new(
            "this command does the same whoever asks for it",
            "--as is for commands that show or change what somebody sees.",
        )),
        Command::Serve { folders, photos, listen } => serve::run(&place, &folders, &photos, &listen),
        Command::Demo { listen } => demo::run(&place, &listen),
        Command::Import { folders, json } => import::run(&place, &folders, json),
        Command::Account { what } => account::run(&place, what),
        Command::Folder { what } => folder::run(&place, what),
        Command::Unread { json } => unread::run(&place, json),
        // Handled before anything else is set up: a worker has no logs and no configuration.
        Command::Worker { .. } => Ok(()),
    }
}
