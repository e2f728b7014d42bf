//! The command line, as it is typed. Help texts are written for the one who installs Perennial for others.

pub(crate) mod care;

use std::net::SocketAddr;
use std::path::PathBuf;

use ::care::GivenDate;
use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use url::Url;
use web::Network;

/// Photo memories that ask first.
///
/// Perennial brings photos back on their anniversaries and never surprises anyone with one that hurts. Photos are used
/// where they are; they are never changed, and nothing leaves this machine.
#[derive(Parser)]
#[command(name = "perennial", version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    /// Whose care counts, by the name they sign in by; needed where several do
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub(crate) visitor: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Where things are kept.
#[derive(Args, Clone)]
pub(crate) struct PlaceArgs {
    /// The folder for Perennial's own things [default: the platform's data folder]
    #[arg(long, global = true, env = "PERENNIAL_DATA", value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// A PostgreSQL database instead of the embedded one, as postgres://user@host/name
    #[arg(long, global = true, env = "PERENNIAL_DATABASE", value_name = "URL", hide_env_values = true)]
    pub(crate) database: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serve the pages, bring in the photos of the folders, and watch them for changes
    Serve {
        /// Folders of photos; they are remembered, so the next time none need to be named
        folders: Vec<PathBuf>,
        #[command(flatten)]
        photos: PhotosArgs,
        #[command(flatten)]
        listen: ListenArgs,
    },
    /// Serve an invented family's photos, drawn by Perennial itself, to see what it is like
    Demo {
        #[command(flatten)]
        listen: ListenArgs,
    },
    /// Bring in the photos of folders, and say what came of it
    Import {
        /// Folders of photos
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// Print the report as JSON
        #[arg(long)]
        json: bool,
    },
    /// Answer the first question: is there somebody, or a time, you would rather not meet unasked?
    First {
        /// Nothing now: memories come as they are
        #[arg(long)]
        nothing: bool,
    },
    /// Show what returns today, or on another day
    Today {
        /// The day, as 2026-09-28
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
        /// Print the day plan as JSON
        #[arg(long)]
        json: bool,
    },
    /// Show what the coming days hold, in words
    Ahead {
        /// How many days, up to a year
        #[arg(long, default_value_t = 60, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=366))]
        days: u16,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Say why a photo or a moment is shown, asked about or held
    Why {
        /// Its number, as in the address of its page
        id: i64,
        /// It is the number of a moment, as it would come by itself today
        #[arg(long)]
        moment: bool,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Say once what was lost, and how it is to be met
    Loss {
        #[command(subcommand)]
        what: care::LossCommand,
    },
    /// List people, or note when somebody was born or died
    Person {
        #[command(subcommand)]
        what: PersonCommand,
    },
    /// Look at one photo, correct its date, hide it, remove it or bring it back
    Photo {
        #[command(subcommand)]
        what: PhotoCommand,
    },
    /// List who may sign in, or help somebody who cannot
    Account {
        #[command(subcommand)]
        what: AccountCommand,
    },
    /// List what is put away or welcome, or take that back
    Away {
        #[command(subcommand)]
        what: AwayCommand,
    },
    /// List the folders that photos come from, add one, or let one go
    Folder {
        #[command(subcommand)]
        what: FolderCommand,
    },
    /// List the files that could not be read or shown, and why
    Unread {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Examine files that a Perennial hands over (it starts this itself)
    #[command(hide = true)]
    Worker {
        /// Make poster frames of videos instead
        #[arg(long)]
        poster: bool,
    },
}

/// Where photos may be looked for.
#[derive(Args)]
pub(crate) struct PhotosArgs {
    /// Folders in which pages may name folders of photos, separated by ":" [default: the home folder, and where disks appear]
    #[arg(long, env = "PERENNIAL_PHOTOS", value_name = "DIR", value_delimiter = ':')]
    pub(crate) photos: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct ListenArgs {
    /// The address to serve on; others than this machine's own are best left to a reverse proxy
    #[arg(long, default_value = "127.0.0.1:7878", value_name = "ADDRESS")]
    pub(crate) listen: SocketAddr,
    /// The address that people type, where a reverse proxy stands before Perennial: https://photos.example
    #[arg(long, env = "PERENNIAL_BASE_URL", value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<Url>,
    /// An address or network of a reverse proxy whose word about a request is taken; can be given several times
    #[arg(long = "trusted-proxy", env = "PERENNIAL_TRUSTED_PROXY", value_name = "ADDRESS", value_delimiter = ',')]
    pub(crate) trusted_proxies: Vec<Network>,
}

fn base_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    let plain =
        matches!(url.scheme(), "http" | "https") && url.has_host() && url.path() == "/" && url.query().is_none();
    if plain { Ok(url) } else { Err("an address such as https://photos.example, without a path".to_owned()) }
}

#[derive(Subcommand)]
pub(crate) enum AccountCommand {
    /// List who may sign in
    List {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Set a new password for somebody who is locked out; all their sessions end
    Password {
        /// The name they sign in by
        name: String,
    },
    /// Print a link that signs somebody in once, on this machine, within half an hour
    Link {
        /// The name they sign in by
        name: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum PersonCommand {
    /// List everybody named in the photos that may be shown
    List {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Note the day somebody was born, so that their birthdays return
    Born {
        /// Their name, as in the photos, or their number, as "#9"
        name: String,
        /// The day, as 2015-03-02
        day: Date,
    },
    /// Note the day somebody died, so that their birthdays no longer return
    Died {
        /// Their name, as in the photos, or their number, as "#9"
        name: String,
        /// The day, as 2021-11-20
        day: Date,
    },
}

#[derive(Subcommand)]
pub(crate) enum FolderCommand {
    /// List the folders that are looked into, and what came of the last look
    List {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Look into one more folder; a Perennial that is serving notices within a minute
    Add {
        /// The folder
        folder: PathBuf,
    },
    /// Look into a folder no more; its photos stay
    Forget {
        /// The folder, or its number in the list
        folder: PathBuf,
    },
}

#[derive(Subcommand)]
pub(crate) enum AwayCommand {
    /// List what is put away, welcome or asked about, in words only
    List {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Let something return, or be as it was before it was welcome
    Lift {
        /// Its number in the list
        id: i64,
    },
}

#[derive(Subcommand)]
pub(crate) enum PhotoCommand {
    /// Show what is known of a photo
    Show {
        /// Its number, as in the address of its page
        id: i64,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Correct when photos were taken: 2019-05-04, "2019-05-04 16:30", 2019-05, 2019 or "about 1956"
    Date {
        /// When
        when: GivenDate,
        /// Their numbers
        #[arg(required = true)]
        ids: Vec<i64>,
    },
    /// Take date corrections back: what the files say counts again
    DateBack {
        /// Their numbers
        #[arg(required = true)]
        ids: Vec<i64>,
    },
    /// Hide photos: they stay, and never return by themselves
    Hide {
        /// Their numbers
        #[arg(required = true)]
        ids: Vec<i64>,
    },
    /// Take hiding back
    Unhide {
        /// Their numbers
        #[arg(required = true)]
        ids: Vec<i64>,
    },
    /// Remove photos from the library; their files stay where they are
    Remove {
        /// Their numbers
        #[arg(required = true)]
        ids: Vec<i64>,
    },
    /// Take removing back
    Restore {
        /// Their numbers
        #[arg(required = true)]
        ids: Vec<i64>,
    },
}
