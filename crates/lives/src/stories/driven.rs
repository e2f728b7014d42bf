//! The real program driven through a story: it imports the files, and its visits are made day by day on a told clock.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use care::{
    CareError, CareSettings, DayPlan, FirstVisit, FirstWords, LossError, LossPlace, Reason, Seal, Session, Visit,
    Visits, Who,
};
use jiff::ToSpan;
use jiff::civil::Date;
use model::{MomentId, PersonId, Position};
use store::{DataFolder, Older, Store};

use super::taken::{Picture, pictures};
use super::{Saying, Story, proposed};

/// Round what of a home that was lost belongs to it, in metres.
const ROUND_A_HOME: u32 = 300;

/// What somebody does at the first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// They say what the story says, with the defaults of the form; "nothing now" where that is nothing.
    All,
    /// "Nothing now", whatever happened.
    Nothing,
    /// Caution is switched off too: a plain on-this-day.
    Plain,
}

/// What came of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lived {
    /// Memories that were shown unasked, with a picture in them that hurts that day.
    pub surprises: u32,
    /// Memories that a plain on-this-day shows and that are a joy on their day.
    pub joys: u32,
    /// Of those, how many were shown unasked, with at least half of their pictures.
    pub openly: u32,
    /// Days with a card.
    pub card_days: u32,
    /// What the surprises were, by what about them hurts, for whoever wants to know why.
    pub why: BTreeMap<String, u32>,
}

/// A story that the program holds.
pub struct Trial<'a> {
    story: &'a Story,
    pictures: HashMap<String, Picture>,
    folder: PathBuf,
}

/// What was shown of a memory on a day: the files of its pictures.
type Shown = HashMap<(Date, Returned), HashSet<String>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Returned {
    Moment(MomentId),
    Birthday(PersonId),
    Gathered,
}

impl<'a> Trial<'a> {
    /// Writes the story's files and lets the program import them, into a folder of its own.
    ///
    /// # Errors
    /// Where a file cannot be written, and where the program fails.
    pub fn begin(story: &'a Story, program: &Path, folder: &Path) -> io::Result<Self> {
        let photos = folder.join("photos");
        story.write(&photos)?;
        let data = folder.join("data");
        if data.exists() {
            std::fs::remove_dir_all(&data)?;
        }
        let mut import = Command::new(program);
        import.arg("--data").arg(&data).arg("import").arg(&photos).stdin(Stdio::null()).stdout(Stdio::null());
        let done = import.stderr(Stdio::piped()).output()?;
        if !done.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&done.stderr).into_owned()));
        }
        let of = |picture: Picture| (picture.told.path.clone(), picture);
        Ok(Self { story, pictures: pictures(story).into_iter().map(of).collect(), folder: folder.to_owned() })
    }

    /// How many pictures it has.
    pub fn pictures(&self) -> usize {
        self.pictures.len()
    }

    /// Lives so many days from the first visit on, in a house as it was imported: what comes of it beside a plain on-this-day.
    ///
    /// # Errors
    /// Where the house cannot be opened.
    pub fn live(&self, days: i64, said: Said) -> io::Result<Lived> {
        let (plain, none) = self.shown(days, Said::Plain)?;
        let (shown, card_days) = match said {
            Said::Plain => (plain.clone(), none),
            _ => self.shown(days, said)?,
        };
        let mut lived = Lived { card_days, ..Lived::default() };
        for ((day, _), pictures) in &shown {
            if let Some(hurts) = pictures.iter().find_map(|path| self.hurts(path, *day)) {
                lived.surprises += 1;
                *lived.why.entry(hurts).or_default() += 1;
            }
        }
        for (memory, pictures) in &plain {
            if pictures.iter().any(|path| self.hurts(path, memory.0).is_some()) || !self.is_dear(pictures) {
                continue;
            }
            lived.joys += 1;
            let seen = shown.get(memory).map_or(0, |seen| seen.intersection(pictures).count());
            lived.openly += u32::from(seen * 2 >= pictures.len());
        }
        Ok(lived)
    }

    /// Of the pictures with those whom the story keeps and without whom its owner names, how many a plain on-this-day shows, and how many
    /// are shown once it was said.
    ///
    /// # Errors
    /// Where the house cannot be opened.
    pub fn kept_pictures(&self, days: i64) -> io::Result<(usize, usize)> {
        let named: Vec<&str> = self.story.says.iter().filter_map(|saying| saying.name).collect();
        let is_in = |picture: &Picture, names: &[&str]| picture.with.iter().any(|name| names.contains(name));
        let keeps = |one: &Picture| is_in(one, &self.story.keeps) && !is_in(one, &named);
        let of = |path: &&String| self.pictures.get(*path).is_some_and(keeps);
        let count = |shown: &Shown| shown.values().map(|pictures| pictures.iter().filter(of).count()).sum::<usize>();
        Ok((count(&self.shown(days, Said::Plain)?.0), count(&self.shown(days, Said::All)?.0)))
    }

    fn hurts(&self, path: &str, day: Date) -> Option<String> {
        let picture = self.pictures.get(path).filter(|picture| self.story.hurts_on(picture, day))?;
        let why = if picture.tag.is_empty() { "an ordinary day" } else { picture.tag };
        Some(if picture.told.names.is_empty() { format!("{why}, nobody named") } else { format!("{why}, named") })
    }

    fn is_dear(&self, pictures: &HashSet<String>) -> bool {
        let dear = pictures.iter().filter(|path| self.pictures.get(*path).is_some_and(|picture| picture.dear)).count();
        dear * 2 >= pictures.len().max(1)
    }

    /// What is shown on each of the days, and on how many a card stands.
    fn shown(&self, days: i64, said: Said) -> io::Result<(Shown, u32)> {
        let data = self.folder.join(format!("lived {said:?}"));
        copied(&self.folder.join("data"), &data)?;
        let house = House::open(&data)?;
        let (mut shown, mut cards) = (Shown::new(), 0);
        house.first_visit(self.story, said).map_err(io::Error::other)?;
        for at in 0..days {
            let day = self.story.joins.saturating_add(at.days());
            let who = house.on(day);
            let look = |visit: &mut Visit<'_, '_>| {
                let plan = visit.day_plan(day)?;
                let files = self.files(visit, &plan)?;
                Ok::<_, CareError>((plan.card.is_some(), plan.waits, files))
            };
            let (card, waits, files) = house.visits.look(&who, look).map_err(io::Error::other)?;
            if let Some(waits) = waits {
                return Err(io::Error::other(format!("on {day} memories wait: {waits:?}")));
            }
            if card {
                cards += 1;
                // That a card was drawn is noted behind the visit: the next day knows it.
                house.visits.log(&who).map_err(io::Error::other)?;
            }
            shown.extend(files.into_iter().map(|(returned, files)| ((day, returned), files)));
        }
        Ok((shown, cards))
    }

    fn files(&self, visit: &mut Visit<'_, '_>, plan: &DayPlan) -> Result<Vec<(Returned, HashSet<String>)>, CareError> {
        let mut found = Vec::new();
        for memory in &plan.memories {
            let returned = match (&memory.reason, &memory.moment) {
                (Reason::Birthday { person, .. }, _) => Returned::Birthday(*person),
                (_, Some(moment)) => Returned::Moment(moment.id),
                _ => Returned::Gathered,
            };
            let mut files = HashSet::new();
            for photo in &memory.photos {
                let told = |file: &PathBuf| {
                    let (year, name) = (file.parent()?.file_name()?.to_str()?, file.file_name()?.to_str()?);
                    Some(format!("{year}/{name}"))
                };
                files.extend(visit.files_of(photo)?.iter().filter_map(told));
            }
            found.push((returned, files));
        }
        Ok(found)
    }
}

