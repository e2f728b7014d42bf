//! All words that a person reads, in their language. Calm ones: they neither celebrate nor command.
//!
//! The words themselves are in `crates/web/words/`, a folder a language and a file an area, in Fluent's format
//! (<https://projectfluent.org>). What needs more than a message (dates, lists of names, the title of a memory) is here.

mod ahead;
mod care;
mod coming_in;
mod countries;
mod dates;
mod door;
mod fluent;
mod memories;
mod observances;
mod people;
mod progress;
#[cfg(test)]
mod tests;
mod why;

use std::fmt::Display;

pub(crate) use countries::named as countries_named;
pub use fluent::FluentValue;
pub(crate) use memories::is_tall;
use model::Place;

/// A language that the pages speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its BCP 47 tag: `en`, `es`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The language with that tag; regions are not told apart.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language that an `Accept-Language` header asks for (RFC 9110, section 12.5.4), or English.
    pub fn accepted(header: &str) -> Self {
        let weighed = header.split(',').filter_map(|part| {
            let mut parts = part.split(';');
            let language = Self::from_tag(parts.next()?.trim())?;
            let quality = parts.find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            (quality > 0.0).then_some((language, quality))
        });
        // The first of equals, as it stands in the header.
        let best = weighed.reduce(|best, other| if other.1 > best.1 { other } else { best });
        best.map(|(language, _)| language).unwrap_or_default()
    }
}

/// The words of one language. A small value that pages carry along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    language: Language,
    /// Whether of 3/4/2025 the three is the month.
    month_first: bool,
}

impl Words {
    /// The words of that language.
    pub const fn of(language: Language) -> Self {
        Self { language, month_first: matches!(language, Language::English) }
    }

    /// The words of somebody who lives by the calendars of those countries (ISO 3166-1 alpha-2): in English, where the United States
    /// are one of them or none was said, 3/4/2025 is in March; elsewhere it is in April.
    pub(crate) fn writing_as_in(self, countries: &[String]) -> Self {
        let there = countries.is_empty() || countries.iter().any(|country| country == "US");
        Self { month_first: self.month_first && there, ..self }
    }

    /// Whether of 3/4/2025 the three is the month, as these are the words of somebody who writes it so.
    pub(crate) fn month_first(self) -> bool {
        self.month_first
    }

    /// A date as somebody who speaks these words writes it.
    pub(crate) fn date(self, text: &str) -> Option<::care::GivenDate> {
        ::care::GivenDate::read(text, Some(self.month_first)).ok()
    }

    /// The language.
    pub fn language(self) -> Language {
        self.language
    }

    /// The message with that key.
    pub fn say(self, key: &str) -> String {
        fluent::message(self.language, key, &[])
    }

    /// The message with that key, its variables filled in.
    pub fn with(self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        fluent::message(self.language, key, values)
    }

    /// The message with that key and one variable.
    pub fn fill(self, key: &str, name: &str, value: impl Display) -> String {
        self.with(key, &[(name, value.to_string().into())])
    }

    /// The message with that key and a number in it: `$count` chooses the plural, `$figures` is how it is written.
    pub fn count(self, key: &str, count: impl Display) -> String {
        self.count_with(key, count, &[])
    }

    /// The same with more variables.
    pub fn count_with(self, key: &str, count: impl Display, values: &[(&str, FluentValue<'_>)]) -> String {
        let count: u64 = count.to_string().parse().unwrap_or_default();
        let mut all = vec![("count", FluentValue::from(count)), ("figures", self.figures(count).into())];
        all.extend(values.iter().cloned());
        self.with(key, &all)
    }

    /// A count in figures: "1,500" in English; "1500" and "12.345" in Spanish (CLDR: groups from five digits on).
    pub fn figures(self, count: u64) -> String {
        let digits = count.to_string();
        let (separator, least) = match self.language {
            Language::English => (",", 4),
            Language::Spanish => (".", 5),
        };
        if digits.len() < least {
            return digits;
        }
        let first = digits.len() % 3;
        let groups = digits.as_bytes()[first..].chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
        let first = (first > 0).then(|| digits[..first].to_owned());
        first.into_iter().chain(groups).collect::<Vec<_>>().join(separator)
    }

    /// A place: "Málaga, Spain".
    pub fn place(self, place: &Place) -> String {
        match self.country(&place.country) {
            Some(country) if place.town.is_empty() => country.to_owned(),
            Some(country) => format!("{}, {country}", place.town),
            None => place.town.clone(),
        }
    }

    /// The name of the country with that ISO 3166-1 alpha-2 code.
    pub fn country(self, code: &str) -> Option<&'static str> {
        countries::name(code, self.language)
    }

    /// Every country with its code, by name.
    pub fn countries(self) -> Vec<(&'static str, &'static str)> {
        countries::all(self.language)
    }
}

/// With a capital at its beginning.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
