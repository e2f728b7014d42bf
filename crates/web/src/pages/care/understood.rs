//! Making sense of what somebody typed of a loss. What makes none is said at its field.

use std::str::FromStr;

use care::{Kind, Loss, LossError, LossPlace, MOST_AROUND, Part, PartOf, Period, Plan, Returning, WIDEST, Want, What};
use jiff::ToSpan;
use jiff::civil::Date;
use model::PersonId;

use super::draft::{Draft, PartRow, what_of};
use super::known::Known;
use super::measures::{metres_of, point_of};
use super::typed::day_of;
use crate::words::Words;

/// How many rows of one sort are taken.
const MOST_ROWS: usize = 200;

/// Something that was typed and is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// The id of the field; empty where it is about all of it.
    pub(super) at: String,
    /// The key of a sentence, which is a hint as well.
    pub(super) key: &'static str,
    /// A number in that sentence.
    pub(super) most: usize,
}

impl Problem {
    pub(super) fn at(at: impl Into<String>, key: &'static str) -> Self {
        Self { at: at.into(), key, most: 0 }
    }

    pub(super) fn says(&self, words: Words) -> String {
        if self.most > 0 { words.count(self.key, self.most) } else { words.say(self.key) }
    }

    /// What care says of a loss that cannot be kept.
    pub(super) fn of(error: &LossError) -> Self {
        let (key, most) = match error {
            LossError::EndsBeforeItBegins => ("loss-ends-first", 0),
            LossError::NoDay => ("loss-no-day", 0),
            LossError::UnknownDay => ("loss-unknown-day", 0),
            LossError::TooWide => ("loss-too-wide", 0),
            LossError::Radius => ("loss-radius", 0),
            LossError::TooMany(most) => ("loss-too-many", *most),
            LossError::TooLong => ("loss-too-long", 0),
            LossError::NotThere | LossError::Store(_) => ("loss-not-kept", 0),
        };
        Self { at: String::new(), key, most }
    }
}

/// What was made of a form: a loss, or what is not understood in it.
pub(super) struct Understood {
    pub(super) loss: Option<Loss>,
    pub(super) problems: Vec<Problem>,
    /// Names that nobody here has.
    pub(super) unknown: Vec<String>,
}

struct Reading<'a> {
    draft: &'a Draft,
    /// What stands now, of which the form does not show all.
    kept: Option<&'a Loss>,
    known: &'a Known,
    words: Words,
    today: Date,
    problems: Vec<Problem>,
    unknown: Vec<String>,
}

/// What a draft says. `kept`: what stands now, of which the form does not show all.
pub(super) fn understood(draft: &Draft, kept: Option<&Loss>, known: &Known, words: Words, today: Date) -> Understood {
    let (problems, unknown) = (Vec::new(), Vec::new());
    let mut reading = Reading { draft, kept, known, words, today, problems, unknown };
    let loss = reading.whole().filter(|_| reading.problems.is_empty());
    Understood { loss, problems: reading.problems, unknown: reading.unknown }
}

