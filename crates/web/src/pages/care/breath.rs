//! What a loss would do, in a few sentences, and where its silence meets somebody's birthday. Pure.

use care::{Kind, Loss, LossPlace, PartOf, Plan, Returning, Want, What};
use jiff::civil::Date;
use model::PlaceId;

use crate::words::Words;

/// A year with every day there is, in which days of the year are compared.
const A_YEAR: i16 = 2024;

/// A birthday of somebody who lives that the silence of a loss meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meeting {
    /// The place of the day among those that return.
    pub(super) at: usize,
    /// That it does, in a sentence.
    pub(super) says: String,
    /// Whether the silence could begin later, on the day itself, and leave the birthday.
    pub(super) can_begin_later: bool,
}

/// The birthdays that the silence of a loss meets, of those people.
pub(super) fn meetings(loss: &Loss, born: &[(&str, Date)], words: Words) -> Vec<Meeting> {
    let mut found = Vec::new();
    for (at, day) in loss.days.iter().enumerate().filter(|(_, day)| day.plan == Plan::Silence) {
        let Some(on) = day.date else { continue };
        for (name, born) in born {
            let Some(apart) = days_apart(*born, on) else { continue };
            if (-i32::from(day.before)..=i32::from(day.after)).contains(&apart) {
                let birthday = words.day_of_the_year(*born);
                let all = [("day", birthday.into()), ("name", (*name).into())];
                found.push(Meeting { at, says: words.with("breath-meets", &all), can_begin_later: apart < 0 });
            }
        }
    }
    // A day is asked about once, however many were born on it.
    found.dedup_by(|later, first| {
        let same = later.at == first.at;
        if same {
            first.says = format!("{} {}", first.says, later.says);
            first.can_begin_later &= later.can_begin_later;
        }
        same
    });
    found
}

/// How many days of the year a day lies behind another; fewer than none where it comes before it, over the turn of a year too.
fn days_apart(day: Date, other: Date) -> Option<i32> {
    let of_a_year = |day: Date| Date::new(A_YEAR, day.month(), day.day()).ok();
    let apart = (of_a_year(day)? - of_a_year(other)?).get_days();
    Some(if apart > 183 {
        apart - 366
    } else if apart < -183 {
        apart + 366
    } else {
        apart
    })
}

impl Words {
    /// Whom or what a draft is about, and when, as it was understood: "Ruth, November 2023".
    pub(super) fn draft_about(self, loss: &Loss, names: &[&str]) -> String {
        let what = match (names, loss.called.trim()) {
            ([], "") => self.kind(&loss.kind),
            ([], called) => called.to_owned(),
            (names, _) => self.listed(names),
        };
        match loss.when() {
            Some(when) => self.with("kept-of", &[("what", what.into()), ("day", self.when_it_was(when).into())]),
            None => what,
        }
    }

    /// What it will do, a sentence a line. Parts in which nothing can fall are not spoken of. `names`: of the people it is about.
    pub(super) fn breath(self, loss: &Loss, names: &[&str], town: impl Fn(PlaceId) -> Option<String>) -> Vec<String> {
        let mut lines = Vec::new();
        self.about_them(loss, names, &mut lines);
        if loss.without_them {
            lines.push(self.say("breath-days-stay"));
        }
        self.about_its_time(loss, &mut lines);
        self.about_places(loss, town, &mut lines);
        if let Some(part) = loss.part(PartOf::Words.name()).filter(|_| !loss.tags.is_empty()) {
            let tags: Vec<&str> = loss.tags.iter().map(String::as_str).collect();
            lines.push(self.fill(wanted("breath-words", part.want), "words", self.listed(&tags)));
        }
        if let Some(part) = loss.part(PartOf::Alike.name()).filter(|_| !loss.examples.is_empty()) {
            lines.push(self.say(wanted("breath-alike", part.want)));
        }
        self.about_days(loss, &mut lines);
        lines
    }

