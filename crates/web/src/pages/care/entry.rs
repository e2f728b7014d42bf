//! The first words of a loss, as somebody types or taps them, and what is made of them: all else is proposed.

use care::{FirstWords, Kind, Loss, LossPlace, Sight, When};
use jiff::ToSpan;
use jiff::civil::Date;
use model::PersonId;

use super::known::Known;
use super::measures::{metres_of, point_of};
use super::typed::Typed;
use super::understood::Problem;
use crate::words::Words;

/// How many days before the day on which a birth is expected anything can have happened: nobody is pregnant for longer.
const LONGEST_PREGNANCY: i64 = 300;
/// How many days after the day on which a birth was expected it may have been.
const OVERDUE: i64 = 30;
/// The longest that a pregnancy is said to have lasted, in weeks.
const MOST_WEEKS: u16 = 45;

/// The first words of a loss of one kind.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// Who was tapped.
    pub(super) who: Vec<PersonId>,
    /// Whether it is none of those who are offered for the name.
    pub(super) none_of_them: bool,
    pub(super) name: String,
    pub(super) when: String,
    /// The day that was picked instead of typed.
    pub(super) picked: String,
    pub(super) ask_me: bool,
    pub(super) began: String,
    pub(super) ended: String,
    pub(super) weeks: String,
    pub(super) due: String,
    pub(super) wedding: String,
    pub(super) place: String,
    pub(super) always: bool,
}

/// What was made of them.
#[derive(Default)]
pub(super) struct Made {
    pub(super) loss: Option<Loss>,
    pub(super) problems: Vec<Problem>,
    /// Those who may be meant by the name, where that are several.
    pub(super) which: Vec<PersonId>,
}

impl Entry {
    /// Nothing said yet.
    pub(super) fn begun(kind: Kind) -> Self {
        // A home that is gone is met wherever it is in pictures; of anything else only what was there then.
        Self { always: kind == Kind::Home, ..Self::typed(kind, &Typed::default()) }
    }

    /// As it was typed.
    pub(super) fn typed(kind: Kind, typed: &Typed) -> Self {
        Self {
            kind,
            who: typed.ticked("who-").into_iter().map(PersonId).collect(),
            none_of_them: typed.has("who-none"),
            name: typed.one("name"),
            when: typed.one("when"),
            picked: typed.one("picked"),
            ask_me: typed.one("sight") == "ask",
            began: typed.one("began"),
            ended: typed.one("ended"),
            weeks: typed.one("weeks"),
            due: typed.one("due"),
            wedding: typed.one("wedding"),
            place: typed.one("place"),
            always: typed.one("always") == "1",
        }
    }

    /// Whether it is about somebody who may be in pictures.
    pub(super) fn asks_who(&self) -> bool {
        matches!(self.kind, Kind::Death | Kind::Separation | Kind::Illness)
    }

    /// Whether what is wanted of their pictures is asked.
    pub(super) fn asks_sight(&self) -> bool {
        matches!(self.kind, Kind::Death | Kind::Separation)
    }
}

struct Reading<'a> {
    entry: &'a Entry,
    known: &'a Known,
    words: Words,
    made: Made,
}

/// What the first words say, for somebody who says them today.
pub(super) fn understood(entry: &Entry, known: &Known, words: Words, today: Date) -> Made {
    let mut reading = Reading { entry, known, words, made: Made::default() };
    let loss = reading.loss(today);
    Made { loss: loss.filter(|_| reading.made.problems.is_empty()), ..reading.made }
}

