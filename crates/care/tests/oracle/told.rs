//! A random library as it is put in, and what is said of it in the words of care.

use care::{
    Chosen, HowLong, Kind, Loss, LossPlace, OfPerson, Part, PartOf, Period, Plan, Returning, Scope, Want, What, Wish,
};
use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use model::{MomentId, PersonId, PhotoId, Position};
use store::StoreError;
use testkit::{House, now, snap};

use super::random::{DAYS, Lost, PEOPLE, Random, Shot, TAGS, TENDER_WORD, TOWNS, Wished};
use super::rows::moments_of_photos;
use super::rules::{Known, Reading};

/// A library that was put in, with what may be read of it.
pub(crate) struct Told {
    pub(crate) photos: Vec<PhotoId>,
    pub(crate) reading: Reading,
    people: Vec<Option<PersonId>>,
}

impl Told {
    /// Puts a random library in. Nothing is said yet.
    pub(crate) fn kept(house: &House, viewer: Viewer, random: &Random) -> Self {
        let library = viewer.library();
        let kept = house.store.write(|tx| {
            let mut ids = Vec::new();
            for (i, shot) in random.photos.iter().enumerate() {
                let came = shot.snap(&format!("{}-{i}.jpg", library.0)).photo();
                ids.push(library::keep(tx, library, &came, now().timestamp())?);
            }
            memories::settle(tx, viewer)?;
            let named = library::people(tx, viewer)?;
            let person = |name: &str| named.iter().find(|person| person.name == name).map(|person| person.id);
            Ok::<_, StoreError>((ids, PEOPLE.map(person).to_vec()))
        });
        let (photos, people) = kept.unwrap();
        let rows = moments_of_photos(house, viewer);
        let known = photos.iter().zip(&random.photos).map(|(photo, shot)| {
            let (moment, burst) = rows[photo];
            let words = shot.tag.iter().flat_map(|tag| TAGS[*tag].split(' ')).map(str::to_lowercase).collect();
            Known {
                photo: *photo,
                moment,
                burst,
                day: shot.date(),
                minute: shot.minute,
                people: shot.person.and_then(|at| people[at]).into_iter().collect(),
                position: shot.town.map(place),
                words,
                look: shot.likeness(),
            }
        });
        let tender = random.caution.then(|| TENDER_WORD.to_owned()).into_iter().collect();
        Self { reading: Reading { photos: known.collect(), tender, ..Reading::default() }, photos, people }
    }

    /// A random loss, as somebody would say it.
    pub(crate) fn loss(&self, lost: &Lost) -> Loss {
        let day = date(lost.day.0, lost.day.1);
        let photo = |at: usize| self.photos[at % self.photos.len()];
        let person = |at: Option<usize>| at.and_then(|at| self.people[at]).into_iter().collect::<Vec<_>>();
        let chosen = |out: bool| {
            let of = lost.chosen.iter().filter(move |(way, ..)| *way == out);
            of.map(|(_, whole, at)| match whole {
                true => Chosen::Moment(self.moment_of(photo(*at))),
                false => Chosen::Photo(photo(*at)),
            })
            .collect()
        };
        let mut parts: Vec<Part> = lost.parts.iter().map(part).collect();
        parts.push(Part { of: PartOf::Chosen, want: Want::KeepAway, until: None, then: None });
        let plan = [Plan::Silence, Plan::QuietLook, Plan::AsUsual][usize::from(lost.plan)];
        let last = lost.lasts.map(|days| day.checked_add(i64::from(days).days()).unwrap());
        Loss {
            // A death would be a sign for caution in itself.
            kind: if lost.illness { Kind::Illness } else { Kind::Other },
            called: String::new(),
            words: String::new(),
            people: person(lost.person),
            about: None,
            periods: vec![Period { from: day, to: last }],
            days: vec![Returning { what: What::TheDay, date: Some(day), plan, before: 1, after: 0 }],
            places: lost.town.map(|town| LossPlace::Around { point: place(town), metres: 500 }).into_iter().collect(),
            tags: lost.tag.map(|tag| TAGS[tag].to_owned()).into_iter().collect(),
            examples: lost.example.map(photo).into_iter().collect(),
            companions: person(lost.companion),
            parts,
            without_them: lost.without_them,
            taken_in: chosen(false),
            taken_out: chosen(true),
            review: None,
            ages: false,
        }
    }

