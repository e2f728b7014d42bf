//! What is proposed for a loss of each kind, before it is saved. Cautious, and its owner's to change.

use jiff::ToSpan;
use jiff::civil::Date;
use model::{PersonId, PhotoId};
use serde::{Deserialize, Serialize};

use super::{Kind, Loss, LossPlace, Part, PartOf, Period, Plan, Returning, What, When};
use crate::Want;

/// From the first day of a pregnancy to the day a birth is expected, in days (Naegele's rule).
const PREGNANCY: i64 = 280;
/// How far into a pregnancy it is taken to have been when nobody says, in days: 20 weeks, the most that is called one.
const FAR: i64 = 140;
/// How many days of "ask first" follow the end of a pregnancy.
const AFTER_PREGNANCY: i64 = 30;

/// What is wanted of pictures of somebody who died, or from whom one has parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// They are asked about first.
    AskMe,
    /// They stay away for now.
    Away {
        /// The first day on which they are asked about instead; none where that was left open.
        until: Option<Date>,
    },
}

impl Default for Sight {
    fn default() -> Self {
        Self::Away { until: None }
    }
}

impl Sight {
    /// The part of a loss that says so.
    pub fn part(self) -> Part {
        match self {
            Self::AskMe => Part::of(PartOf::People, Want::AskFirst),
            Self::Away { until } => {
                Part { until, then: until.map(|_| Want::AskFirst), ..Part::of(PartOf::People, Want::KeepAway) }
            }
        }
    }
}

/// What somebody says first of a loss, from which the rest is proposed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstWords {
    /// Who it is about.
    pub people: Vec<PersonId>,
    /// What is wanted of their pictures, after a death or a separation.
    pub sight: Sight,
    /// When it began, where that is known: the first day of a pregnancy, the first of an illness.
    pub began: Option<Date>,
    /// How many weeks a pregnancy had lasted, where that is known.
    pub weeks: Option<u16>,
    /// The day a birth was expected.
    pub due: Option<Date>,
    /// Days on which those it is about were born.
    pub born: Vec<Date>,
    /// A wedding day.
    pub wedding: Option<Date>,
    /// Where it was.
    pub places: Vec<LossPlace>,
    /// Whether those places belong to it at any time, or only around it; nothing said where it is none.
    pub always: Option<bool>,
    /// Albums, keywords and words in captions.
    pub tags: Vec<String>,
    /// Photos that stand for it.
    pub examples: Vec<PhotoId>,
    /// Observances that it makes hard days, by id.
    pub observances: Vec<String>,
}

impl Loss {
    /// What is proposed for a loss of that kind, then. Where less than a day is known no day of it returns: the time that it may
    /// have been asks instead.
    pub fn proposed(kind: Kind, when: impl Into<When>, first: &FirstWords) -> Self {
        let when = when.into();
        let mut days: Vec<Returning> = when.day().map(|day| returning(What::TheDay, day, 1)).into_iter().collect();
        days.extend(first.due.map(|due| returning(What::DueDate, due, 0)));
        if mourns_birthdays(kind) {
            days.extend(first.born.iter().map(|born| returning(What::Birthday, *born, 0)));
        }
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
            about: when.day().is_none().then_some(when),
            periods: vec![period(kind, when, first)],
            days,
            places: first.places.clone(),
            tags: first.tags.clone(),
            examples: first.examples.clone(),
            companions: Vec::new(),
            parts: parts(kind, first),
            without_them: kind == Kind::Separation,
            taken_in: Vec::new(),
            taken_out: Vec::new(),
            review: None,
            ages: false,
        }
    }
}

/// Whether the birthdays of whom it is about are days that return: whoever was parted from or was ill lives, and has birthdays.
fn mourns_birthdays(kind: Kind) -> bool {
    !matches!(kind, Kind::Separation | Kind::Illness | Kind::Home)
}

/// The night before is a part of the day that returns.
fn returning(what: What, date: Date, before: u8) -> Returning {
    Returning { what, date: Some(date), plan: Plan::Silence, before, after: 0 }
}

fn period(kind: Kind, when: When, first: &FirstWords) -> Period {
    // How many days around it belong to it, where nobody says when it began.
    let (before, after) = match kind {
        Kind::PregnancyLoss => (FAR, AFTER_PREGNANCY),
        Kind::Death | Kind::Separation => (30, 60),
        Kind::Illness => (0, 180),
        Kind::Animal | Kind::Home | Kind::Other => (7, 30),
    };
    let began = first.began.filter(|began| *began <= when.last);
    let began = began.or_else(|| conceived(first, when).filter(|_| kind == Kind::PregnancyLoss));
    let from = began.map_or_else(|| Period::around(when.first, before, 0).from, |began| began.min(when.first));
    Period { from, to: Period::around(when.last, 0, after).to }
}

/// The first day of a pregnancy, by what is known of how long it was or was to be.
fn conceived(first: &FirstWords, when: When) -> Option<Date> {
    // "Twenty weeks" is the whole of the twentieth, and up to the next.
    let by_weeks = first.weeks.and_then(|weeks| when.first.checked_sub((i64::from(weeks.min(45)) * 7 + 6).days()).ok());
    let by_due = || first.due.and_then(|due| due.checked_sub(PREGNANCY.days()).ok());
    by_weeks.or_else(by_due).filter(|from| *from <= when.last)
}

