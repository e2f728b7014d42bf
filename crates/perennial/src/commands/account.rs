//! `perennial account`: who may sign in, and help for those who cannot.

use std::io::{BufRead, IsTerminal, Write};

use circle::{Account, Password, PasswordRefused};
use jiff::Timestamp;
use serde::Serialize;

use crate::cli::{AccountCommand, PlaceArgs};
use crate::failure::Failure;
use crate::house::{House, now};
use crate::output;

#[derive(Serialize)]
struct Row {
    id: i64,
    name: String,
    zone: String,
    made: Timestamp,
}

pub(crate) fn run(place: &PlaceArgs, what: AccountCommand) -> Result<(), Failure> {
    let house = House::visit(place)?;
    match what {
        AccountCommand::List { json } => list(&house, json),
        AccountCommand::Password { name } => password(&house, &name),
        AccountCommand::Link { name } => link(&house, &name),
    }
}

fn list(house: &House, json: bool) -> Result<(), Failure> {
    let accounts = house.door.accounts()?;
    if json {
        let zone = |account: &Account| account.details.zone.iana_name().unwrap_or("UTC").to_owned();
        let row = |a: Account| Row { id: a.id.0, zone: zone(&a), made: a.made, name: a.details.name };
        return output::json(&accounts.into_iter().map(row).collect::<Vec<_>>());
    }
    if accounts.is_empty() {
        output::line("Nobody has set up an account yet. Open the pages of `perennial serve` to do so.");
    }
    for account in accounts {
        let since = account.made.to_zoned(account.details.zone).date();
        output::line(&format!("{}, since {since}", account.details.name));
    }
    Ok(())
}

fn password(house: &House, name: &str) -> Result<(), Failure> {
    let account = find(house, name)?;
    let password = Password::new(&asked()?).map_err(|refused| match refused {
        PasswordRefused::TooShort => Failure::new("the password is too short", "Choose ten characters or more."),
        PasswordRefused::TooLong => Failure::new("the password is too long", "A thousand bytes are the most."),
    })?;
    house.door.replace_password(account.viewer, &password)?;
    let name = account.details.name;
    output::line(&format!("{name} has a new password. All their sessions have ended, and their keys for programs."));
    Ok(())
}

fn link(house: &House, name: &str) -> Result<(), Failure> {
    let account = find(house, name)?;
    let code = house.door.make_once_code(&account, now().timestamp())?.spelled();
    output::line(&format!("http://127.0.0.1:7878/sign-in/once/{code}"));
    eprintln!(
        "It works once, in a browser on this machine. Where Perennial listens elsewhere, change the part before /sign-in."
    );
    Ok(())
}

fn find(house: &House, name: &str) -> Result<Account, Failure> {
    let found = house.door.account_named(name)?;
    found.ok_or_else(|| {
        Failure::new(format!("nobody signs in by the name {name}"), "`perennial account list` lists all names.")
    })
}

/// One line from the terminal, unseen, or from whatever is piped in.
fn asked() -> Result<String, Failure> {
    let stdin = std::io::stdin();
    let unseen = stdin.is_terminal().then(Unseen::begin);
    if unseen.is_some() {
        eprint!("New password: ");
        let _ = std::io::stderr().flush();
    }
    let mut line = String::new();
    let read = stdin.lock().read_line(&mut line);
    if unseen.is_some() {
        eprintln!();
    }
    read.map_err(|e| Failure::new(format!("no password could be read: {e}"), "Type it, or pipe it in."))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// While this lives, the terminal does not show what is typed.
struct Unseen {
    #[cfg(target_os = "linux")]
    before: Option<libc::termios>,
}

impl Unseen {
    #[cfg(target_os = "linux")]
    fn begin() -> Self {
        // SAFETY: the calls get valid pointers to a structure of their own, and descriptor 0 is open.
        let before = unsafe {
            let mut mode: libc::termios = std::mem::zeroed();
            (libc::tcgetattr(0, &mut mode) == 0).then(|| {
                let mut unseen = mode;
                unseen.c_lflag &= !libc::ECHO;
                libc::tcsetattr(0, libc::TCSANOW, &unseen);
                mode
            })
        };
        Self { before }
    }

    #[cfg(not(target_os = "linux"))]
    fn begin() -> Self {
        Self {}
    }
}

#[cfg(target_os = "linux")]
impl Drop for Unseen {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            // SAFETY: as above.
            unsafe {
                libc::tcsetattr(0, libc::TCSANOW, before);
            }
        }
    }
}
