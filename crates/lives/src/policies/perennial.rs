//! Perennial: a loss is said once, with the defaults of its kind, and what falls in its reach is kept away or asked about.
//! The rules are those of the room `care`, called as the program calls them.

mod known;

use std::collections::HashMap;

use care::{
    FirstWords, KeptLoss, Kind, Plan, Precedence, Reach, Verdict, Want, hard_on, plan_for, verdict, wanted_by_parts,
};
use jiff::civil::Date;
use model::{LossId, MomentId};

use super::{Met, Policy};
use crate::life::{Life, LossKind};
use crate::owner::Answer;
use crate::returning::{Memory, Reason};
use crate::truth::Hurt;
use known::Known;

/// "Not this year" ends on the same day of the next, in days.
const A_YEAR: i64 = 365;

/// The rules of `care`, with caution or without.
pub struct Perennial {
    known: Known,
    caution: bool,
    losses: Vec<KeptLoss>,
    reaches: Vec<Reach>,
    /// What was said of single moments: the wish, and the day from which it no longer counts.
    said: HashMap<MomentId, (Want, Option<i64>)>,
    /// Who is in what was welcomed.
    welcomed: Vec<model::PersonId>,
    /// Birthdays that were put away one by one.
    birthdays: Vec<model::PersonId>,
    /// What the day is like, for the day that was asked about last.
    today: Today,
}

#[derive(Default)]
struct Today {
    day: i64,
    date: Option<Date>,
    silent: bool,
    signals: care::Signals,
}

impl Perennial {
    /// For a life in which nothing was said yet.
    pub fn new(life: &Life, caution: bool) -> Self {
        Self {
            known: Known::of(life),
            caution,
            losses: Vec::new(),
            reaches: Vec::new(),
            said: HashMap::new(),
            welcomed: Vec::new(),
            birthdays: Vec::new(),
            today: Today::default(),
        }
    }

    /// What holds for a whole day is found out once.
    fn turn_to(&mut self, day: i64) {
        if self.today.day == day && self.today.date.is_some() {
            return;
        }
        let date = model::day_from_number(day);
        let hard = date.map(|date| hard_on(date, &self.losses, &[])).unwrap_or_default();
        self.today = Today {
            day,
            date,
            silent: !matches!(plan_for(&hard), None | Some(Plan::AsUsual)),
            signals: if self.caution { self.known.signals(day, &self.welcomed) } else { care::Signals::default() },
        };
    }

    fn of_moment(&mut self, memory: &Memory, moment: MomentId) -> Met {
        let Some(date) = self.today.date else { return Met::withheld() };
        let whole = self.known.moment(moment);
        self.reaches.iter_mut().for_each(|reach| reach.learn(whole));
        let tender = self.caution && care::sign_of_moment(whole.iter(), &self.today.signals).is_some();
        let said = self.said.get(&moment).filter(|(_, until)| until.is_none_or(|until| until > self.today.day));
        let verdict_of = |photo| {
            let part = wanted_by_parts(&self.reaches, self.known.photo(photo), (date, date));
            verdict(Precedence { photo: None, moment: said.map(|(want, _)| *want), day: None, part }, tender)
        };
        let (mut shown, mut veiled) = (0, 0);
        for (at, photo) in memory.photos.iter().enumerate() {
            match verdict_of(*photo) {
                Verdict::Cleared => shown |= 1 << at,
                Verdict::Veiled => veiled |= 1 << at,
                Verdict::Held => {}
            }
        }
        // As the day plan has it: where anything of a moment is asked about, all of it is.
        if veiled == 0 { Met { shown, veiled } } else { Met { shown: 0, veiled: veiled | shown } }
    }

