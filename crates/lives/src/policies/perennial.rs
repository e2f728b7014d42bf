//! Perennial: the owner is asked once and first, a loss is said in one breath with the defaults of its kind, what falls in its reach
//! stays away or is asked about, and what is asked about stands behind one card a day on few days of a week.
//! The rules are those of the room `care`, called as the program calls them.

mod known;
mod rules;
mod said;

use std::collections::HashMap;

use care::{
    CARD_DAYS, Evidence, KeptLoss, Kind, Plan, Precedence, Reach, Reasoned, Sign, Verdict, Want, card_days, hard_on,
    plan_for, sign_of_moment, verdict, wanted_by_parts, week_of,
};
use jiff::civil::Date;
use model::{LossId, MomentId, PersonId};

use super::{Met, Policy};
use crate::life::Life;
use crate::owner::Answer;
use crate::returning::{Calendar, Memory, Reason};
use crate::truth::Hurt;
use known::{Known, Missed};

pub use rules::{Least, Rules, Signs};

/// "Not this year" ends on the same day of the next, in days.
const A_YEAR: i64 = 365;

/// The rules of `care`, or some of them.
pub struct Perennial {
    rules: Rules,
    /// Whether caution asks by anybody's absence, after what its owner answered.
    absence: bool,
    known: Known,
    losses: Vec<KeptLoss>,
    reaches: Vec<Reach>,
    /// What was said of single moments: the wish, and the day from which it no longer counts.
    said: HashMap<MomentId, (Want, Option<i64>)>,
    /// Who is in what was welcomed.
    welcomed: Vec<PersonId>,
    /// Birthdays that were put away one by one.
    birthdays: Vec<PersonId>,
    /// Days on which something was put away for long.
    put_away_on: Vec<i64>,
    /// Days on which a card stood.
    drawn: Vec<Date>,
    /// What the library tells, for the day that was asked about last.
    today: Today,
}

#[derive(Default)]
struct Today {
    day: Option<i64>,
    signals: care::Signals,
    /// The same for moments in which nobody was found.
    of_nobody: care::Signals,
}

/// What comes of a memory before it is known on which days cards stand.
struct Weighed {
    met: Met,
    /// Why something of it is asked about; nothing where it waits without a card.
    asks: Option<Reasoned>,
}

impl Weighed {
    fn open(met: Met) -> Self {
        Self { met, asks: None }
    }
}

impl Perennial {
    /// For a life in which nothing was said yet.
    pub fn new(life: &Life, rules: Rules) -> Self {
        Self {
            rules,
            absence: true,
            known: Known::of(life, rules.signs.words),
            losses: Vec::new(),
            reaches: Vec::new(),
            said: HashMap::new(),
            welcomed: Vec::new(),
            birthdays: Vec::new(),
            put_away_on: Vec::new(),
            drawn: Vec::new(),
            today: Today::default(),
        }
    }

    /// What the library tells of a day is found out once.
    fn turn_to(&mut self, day: i64) {
        if self.today.day == Some(day) {
            return;
        }
        let told = |nobody| self.known.signals(day, self.rules.signs, self.absence, nobody, &self.welcomed);
        self.today = Today { day: Some(day), signals: told(false), of_nobody: told(self.rules.waits_around_spared) };
    }

    /// By which sign a moment may be tender.
    fn sign_of(&self, whole: &[Evidence]) -> Option<Sign> {
        let nobody = whole.iter().all(|facts| facts.people.is_empty());
        sign_of_moment(whole.iter(), if nobody { &self.today.of_nobody } else { &self.today.signals })
    }

    /// Whether nothing comes on a day, because its owner wants it so.
    fn is_silent(&self, date: Date) -> bool {
        !matches!(plan_for(&hard_on(date, &self.losses, &[])), None | Some(Plan::AsUsual))
    }

