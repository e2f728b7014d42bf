//! The day plan as JSON: the one shape that API and command line share.

use care::{Cleared, DayPlan, Memory, Photo, Quiet, Reason, Waits};
use jiff::civil::Date;
use model::PhotoId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::words::Words;

/// A day plan. Borrowed from what is cleared, so it is written out at once or never.
#[derive(Serialize, ToSchema)]
#[schema(as = Day)]
pub struct DayJson {
    /// The day.
    day: Date,
    /// What returns on it.
    memories: Vec<Returning>,
    /// The card of the day, where something waits to be asked for: one at most. It is opened on the page of the day.
    asked: Vec<CardJson>,
    /// What has to be before anything returns: `first_visit`, the first question was not answered yet; `coming_in`, photos come in.
    waits: Option<&'static str>,
    /// Why nothing is offered, where that is somebody's wish: `tender_day` or `hard_day`.
    quiet: Option<&'static str>,
}

/// Something waits to be asked for, and nothing is told of it.
#[derive(Serialize, ToSchema)]
struct CardJson {
    /// Always nothing: one card stands for all that waits.
    years_ago: Option<u16>,
}

/// A memory that returns.
#[derive(Serialize, ToSchema)]
#[schema(as = Memory)]
struct Returning {
    /// `on_this_day`, `birthday` or `observance`.
    kind: &'static str,
    title: String,
    years_ago: Option<u16>,
    person: Option<String>,
    age: Option<u16>,
    /// Which day of the calendar of observances it is, such as `sons-day-us`.
    observance: Option<&'static str>,
    moment: Option<i64>,
    day: Option<Date>,
    place: Option<String>,
    photos: Vec<Shown>,
    /// How many photos it has in all.
    of: u32,
}

/// A photo of a memory.
#[derive(Serialize, ToSchema)]
#[schema(as = MemoryPhoto)]
struct Shown {
    id: i64,
    taken: Option<String>,
    small: String,
    large: String,
    caption: Option<String>,
    people: Vec<String>,
    favourite: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    files: Option<Vec<String>>,
}

impl DayJson {
    /// A plan as the API tells it on the day `today`.
    pub fn of(plan: &DayPlan, words: Words, today: Date) -> Self {
        let title = |memory| words.title(memory, plan.day, today);
        let returns = |memory| returning(memory, title(memory), words);
        let quiet = plan.quiet.as_ref().map(|quiet| match quiet {
            Quiet::Tender { .. } => "tender_day",
            Quiet::Hard { .. } => "hard_day",
        });
        let waits = plan.waits.map(|waits| match waits {
            Waits::FirstVisit => "first_visit",
            Waits::ComingIn => "coming_in",
        });
        let memories = plan.memories.iter().map(returns).collect();
        let asked = plan.card.iter().map(|_| CardJson { years_ago: None }).collect();
        Self { day: plan.day, memories, asked, waits, quiet }
    }

    /// The same with the files of each photo, for whoever sits at the machine where they are.
    ///
    /// # Errors
    /// What `files` returns.
    pub fn with_files<E>(
        plan: &DayPlan,
        words: Words,
        today: Date,
        mut files: impl FnMut(PhotoId) -> Result<Vec<String>, E>,
    ) -> Result<Self, E> {
        let mut day = Self::of(plan, words, today);
        for photo in day.memories.iter_mut().flat_map(|memory| &mut memory.photos) {
            photo.files = Some(files(PhotoId(photo.id))?);
        }
        Ok(day)
    }
}

fn returning(memory: &Cleared<Memory>, title: String, words: Words) -> Returning {
    let (kind, years_ago, person, age, observance) = match &memory.reason {
        Reason::OnThisDay { years, .. } => ("on_this_day", Some(*years), None, None, None),
        Reason::Birthday { name, age, .. } => ("birthday", None, Some(name.clone()), Some(*age), None),
        Reason::Observance { observance, .. } => ("observance", None, None, None, Some(observance.as_str())),
    };
    let moment = memory.moment.as_ref();
    Returning {
        kind,
        title,
        years_ago,
        person,
        age,
        observance,
        moment: moment.map(|m| m.id.0),
        day: moment.map(|m| m.day),
        place: moment.and_then(|m| m.place.as_ref()).map(|place| words.place(place)),
        photos: memory.photos.iter().map(shown).collect(),
        of: memory.of,
    }
}

fn shown(photo: &Cleared<Photo>) -> Shown {
    Shown {
        id: photo.id.0,
        taken: photo.taken.as_ref().map(|taken| taken.at.to_string()),
        small: format!("/photo/{}/small.jpg", photo.id),
        large: format!("/photo/{}/large.jpg", photo.id),
        caption: photo.caption.clone(),
        people: photo.people.iter().map(|(_, name)| name.clone()).collect(),
        favourite: photo.favourite,
        files: None,
    }
}