    fn of_birthday(&self, memory: &Memory, person: model::PersonId) -> Met {
        let died = self.losses.iter().any(|kept| kept.loss.kind == Kind::Death && kept.loss.people.contains(&person));
        let Some(date) = self.today.date.filter(|_| !died && !self.birthdays.contains(&person)) else {
            return Met::withheld();
        };
        // Nothing comes out of a moment of which anything is asked about.
        Met::only(memory, |photo| {
            let Some(moment) = self.known.photo(photo).moment else { return false };
            let whole = self.known.moment(moment);
            let tender = self.caution && care::sign_of_moment(whole.iter(), &self.today.signals).is_some();
            let said = self.said.get(&moment).map(|(want, _)| *want);
            let of = |facts: &care::Evidence| {
                let part = wanted_by_parts(&self.reaches, facts, (date, date));
                verdict(Precedence { photo: None, moment: said, day: None, part }, tender)
            };
            whole.iter().all(|facts| of(facts) != Verdict::Veiled) && of(self.known.photo(photo)) == Verdict::Cleared
        })
    }

    fn put_away(&mut self, memory: &Memory, until: Option<i64>) -> u32 {
        match memory.reason {
            Reason::OnThisDay(moment) => drop(self.said.insert(moment, (Want::KeepAway, until))),
            Reason::Birthday(person) => self.birthdays.push(person),
        }
        1
    }
}

impl Policy for Perennial {
    fn meets(&mut self, _: &Life, today: i64, memory: &Memory) -> Met {
        self.turn_to(today);
        if self.today.silent {
            return Met::withheld();
        }
        match memory.reason {
            Reason::OnThisDay(moment) => self.of_moment(memory, moment),
            Reason::Birthday(person) => self.of_birthday(memory, person),
        }
    }

    fn told(&mut self, life: &Life, loss: usize, _: i64) -> u32 {
        let Some((kind, day, first)) = as_said(life, loss) else { return 0 };
        let said = care::Loss::proposed(kind, day, &first);
        let id = LossId(loss as i64);
        self.reaches.push(Reach::new(id, said.clone(), Vec::new()));
        self.losses.push(KeptLoss { id, loss: said, made: jiff::Timestamp::UNIX_EPOCH });
        self.known.is_lost(&first.people);
        if let (Kind::Death, Some(person)) = (kind, first.people.first()) {
            self.known.dies(*person, life.losses[loss].day);
        }
        self.today = Today::default();
        1
    }

    fn hurt(&mut self, _: &Life, _: i64, memory: &Memory, _: Hurt) -> u32 {
        self.put_away(memory, None)
    }

    fn answered(&mut self, _: &Life, today: i64, memory: &Memory, answer: Answer) -> u32 {
        match (answer, memory.reason) {
            (Answer::Welcomed, Reason::OnThisDay(moment)) => {
                self.said.insert(moment, (Want::Welcome, None));
                let people = self.known.moment(moment).iter().flat_map(|facts| facts.people.iter().copied());
                self.welcomed.extend(people);
                self.today = Today::default();
                1
            }
            (Answer::Regretted | Answer::KeptAway, _) => self.put_away(memory, None),
            (Answer::NotThisYear, _) => self.put_away(memory, Some(today + A_YEAR)),
            _ => 0,
        }
    }
}

/// A loss as its owner says it on one page: of what kind, when, about whom, and the dates that the page asks for by kind.
/// Nobody names the one who was ill: their pictures of all years are not what hurts.
fn as_said(life: &Life, loss: usize) -> Option<(Kind, Date, FirstWords)> {
    let lost = &life.losses[loss];
    let kind = match lost.kind {
        LossKind::Death => Kind::Death,
        LossKind::Pregnancy => Kind::PregnancyLoss,
        LossKind::Separation => Kind::Separation,
        LossKind::Illness => Kind::Illness,
        LossKind::Other => Kind::Other,
    };
    let date = model::day_from_number;
    let returning = lost.returning.first().copied().and_then(date);
    let known = lost.person.filter(|person| life.person(*person).known && kind != Kind::Illness);
    let first = FirstWords {
        people: known.into_iter().collect(),
        began: date(lost.from).filter(|_| lost.from < lost.day),
        due: returning.filter(|_| kind == Kind::PregnancyLoss),
        born: returning.filter(|_| kind == Kind::Death).into_iter().collect(),
        wedding: returning.filter(|_| kind == Kind::Separation),
        ..FirstWords::default()
    };
    Some((kind, date(lost.day)?, first))
}
