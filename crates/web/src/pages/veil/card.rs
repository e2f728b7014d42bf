//! The card of a day, opened: what waits, one by one, each still behind its own words.

use askama::Template;
use care::{OpenedCard, Veil, Visit};
use jiff::civil::Date;

use crate::pages::keep_away::Done;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "card.html")]
struct Page {
    words: Words,
    here: Here,
    token: String,
    day: Date,
    today: Date,
    done: Done,
    waits: Vec<Waiting>,
}

/// Something that waits: how many years ago, and by which token it is opened.
pub(crate) struct Waiting {
    pub(crate) ago: String,
    pub(crate) token: String,
}

/// What can be opened of that.
pub(crate) fn waiting(visit: &Visit<'_, '_>, words: Words, waits: &[Veil]) -> Vec<Waiting> {
    let ago = |veil: &Veil| veil.years.map(|years| words.years_ago(years)).unwrap_or_default();
    waits.iter().filter_map(|veil| Some(Waiting { ago: ago(veil), token: visit.token(veil)? })).collect()
}

/// The page of an opened card.
pub(super) fn page(
    visit: &Visit<'_, '_>,
    visitor: &Visitor,
    (token, card): (String, &OpenedCard),
    done: Done,
) -> Result<String, Trouble> {
    let (words, today) = (visitor.words, visitor.today());
    let waits = waiting(visit, words, &card.waits);
    Ok(Page { words, here: Here::Elsewhere, token, day: card.day, today, done, waits }.render()?)
}

impl Page {
    fn back(&self) -> String {
        if self.day == self.today { "/today".to_owned() } else { format!("/today/{}", self.day) }
    }
}
