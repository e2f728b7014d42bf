//! What caution asks about, for its owner who wants to know: quiet cards, each with its reason in neutral words.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use care::{Sign, TenderMoment};
use jiff::civil::Date;

use crate::House;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many cards stand on the page.
const MOST: usize = 100;

#[derive(Template)]
#[template(path = "care_caution.html")]
struct Page {
    words: Words,
    here: Here,
    on: bool,
    cards: Vec<Card>,
    more: usize,
    today: Date,
}

struct Card {
    token: String,
    says: String,
    because: String,
}

pub(crate) async fn page(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    let page = house.look(visitor, move |visit, visitor| {
        let words = visitor.words;
        let on = visit.settings()?.caution;
        let asked = visit.asked_by_caution(MOST)?;
        let card = |TenderMoment { veil, sign }: &TenderMoment| {
            let token = visit.token(veil)?;
            Some(Card { token, says: words.years_or_this(veil.years), because: words.sign(*sign) })
        };
        let cards = asked.listed.iter().filter_map(card).collect();
        Ok(Page { words, here: Here::Settings, on, cards, more: asked.more, today: visitor.today() }.render()?)
    });
    Ok(Html(page.await?))
}

impl Words {
    /// "Seven years ago", "This year", or that nobody knows when.
    fn years_or_this(self, years: Option<u16>) -> String {
        match years {
            None => self.say("caution-some-time"),
            Some(0) => self.say("caution-this-year"),
            Some(years) => self.years_ago(years),
        }
    }

    pub(crate) fn sign(self, sign: Sign) -> String {
        self.say(match sign {
            Sign::Words => "why-words",
            Sign::LastDays | Sign::MayBeTender | Sign::Silent => "why-tender",
        })
    }
}
