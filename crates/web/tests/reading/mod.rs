//! What a random library's owner may see, told from what was put in and said, and from no verdict of the program.

use care::{Evidence, Loss, Precedence, Reach, Scope, Verdict, Want, Wish, is_tender, verdict, wanted_by_parts};
use jiff::civil::Date;
use memories::Member;
use model::{LossId, PhotoId};
use testkit::{House, now};

/// A library as it was put in, and what its owner said.
pub(crate) struct Reading {
    /// By photo, in the order in which they came in.
    pub(crate) facts: Vec<Evidence>,
    pub(crate) members: Vec<Member>,
    pub(crate) wishes: Vec<(Want, Wish)>,
    pub(crate) losses: Vec<Loss>,
}

impl Reading {
    /// Of the photos that came in as `ids`, each on that day with that person and in those words.
    pub(crate) fn of(house: &House, ids: &[PhotoId], came_in: impl Fn(usize) -> (Date, String, Vec<String>)) -> Self {
        let owner = house.owner();
        let read = house.store.read(|tx| {
            let moments = memories::moments_holding(tx, owner, ids)?;
            Ok::<_, store::StoreError>((memories::contents(tx, owner, &moments)?, library::people(tx, owner)?))
        });
        let (members, people) = read.unwrap();
        let facts = ids.iter().enumerate().map(|(at, id)| {
            let (day, person, words) = came_in(at);
            let day = model::day_number(day);
            let person = people.iter().find(|known| known.name == person).unwrap().id;
            let moment = members.iter().find(|member| member.photo == *id).map(|member| member.moment);
            Evidence { moment, days: Some((day, day)), people: vec![person], words, ..Evidence::of(*id) }
        });
        Self { facts: facts.collect(), members, wishes: Vec::new(), losses: Vec::new() }
    }

    /// What the rules say of each photo, for pages of the library.
    pub(crate) fn verdicts(&self) -> Vec<Verdict> {
        let mut reaches: Vec<Reach> =
            self.losses.iter().map(|loss| Reach::new(LossId(1), loss.clone(), Vec::new())).collect();
        reaches.iter_mut().for_each(|reach| reach.learn(&self.facts));
        let of = |facts: &Evidence| {
            let part = wanted_by_parts(&reaches, facts, now().date());
            verdict(Precedence { part, ..self.said(facts) }, self.is_tender(facts))
        };
        self.facts.iter().map(of).collect()
    }

    /// Whether any photo of its moment has a tender word.
    fn is_tender(&self, facts: &Evidence) -> bool {
        let same =
            |other: &&Evidence| other.photo == facts.photo || other.moment.is_some_and(|m| Some(m) == facts.moment);
        self.facts.iter().filter(same).any(|other| other.words.iter().any(|word| is_tender(word)))
    }

    fn said(&self, facts: &Evidence) -> Precedence {
        let mut levels = Precedence::default();
        for (at, (want, wish)) in self.wishes.iter().enumerate() {
            // A welcome takes the place of "ask first" said before of the same thing.
            let replaced = |(later, other): &(Want, Wish)| *later == Want::Welcome && other == wish;
            if *want == Want::AskFirst && self.wishes[at..].iter().any(replaced) {
                continue;
            }
            let (level, meant) = match wish.scope {
                Scope::Photo(id) => (&mut levels.photo, self.is_meant(id, *want, facts)),
                Scope::Moment(id) => (&mut levels.moment, facts.moment == Some(id)),
                Scope::Day(day) => (&mut levels.day, self.is_of(day, *want, facts)),
                Scope::Birthday(_) | Scope::Observance(_) => continue,
            };
            if meant {
                *level = (*level).max(Some(*want));
            }
        }
        levels
    }

    /// That very photo, or where something careful was said, another picture of its burst.
    fn is_meant(&self, id: PhotoId, want: Want, facts: &Evidence) -> bool {
        let burst = |photo| self.members.iter().find(|m| m.photo == photo).map(|m| (m.moment, m.burst));
        id == facts.photo || (want != Want::Welcome && burst(id).is_some() && burst(id) == burst(facts.photo))
    }

    /// Taken on that day, or where something careful was said, in a moment that began on it.
    fn is_of(&self, day: Date, want: Want, facts: &Evidence) -> bool {
        let number = model::day_number(day);
        let same = |other: &&Evidence| other.moment.is_some() && other.moment == facts.moment;
        let first = self.facts.iter().filter(same).filter_map(|other| other.days).map(|(first, _)| first).min();
        facts.days.is_some_and(|(first, _)| first == number) || (want != Want::Welcome && first == Some(number))
    }
}
