//! A loss as it stands in a form: words as somebody typed them, or as it is kept.

use care::{Loss, LossPlace, Part, PartOf, Plan, Returning, What};
use jiff::civil::Date;

use super::known::Known;
use super::typed::Typed;
use crate::words::Words;

/// More days of the calendar than are offered for one loss.
pub(super) const MOST_OFFERED: usize = 50;

/// A loss as it stands in a form.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) kind: String,
    pub(super) called: String,
    pub(super) words: String,
    pub(super) people: Vec<String>,
    /// Whether names that nobody here has are to be left out.
    pub(super) leave_names: bool,
    pub(super) companions: Vec<String>,
    pub(super) periods: Vec<[String; 2]>,
    pub(super) days: Vec<DayRow>,
    pub(super) places: Vec<[String; 2]>,
    /// One a line.
    pub(super) tags: String,
    pub(super) parts: Vec<PartRow>,
    pub(super) review: String,
    pub(super) ages: bool,
}

/// A day that returns.
#[derive(Clone, Debug, Default)]
pub(super) struct DayRow {
    pub(super) what: String,
    pub(super) date: String,
    pub(super) plan: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// A part of the reach.
#[derive(Clone, Debug, Default)]
pub(super) struct PartRow {
    pub(super) name: &'static str,
    pub(super) want: String,
    pub(super) until: String,
    pub(super) this_year: bool,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) always: bool,
}

/// The parts of a reach as they stand in a form, what is nearest first.
pub(super) const PARTS: [&str; 9] =
    ["the_day", "periods", "people", "same_moment", "places", "companions", "words", "alike", "chosen"];

impl DayRow {
    /// The observance that it is, which is named and not typed.
    pub(super) fn observance(&self) -> Option<&str> {
        self.what.strip_prefix("observance:")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.date.trim().is_empty() && self.observance().is_none()
    }
}

impl PartRow {
    /// Whether it has days before and after it.
    pub(super) fn is_of_time(&self) -> bool {
        matches!(self.name, "the_day" | "periods")
    }
}

impl Draft {
    /// As it was typed.
    pub(super) fn typed(typed: &Typed) -> Self {
        let names = |name: &str| {
            let rows = typed.rows(name, ["name"]).into_iter().map(|[name]| name);
            rows.filter(|name| !name.trim().is_empty()).collect::<Vec<_>>()
        };
        let filled = |row: &[String; 2]| row.iter().any(|field| !field.trim().is_empty());
        let days = typed.rows("day", ["what", "date", "plan", "before", "after", "gone"]).into_iter();
        let days = days.filter(|[.., gone]| gone.is_empty());
        let days = days.map(|[what, date, plan, before, after, _]| DayRow { what, date, plan, before, after });
        // Days of the calendar that were ticked join the others.
        let ticked = (0..MOST_OFFERED).map(|at| typed.one(&format!("observance-{at}"))).filter(|key| !key.is_empty());
        let keys: Vec<String> =
            ticked.flat_map(|keys| keys.split(',').map(str::to_owned).collect::<Vec<_>>()).collect();
        let ticked = keys.into_iter().map(|key| DayRow { what: format!("observance:{key}"), ..spare_day() });
        Self {
            kind: typed.one("kind"),
            called: typed.one("called"),
            words: typed.one("words"),
            people: names("person"),
            leave_names: typed.has("leave_names"),
            companions: names("companion"),
            periods: typed.rows("period", ["from", "to"]).into_iter().filter(filled).collect(),
            days: days.chain(ticked).filter(|day| !day.is_empty()).collect(),
            places: typed.rows("place", ["where", "radius"]).into_iter().filter(filled).collect(),
            tags: typed.one("tags"),
            parts: PARTS.into_iter().filter_map(|name| part_typed(typed, name)).collect(),
            review: typed.one("review"),
            ages: typed.has("ages"),
        }
    }