    /// What comes of all that returns on `day`, as it is seen today.
    fn weigh(&mut self, day: i64, calendar: &Calendar<'_>) -> Vec<Weighed> {
        let Some(date) = model::day_from_number(day).filter(|date| !self.is_silent(*date)) else {
            return calendar.on(day).map(|_| Weighed::open(Met::withheld())).collect();
        };
        let of = |memory: &Memory| match memory.reason {
            Reason::OnThisDay(moment) => self.of_moment(memory, moment, date),
            Reason::Birthday(person) => Weighed::open(self.of_birthday(memory, person, date)),
        };
        calendar.on(day).map(of).collect()
    }

    fn of_moment(&mut self, memory: &Memory, moment: MomentId, date: Date) -> Weighed {
        let whole = self.known.moment(moment);
        self.reaches.iter_mut().for_each(|reach| reach.learn(whole));
        let day = model::day_number(date);
        let before = self.rules.put_away_before && self.was_put_away_before(day);
        let sign = self.sign_of(whole);
        let tender = before || sign.is_some();
        let said = self.said_of(moment, day);
        let of = |facts: &Evidence| {
            let part = wanted_by_parts(&self.reaches, facts, (date, date));
            let precedence = Precedence { photo: None, moment: said, day: None, part };
            (verdict(precedence, tender), verdict(precedence, false))
        };
        let (mut shown, mut veiled) = (0, 0);
        for (at, photo) in memory.photos.iter().enumerate() {
            match of(self.known.photo(*photo)).0 {
                Verdict::Cleared => shown |= 1 << at,
                Verdict::Veiled => veiled |= 1 << at,
                Verdict::Held => {}
            }
        }
        // Where anything of a moment is asked about, all of it is.
        let asked: Vec<Verdict> = whole
            .iter()
            .filter_map(|facts| match of(facts) {
                (Verdict::Veiled, without_signs) => Some(without_signs),
                _ => None,
            })
            .collect();
        if asked.is_empty() {
            return Weighed::open(Met { shown, ..Met::default() });
        }
        let met = Met { veiled: veiled | shown, ..Met::default() };
        let by_sign = match sign {
            Some(Sign::Words) => Some(Reasoned::Words),
            Some(Sign::LastDays) => Some(Reasoned::LastDays),
            Some(Sign::MayBeTender) => Some(Reasoned::MayBeTender),
            Some(Sign::Silent) | None => before.then_some(Reasoned::MayBeTender),
        };
        Weighed { met, asks: if asked.contains(&Verdict::Veiled) { Some(Reasoned::Said) } else { by_sign } }
    }

    fn of_birthday(&self, memory: &Memory, person: PersonId, date: Date) -> Met {
        let died = self.losses.iter().any(|kept| kept.loss.kind == Kind::Death && kept.loss.people.contains(&person));
        if died || self.birthdays.contains(&person) {
            return Met::withheld();
        }
        // Nothing comes out of a moment of which anything is asked about.
        Met::only(memory, |photo| {
            let Some(moment) = self.known.photo(photo).moment else { return false };
            let whole = self.known.moment(moment);
            let tender = self.sign_of(whole).is_some();
            let said = self.said_of(moment, model::day_number(date));
            let of = |facts: &Evidence| {
                let part = wanted_by_parts(&self.reaches, facts, (date, date));
                verdict(Precedence { photo: None, moment: said, day: None, part }, tender)
            };
            whole.iter().all(|facts| of(facts) != Verdict::Veiled) && of(self.known.photo(photo)) == Verdict::Cleared
        })
    }

    fn said_of(&self, moment: MomentId, day: i64) -> Option<Want> {
        let said = self.said.get(&moment).filter(|(_, until)| until.is_none_or(|until| until > day));
        said.map(|(want, _)| *want)
    }

    fn was_put_away_before(&self, day: i64) -> bool {
        let same = |before: &i64| crate::living::month_day(*before) == crate::living::month_day(day);
        self.put_away_on.iter().any(|before| before + 300 < day && same(before))
    }

