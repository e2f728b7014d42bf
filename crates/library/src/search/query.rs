//! What somebody typed into the one field.

use jiff::ToSpan;
use jiff::civil::Date;
use model::Precision;

use crate::dates::{Order, about, iso};

use super::folding::asked_words;
use super::months::{is_small, month};

/// Longest question that is read, in characters, and most words of it.
const LONGEST: usize = 400;
const MOST: usize = 12;
/// No photograph is older; no camera's clock is trusted that far ahead.
const YEARS: std::ops::RangeInclusive<i16> = 1826..=2200;

/// What somebody asks for. All of it must be true of a photo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, each of which may be somebody's name, a place's, a month's, or a word of the photo.
    pub(super) words: Vec<Wanted>,
    /// The times, all of which it must be in.
    pub(super) times: Vec<Span>,
    /// Days of the month.
    pub(super) days: Vec<i8>,
}

/// A stretch of time, and how well a date must be known to lie in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first millisecond, local, since 1970-01-01T00:00.
    pub from_ms: i64,
    /// The first millisecond after it.
    pub to_ms: i64,
    /// How well a date must be known.
    pub known: Precision,
}

/// A word that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) word: String,
    /// Whether the word must be met whole.
    pub(super) whole: bool,
    pub(super) month: Option<i8>,
    /// The codes of countries whose names it begins.
    pub(super) countries: Vec<String>,
}

enum Part {
    Time(Span),
    Word { word: String, whole: bool, quoted: bool },
}

impl Query {
    /// Reads a question. `countries` tells the codes of the countries whose names a word begins (or is, where it must be met
    /// whole), in whatever languages are spoken.
    pub fn read(text: &str, countries: impl Fn(&str, bool) -> Vec<String>) -> Self {
        Self::read_by(text, None, countries)
    }

    /// The same by somebody's way of writing dates. `month_first`: whether of 3/4/2025 the three is the month.
    pub fn read_by(text: &str, month_first: Option<bool>, countries: impl Fn(&str, bool) -> Vec<String>) -> Self {
        let parts = parts(text, Order(month_first));
        let mut query = Self::default();
        for at in 0..parts.len() {
            match &parts[at] {
                Part::Time(span) => query.times.push(*span),
                Part::Word { word, whole, quoted } => {
                    let beside = |test: &dyn Fn(&Part) -> bool| beside(&parts, at, test);
                    let is_time = |part: &Part| matches!(part, Part::Time(_)) || day_of_month(part).is_some();
                    let short = !quoted && beside(&is_time);
                    let is_month = |part: &Part| matches!(part, Part::Word { word, quoted: false, .. } if month(word, true).is_some());
                    if let Some(day) = day_of_month(&parts[at]).filter(|_| beside(&is_month)) {
                        query.days.push(day);
                        continue;
                    }
                    let month = month(word, short).filter(|_| !quoted);
                    let countries = countries(word, *whole);
                    query.words.push(Wanted { word: word.clone(), whole: *whole, month, countries });
                }
            }
        }
        let says = |asked: &Wanted| !is_small(&asked.word);
        if query.words.iter().any(says) || !query.times.is_empty() {
            query.words.retain(says);
        }
        query.words.truncate(MOST);
        query
    }

    /// Everything in a stretch of time.
    pub fn in_time(span: Span) -> Self {
        Self { times: vec![span], ..Self::default() }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.times.is_empty() && self.days.is_empty()
    }
}

impl Span {
    /// The years from the first to the last.
    pub fn years(first: i16, last: i16) -> Option<Self> {
        let from = Date::new(first, 1, 1).ok()?;
        let to = Date::new(last.checked_add(1)?, 1, 1).ok()?;
        (first <= last).then(|| Self::between(from, to, Precision::AboutYear))
    }

    /// A month.
    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        let from = Date::new(year, month, 1).ok()?;
        Some(Self::between(from, from.checked_add(1.month()).ok()?, Precision::Month))
    }

    fn day(day: Date) -> Option<Self> {
        Some(Self::between(day, day.tomorrow().ok()?, Precision::Day))
    }

    fn between(from: Date, to: Date, known: Precision) -> Self {
        let ms = |day: Date| model::day_number(day) * 86_400_000;
        Self { from_ms: ms(from), to_ms: ms(to), known }
    }
}

fn parts(text: &str, order: Order) -> Vec<Part> {
    let text: String = text.chars().take(LONGEST).collect();
    let mut parts = Vec::new();
    for (at, piece) in text.split(['"', '“', '”', '„', '«', '»']).enumerate() {
        if at % 2 == 1 {
            let words = super::words_of(piece).into_iter();
            parts.extend(words.map(|word| Part::Word { word, whole: true, quoted: true }));
            continue;
        }
        let mut tokens = piece.split_whitespace().peekable();
        while let Some(token) = tokens.next() {
            let plain = |token: &str| token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            // "About 2019", "~2019": a year before it and one behind it belong to it, as in a date that is given.
            let said = tokens.peek().map(|next| format!("{} {}", token.to_lowercase(), plain(next)));
            let roughly = |said: &str| about(said).and_then(year).and_then(|year| Span::years(year - 1, year + 1));
            if let Some(span) = said.as_deref().and_then(roughly) {
                tokens.next();
                parts.push(Part::Time(span));
                continue;
            }
            match roughly(token).or_else(|| time(&plain(token), order)) {
                Some(span) => parts.push(Part::Time(span)),
                None => parts.extend(asked_words(token).into_iter().map(|(word, whole)| Part::Word {
                    word,
                    whole,
                    quoted: false,
                })),
            }
        }
    }
    parts
}

