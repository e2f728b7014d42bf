//! What returns on a day, by the rules of `memories`: moments of the same day of earlier years, and birthdays.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use memories::{MOST_MEMORIES, MOST_PHOTOS, REST_DAYS, anniversary};
use model::{MomentId, PersonId, PhotoId};

use crate::life::Life;
use crate::living::month_day;
use crate::truth::Hurt;

/// A memory that could return on a day. All that a policy gets to see.
#[derive(Clone, Debug, PartialEq)]
pub struct Memory {
    /// Why it returns.
    pub reason: Reason,
    /// The photos it would show, at most [`MOST_PHOTOS`].
    pub photos: Vec<PhotoId>,
}

/// Why a memory returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A moment of exactly some years ago.
    OnThisDay(MomentId),
    /// The birthday of somebody whom the program believes to be alive.
    Birthday(PersonId),
}

/// A memory, and the truth about it on its day.
#[derive(Clone, Debug, PartialEq)]
pub struct Returning {
    /// What returns.
    pub memory: Memory,
    /// For each of its photos, why it hurts on this day.
    pub hurts: Vec<Option<Hurt>>,
    /// Whether it is a joy and nothing in it hurts.
    pub dear: bool,
}

/// What returns on which day, without the truth about it: all that a policy gets to see.
pub struct Calendar<'a> {
    days: &'a [(i64, Vec<Returning>)],
}

impl<'a> Calendar<'a> {
    /// What [`days`] gives, with the truth left out.
    pub fn of(days: &'a [(i64, Vec<Returning>)]) -> Self {
        Self { days }
    }

    /// What returns on that day.
    pub fn on(&self, day: i64) -> impl Iterator<Item = &'a Memory> + use<'a> {
        let found = self.days.binary_search_by_key(&day, |(other, _)| *other).ok();
        found.into_iter().flat_map(|at| &self.days[at].1).map(|returning| &returning.memory)
    }
}

/// Everything that returns while a life is lived, day by day: what the policy *none* shows.
pub fn days(life: &Life) -> Vec<(i64, Vec<Returning>)> {
    let moments = by_month_day(life);
    let birthdays = Birthdays::of(life);
    let mut all = Vec::new();
    for day in life.joined..=life.last {
        let mut returning = birthdays.on(life, day);
        returning.extend(on_this_day(&moments, life, day));
        if !returning.is_empty() {
            all.push((day, returning));
        }
    }
    all
}

fn by_month_day(life: &Life) -> HashMap<i64, Vec<MomentId>> {
    let mut found: HashMap<i64, Vec<MomentId>> = HashMap::new();
    for moment in &life.moments {
        found.entry(month_day(moment.day)).or_default().push(moment.id);
    }
    found
}

fn on_this_day(moments: &HashMap<i64, Vec<MomentId>>, life: &Life, day: i64) -> Vec<Returning> {
    let Some(date) = model::day_from_number(day) else { return Vec::new() };
    let returns = anniversary(date);
    let days = [Some(returns.month_day), returns.leap_day_too];
    let of = |day: Option<i64>| day.and_then(|day| moments.get(&day)).into_iter().flatten().copied();
    let old_enough = |id: &MomentId| life.moment(*id).day <= returns.until_day;
    // Every year has its turn before any has a second; within a year, the moment with the most to see comes first.
    let mut years: BTreeMap<i64, Vec<MomentId>> = BTreeMap::new();
    for id in days.into_iter().flat_map(of).filter(old_enough) {
        years.entry(life.moment(id).day).or_default().push(id);
    }
    let mut turns: Vec<(usize, Reverse<i64>, MomentId)> = Vec::new();
    for (year, ids) in &mut years {
        ids.sort_by_key(|id| Reverse(life.moment(*id).photos.len()));
        turns.extend(ids.iter().enumerate().map(|(turn, id)| (turn, Reverse(*year), *id)));
    }
    turns.sort_unstable();
    turns.into_iter().take(MOST_MEMORIES).map(|(_, _, id)| moment_returns(life, id, day)).collect()
}

fn moment_returns(life: &Life, id: MomentId, day: i64) -> Returning {
    let photos: Vec<PhotoId> = life.photos_of(life.moment(id)).iter().map(|photo| photo.id).take(MOST_PHOTOS).collect();
    let by_the_day = life.hurts_by_the_day(id, day);
    let hurts: Vec<Option<Hurt>> = photos.iter().map(|photo| life.hurts(*photo, day).or(by_the_day)).collect();
    let dear = hurts.iter().all(Option::is_none) && life.dear(id);
    Returning { memory: Memory { reason: Reason::OnThisDay(id), photos }, hurts, dear }
}

/// The photos of those whose birthdays a library knows.
struct Birthdays {
    people: Vec<Celebrated>,
}

struct Celebrated {
    id: PersonId,
    /// Month × 100 + day.
    birthday: i64,
    /// The photos they were found in, each with its day.
    portraits: Vec<(i64, PhotoId)>,
}

impl Birthdays {
    fn of(life: &Life) -> Self {
        let known = life.people.iter().filter(|person| person.known);
        let people = known.filter_map(|person| {
            let in_picture = life.photos.iter().filter(|photo| photo.tagged.contains(&person.id));
            let portraits = in_picture.map(|photo| (life.moment(photo.moment).day, photo.id)).collect();
            Some(Celebrated { id: person.id, birthday: person.birthday?, portraits })
        });
        Self { people: people.collect() }
    }

    fn on(&self, life: &Life, day: i64) -> Vec<Returning> {
        let today = month_day(day);
        let whose = self.people.iter().filter(|person| person.birthday == today);
        whose.filter_map(|person| birthday_returns(life, person, day)).collect()
    }
}

/// A picture of each year of a life, the earliest after the birthday; the latest years first.
fn birthday_returns(life: &Life, person: &Celebrated, day: i64) -> Option<Returning> {
    let mut years: BTreeMap<Reverse<i64>, (i64, PhotoId)> = BTreeMap::new();
    for (taken, photo) in person.portraits.iter().filter(|(taken, _)| *taken <= day - REST_DAYS) {
        let year = years.entry(Reverse((taken - day).div_euclid(365))).or_insert((*taken, *photo));
        *year = (*year).min((*taken, *photo));
    }
    let photos: Vec<PhotoId> = years.into_values().map(|(_, photo)| photo).take(MOST_PHOTOS).collect();
    if photos.is_empty() {
        return None;
    }
    let hurts: Vec<Option<Hurt>> = photos.iter().map(|photo| life.hurts(*photo, day)).collect();
    let dear_photos = photos.iter().filter(|photo| life.dear(life.photo(**photo).moment)).count();
    let dear = hurts.iter().all(Option::is_none) && dear_photos * 2 >= photos.len();
    Some(Returning { memory: Memory { reason: Reason::Birthday(person.id), photos }, hurts, dear })
}