impl Reading<'_> {
    fn wrong(&mut self, at: impl Into<String>, key: &'static str) {
        self.problems.push(Problem::at(at, key));
    }

    fn whole(&mut self) -> Option<Loss> {
        let (draft, kept) = (self.draft, self.kept);
        let kind = self.kind();
        let loss = Loss {
            kind: kind?,
            called: draft.called.clone(),
            words: draft.words.clone(),
            people: self.people("person", &draft.people, kept.map_or(&[], |loss| &loss.people)),
            about: kept.and_then(|loss| loss.about),
            periods: self.periods(),
            days: self.days(),
            places: self.places(),
            tags: draft.tags.lines().filter(|line| !line.trim().is_empty()).map(ToOwned::to_owned).collect(),
            examples: kept.map(|loss| loss.examples.clone()).unwrap_or_default(),
            companions: self.people("companion", &draft.companions, kept.map_or(&[], |loss| &loss.companions)),
            parts: self.parts(),
            without_them: kept.is_some_and(|loss| loss.without_them),
            taken_in: kept.map(|loss| loss.taken_in.clone()).unwrap_or_default(),
            taken_out: kept.map(|loss| loss.taken_out.clone()).unwrap_or_default(),
            review: self.day("review", &draft.review),
            ages: false,
        };
        // "Would have been six" is of somebody who died, and of a birthday.
        let born = loss.days.iter().any(|day| day.what == What::Birthday);
        let loss = Loss { ages: draft.ages && loss.kind == Kind::Death && born, ..loss };
        let most = [loss.people.len(), loss.companions.len(), loss.tags.len(), loss.days.len(), loss.periods.len()];
        if most.into_iter().any(|rows| rows > MOST_ROWS) {
            self.problems.push(Problem { at: String::new(), key: "loss-too-many", most: MOST_ROWS });
        }
        Some(loss)
    }

    fn kind(&mut self) -> Option<Kind> {
        let kind = Kind::from_name(&self.draft.kind);
        if kind.is_none() {
            self.wrong("kind-death", "loss-kind-missing");
        }
        kind
    }

    /// A day, or nothing where nothing was typed.
    fn day(&mut self, at: &str, text: &str) -> Option<Date> {
        let day = day_of(text, self.words);
        if day.is_none() && !text.trim().is_empty() {
            self.wrong(at, "loss-not-a-day");
        }
        day
    }

    /// Whom the names mean: of namesakes, whoever is meant already.
    fn people(&mut self, field: &str, names: &[String], before: &[PersonId]) -> Vec<PersonId> {
        // Whoever goes by no name now is not in the form, and stays.
        let mut found: Vec<PersonId> = before.iter().copied().filter(|id| self.known.name_of(*id).is_none()).collect();
        for (at, name) in names.iter().enumerate() {
            let named = self.known.people_named(name);
            let as_before = named.iter().find(|id| before.contains(id) && !found.contains(id));
            match (as_before, named.as_slice()) {
                (Some(person), _) | (None, [person]) => found.push(*person),
                (None, [_, ..]) => self.wrong(format!("{field}-{at}-name"), "loss-namesakes"),
                (None, []) if self.draft.leave_names => {}
                (None, []) => self.unknown.push(name.clone()),
            }
        }
        if !self.unknown.is_empty() {
            let asked = self.problems.iter().any(|problem| problem.key == "loss-unknown-names");
            if !asked {
                self.wrong(format!("{field}-0-name"), "loss-unknown-names");
            }
        }
        found
    }

    fn periods(&mut self) -> Vec<Period> {
        let mut periods = Vec::new();
        for (at, [from, to]) in self.draft.periods.iter().enumerate() {
            let (first, last) =
                (self.day(&format!("period-{at}-from"), from), self.day(&format!("period-{at}-to"), to));
            match (first, last) {
                (None, _) if from.trim().is_empty() => self.wrong(format!("period-{at}-from"), "loss-not-a-day"),
                (Some(first), Some(last)) if last < first => self.wrong(format!("period-{at}-to"), "loss-ends-first"),
                (Some(from), to) => periods.push(Period { from, to }),
                (None, _) => {}
            }
        }
        periods
    }

    fn days(&mut self) -> Vec<Returning> {
        let mut days = Vec::new();
        for (at, row) in self.draft.days.iter().enumerate() {
            let date = self.day(&format!("day-{at}-date"), &row.date);
            let before = self.number(&format!("day-{at}-before"), &row.before, MOST_AROUND, "loss-around");
            let after = self.number(&format!("day-{at}-after"), &row.after, MOST_AROUND, "loss-around");
            let (what, plan) = (what_of(&row.what), Plan::from_name(&row.plan));
            if let (Some(what), Some(plan)) = (what, plan) {
                days.push(Returning { what, date, plan, before, after });
            } else {
                self.wrong(format!("day-{at}-date"), "loss-unknown-day");
            }
        }
        days
    }

    /// A number of days; nothing is none.
    fn number<T: FromStr + PartialOrd + Default>(&mut self, at: &str, text: &str, most: T, key: &'static str) -> T {
        if text.trim().is_empty() {
            return T::default();
        }
        let number = text.trim().parse::<T>().ok().filter(|number| *number <= most);
        number.unwrap_or_else(|| {
            self.wrong(at, key);
            T::default()
        })
    }

    fn places(&mut self) -> Vec<LossPlace> {
        let mut places = Vec::new();
        for (at, [place, radius]) in self.draft.places.iter().enumerate() {
            let point = point_of(place);
            match (point, self.known.town(place, self.words)) {
                (Some(point), _) => match metres_of(radius) {
                    Some(metres) => places.push(LossPlace::Around { point, metres }),
                    None => self.wrong(format!("place-{at}-radius"), "loss-radius"),
                },
                (None, Some(town)) => places.push(LossPlace::Town(town)),
                (None, None) => self.wrong(format!("place-{at}-where"), "loss-unknown-place"),
            }
        }
        places
    }

    fn parts(&mut self) -> Vec<Part> {
        let rows = self.draft.parts.clone();
        rows.iter().filter_map(|row| self.part(row)).collect()
    }

    fn part(&mut self, row: &PartRow) -> Option<Part> {
        // A part of which nothing is said is not there.
        let want = Want::from_name(&row.want)?;
        let (mut before, mut after) = (0, 0);
        if row.is_of_time() {
            before = self.number(&format!("part-{}-before", row.name), &row.before, WIDEST, "loss-too-wide");
            after = self.number(&format!("part-{}-after", row.name), &row.after, WIDEST, "loss-too-wide");
        }
        let of = match row.name {
            "the_day" => PartOf::TheDay { before, after },
            "periods" => PartOf::Periods { before, after },
            "people" => PartOf::People,
            "same_moment" => PartOf::SameMoment,
            "places" => PartOf::Places { always: row.always },
            "companions" => PartOf::Companions,
            "words" => PartOf::Words,
            "alike" => PartOf::Alike,
            _ => PartOf::Chosen,
        };
        let at = format!("part-{}-until", row.name);
        let until = match row.this_year {
            true => Some(self.today.checked_add(1.year()).unwrap_or(Date::MAX)),
            false => self.day(&at, &row.until),
        };
        let stood = self.kept.and_then(|loss| loss.part(row.name)).and_then(|part| part.until);
        if row.this_year && !row.until.trim().is_empty() && stood != day_of(&row.until, self.words) {
            self.wrong(at, "loss-until-or-this-year");
        } else if until.is_some_and(|until| until <= self.today) && until != stood {
            self.wrong(at, "loss-until-is-over");
        }
        // What was said for then stays where the day until which it counts does.
        let then =
            self.kept.and_then(|loss| loss.part(row.name)).and_then(|part| part.then).filter(|_| until.is_some());
        let then =
            if row.name == "people" && until.is_some() && want == Want::KeepAway { Some(Want::AskFirst) } else { then };
        Some(Part { until, then, ..Part::of(of, want) })
    }
}
