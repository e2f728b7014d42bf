//! Stories of our own as real files: whom somebody has around them, what they photographed, what they lost, what of it hurts them from
//! when on, and what they say to the program. A story is a file here; [`Trial`] drives the real program through it.

mod around;
mod driven;
mod figures;
mod taken;

mod animal;
mod brother;
mod father;
mod friend;
mod grandmother;
mod hard_time;
mod home;
mod husband;
mod illness;
mod miscarriage;
mod mother;
mod nobody_named;
mod nothing_lost;
mod parted;
mod quarrel;
mod stillbirth;
mod two_losses;

use std::path::Path;

use care::{Kind, Loss};
use family::{Scene, Who};
use jiff::civil::Date;

pub use driven::{Lived, Said, Trial};
pub use figures::{Figures, table};

/// A story.
#[derive(Clone)]
pub struct Story {
    /// Its name, for files and tables.
    pub name: &'static str,
    /// What happened, in a sentence.
    pub words: &'static str,
    pub(crate) seed: u64,
    /// The first day with a picture.
    pub(crate) from: Date,
    /// The day of the first visit; nothing was photographed from then on.
    pub(crate) joins: Date,
    /// On how many days of a week something is photographed.
    pub(crate) a_week: f64,
    pub(crate) around: Vec<Someone>,
    pub(crate) moments: Vec<Moment>,
    pub(crate) hurts: Vec<Hurt>,
    pub(crate) says: Vec<Saying>,
    /// Whether its files name anybody.
    pub(crate) named: bool,
    /// Whose pictures are to be kept, where whom its owner names is not in them.
    pub(crate) keeps: Vec<&'static str>,
}

/// Somebody who is around.
#[derive(Clone)]
pub(crate) struct Someone {
    pub(crate) name: &'static str,
    pub(crate) look: Who,
    /// The first day and the day after the last on which they are around.
    pub(crate) from: Date,
    pub(crate) until: Date,
    /// How often they are at home with their owner, out, and at feasts.
    pub(crate) often: [f64; 3],
    /// Their birthday, as month and day.
    pub(crate) birthday: (i8, i8),
}

/// Something by itself that was photographed beside ordinary days.
#[derive(Clone)]
pub(crate) struct Moment {
    pub(crate) day: Date,
    pub(crate) scene: Scene,
    pub(crate) photos: usize,
    pub(crate) there: Vec<&'static str>,
    /// What it has to do with the story.
    pub(crate) tag: &'static str,
    pub(crate) caption: Option<&'static str>,
    /// Where it was, if not at home.
    pub(crate) at: Option<(f64, f64)>,
    pub(crate) dear: bool,
}

/// What hurts its owner, and when. The truth; the program is not told.
#[derive(Clone)]
pub(crate) struct Hurt {
    pub(crate) what: What,
    pub(crate) from: Date,
    pub(crate) until: Date,
    /// In how many of the moments.
    pub(crate) part: f64,
}