/// What each part of the reach is, and what is wanted for it, when nobody has said anything else.
fn parts(kind: Kind, first: &FirstWords) -> Vec<Part> {
    let ask = |of| Part::of(of, Want::AskFirst);
    let (before, after) = if kind == Kind::Death { (7, 14) } else { (3, 3) };
    let the_day = Part::of(PartOf::TheDay { before, after }, Want::KeepAway);
    let around = [the_day, ask(PartOf::Periods { before: 0, after: 0 }), ask(PartOf::SameMoment)];
    // A ward, and a home that is gone, are met at any time; a town where something happened is a town.
    let always = first.always.unwrap_or(matches!(kind, Kind::PregnancyLoss | Kind::Illness | Kind::Home));
    let mut parts = Vec::new();
    // What was lived with somebody before the parting was lived all the same: its days stay, and the sight of them is spared.
    if kind != Kind::Separation {
        parts.extend(around);
    }
    match kind {
        Kind::Death | Kind::Separation => parts.push(first.sight.part()),
        // Whoever is or was ill has other days than those: the time itself asks.
        Kind::Illness => {}
        _ => parts.push(ask(PartOf::People)),
    }
    parts.push(ask(PartOf::Places { always }));
    if kind != Kind::Separation {
        parts.push(ask(PartOf::Companions));
    }
    parts.extend([ask(PartOf::Words), ask(PartOf::Alike), Part::of(PartOf::Chosen, Want::KeepAway)]);
    parts
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
        check(Kind::Animal, &nothing, "2020-09-21", "2020-10-28");
        check(Kind::Home, &nothing, "2020-09-21", "2020-10-28");
        check(Kind::Other, &nothing, "2020-09-21", "2020-10-28");
    }

    #[test]
    fn a_pregnancy_is_reckoned_from_its_first_day_its_weeks_or_the_day_a_birth_was_expected() {
        let due = FirstWords { due: Some(day("2021-02-15")), ..FirstWords::default() };
        check(Kind::PregnancyLoss, &due, "2020-05-11", "2020-10-28");
        let began = FirstWords { began: Some(day("2020-05-01")), ..due };
        check(Kind::PregnancyLoss, &began, "2020-05-01", "2020-10-28");
        let impossible = FirstWords { began: Some(day("2021-05-01")), ..FirstWords::default() };
        check(Kind::PregnancyLoss, &impossible, "2020-05-11", "2020-10-28");
        let weeks = |weeks| FirstWords { weeks: Some(weeks), ..FirstWords::default() };
        check(Kind::PregnancyLoss, &weeks(8), "2020-07-28", "2020-10-28");
        check(Kind::PregnancyLoss, &weeks(38), "2019-12-31", "2020-10-28");
        check(Kind::PregnancyLoss, &weeks(u16::MAX), "2019-11-12", "2020-10-28");
    }

    #[test]
    fn the_day_itself_is_kept_away_and_every_day_that_returns_is_met_in_silence() {
        for kind in Kind::ALL {
            let due = FirstWords { due: Some(day("2021-02-15")), ..FirstWords::default() };
            let loss = Loss::proposed(kind, day("2020-09-28"), &due);
            if kind != Kind::Separation {
                assert_eq!(loss.part("the_day").unwrap().want, Want::KeepAway);
            }
            assert!(loss.parts.iter().all(|part| part.want >= Want::AskFirst && part.until.is_none()));
            assert!(loss.days.iter().all(|day| day.plan == Plan::Silence));
            assert_eq!(loss.days.len(), 2);
        }
    }

    #[test]
    fn where_less_than_a_day_is_known_its_span_asks_and_no_day_returns() {
        let november = When { first: day("2025-11-01"), last: day("2025-11-30") };
        for kind in Kind::ALL {
            let loss = Loss::proposed(kind, november, &FirstWords::default());
            assert!(loss.days.is_empty() && loss.about == Some(november), "{kind:?}");
            let [Period { from, to: Some(to) }] = loss.periods[..] else { panic!("{kind:?}") };
            assert!(from <= november.first && to >= november.last, "{kind:?}");
            assert_eq!(loss.when(), Some(november));
        }
    }

    #[test]
    fn pictures_of_somebody_stay_away_for_now_or_ask_as_it_was_said() {
        let people = vec![PersonId(7)];
        let (on, after) = (day("2026-11-28"), day("2027-11-28"));
        let check = |kind, sight, expected: [Option<Want>; 2]| {
            let first = FirstWords { people: people.clone(), sight, ..FirstWords::default() };
            let loss = Loss::proposed(kind, day("2025-11-20"), &first);
            let of = |on| loss.part("people").and_then(|part| part.want_on(on));
            assert_eq!([of(on), of(after)], expected, "{kind:?} {sight:?}");
            let away = |want: Option<Want>| want == Some(Want::KeepAway);
            assert_eq!([on, after].map(|on| loss.silent((on, on))), expected.map(away), "{kind:?} {sight:?}");
        };
        let (away, ask) = (Some(Want::KeepAway), Some(Want::AskFirst));
        for kind in [Kind::Death, Kind::Separation] {
            check(kind, Sight::default(), [away; 2]);
            check(kind, Sight::Away { until: Some(after) }, [away, ask]);
            check(kind, Sight::AskMe, [ask; 2]);
        }
        check(Kind::Illness, Sight::default(), [None; 2]);
        check(Kind::Animal, Sight::default(), [ask; 2]);
    }

    #[test]
    fn after_a_separation_only_the_sight_is_spared_and_the_days_stay() {
        let first = FirstWords { born: vec![day("1980-03-03")], ..FirstWords::default() };
        let loss = Loss::proposed(Kind::Separation, day("2025-11-20"), &first);
        assert!(loss.without_them);
        for part in ["the_day", "periods", "same_moment", "companions"] {
            assert_eq!(loss.part(part), None, "{part}");
        }
        assert!(loss.days.iter().all(|day| day.what != What::Birthday), "they live");
        assert!(Kind::ALL.into_iter().all(|kind| {
            Loss::proposed(kind, day("2025-11-20"), &first).without_them == (kind == Kind::Separation)
        }));
    }
}
