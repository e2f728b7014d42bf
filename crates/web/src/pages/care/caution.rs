//! What caution asks about, for its owner who wants to know: quiet cards by kind, each with its reason in neutral words, a page at a
//! time; and the one answer that ends a kind.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Redirect};
use care::{AskedByCaution, Sign, TenderMoment};
use jiff::civil::Date;
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Back, Filled, led_back, taken_back};
use crate::pages::keep_away::{Done, JustDone};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many cards stand on a page.
const ON_A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "care_caution.html")]
struct Page {
    words: Words,
    here: Here,
    done: Done,
    on: bool,
    /// The cards of this page by kind, with how many there are of each in all.
    kinds: Vec<OfKind>,
    /// Kinds that are fine: the stable name, and the words.
    fine: Vec<(&'static str, String)>,
    nothing: bool,
    page: usize,
    pages: usize,
    today: Date,
}

struct OfKind {
    name: &'static str,
    title: String,
    count: usize,
    cards: Vec<Card>,
}

struct Card {
    token: String,
    says: String,
}

#[derive(Default, Deserialize)]
pub(crate) struct CautionQuery {
    #[serde(default)]
    page: Option<usize>,
}

/// A kind of what is asked about.
#[derive(Deserialize)]
pub(crate) struct Kind {
    kind: String,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Query<CautionQuery>, QueryRejection>,
    done: JustDone,
) -> Result<Html<String>, Trouble> {
    let page = asked.map(|Query(asked)| asked).unwrap_or_default().page.unwrap_or(1).clamp(1, usize::MAX / ON_A_PAGE);
    let done = Done::of(done);
    let page = house.look(visitor, move |visit, visitor| {
        let words = visitor.words;
        let on = visit.settings()?.caution;
        let AskedByCaution { listed, of, kinds, fine, .. } =
            visit.asked_by_caution(((page - 1) * ON_A_PAGE, ON_A_PAGE))?;
        let mut shown: Vec<OfKind> = Vec::new();
        for (kind, count) in kinds {
            let of_kind = listed.iter().filter(|one| one.sign == kind);
            let card = |TenderMoment { veil, .. }: &TenderMoment| {
                Some(Card { token: visit.token(veil)?, says: words.years_or_this(veil.years) })
            };
            let (name, title) = (kind.name(), words.of_kind(kind));
            shown.push(OfKind { name, title, count, cards: of_kind.filter_map(card).collect() });
        }
        let pages = of.div_ceil(ON_A_PAGE).max(1);
        let (nothing, fine) = (of == 0, fine.into_iter().map(|kind| (kind.name(), words.of_kind(kind))).collect());
        let (here, today, kinds) = (Here::Care, visitor.today(), shown);
        Ok(Page { words, here, done, on, kinds, fine, nothing, page, pages, today }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn before(&self) -> Option<String> {
        (self.page > 1).then(|| format!("/care/caution?page={}", self.page - 1))
    }

    fn after(&self) -> Option<String> {
        (self.page < self.pages).then(|| format!("/care/caution?page={}", self.page + 1))
    }
}

/// "These are fine": nothing of that kind is asked about any more.
pub(crate) async fn fine(
    State(house): State<House>,
    visitor: Visitor,
    Filled(Kind { kind }): Filled<Kind>,
) -> Result<Redirect, Trouble> {
    let kind = Sign::from_name(&kind).ok_or(Trouble::Misused("trouble-choose"))?;
    let undo = house.change(visitor, move |change, _| Ok(change.say_fine(kind)?)).await?;
    Ok(led_back("/care/caution", "caution-fine", Some(&undo)))
}

/// It is asked about again.
pub(crate) async fn ask_again(
    State(house): State<House>,
    visitor: Visitor,
    Filled(Kind { kind }): Filled<Kind>,
) -> Result<Redirect, Trouble> {
    let kind = Sign::from_name(&kind).ok_or(Trouble::Misused("trouble-choose"))?;
    house.change(visitor, move |change, _| Ok(change.ask_again(kind)?)).await?;
    Ok(led_back("/care/caution", "caution-asks-again", None))
}

pub(crate) async fn not_fine(
    State(house): State<House>,
    visitor: Visitor,
    Path(undo): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    taken_back((house, visitor), back, "caution-asks-again", move |change| change.take_back_fine(&undo)).await
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

    /// What is asked about by a kind, in words that tell no event.
    fn of_kind(self, sign: Sign) -> String {
        self.say(match sign {
            Sign::Words => "caution-words",
            Sign::LastDays => "caution-days",
            Sign::MayBeTender | Sign::Silent => "caution-tender",
        })
    }
}
