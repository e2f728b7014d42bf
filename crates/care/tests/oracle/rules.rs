//! The rules of DESIGN.md, section 3, and of the README of care, read anew: slow, simple, over plain values of what was put in and
//! what was said. Nothing of the program decides here; `tests/oracles.rs` fails where something would.
#![allow(dead_code, reason = "each test uses its part of it")]

use care::{HowLong, Loss, OfPerson, Scope, Verdict, Want, Wish};
use jiff::ToSpan;
use jiff::civil::Date;
use model::{MomentId, PersonId, PhotoId, Position};

use super::extents::{is_reached, wants_of_parts};

/// A photo as it was put in, with the moment that it lies in.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) photo: PhotoId,
    pub(crate) moment: MomentId,
    /// Photos of a moment with the same number are one picture to the eye.
    pub(crate) burst: i64,
    pub(crate) day: Date,
    /// Its minute of that day.
    pub(crate) minute: i64,
    pub(crate) people: Vec<PersonId>,
    pub(crate) position: Option<Position>,
    /// The words of its caption and keywords, in small letters.
    pub(crate) words: Vec<String>,
    pub(crate) look: u64,
}

/// A library as it was put in, and all that one person said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) photos: Vec<Known>,
    /// In the order in which they were said, each with the day that was looked at.
    pub(crate) wishes: Vec<(Want, Wish, Date)>,
    pub(crate) losses: Vec<Loss>,
    /// What was said of pictures with somebody, in the order in which it was said.
    pub(crate) people_said: Vec<(PersonId, OfPerson)>,
    /// Words that caution takes for tender, of those that are in this library; none where it is switched off.
    pub(crate) tender: Vec<String>,
}

/// What was said of one photo.
#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    photo: Option<Want>,
    moment: Option<Want>,
    day: Option<Want>,
    part: Option<Want>,
}

impl Reading {
    /// What the rules say of each photo on the pages of a library, looked at on `on`.
    pub(crate) fn answers(&self, on: Date) -> Vec<Verdict> {
        self.photos.iter().map(|known| self.answer(known, on, true)).collect()
    }

    /// The same for what returns on one day, looked at on another: the more careful of both.
    pub(crate) fn answers_on_both(&self, returns: Date, on: Date) -> Vec<Verdict> {
        self.on_both((returns, on), true)
    }

    /// Of each photo whether it makes its moment ask. One that is asked about only for the sight of somebody without whom the days of a
    /// loss come is left out of its moment, and makes nothing ask.
    pub(crate) fn ask_for_their_moment(&self, returns: Date, on: Date) -> Vec<bool> {
        let (whole, without) = (self.on_both((returns, on), true), self.on_both((returns, on), false));
        let asks = |(whole, without)| whole == Verdict::Veiled && without != Verdict::Cleared;
        whole.into_iter().zip(without).map(asks).collect()
    }

    /// `sight`: with what losses say of the sight of people without whom their days come.
    fn on_both(&self, (returns, on): (Date, Date), sight: bool) -> Vec<Verdict> {
        let on_day = |day| self.photos.iter().map(move |known| self.answer(known, day, sight));
        let both = on_day(returns).zip(on_day(on));
        let more_careful = |said: (Verdict, Verdict)| match said {
            (Verdict::Held, _) | (_, Verdict::Held) => Verdict::Held,
            (Verdict::Veiled, _) | (_, Verdict::Veiled) => Verdict::Veiled,
            (Verdict::Cleared, Verdict::Cleared) => Verdict::Cleared,
        };
        both.map(more_careful).collect()
    }

    fn answer(&self, known: &Known, on: Date, sight: bool) -> Verdict {
        let Heard { photo, moment, day, part } = self.heard(known, on, sight);
        let (of_photo, of_moment) = (photo == Some(Want::Welcome), moment == Some(Want::Welcome));
        // 3. A keep away yields to the welcome of that very photo; of a day or a part of a loss, to that of that very moment too.
        let away = |said: Option<Want>| said == Some(Want::KeepAway);
        if away(photo) || (away(moment) && !of_photo) || ((away(day) || away(part)) && !of_photo && !of_moment) {
            return Verdict::Held;
        }
        // 1. A photo beats a moment beats a day beats a part of a loss. 4. Caution comes last, and only asks.
        match [photo, moment, day, part].into_iter().flatten().next() {
            Some(Want::Welcome) => Verdict::Cleared,
            Some(Want::AskFirst | Want::KeepAway) => Verdict::Veiled,
            None if self.has_tender_word(known) => Verdict::Veiled,
            None => Verdict::Cleared,
        }
    }

