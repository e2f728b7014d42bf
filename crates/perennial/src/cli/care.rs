//! What is said of losses on the command line.

use std::str::FromStr;

use care::{GivenDate, Kind, Plan, Sight, Want};
use clap::{Args, Subcommand};
use jiff::civil::Date;
use model::Position;

#[derive(Subcommand)]
pub(crate) enum LossCommand {
    /// Enter a loss: a kind and a day, a month or a year are enough
    Add {
        /// death, pregnancy_loss (a pregnancy or a baby), separation (somebody I parted from), illness, animal, home or other
        #[arg(value_parser = kind)]
        kind: Kind,
        /// When, as well as you know it: 2020-09-28, "November 2020", 2020 or "about 2019"
        when: GivenDate,
        #[command(flatten)]
        said: LossSaid,
    },
    /// List what was entered
    List {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Show one, with how far it reaches
    Show {
        /// Its number in the list
        id: i64,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Change one; what is not named stays as it is
    Edit {
        /// Its number in the list
        id: i64,
        #[command(flatten)]
        said: LossSaid,
    },
    /// Remove one: what it keeps back may return at once
    Remove {
        /// Its number in the list
        id: i64,
        /// Yes, remove it
        #[arg(long)]
        yes: bool,
    },
    /// Bring back one that was removed
    Restore {
        /// Its number
        id: i64,
    },
}

/// What can be said of a loss.
#[derive(Args)]
pub(crate) struct LossSaid {
    /// A name or a few words by which you know it
    #[arg(long, value_name = "WORDS")]
    pub(crate) called: Option<String>,
    /// Private words
    #[arg(long, value_name = "WORDS")]
    pub(crate) words: Option<String>,
    /// Who it is about, by their name in the photos or their number, as "#9"; can be given several times, or left out
    #[arg(long = "person", value_name = "NAME")]
    pub(crate) people: Vec<String>,
    /// Pictures with them: away, away..2027-01-01 until that day and asked first from then on, or ask_me
    #[arg(long, value_name = "SIGHT", value_parser = sight)]
    pub(crate) sight: Option<Sight>,
    /// Who was there, named in the same way; can be given several times
    #[arg(long = "companion", value_name = "NAME")]
    pub(crate) companions: Vec<String>,
    /// When it began: the first day of a pregnancy or an illness
    #[arg(long, value_name = "DATE", conflicts_with = "periods")]
    pub(crate) began: Option<Date>,
    /// How many weeks a pregnancy had lasted
    #[arg(long, value_name = "NUMBER")]
    pub(crate) weeks: Option<u16>,
    /// The day a birth was expected
    #[arg(long, value_name = "DATE")]
    pub(crate) due: Option<Date>,
    /// A wedding day
    #[arg(long, value_name = "DATE")]
    pub(crate) wedding: Option<Date>,
    /// When it lasted, as 2020-05-01..2020-10-28, or 2020-05-01.. while it lasts; can be given several times
    #[arg(long = "period", value_name = "FROM..TO")]
    pub(crate) periods: Vec<Stretch>,
    /// Where it was, as LATITUDE,LONGITUDE,METRES; can be given several times
    #[arg(long = "place", value_name = "PLACE", allow_hyphen_values = true)]
    pub(crate) places: Vec<Around>,
    /// Its places belong to it at any time, and not only within its time
    #[arg(long)]
    pub(crate) always: bool,
    /// An album, a keyword or a word of captions; can be given several times
    #[arg(long = "tag", value_name = "WORDS")]
    pub(crate) tags: Vec<String>,
    /// What is wanted for a part, as people=ask_first, or people=keep_away..2027-01-01 until a date
    #[arg(long = "wish", value_name = "PART=WISH")]
    pub(crate) wishes: Vec<PartWish>,
    /// Days around a part, as the_day=3,14: 3 before and 14 after
    #[arg(long, value_name = "PART=DAYS")]
    pub(crate) around: Vec<PartAround>,
    /// What is wanted for the days that return: silence, quiet_look or as_usual
    #[arg(long, value_name = "PLAN", value_parser = plan)]
    pub(crate) plan: Option<Plan>,
    /// The day from which the question whether all this is still right may wait on the care page
    #[arg(long, value_name = "DATE")]
    pub(crate) review: Option<Date>,
}

/// A stretch of days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
}

/// A point with a radius.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around {
    pub(crate) point: Position,
    pub(crate) metres: u32,
}

/// What is wanted for a part.
#[derive(Clone, Debug)]
pub(crate) struct PartWish {
    pub(crate) part: String,
    pub(crate) want: Want,
    pub(crate) until: Option<Date>,
}

/// How many days around a part belong to it.
#[derive(Clone, Debug)]
pub(crate) struct PartAround {
    pub(crate) part: String,
    pub(crate) before: u16,
    pub(crate) after: u16,
}

fn kind(name: &str) -> Result<Kind, String> {
    let all = || Kind::ALL.map(Kind::name).join(", ");
    Kind::from_name(name).ok_or_else(|| format!("one of {}", all()))
}

fn sight(text: &str) -> Result<Sight, String> {
    let until = |until: &str| until.parse().ok().map(|until| Sight::Away { until: Some(until) });
    let read = match text {
        "ask_me" => Some(Sight::AskMe),
        "away" => Some(Sight::default()),
        _ => text.strip_prefix("away..").and_then(until),
    };
    read.ok_or_else(|| "away, away..2027-01-01 or ask_me".to_owned())
}

fn plan(name: &str) -> Result<Plan, String> {
    Plan::from_name(name).ok_or_else(|| "one of silence, quiet_look, as_usual".to_owned())
}

impl FromStr for Stretch {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let says = || "two days with .. between, as 2020-05-01..2020-10-28, or 2020-05-01..".to_owned();
        let (from, to) = text.split_once("..").ok_or_else(says)?;
        let day = |text: &str| text.trim().parse::<Date>().map_err(|_| says());
        Ok(Self { from: day(from)?, to: if to.trim().is_empty() { None } else { Some(day(to)?) } })
    }
}

impl FromStr for Around {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let says = || "a latitude, a longitude and metres, as 44.93,-123.03,500".to_owned();
        let mut numbers = text.split(',').map(|number| number.trim().parse::<f64>());
        let mut next = || numbers.next().and_then(Result::ok).ok_or_else(says);
        let (latitude, longitude, metres) = (next()?, next()?, next()?);
        let point = Position::new(latitude, longitude).ok_or_else(says)?;
        if !(1.0..=20_038_000.0).contains(&metres) {
            return Err("between 1 metre and half the world".to_owned());
        }
        Ok(Self { point, metres: metres as u32 })
    }
}

impl FromStr for PartWish {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let says = || "a part and keep_away, ask_first or welcome, as people=ask_first".to_owned();
        let (part, wish) = text.split_once('=').ok_or_else(says)?;
        let (want, until) = wish.split_once("..").map_or((wish, None), |(want, until)| (want, Some(until)));
        let until = until.map(|until| until.parse().map_err(|_| says())).transpose()?;
        Ok(Self { part: part.to_owned(), want: Want::from_name(want).ok_or_else(says)?, until })
    }
}

impl FromStr for PartAround {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let says = || "a part with days before and after, as the_day=3,14".to_owned();
        let (part, days) = text.split_once('=').ok_or_else(says)?;
        let (before, after) = days.split_once(',').ok_or_else(says)?;
        let days = |text: &str| text.trim().parse().map_err(|_| says());
        Ok(Self { part: part.to_owned(), before: days(before)?, after: days(after)? })
    }
}
