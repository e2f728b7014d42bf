//! A form with rows: what somebody typed, by the names of its fields, so that nothing is lost when it has to be asked again.

use std::collections::HashMap;

use axum::extract::{FromRequest, RawForm, Request};
use care::When;
use jiff::civil::Date;

use crate::House;
use crate::trouble::Trouble;
use crate::words::Words;

/// More rows than anybody fills in; care takes fewer and says so.
const MOST_ROWS: usize = 1_000;

/// What somebody typed into a form. Of a field that is there twice, the first counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed(HashMap<String, String>);

impl FromRequest<House> for Typed {
    type Rejection = Trouble;

    async fn from_request(request: Request, house: &House) -> Result<Self, Trouble> {
        let read = RawForm::from_request(request, house).await;
        let RawForm(bytes) = read.map_err(|_| Trouble::Misused("trouble-choose"))?;
        let mut typed = Self::default();
        for (name, value) in url::form_urlencoded::parse(&bytes) {
            typed.0.entry(name.into_owned()).or_insert_with(|| value.into_owned());
        }
        Ok(typed)
    }
}

impl Typed {
    /// What a field holds; nothing where it is not there.
    pub(crate) fn one(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// Whether a box is ticked, or a field there at all.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The numbers behind a beginning of names of boxes that are ticked: `who-7` of `who-`.
    pub(crate) fn ticked(&self, begin: &str) -> Vec<i64> {
        let numbers = self.0.keys().filter_map(|name| name.strip_prefix(begin)?.parse().ok());
        let mut numbers: Vec<i64> = numbers.take(MOST_ROWS).collect();
        numbers.sort_unstable();
        numbers
    }

    /// What the rows of a name hold, each as the fields of it: `period-0-from`, `period-0-to`, `period-1-from`, ...
    pub(crate) fn rows<const N: usize>(&self, name: &str, fields: [&str; N]) -> Vec<[String; N]> {
        let there = |at: &usize| fields.iter().any(|field| self.has(&format!("{name}-{at}-{field}")));
        let rows = (0..MOST_ROWS).take_while(there);
        rows.map(|at| fields.map(|field| self.one(&format!("{name}-{at}-{field}")))).collect()
    }
}

/// When something was, as people write it.
pub(super) fn when_of(text: &str, words: Words) -> Option<When> {
    words.date(text).map(|given| When::of(&given)).or_else(|| long_ago(text).map(When::from))
}

/// A day as people write it, or as it is kept.
pub(crate) fn day_of(text: &str, words: Words) -> Option<Date> {
    words.date(text).and_then(|given| given.day()).or_else(|| long_ago(text))
}

/// Before there were photographs, only figures are read.
fn long_ago(text: &str) -> Option<Date> {
    text.trim().parse::<Date>().ok().filter(|day| day.year() > 0 && text.trim().len() == 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it_and_less_than_a_day_is_none() {
        let words = Words::default();
        for text in
            ["2020-09-28", "28 September 2020", "28 de septiembre de 2020", " Sept 28, 2020 ", "9/28/2020", "28.9.2020"]
        {
            assert_eq!(day_of(text, words), Some(Date::constant(2020, 9, 28)), "{text}");
        }
        assert_eq!(day_of("1650-02-03", words), Some(Date::constant(1650, 2, 3)));
        for text in ["", "2020-09", "2020", "about 2020", "0000-01-01", "0000", "2020-02-30", "🌱", "מחר", "soon"]
        {
            assert_eq!(day_of(text, words), None, "{text}");
        }
    }
}