    /// Of whom something is said once, and what; `None` for somebody whom nobody photographed.
    pub(crate) fn of_person(&self, (at, said): (usize, u8)) -> Option<(PersonId, OfPerson)> {
        let today = now().date();
        let away = |until| OfPerson::Away { until };
        let tomorrow = today.tomorrow().unwrap();
        let all = [OfPerson::AsTheyCome, OfPerson::AskFirst, away(None), away(Some(today)), away(Some(tomorrow))];
        self.people[at].map(|person| (person, all[usize::from(said)]))
    }

    /// A random wish.
    pub(crate) fn wish(&self, wished: &Wished) -> (Want, Wish) {
        let known = &self.reading.photos[wished.photo % self.photos.len()];
        let scope = match wished.of {
            0 => Scope::Photo(known.photo),
            1 => Scope::Moment(known.moment),
            _ => Scope::Day(known.day),
        };
        let how_long = match wished.how_long {
            0 => HowLong::Never,
            1 => HowLong::NotThis,
            _ => HowLong::Until(now().date()),
        };
        (want(wished.want), Wish { scope, how_long })
    }

    fn moment_of(&self, photo: PhotoId) -> MomentId {
        self.reading.known(photo).moment
    }

    /// All moments of it.
    pub(crate) fn moments(&self) -> Vec<MomentId> {
        let mut moments: Vec<MomentId> = self.reading.photos.iter().map(|known| known.moment).collect();
        moments.sort_unstable();
        moments.dedup();
        moments
    }
}

impl Shot {
    fn date(&self) -> Date {
        date(self.year, self.day)
    }

    fn likeness(&self) -> u64 {
        if self.look < 4 { u64::from(self.look) } else { u64::MAX >> self.look }
    }

    fn snap(&self, name: &str) -> testkit::Snap {
        let (hour, minute) = (self.minute / 60, self.minute % 60);
        let mut snap = snap(name, &format!("{}T{hour:02}:{minute:02}", self.date())).looking(self.likeness());
        if let Some(person) = self.person {
            snap = snap.of(&[PEOPLE[person]]);
        }
        if let Some(town) = self.town {
            snap = snap.at(TOWNS[town].0, TOWNS[town].1, TOWNS[town].2);
        }
        if let Some(tag) = self.tag {
            snap.facts.keywords = vec![TAGS[tag].to_owned()];
        }
        snap
    }
}

fn part((of, wanted, until): &(u8, u8, u8)) -> Part {
    let of = [
        PartOf::TheDay { before: 1, after: 0 },
        PartOf::Periods { before: 0, after: 1 },
        PartOf::People,
        PartOf::SameMoment,
        PartOf::Places { always: true },
        PartOf::Places { always: false },
        PartOf::Companions,
        PartOf::Words,
        PartOf::Alike,
    ][usize::from(*of)];
    let today = now().date();
    let (today, tomorrow) = (Some(today), today.tomorrow().ok());
    let until_then = [(None, 3), (today, 3), (tomorrow, 3), (today, 1), (tomorrow, 1), (today, 2)];
    let (until, then) = until_then[usize::from(*until)];
    let then = [Some(Want::KeepAway), Some(Want::AskFirst), Some(Want::Welcome), None][then];
    Part { of, want: want(*wanted), until, then }
}

fn want(number: u8) -> Want {
    [Want::KeepAway, Want::AskFirst, Want::Welcome][usize::from(number % 3)]
}

fn date(year: i16, day: usize) -> Date {
    format!("{year}-{}", DAYS[day]).parse().unwrap()
}

fn place(town: usize) -> Position {
    Position::new(TOWNS[town].1, TOWNS[town].2).unwrap()
}