/// What about a picture hurts.
#[derive(Clone, Copy)]
pub(crate) enum What {
    /// They are in it, whether a file says so or not.
    Sight(&'static str),
    /// They were there, and are not in it.
    There(&'static str),
    /// It is of a moment with that tag.
    Tag(&'static str),
    /// It was taken within so many days before a day.
    Eve(Date, i64),
}

/// What its owner says at the first visit, with the defaults of the form.
#[derive(Clone)]
pub(crate) struct Saying {
    pub(crate) kind: Kind,
    pub(crate) day: Date,
    pub(crate) name: Option<&'static str>,
    /// How many weeks a pregnancy had lasted, the first day of an illness, a place: what the first page asks for by kind.
    pub(crate) weeks: Option<u16>,
    pub(crate) began: Option<Date>,
    pub(crate) at: Option<(f64, f64)>,
}

/// All stories.
pub fn all() -> Vec<Story> {
    let mut all = vec![
        mother::story(),
        friend::story(),
        parted::with_children(),
        parted::without_children(),
        grandmother::story(),
        grandmother::long_ago(),
        father::story(),
        father::far_away(),
        husband::story(),
        stillbirth::story(),
        miscarriage::story(),
        animal::story(),
        home::story(),
        illness::own(),
        illness::of_a_daughter(),
        brother::story(),
        quarrel::story(),
        two_losses::story(),
        nobody_named::story(),
        hard_time::story(),
    ];
    all.extend(nothing_lost::stories());
    all
}

impl Story {
    /// Whether anything was lost.
    pub fn has_a_loss(&self) -> bool {
        !self.hurts.is_empty()
    }

    /// Writes its pictures into a folder, as files.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(&self, folder: &Path) -> std::io::Result<usize> {
        let told: Vec<family::Told> = taken::pictures(self).into_iter().map(|picture| picture.told).collect();
        Ok(family::write_told(&told, SIZE, folder, &|_, _| ())?.files)
    }

    fn new(name: &'static str, words: &'static str, seed: u64) -> Self {
        Self {
            name,
            words,
            seed,
            from: day("2018-01-01"),
            joins: day("2026-01-01"),
            a_week: 1.0,
            around: Vec::new(),
            moments: Vec::new(),
            hurts: Vec::new(),
            says: Vec::new(),
            named: true,
            keeps: Vec::new(),
        }
    }

    fn with(mut self, around: impl IntoIterator<Item = Someone>) -> Self {
        self.around.extend(around);
        self
    }

    fn and(mut self, moments: impl IntoIterator<Item = Moment>) -> Self {
        self.moments.extend(moments);
        self
    }

    /// That hurts from a day on, for some years; in such a part of the moments.
    fn hurts(mut self, what: What, from: &str, years: i16, part: f64) -> Self {
        let from = day(from);
        let until = from.saturating_add(jiff::Span::new().years(years));
        self.hurts.push(Hurt { what, from, until, part });
        self
    }

    fn says(mut self, kind: Kind, on: &str, name: Option<&'static str>) -> Self {
        self.says.push(Saying { kind, day: day(on), name, weeks: None, began: None, at: None });
        self
    }

    fn saying(mut self, more: impl FnMut(&mut Saying)) -> Self {
        self.says.last_mut().into_iter().for_each(more);
        self
    }
}

/// Pictures are small: what they say matters here.
const SIZE: (u32, u32) = (96, 72);

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| unreachable!("{text} is a day"))
}

/// A moment with a tag, which is no joy.
fn moment(on: &str, scene: Scene, tag: &'static str) -> Moment {
    Moment { day: day(on), scene, photos: 3, there: Vec::new(), tag, caption: None, at: None, dear: false }
}

impl IntoIterator for Moment {
    type Item = Self;
    type IntoIter = std::iter::Once<Self>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self)
    }
}

impl Moment {
    fn of(mut self, there: &[&'static str]) -> Self {
        self.there = there.to_vec();
        self
    }

    fn called(mut self, caption: &'static str) -> Self {
        self.caption = Some(caption);
        self
    }

    fn at(mut self, latitude: f64, longitude: f64) -> Self {
        self.at = Some((latitude, longitude));
        self
    }

    fn dear(mut self) -> Self {
        self.dear = true;
        self
    }

    /// Again every so many days, so often.
    fn again(self, every: i64, times: i64) -> impl Iterator<Item = Self> {
        (0..times)
            .map(move |at| Self { day: self.day.saturating_add(jiff::Span::new().days(at * every)), ..self.clone() })
    }
}

/// What is kept of what is said, as the first page makes it.
fn proposed(saying: &Saying, first: care::FirstWords) -> Loss {
    Loss::proposed(saying.kind, saying.day, &first)
}

/// Drives the program through stories, so many days of each, and prints what came of them.
///
/// # Errors
/// Where a file cannot be written, and where the program fails.
pub fn run(stories: &[Story], program: &Path, folder: &Path, days: i64) -> std::io::Result<()> {
    let mut figures = Vec::new();
    for story in stories {
        let trial = Trial::begin(story, program, &folder.join(story.name))?;
        let lived = |said| trial.live(days, said);
        let one = Figures {
            name: story.name,
            has_a_loss: story.has_a_loss(),
            says: !story.says.is_empty(),
            pictures: trial.pictures(),
            plain: lived(Said::Plain)?,
            said: lived(Said::All)?,
            nothing: lived(Said::Nothing)?,
        };
        if !story.keeps.is_empty() {
            let (plain, said) = trial.kept_pictures(days)?;
            eprintln!("{}: {said} of {plain} pictures with {} are shown", story.name, story.keeps.join(" or "));
        }
        eprintln!("{}: {} surprises are left: {:?}", story.name, one.said.surprises, one.said.why);
        figures.push(one);
    }
    println!("{}", table(&figures));
    Ok(())
}