    /// Whether a card stands today, where something asks.
    fn has_card(&mut self, today: i64, calendar: &Calendar<'_>) -> bool {
        let Some(date) = model::day_from_number(today) else { return false };
        let most = self.rules.card_days;
        let week = week_of(date);
        let drawn: Vec<Date> = self.drawn.iter().rev().take(7).copied().filter(|day| week.contains(day)).collect();
        if most > CARD_DAYS {
            // More than the program ever has: each day as it comes.
            return drawn.len() < most;
        }
        let of_day = |day: &Date| {
            let asks = self.weigh(model::day_number(*day), calendar).into_iter().filter_map(|one| one.asks).min();
            asks.map(|asks| (*day, asks))
        };
        let waits: Vec<(Date, Reasoned)> = week.iter().filter(|day| **day >= date).filter_map(of_day).collect();
        card_days(&waits, &drawn, date).into_iter().take(most).any(|day| day == date)
    }

    fn put_away(&mut self, today: i64, memory: &Memory, until: Option<i64>) -> u32 {
        match memory.reason {
            Reason::OnThisDay(moment) => drop(self.said.insert(moment, (Want::KeepAway, until))),
            Reason::Birthday(person) => self.birthdays.push(person),
        }
        self.put_away_on.push(today);
        1
    }
}

impl Policy for Perennial {
    fn meets(&mut self, _: &Life, today: i64, memory: &Memory) -> Met {
        self.turn_to(today);
        let Some(date) = model::day_from_number(today).filter(|date| !self.is_silent(*date)) else {
            return Met::withheld();
        };
        match memory.reason {
            Reason::OnThisDay(moment) => self.of_moment(memory, moment, date).met,
            Reason::Birthday(person) => self.of_birthday(memory, person, date),
        }
    }

    fn day(&mut self, _: &Life, today: i64, calendar: &Calendar<'_>) -> Vec<Met> {
        self.turn_to(today);
        let weighed = self.weigh(today, calendar);
        let card = weighed.iter().any(|one| one.asks.is_some()) && self.has_card(today, calendar);
        self.drawn.extend(model::day_from_number(today).filter(|_| card));
        let met = |one: Weighed| if card && one.asks.is_some() { one.met } else { one.met.waiting() };
        weighed.into_iter().map(met).collect()
    }

    fn asks_first(&self) -> bool {
        true
    }

    fn nothing_now(&mut self) {
        if self.rules.nothing_now_counts {
            self.absence = false;
            self.today = Today::default();
        }
    }

    fn told(&mut self, life: &Life, loss: usize, today: i64) -> u32 {
        let Some(said) = said::kept(life, loss, &self.rules) else { return 0 };
        let id = LossId(loss as i64);
        // Whoever says a loss has answered by that: "nothing now" counts no more.
        self.absence = !self.rules.said_counts;
        // What is kept away at entry is so for good.
        let silent = self.rules.silent && model::day_from_number(today).is_some_and(|day| said.silent((day, day)));
        for person in &said.people {
            self.known.is_lost(Missed { person: *person, silent, spared: said.without_them });
        }
        if let (Kind::Death, Some(person)) = (said.kind, said.people.first()) {
            self.known.dies(*person, life.losses[loss].day);
        }
        self.reaches.push(Reach::new(id, said.clone(), Vec::new()));
        self.losses.push(KeptLoss { id, loss: said, made: jiff::Timestamp::UNIX_EPOCH });
        self.today = Today::default();
        1
    }

    fn hurt(&mut self, _: &Life, today: i64, memory: &Memory, _: Hurt) -> u32 {
        self.put_away(today, memory, None)
    }

    fn answered(&mut self, _: &Life, today: i64, memory: &Memory, answer: Answer) -> u32 {
        match (answer, memory.reason) {
            (Answer::Welcomed, Reason::OnThisDay(moment)) => {
                self.said.insert(moment, (Want::Welcome, None));
                if self.rules.welcome_of_people {
                    let people = self.known.moment(moment).iter().flat_map(|facts| facts.people.iter().copied());
                    self.welcomed.extend(people);
                    self.today = Today::default();
                }
                1
            }
            (Answer::Regretted | Answer::KeptAway, _) => self.put_away(today, memory, None),
            (Answer::NotThisYear, _) => self.put_away(today, memory, Some(today + A_YEAR)),
            _ => 0,
        }
    }
}