fn year(text: &str) -> Option<i16> {
    let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse::<i16>().ok()).flatten().filter(|year| YEARS.contains(year))
}

/// `2019`, `2010-2014`, `2019-05`, `2019-05-04`, and dates as they are written elsewhere.
fn time(token: &str, order: Order) -> Option<Span> {
    let token = &iso(token, order)?;
    let small = |text: &str| (text.len() <= 2).then(|| text.parse::<i8>().ok()).flatten();
    let fields: Vec<&str> = token.split(['-', '–', '—']).collect();
    match fields[..] {
        [one] => year(one).and_then(|year| Span::years(year, year)),
        [from, to] if to.len() == 4 => Span::years(year(from)?, year(to)?),
        [from, month] => Span::month(year(from)?, small(month)?),
        [from, month, day] => Span::day(Date::new(year(from)?, small(month)?, small(day)?).ok()?),
        _ => None,
    }
}

fn day_of_month(part: &Part) -> Option<i8> {
    let Part::Word { word, quoted: false, .. } = part else { return None };
    let figures = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = ["", "st", "nd", "rd", "th"].contains(&&word[figures.len()..]);
    figures.parse().ok().filter(|day| ordinal && (1..=31).contains(day))
}

/// Whether the nearest part before or after that is no small word is so.
fn beside(parts: &[Part], at: usize, test: &dyn Fn(&Part) -> bool) -> bool {
    let says = |part: &&Part| !matches!(part, Part::Word { word, .. } if is_small(word));
    let before = parts[..at].iter().rev().find(says);
    let after = parts[at + 1..].iter().find(says);
    before.is_some_and(test) || after.is_some_and(test)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Query {
        Query::read(text, |word, _| if "spain".starts_with(word) { vec!["ES".to_owned()] } else { vec![] })
    }

    fn words(text: &str) -> Vec<String> {
        read(text).words.into_iter().map(|asked| asked.word).collect()
    }

    #[test]
    fn words_years_and_names_come_in_any_order() {
        let query = read("beach 2019 Leo");
        assert_eq!(words("beach 2019 Leo"), ["beach", "leo"]);
        assert_eq!(query.times, [Span::years(2019, 2019).unwrap()]);
        assert_eq!(read("2010–2014").times, [Span::years(2010, 2014).unwrap()]);
        assert_eq!(read("2019-05").times, [Span::month(2019, 5).unwrap()]);
        assert_eq!(read("2019-05-04").times.len(), 1);
        assert!(read("2019-02-30").times.is_empty());
        for (text, as_well_as) in [("28.11.2025", "2025-11-28"), ("11/28/2025", "2025-11-28"), ("11/2025", "2025-11")] {
            assert_eq!(read(text), read(as_well_as), "{text}");
        }
        assert!(read("3/4/2025").times.is_empty(), "who knows");
        let by = |month_first| Query::read_by("3/4/2025", Some(month_first), |_, _| Vec::new());
        assert_eq!((by(true), by(false)), (read("2025-03-04"), read("2025-04-03")));
        for text in ["about 2019", "~2019", "Hacia 2019,", "sobre 2019"] {
            assert_eq!(read(text).times, [Span::years(2018, 2020).unwrap()], "{text}");
        }
        assert_eq!(words("about Leo"), ["about", "leo"]);
        assert_eq!(read("spain").words[0].countries, ["ES"]);
    }

    #[test]
    fn months_are_read_in_both_languages_and_days_beside_them() {
        for text in ["May 2019", "mayo de 2019", "2019 may"] {
            let query = read(text);
            assert_eq!((query.words.len(), query.words[0].month, query.times.len()), (1, Some(5), 1), "{text}");
        }
        assert_eq!(read("mar").words[0].month, None, "the sea, not March");
        assert_eq!(read("mar 2019").words[0].month, Some(3));
        for text in ["4 May 2019", "May 4th", "4 de mayo de 2019"] {
            assert_eq!(read(text).days, [4], "{text}");
        }
        assert!(read("4 cats").days.is_empty());
    }

    #[test]
    fn small_words_say_nothing_unless_they_are_all_there_is() {
        assert_eq!(words("a day at the beach"), ["day", "beach"]);
        assert_eq!(words("the"), ["the"]);
    }

    #[test]
    fn what_is_quoted_is_met_whole_and_is_no_time() {
        let query = read("\"Cannon Beach\" \"2019\"");
        assert!(query.times.is_empty());
        assert!(query.words.iter().all(|asked| asked.whole && asked.month.is_none()));
        assert_eq!(words("\"Cannon Beach\" \"2019\""), ["cannon", "beach", "2019"]);
    }

    #[test]
    fn whatever_is_typed_is_read() {
        for text in
            ["", "\"", "'; DROP TABLE photos", "-", "9999-99-99", "2014-2010", "\u{202e}\0", "0000", "🌊", "1/1"]
        {
            let _ = read(text);
        }
        assert!(read(&"word ".repeat(10_000)).words.len() <= MOST);
        assert!(read("…").is_empty());
    }
}