    fn about_them(self, loss: &Loss, names: &[&str], lines: &mut Vec<String>) {
        let who = self.listed(names);
        let sight = loss.part(PartOf::People.name()).filter(|_| !names.is_empty());
        match sight.map(|part| (part.want, part.until, part.then)) {
            Some((Want::KeepAway, Some(until), then)) => {
                let key = if then == Some(Want::AskFirst) { "breath-away-then-ask" } else { "breath-away-until" };
                lines.push(self.with(key, &[("who", who.clone().into()), ("day", self.plain_day(until).into())]));
            }
            Some((Want::KeepAway, None, _)) => lines.push(self.fill("breath-away", "who", &who)),
            Some((Want::AskFirst, ..)) => {
                lines.push(self.fill("breath-ask", "who", &who));
                if loss.kind == Kind::Death {
                    lines.push(self.fill("breath-found", "who", &who));
                }
            }
            Some((Want::Welcome, ..)) => lines.push(self.fill("breath-welcome", "who", &who)),
            None if names.is_empty()
                && matches!(loss.kind, Kind::Death | Kind::Separation)
                && !loss.called.is_empty() =>
            {
                lines.push(self.fill("breath-no-photo", "name", &loss.called));
            }
            None => {}
        }
    }

    fn about_its_time(self, loss: &Loss, lines: &mut Vec<String>) {
        if let Some((day, part)) = loss.the_day().zip(loss.part("the_day")) {
            lines.push(self.fill(wanted("breath-day", part.want), "day", self.plain_day(day)));
        }
        let Some(part) = loss.part("periods") else { return };
        for period in &loss.periods {
            let first = ("first", self.plain_day(period.from).into());
            match period.to {
                Some(to) => {
                    let key = wanted("breath-time", part.want);
                    lines.push(self.with(key, &[first, ("last", self.plain_day(to).into())]));
                }
                None => lines.push(self.with(wanted("breath-since", part.want), &[first])),
            }
        }
    }

    fn about_places(self, loss: &Loss, town: impl Fn(PlaceId) -> Option<String>, lines: &mut Vec<String>) {
        let Some(part) = loss.part("places").filter(|_| !loss.places.is_empty()) else { return };
        let places: Vec<String> = loss
            .places
            .iter()
            .filter_map(|place| match place {
                LossPlace::Town(id) => town(*id),
                LossPlace::Around { .. } => Some(self.say("breath-a-point")),
            })
            .collect();
        let places: Vec<&str> = places.iter().map(String::as_str).collect();
        let always = matches!(part.of, PartOf::Places { always: true });
        // Within its time all of it waits already.
        let said_already = loss.part("periods").is_some_and(|time| time.want >= part.want);
        if always || !said_already {
            let key = if always { "breath-places" } else { "breath-places-then" };
            lines.push(self.fill(wanted(key, part.want), "places", self.listed(&places)));
        }
    }

    /// The days that return, each once, however many of it there are.
    fn about_days(self, loss: &Loss, lines: &mut Vec<String>) {
        let quiet: Vec<&Returning> = loss.days.iter().filter(|day| day.plan != Plan::AsUsual).collect();
        let mut said: Vec<String> = Vec::new();
        for day in &quiet {
            let named = match (&day.what, day.date) {
                (What::Observance(id), _) => self.observance_named(id),
                (_, Some(date)) => self.day_of_the_year(date),
                (_, None) => continue,
            };
            let key = match (day.plan, day.before, day.after) {
                (Plan::QuietLook, ..) => "breath-look",
                (_, 0, 0) => "breath-quiet",
                (_, 1, 0) => "breath-quiet-eve",
                _ => "breath-quiet-around",
            };
            let line = self.fill(key, "day", named);
            if !said.contains(&line) {
                said.push(line);
            }
        }
        if quiet.is_empty() && loss.about.is_some() {
            said.push(self.say("breath-no-day"));
        }
        lines.extend(said);
    }
}