impl Reading<'_> {
    fn wrong(&mut self, at: &str, key: &'static str) {
        self.made.problems.push(Problem::at(at, key));
    }

    fn loss(&mut self, today: Date) -> Option<Loss> {
        let (entry, kind) = (self.entry, self.entry.kind);
        let (people, no_photo) = self.people();
        let when = self.when(today);
        let began = self.date("began", &entry.began).map(|began| began.first);
        let ended = self.date("ended", &entry.ended).map(|ended| ended.last);
        let due = self.date("due", &entry.due).and_then(|due| due.day());
        if let Some(when) = when {
            if began.is_some_and(|began| began > when.last) {
                self.wrong("began", "loss-began-after");
            }
            if ended.is_some_and(|ended| ended < when.first) {
                self.wrong("ended", "loss-ends-first");
            }
            let goes_with = |due: Date| {
                due >= when.first.saturating_sub(OVERDUE.days())
                    && due <= when.last.saturating_add(LONGEST_PREGNANCY.days())
            };
            if due.is_some_and(|due| !goes_with(due)) {
                self.wrong("due", "loss-due-elsewhen");
            }
        }
        let called = match people.as_slice() {
            [] => entry.name.clone(),
            some => self.words.listed(&some.iter().filter_map(|id| self.known.name_of(*id)).collect::<Vec<_>>()),
        };
        // A name that is in no picture may be in words of them.
        let by_words = no_photo || kind == Kind::Animal;
        let place = self.place();
        let first = FirstWords {
            born: people.iter().filter_map(|id| self.known.born(*id)).collect(),
            people,
            sight: if entry.ask_me { Sight::AskMe } else { Sight::default() },
            began,
            weeks: self.weeks(),
            due,
            wedding: self.date("wedding", &entry.wedding).and_then(|day| day.day()),
            always: place.map(|_| entry.always),
            places: place.into_iter().collect(),
            tags: Some(entry.name.trim().to_owned()).filter(|name| by_words && !name.is_empty()).into_iter().collect(),
            ..FirstWords::default()
        };
        let mut loss = Loss { called, ..Loss::proposed(kind, when?, &first) };
        if let (Some(ended), [period]) = (ended, loss.periods.as_mut_slice()) {
            period.to = Some(ended);
        }
        Some(loss)
    }

    /// Whom it is about, and whether a name was given that is in no picture.
    fn people(&mut self) -> (Vec<PersonId>, bool) {
        let entry = self.entry;
        let mut people: Vec<PersonId> =
            entry.who.iter().copied().filter(|id| self.known.name_of(*id).is_some()).collect();
        if entry.name.trim().is_empty() {
            return (people, false);
        }
        let meant = match entry.kind {
            _ if entry.asks_who() => self.known.meant(&entry.name),
            // Whoever keeps pictures of an animal by its name has it among people.
            Kind::Animal => self.known.people_named(&entry.name),
            _ => Vec::new(),
        };
        match meant[..] {
            _ if entry.none_of_them || meant.iter().any(|id| people.contains(id)) => {}
            [only] => people.push(only),
            [] => {}
            [..] => {
                self.made.which.clone_from(&meant);
                self.wrong("name", "loss-which");
            }
        }
        let no_photo = entry.asks_who() && people.is_empty();
        (people, no_photo)
    }

    /// When it was: as it was typed, else as it was picked.
    fn when(&mut self, today: Date) -> Option<When> {
        let typed = if self.entry.when.trim().is_empty() { &self.entry.picked } else { &self.entry.when };
        if typed.trim().is_empty() {
            self.wrong("when", "loss-when-missing");
        }
        let when = self.date("when", typed)?;
        if when.first > today {
            self.wrong("when", "loss-day-to-come");
        }
        Some(when)
    }

    /// A date as well as it is known, or nothing where nothing was typed.
    fn date(&mut self, at: &str, text: &str) -> Option<When> {
        let when = super::typed::when_of(text, self.words);
        if when.is_none() && !text.trim().is_empty() {
            self.wrong(at, "loss-not-a-date");
        }
        when
    }

    fn weeks(&mut self) -> Option<u16> {
        let text = self.entry.weeks.trim();
        if text.is_empty() {
            return None;
        }
        let figures: String = text.chars().take_while(char::is_ascii_digit).collect();
        let weeks = figures.parse().ok().filter(|weeks| (1..=MOST_WEEKS).contains(weeks));
        if weeks.is_none() {
            self.wrong("weeks", "loss-not-weeks");
        }
        weeks
    }

    fn place(&mut self) -> Option<LossPlace> {
        let text = self.entry.place.trim();
        let point = || point_of(text).zip(metres_of("")).map(|(point, metres)| LossPlace::Around { point, metres });
        let place = point().or_else(|| self.known.town(text, self.words).map(LossPlace::Town));
        if place.is_none() && !text.is_empty() {
            self.wrong("place", "loss-unknown-place");
        }
        place.filter(|_| !text.is_empty())
    }
}
