//! What is proposed for a loss of each kind, before it is saved. Cautious, and its owner's to change.

use jiff::ToSpan;
use jiff::civil::Date;
use model::{PersonId, PhotoId};

use super::{Kind, Loss, Part, PartOf, Period, Plan, Returning, What};
use crate::Want;

/// From the first day of a pregnancy to the day a birth is expected, in days (Naegele's rule).
const PREGNANCY: i64 = 280;
/// How far into a pregnancy it is taken to have been when nobody says, in days: 20 weeks, the most that is called one.
const FAR: i64 = 140;
/// How many days of "ask first" follow the end of a pregnancy.
const AFTER_PREGNANCY: i64 = 30;

/// What somebody says first of a loss, from which the rest is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstWords {
    /// Who it is about.
    pub people: Vec<PersonId>,
    /// When it began, where that is known: the first day of a pregnancy, the first of an illness.
    pub began: Option<Date>,
    /// The day a birth was expected.
    pub due: Option<Date>,
    /// Days on which those it is about were born.
    pub born: Vec<Date>,
    /// A wedding day.
    pub wedding: Option<Date>,
    /// Photos that stand for it.
    pub examples: Vec<PhotoId>,
    /// Observances that it makes hard days, by id.
    pub observances: Vec<String>,
}

impl Loss {
    /// What is proposed for a loss of that kind on that day.
    pub fn proposed(kind: Kind, day: Date, first: &FirstWords) -> Self {
        let mut days = vec![returning(What::TheDay, day, 1)];
        days.extend(first.due.map(|due| returning(What::DueDate, due, 0)));
        days.extend(first.born.iter().map(|born| returning(What::Birthday, *born, 0)));
        days.extend(first.wedding.map(|wedding| returning(What::WeddingDay, wedding, 0)));
        days.extend(first.observances.iter().map(|id| Returning {
            what: What::Observance(id.clone()),
            date: None,
            plan: Plan::Silence,
            before: 0,
            after: 0,
        }));
        Self {
            kind,
            called: String::new(),
            words: String::new(),
            people: first.people.clone(),
            periods: vec![period(kind, day, first)],
            days,
            places: Vec::new(),
            tags: Vec::new(),
            examples: first.examples.clone(),
            companions: Vec::new(),
            parts: parts(kind),
            taken_in: Vec::new(),
            taken_out: Vec::new(),
            review: None,
            ages: false,
        }
    }
}

/// The night before is a part of the day that returns.
fn returning(what: What, date: Date, before: u8) -> Returning {
    Returning { what, date: Some(date), plan: Plan::Silence, before, after: 0 }
}

fn period(kind: Kind, day: Date, first: &FirstWords) -> Period {
    let began = first.began.filter(|began| *began <= day);
    match kind {
        Kind::PregnancyLoss => {
            let conceived = first.due.and_then(|due| due.checked_sub(PREGNANCY.days()).ok());
            let from = began.or(conceived.filter(|from| *from <= day)).unwrap_or(Period::around(day, FAR, 0).from);
            Period { from, to: Period::around(day, 0, AFTER_PREGNANCY).to }
        }
        Kind::Death => Period { from: began.unwrap_or(Period::around(day, 30, 0).from), ..Period::around(day, 0, 60) },
        Kind::Separation => {
            Period { from: began.unwrap_or(Period::around(day, 30, 0).from), ..Period::around(day, 0, 60) }
        }
        Kind::Illness => Period { from: began.unwrap_or(day), ..Period::around(day, 0, 180) },
        Kind::Other => Period { from: began.unwrap_or(Period::around(day, 7, 0).from), ..Period::around(day, 0, 30) },
    }
}

/// What each part of the reach is, and what is wanted for it, when nobody has said anything else.
fn parts(kind: Kind) -> Vec<Part> {
    let (before, after) = match kind {
        Kind::Death => (7, 14),
        _ => (3, 3),
    };
    let always = matches!(kind, Kind::PregnancyLoss | Kind::Illness);
    vec![
        Part::of(PartOf::TheDay { before, after }, Want::KeepAway),
        Part::of(PartOf::Periods { before: 0, after: 0 }, Want::AskFirst),
        Part::of(PartOf::People, Want::AskFirst),
        Part::of(PartOf::SameMoment, Want::AskFirst),
        Part::of(PartOf::Places { always }, Want::AskFirst),
        Part::of(PartOf::Companions, Want::AskFirst),
        Part::of(PartOf::Words, Want::AskFirst),
        Part::of(PartOf::Alike, Want::AskFirst),
        Part::of(PartOf::Chosen, Want::KeepAway),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn check(kind: Kind, first: &FirstWords, from: &str, to: &str) {
        let loss = Loss::proposed(kind, day("2020-09-28"), first);
        assert_eq!(loss.periods, [Period { from: day(from), to: Some(day(to)) }], "{kind:?}");
    }

    #[test]
    fn a_kind_and_one_date_are_enough() {
        let nothing = FirstWords::default();
        check(Kind::Death, &nothing, "2020-08-29", "2020-11-27");
        check(Kind::PregnancyLoss, &nothing, "2020-05-11", "2020-10-28");
        check(Kind::Illness, &nothing, "2020-09-28", "2021-03-27");
        check(Kind::Other, &nothing, "2020-09-21", "2020-10-28");
    }

    #[test]
    fn a_pregnancy_is_reckoned_from_its_first_day_or_from_the_day_a_birth_was_expected() {
        let due = FirstWords { due: Some(day("2021-02-15")), ..FirstWords::default() };
        check(Kind::PregnancyLoss, &due, "2020-05-11", "2020-10-28");
        let began = FirstWords { began: Some(day("2020-05-01")), ..due };
        check(Kind::PregnancyLoss, &began, "2020-05-01", "2020-10-28");
        let impossible = FirstWords { began: Some(day("2021-05-01")), ..FirstWords::default() };
        check(Kind::PregnancyLoss, &impossible, "2020-05-11", "2020-10-28");
    }

    #[test]
    fn the_day_itself_is_kept_away_and_every_day_that_returns_is_met_in_silence() {
        for kind in Kind::ALL {
            let due = FirstWords { due: Some(day("2021-02-15")), ..FirstWords::default() };
            let loss = Loss::proposed(kind, day("2020-09-28"), &due);
            assert_eq!(loss.part("the_day").unwrap().want, Want::KeepAway);
            assert!(loss.parts.iter().all(|part| part.want >= Want::AskFirst && part.until.is_none()));
            assert!(loss.days.iter().all(|day| day.plan == Plan::Silence));
            assert_eq!(loss.days.len(), 2);
        }
    }
}