/// The key of a sentence that says what is wanted.
fn wanted(key: &'static str, want: Want) -> &'static str {
    let which = match want {
        Want::KeepAway => 0,
        Want::AskFirst => 1,
        Want::Welcome => 2,
    };
    let keys: [&'static str; 3] = match key {
        "breath-day" => ["breath-day-away", "breath-day-asks", "breath-day-welcome"],
        "breath-time" => ["breath-time-away", "breath-time-asks", "breath-time-welcome"],
        "breath-since" => ["breath-since-away", "breath-since-asks", "breath-since-welcome"],
        "breath-places" => ["breath-places-away", "breath-places-ask", "breath-places-welcome"],
        "breath-places-then" => ["breath-places-then-away", "breath-places-then-ask", "breath-places-then-welcome"],
        "breath-words" => ["breath-words-away", "breath-words-ask", "breath-words-welcome"],
        _ => ["breath-alike-away", "breath-alike-asks", "breath-alike-welcome"],
    };
    keys[which]
}

#[cfg(test)]
mod tests {
    use care::{FirstWords, Sight, When};
    use model::PersonId;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn lines(kind: Kind, when: When, first: &FirstWords) -> Vec<String> {
        let loss = Loss::proposed(kind, when, first);
        let names: &[&str] = if first.people.is_empty() { &[] } else { &["Ruth"] };
        Words::default().breath(&loss, names, |_| Some("Salem".to_owned()))
    }

    #[test]
    fn what_will_happen_is_said_in_a_few_sentences_and_of_nothing_in_which_nothing_can_fall() {
        let on = When::from(day("2025-11-28"));
        let ruth = FirstWords { people: vec![PersonId(1)], ..FirstWords::default() };
        let said = lines(Kind::Death, on, &ruth);
        assert_eq!(
            said,
            [
                "Pictures with Ruth stay away for now.",
                "Pictures of the days around 28 November 2025 stay away.",
                "Pictures from 29 October 2025 to 27 January 2026 wait until you ask for them.",
                "Each 28 November is quiet here, and so is the day before.",
            ]
        );
        let until = Sight::Away { until: Some(day("2026-11-28")) };
        let said = lines(Kind::Separation, on, &FirstWords { sight: until, ..ruth.clone() });
        assert_eq!(
            said[0],
            "Pictures with Ruth stay away until 28 November 2026. From that day on they wait until you ask."
        );
        assert_eq!(said.len(), 3, "{said:?}");
        let november = When { first: day("2025-11-01"), last: day("2025-11-30") };
        let said = lines(Kind::Death, november, &FirstWords { sight: Sight::AskMe, ..ruth });
        assert!(said[1].starts_with("In People, Ruth") && said.last().unwrap().contains("No day"), "{said:?}");
    }

    #[test]
    fn silence_that_meets_a_birthday_of_somebody_who_lives_says_so() {
        let loss = Loss::proposed(Kind::Death, day("2025-01-01"), &FirstWords::default());
        let meets = |born: &str| meetings(&loss, &[("Ada", day(born))], Words::default());
        assert_eq!(meets("2012-12-31").len(), 1, "over the turn of the year");
        assert!(meets("2012-12-31")[0].can_begin_later && !meets("2013-01-01")[0].can_begin_later);
        assert!(meets("2012-12-31")[0].says.contains("31 December") && meets("2012-12-31")[0].says.contains("Ada"));
        assert!(meets("2013-01-02").is_empty() && meets("2012-12-30").is_empty());
        let both = meetings(&loss, &[("Ada", day("2013-01-01")), ("Bo", day("2001-12-31"))], Words::default());
        assert!(both.len() == 1 && !both[0].can_begin_later && both[0].says.contains("Bo"), "{both:?}");
        let as_usual = Loss {
            days: loss.days.iter().map(|day| Returning { plan: Plan::AsUsual, ..day.clone() }).collect(),
            ..loss
        };
        assert!(meetings(&as_usual, &[("Ada", day("2013-01-01"))], Words::default()).is_empty());
    }
}