/// A house that is visited on told days.
struct House {
    visits: Visits,
    viewer: circle::Viewer,
}

impl House {
    fn open(data: &Path) -> io::Result<Self> {
        let folder = DataFolder::open(data).map_err(io::Error::other)?;
        let store = Arc::new(Store::open(&folder.database(), Older::Refuse).map_err(io::Error::other)?);
        let owners = store.read(library::owners).map_err(io::Error::other)?;
        let viewer = *owners.first().ok_or_else(|| io::Error::other("nobody owns a library"))?;
        let blobs = store::Blobs::in_folder(&folder.blobs()).map_err(io::Error::other)?;
        let seal = Seal::new().map_err(io::Error::other)?;
        Ok(Self { visits: Visits::new(store, Arc::new(blobs), Arc::new(seal)), viewer })
    }

    /// The owner in the morning of that day.
    fn on(&self, day: Date) -> Who {
        let zone = jiff::tz::TimeZone::UTC;
        let now = day.at(9, 0, 0, 0).to_zoned(zone).unwrap_or_default();
        Who { viewer: self.viewer, now, session: Session("a trial".to_owned()) }
    }

    fn first_visit(&self, story: &Story, said: Said) -> Result<(), LossError> {
        let says = if said == Said::All { story.says.as_slice() } else { &[] };
        self.visits.change(&self.on(story.joins), |change| {
            if says.is_empty() {
                change.answer_first_visit(FirstVisit::Nothing)?;
            }
            if said == Said::Plain {
                change.change_settings(CareSettings { caution: false, ..CareSettings::default() })?;
            }
            for saying in says {
                let known = change.known_names()?.people;
                let named = known.iter().filter(|person| saying.name == Some(person.name.as_str()));
                let about = change.first_words(named.map(|person| person.id).collect())?;
                change.add_loss(proposed(saying, first_words(saying, about)))?;
            }
            Ok(())
        })
    }
}

fn first_words(saying: &Saying, about: FirstWords) -> FirstWords {
    let around =
        |(latitude, longitude)| LossPlace::Around { point: Position { latitude, longitude }, metres: ROUND_A_HOME };
    FirstWords {
        weeks: saying.weeks,
        began: saying.began,
        places: saying.at.map(around).into_iter().collect(),
        ..about
    }
}

/// A data folder as it is, without renditions: no picture is looked at.
fn copied(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