    /// A tender word goes for the whole moment.
    fn has_tender_word(&self, known: &Known) -> bool {
        self.photos_of(known.moment).any(|other| other.words.iter().any(|word| self.tender.contains(word)))
    }

    fn heard(&self, known: &Known, on: Date, sight: bool) -> Heard {
        let mut heard = Heard::default();
        for (at, (want, wish, looked_at)) in self.wishes.iter().enumerate() {
            if is_over(wish.how_long, *looked_at, on) || self.is_replaced(at) {
                continue;
            }
            // What is careful spreads to what is the same to the eye and to the mind; a welcome spreads to nothing.
            let careful = *want != Want::Welcome;
            let (level, meant) = match wish.scope {
                Scope::Photo(id) => (&mut heard.photo, id == known.photo || (careful && self.is_of_burst(id, known))),
                Scope::Moment(id) => (&mut heard.moment, id == known.moment),
                Scope::Day(day) => (&mut heard.day, known.day == day || (careful && self.began(known.moment) == day)),
                Scope::Birthday(_) | Scope::Observance(_) => continue,
            };
            if meant {
                *level = more_careful(*level, *want);
            }
        }
        for want in wants_of_parts(self, known, on, sight).into_iter().chain(self.wants_of_people(known, on)) {
            heard.part = more_careful(heard.part, want);
        }
        heard
    }

    /// What was said of those who are in it: of each the last word. As they come asks for nothing; what stays away until a day is asked
    /// about from that day on.
    fn wants_of_people(&self, known: &Known, on: Date) -> Vec<Want> {
        let last = |person: &PersonId| self.people_said.iter().rev().find(|(of, _)| of == person);
        let wants = known.people.iter().filter_map(last).filter_map(|(_, said)| match said {
            OfPerson::AsTheyCome => None,
            OfPerson::Away { until } if until.is_none_or(|until| on < until) => Some(Want::KeepAway),
            OfPerson::AskFirst | OfPerson::Away { .. } => Some(Want::AskFirst),
        });
        wants.collect()
    }

    /// A welcome takes the place of "ask first" said before of the same thing.
    fn is_replaced(&self, at: usize) -> bool {
        let (want, wish, _) = &self.wishes[at];
        let later = self.wishes[at..].iter();
        let same = |(other, of, _): &(Want, Wish, Date)| *other == Want::Welcome && of.scope == wish.scope;
        *want == Want::AskFirst && later.into_iter().any(same)
    }

    fn is_of_burst(&self, id: PhotoId, known: &Known) -> bool {
        let other = self.known(id);
        (other.moment, other.burst) == (known.moment, known.burst)
    }

    fn began(&self, moment: MomentId) -> Date {
        self.photos_of(moment).map(|known| known.day).min().unwrap()
    }

    /// The photos of a moment.
    pub(crate) fn photos_of(&self, moment: MomentId) -> impl Iterator<Item = &Known> {
        self.photos.iter().filter(move |known| known.moment == moment)
    }

    /// A photo by its number.
    pub(crate) fn known(&self, id: PhotoId) -> &Known {
        self.photos.iter().find(|known| known.photo == id).unwrap()
    }

    /// The photos that the part of that place among a loss's parts reaches.
    pub(crate) fn reached(&self, loss: &Loss, part: usize) -> Vec<&Known> {
        self.photos.iter().filter(|known| is_reached(self, loss, &loss.parts[part], known)).collect()
    }

    /// Whether nothing may be offered on that day of 2026 for the sake of a day that returns.
    pub(crate) fn is_quiet(&self, day: Date) -> bool {
        let days = self.losses.iter().flat_map(|loss| &loss.days);
        days.filter(|hard| hard.plan != care::Plan::AsUsual).any(|hard| {
            let first = hard.date.unwrap();
            let on = Date::new(2026, first.month(), first.day()).unwrap();
            let from = on.checked_sub(i64::from(hard.before).days()).unwrap();
            let to = on.checked_add(i64::from(hard.after).days()).unwrap();
            from <= day && day <= to
        })
    }
}

/// Whether a wish made while that day was looked at has ended on another.
fn is_over(how_long: HowLong, looked_at: Date, on: Date) -> bool {
    match how_long {
        HowLong::Never => false,
        HowLong::NotThis => on > looked_at,
        HowLong::NotThisYear => on >= looked_at.checked_add(1.year()).unwrap(),
        HowLong::Until(first) => on >= first,
    }
}

/// 2. At one level, and across losses, the more careful wins.
fn more_careful(one: Option<Want>, other: Want) -> Option<Want> {
    let said = [one, Some(other)];
    [Want::KeepAway, Want::AskFirst, Want::Welcome].into_iter().find(|want| said.contains(&Some(*want)))
}
