//! A slow and simple reading of the rules, told from what was put into a library and not from its tables.

use std::collections::BTreeSet;

use care::{
    Chosen, HowLong, Kind, Logged, Loss, LossPlace, Part, PartOf, Period, Plan, Precedence, Returning, Scope, Verdict,
    Want, What, Wish, verdict,
};
use circle::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use memories::Member;
use model::{MomentId, PersonId, PhotoId, Position, WishId};
use proptest::prelude::*;
use store::StoreError;
use testkit::{House, now, snap};

/// Days of the year on which the random photos lie: few, so that they meet.
pub(crate) const DAYS: [&str; 3] = ["09-27", "09-28", "09-29"];
const PEOPLE: [&str; 3] = ["Ida", "Bo", "Cy"];
const TOWNS: [(&str, f64, f64); 2] = [("Ember", 40.0, -3.0), ("Fjord", 60.0, 5.0)];
const TAGS: [&str; 2] = ["Blue room", "garden"];
const YEARS: std::ops::Range<i16> = 2018..2023;

#[derive(Clone, Debug)]
pub(crate) struct Random {
    pub(crate) photos: Vec<Shot>,
    pub(crate) losses: Vec<Lost>,
    pub(crate) wishes: Vec<(u8, u8, usize)>,
    pub(crate) caution: bool,
    pub(crate) last: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Shot {
    year: i16,
    day: usize,
    minute: i64,
    look: u8,
    person: Option<usize>,
    town: Option<usize>,
    tag: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Lost {
    day: (i16, usize),
    /// How many days its period lasts; none while it lasts.
    lasts: Option<u16>,
    person: Option<usize>,
    companion: Option<usize>,
    town: Option<usize>,
    tag: Option<usize>,
    example: Option<usize>,
    chosen: Vec<(bool, bool, usize)>,
    parts: Vec<(u8, u8, bool)>,
    plan: u8,
}

pub(crate) fn random() -> impl Strategy<Value = Random> {
    let maybe = |n: usize| prop::option::weighted(0.6, 0..n);
    let photo = (YEARS, 0..DAYS.len(), 0_i64..24 * 60, 0_u8..6, maybe(PEOPLE.len()), maybe(2), maybe(2))
        .prop_map(|(year, day, minute, look, person, town, tag)| Shot { year, day, minute, look, person, town, tag });
    let chosen = prop::collection::vec((any::<bool>(), any::<bool>(), any::<usize>()), 0..2);
    let parts = prop::collection::vec((0_u8..9, 0_u8..3, prop::bool::weighted(0.15)), 0..5);
    let who =
        (maybe(PEOPLE.len()), maybe(PEOPLE.len()), maybe(2), maybe(2), prop::option::weighted(0.3, any::<usize>()));
    let lost = ((YEARS, 0..DAYS.len()), prop::option::weighted(0.8, 0_u16..3), who, chosen, parts, 0_u8..3).prop_map(
        |(day, lasts, (person, companion, town, tag, example), chosen, parts, plan)| Lost {
            day,
            lasts,
            person,
            companion,
            town,
            tag,
            example,
            chosen,
            parts,
            plan,
        },
    );
    let wish = (0_u8..3, 0_u8..3, any::<usize>());
    let all = (
        prop::collection::vec(photo, 1..12),
        prop::collection::vec(lost, 0..3),
        prop::collection::vec(wish, 0..4),
        prop::bool::weighted(0.3),
        prop::option::of(any::<usize>()),
    );
    all.prop_map(|(photos, losses, wishes, caution, last)| Random { photos, losses, wishes, caution, last })
}

/// A library as it was told, with what became of it.
pub(crate) struct Told {
    pub(crate) photos: Vec<PhotoId>,
    shots: Vec<Shot>,
    members: Vec<Member>,
    began: Vec<(MomentId, Date)>,
    people: Vec<Option<PersonId>>,
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

impl Shot {
    fn date(&self) -> Date {
        date(self.year, self.day)
    }

    fn at_ms(&self) -> i64 {
        model::day_number(self.date()) * 86_400_000 + self.minute * 60_000
    }

    fn likeness(&self) -> u64 {
        if self.look < 4 { u64::from(self.look) } else { u64::MAX >> self.look }
    }
}

impl Told {
    pub(crate) fn kept(house: &House, viewer: Viewer, random: &Random) -> Self {
        let library = viewer.library();
        let kept = house.store.write(|tx| {
            let mut ids = Vec::new();
            for (i, shot) in random.photos.iter().enumerate() {
                let (hour, minute) = (shot.minute / 60, shot.minute % 60);
                let name = format!("{}-{i}.jpg", library.0);
                let mut snap = snap(&name, &format!("{}T{hour:02}:{minute:02}", shot.date())).looking(shot.likeness());
                if let Some(person) = shot.person {
                    snap = snap.of(&[PEOPLE[person]]);
                }
                if let Some(town) = shot.town {
                    snap = snap.at(TOWNS[town].0, TOWNS[town].1, TOWNS[town].2);
                }
                if let Some(tag) = shot.tag {
                    snap.facts.keywords = vec![TAGS[tag].to_owned()];
                }
                ids.push(library::keep(tx, library, &snap.photo(), now().timestamp())?);
            }
            memories::settle(tx, viewer)?;
            let moments = memories::moments_holding(tx, viewer, &ids)?;
            let members = memories::contents(tx, viewer, &moments)?;
            let mut began = Vec::new();
            for id in moments {
                began.push((id, memories::moment(tx, viewer, id)?.unwrap().day));
            }
            let named = library::people(tx, viewer)?;
            let person = |name: &str| named.iter().find(|person| person.name == name).map(|person| person.id);
            Ok::<_, StoreError>((ids, members, began, PEOPLE.map(person)))
        });
        let (photos, members, began, people) = kept.unwrap();
        Self { photos, shots: random.photos.clone(), members, began, people: people.to_vec() }
    }

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
        let plan = Plan::ALL[usize::from(lost.plan)];
        let returning = Returning { what: What::TheDay, date: Some(day), plan, before: 1, after: 0 };
        let part = |(of, wanted, over): &(u8, u8, bool)| Part {
            of: [
                PartOf::TheDay { before: 1, after: 0 },
                PartOf::Periods { before: 0, after: 1 },
                PartOf::People,
                PartOf::SameMoment,
                PartOf::Places { always: true },
                PartOf::Places { always: false },
                PartOf::Companions,
                PartOf::Words,
                PartOf::Alike,
            ][usize::from(*of)],
            want: want(*wanted),
            until: over.then(|| now().date()),
        };
        let mut parts: Vec<Part> = lost.parts.iter().map(part).collect();
        parts.push(Part::of(PartOf::Chosen, Want::KeepAway));
        Loss {
            // A death would be a sign for caution in itself.
            kind: Kind::Other,
            called: String::new(),
            words: String::new(),
            people: person(lost.person),
            periods: vec![Period {
                from: day,
                to: lost.lasts.map(|days| day.checked_add(i64::from(days).days()).unwrap()),
            }],
            days: vec![returning],
            places: lost.town.map(|town| LossPlace::Around { point: place(town), metres: 500 }).into_iter().collect(),
            tags: lost.tag.map(|tag| TAGS[tag].to_owned()).into_iter().collect(),
            examples: lost.example.map(photo).into_iter().collect(),
            companions: person(lost.companion),
            parts,
            taken_in: chosen(false),
            taken_out: chosen(true),
            review: None,
            ages: false,
        }
    }

    pub(crate) fn wish(&self, _house: &House, _viewer: Viewer, (wanted, kind, at): &(u8, u8, usize)) -> (Want, Wish) {
        let at = at % self.photos.len();
        let scope = match kind {
            0 => Scope::Photo(self.photos[at]),
            1 => Scope::Moment(self.moment_of(self.photos[at])),
            _ => Scope::Day(self.shots[at].date()),
        };
        (want(*wanted), Wish { scope, how_long: HowLong::Never })
    }

    fn member(&self, photo: PhotoId) -> &Member {
        self.members.iter().find(|member| member.photo == photo).unwrap()
    }

    fn moment_of(&self, photo: PhotoId) -> MomentId {
        self.member(photo).moment
    }

    fn shot(&self, photo: PhotoId) -> &Shot {
        &self.shots[self.photos.iter().position(|other| *other == photo).unwrap()]
    }

    pub(crate) fn moments(&self, _house: &House, _viewer: Viewer) -> Vec<i64> {
        self.began.iter().map(|(moment, _)| moment.0).collect()
    }

    pub(crate) fn is_hard(&self, losses: &[Loss], day: Date) -> bool {
        losses.iter().flat_map(|loss| &loss.days).any(|hard| {
            let first = hard.date.unwrap();
            let on = Date::new(2026, first.month(), first.day()).unwrap();
            hard.plan != Plan::AsUsual && (day == on || day == on.yesterday().unwrap())
        })
    }

    pub(crate) fn is_of_losses(&self, logged: &Logged) -> bool {
        format!("{:?}", logged.entry).contains("Loss")
    }

    /// What the rules say of each photo, without caution.
    pub(crate) fn verdicts(
        &self,
        _house: &House,
        _viewer: Viewer,
        losses: &[Loss],
        wishes: &[(WishId, Want, Wish)],
    ) -> Vec<Verdict> {
        self.photos.iter().map(|photo| verdict(self.levels(*photo, losses, wishes), false)).collect()
    }

    fn levels(&self, photo: PhotoId, losses: &[Loss], wishes: &[(WishId, Want, Wish)]) -> Precedence {
        let mut levels = Precedence::default();
        let (own, shot) = (self.member(photo), self.shot(photo));
        for (at, (_, want, wish)) in wishes.iter().enumerate() {
            // A welcome takes the place of "ask first" said before of the same thing.
            let replaced = |(_, later, other): &(WishId, Want, Wish)| *later == Want::Welcome && other == wish;
            if *want == Want::AskFirst && wishes[at..].iter().any(replaced) {
                continue;
            }
            let careful = *want != Want::Welcome;
            let (level, meant) = match wish.scope {
                Scope::Photo(id) => {
                    let other = self.member(id);
                    let burst = careful && (other.moment, other.burst) == (own.moment, own.burst);
                    (&mut levels.photo, id == photo || burst)
                }
                Scope::Moment(id) => (&mut levels.moment, id == own.moment),
                Scope::Day(day) => {
                    let began = self.began.iter().any(|(moment, on)| *moment == own.moment && *on == day);
                    (&mut levels.day, shot.date() == day || (careful && began))
                }
                Scope::Birthday(_) | Scope::Observance(_) => continue,
            };
            if meant {
                *level = (*level).max(Some(*want));
            }
        }
        for loss in losses {
            let took_out = loss.taken_out.iter().any(|chosen| self.is_chosen(*chosen, photo));
            for part in loss.parts.iter().filter(|part| part.until.is_none() && !took_out) {
                if self.reaches(loss, part.of, photo) {
                    levels.part = levels.part.max(Some(part.want));
                }
            }
        }
        levels
    }

    /// How many photos one part of a loss reaches, but for those that were taken out by hand, and on which days they were taken.
    pub(crate) fn extent(&self, loss: &Loss, part: PartOf) -> (u64, BTreeSet<Date>) {
        let out = |photo: PhotoId| loss.taken_out.iter().any(|chosen| self.is_chosen(*chosen, photo));
        let reached = || self.photos.iter().filter(|photo| self.reaches(loss, part, **photo) && !out(**photo));
        (reached().count() as u64, reached().map(|photo| self.shot(*photo).date()).collect())
    }

    fn reaches(&self, loss: &Loss, part: PartOf, photo: PhotoId) -> bool {
        let shot = self.shot(photo);
        let the_day = loss.days[0].date.unwrap();
        // The periods are as wide as the part of that name makes them.
        let after = loss.parts.iter().any(|part| matches!(part.of, PartOf::Periods { .. }));
        let in_period = |shot: &Shot| {
            let period = loss.periods[0];
            let last = period.to.map_or(Date::MAX, |to| if after { to.tomorrow().unwrap() } else { to });
            (period.from..=last).contains(&shot.date())
        };
        let is_of = |shot: &Shot, people: &[PersonId]| {
            shot.person.and_then(|at| self.people[at]).is_some_and(|person| people.contains(&person))
        };
        let near = |one: PhotoId| self.moment_of(one) == self.moment_of(photo);
        match part {
            PartOf::TheDay { .. } => shot.date() == the_day || shot.date() == the_day.yesterday().unwrap(),
            PartOf::Periods { .. } => in_period(shot),
            PartOf::People => is_of(shot, &loss.people),
            PartOf::SameMoment => {
                let with = self.photos.iter().filter(|one| near(**one));
                let mut with = with.map(|one| (one, self.shot(*one)));
                with.any(|(one, shot)| loss.examples.contains(one) || (in_period(shot) && is_of(shot, &loss.people)))
            }
            PartOf::Places { always } => {
                let at = shot.town.map(place);
                let there = loss.places.iter().any(|lost| match lost {
                    LossPlace::Around { point, .. } => at == Some(*point),
                    LossPlace::Town(_) => false,
                });
                there && (always || in_period(shot))
            }
            PartOf::Companions => is_of(shot, &loss.companions) && in_period(shot),
            PartOf::Words => shot.tag.is_some_and(|tag| loss.tags.iter().any(|own| own == TAGS[tag])),
            PartOf::Alike => loss.examples.iter().any(|example| {
                let other = self.shot(*example);
                let apart = (shot.at_ms() - other.at_ms()).abs();
                let looks = (shot.likeness() ^ other.likeness()).count_ones() <= 10 && apart <= 60 * 86_400_000;
                let there = shot.town.is_some() && shot.town == other.town && apart <= 2 * 86_400_000;
                near(*example) || looks || there
            }),
            PartOf::Chosen => loss.taken_in.iter().any(|chosen| self.is_chosen(*chosen, photo)),
        }
    }

    fn is_chosen(&self, chosen: Chosen, photo: PhotoId) -> bool {
        match chosen {
            Chosen::Photo(id) => id == photo,
            Chosen::Moment(id) => id == self.moment_of(photo),
        }
    }
}
