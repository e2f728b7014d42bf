//! The commands, a file each.

mod account;
mod ahead;
mod away;
mod demo;
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

pub(crate) fn run(cli: Cli) -> Result<(), Failure> {
    match cli.command {
        Command::Serve { folders, photos, listen } => serve::run(&cli.place, &folders, &photos, &listen),
        Command::Demo { listen } => demo::run(&cli.place, &listen),
        Command::Import { folders, json } => import::run(&cli.place, &folders, json),
        Command::Today { on, json } => today::run(&cli.place, on, json),
        Command::Ahead { days, json } => ahead::run(&cli.place, days, json),
        Command::Why { id, moment, json } => why::run(&cli.place, id, moment, json),
        Command::Loss { what } => loss::run(&cli.place, what),
        Command::Person { what } => person::run(&cli.place, what),
        Command::Photo { what } => photo::run(&cli.place, what),
        Command::Account { what } => account::run(&cli.place, what),
        Command::Away { what } => away::run(&cli.place, what),
        Command::Folder { what } => folder::run(&cli.place, what),
        Command::Unread { json } => unread::run(&cli.place, json),
        // Handled before anything else is set up: a worker has no logs and no configuration.
        Command::Worker { .. } => Ok(()),
    }
}