    /// As it is kept, or proposed.
    pub(super) fn of(loss: &Loss, known: &Known, words: Words) -> Self {
        let names = |ids: &[model::PersonId]| {
            ids.iter().filter_map(|id| known.name_of(*id)).map(ToOwned::to_owned).collect::<Vec<_>>()
        };
        let place = |place: &LossPlace| match place {
            LossPlace::Around { point, metres } => {
                Some([format!("{}, {}", point.latitude, point.longitude), radius(*metres)])
            }
            LossPlace::Town(id) => Some([known.town_named(*id, words)?, String::new()]),
        };
        let periods = loss
            .periods
            .iter()
            .map(|period| [day_said(words, period.from), period.to.map(|to| day_said(words, to)).unwrap_or_default()]);
        Self {
            kind: loss.kind.name().to_owned(),
            called: loss.called.clone(),
            words: loss.words.clone(),
            people: names(&loss.people),
            leave_names: false,
            companions: names(&loss.companions),
            periods: periods.collect(),
            days: loss.days.iter().map(|day| day_row(words, day)).collect(),
            places: loss.places.iter().filter_map(place).collect(),
            tags: loss.tags.join("\n"),
            parts: PARTS.into_iter().map(|name| part_row(words, name, loss.part(name))).collect(),
            review: loss.review.map(|day| day_said(words, day)).unwrap_or_default(),
            ages: loss.ages,
        }
    }
}

/// A day as somebody would write it. Before there were photographs, only figures are read again.
pub(super) fn day_said(words: Words, day: Date) -> String {
    if day.year() < 1826 { day.to_string() } else { words.plain_day(day) }
}

fn radius(metres: u32) -> String {
    if metres.is_multiple_of(1_000) { format!("{} km", metres / 1_000) } else { format!("{metres} m") }
}

fn day_row(words: Words, day: &Returning) -> DayRow {
    DayRow {
        what: what_name(&day.what),
        date: day.date.map(|date| day_said(words, date)).unwrap_or_default(),
        plan: day.plan.name().to_owned(),
        before: day.before.to_string(),
        after: day.after.to_string(),
    }
}

/// The name of a day that returns, in forms and in JSON.
pub(crate) fn what_name(what: &What) -> String {
    match what {
        What::TheDay => "the_day".to_owned(),
        What::DueDate => "due_date".to_owned(),
        What::Birthday => "birthday".to_owned(),
        What::WeddingDay => "wedding_day".to_owned(),
        What::Another => "another".to_owned(),
        What::Observance(id) => format!("observance:{id}"),
    }
}

/// The day that returns of that name.
pub(crate) fn what_of(name: &str) -> Option<What> {
    Some(match name {
        "the_day" => What::TheDay,
        "due_date" => What::DueDate,
        "birthday" => What::Birthday,
        "wedding_day" => What::WeddingDay,
        "another" => What::Another,
        _ => What::Observance(name.strip_prefix("observance:")?.to_owned()),
    })
}

fn part_typed(typed: &Typed, name: &'static str) -> Option<PartRow> {
    let field = |field: &str| format!("part-{name}-{field}");
    typed.has(&field("want")).then(|| PartRow {
        name,
        want: typed.one(&field("want")),
        until: typed.one(&field("until")),
        this_year: typed.has(&field("this-year")),
        before: typed.one(&field("before")),
        after: typed.one(&field("after")),
        always: typed.one(&field("when")) == "always",
    })
}

fn part_row(words: Words, name: &'static str, part: Option<&Part>) -> PartRow {
    let mut row = PartRow { name, want: "none".to_owned(), ..PartRow::default() };
    (row.before, row.after) = ("0".to_owned(), "0".to_owned());
    let Some(part) = part else { return row };
    row.want = part.want.name().to_owned();
    row.until = part.until.map(|day| day_said(words, day)).unwrap_or_default();
    match part.of {
        PartOf::TheDay { before, after } | PartOf::Periods { before, after } => {
            (row.before, row.after) = (before.to_string(), after.to_string());
        }
        PartOf::Places { always } => row.always = always,
        _ => {}
    }
    row
}

/// The plan that is offered for a new day: the most silent.
pub(super) fn spare_day() -> DayRow {
    let (what, plan) = ("another".to_owned(), Plan::Silence.name().to_owned());
    DayRow { what, plan, before: "0".to_owned(), after: "0".to_owned(), date: String::new() }
}
