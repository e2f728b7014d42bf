//! "Not this", "not this year", "never", and taking them back.

use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use care::{HowLong, ObservanceId, Scope, Want, Wish};
use jiff::civil::Date;
use model::{MomentId, PersonId, PhotoId, WishId};
use serde::Deserialize;

use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::Words;
use crate::{House, address};

/// What a page offers to put away.
pub(crate) struct PutAway {
    pub(crate) scope: &'static str,
    pub(crate) target: String,
    pub(crate) day: Date,
    pub(crate) back: String,
    /// Whether "just for today" makes sense: not on the page of another day.
    pub(crate) just_for_today: bool,
}

/// What was just done, by the address a form led back to.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    /// The wish that was just made, to be taken back in one tap.
    #[serde(default)]
    pub(crate) away: Option<i64>,
    /// Other wishes that were made with it, by numbers: `"4_8_15"`.
    #[serde(default)]
    pub(crate) also: Option<String>,
    /// What was put away by it: `photo`, `moment`, `birthday`, `observance`, `day`.
    #[serde(default)]
    pub(crate) what: Option<String>,
    /// Whether it was put away for good, so that more of it may be.
    #[serde(default)]
    pub(crate) more: Option<u8>,
    /// Whether a wish was just taken back.
    #[serde(default)]
    pub(crate) back: Option<u8>,
    /// What else was just done.
    #[serde(default)]
    pub(crate) done: Option<String>,
    /// What it was done with, or by what it is taken back: a number of the visitor's own, or a sealed name.
    #[serde(default)]
    pub(crate) of: Option<String>,
}

/// How many wishes are taken back at once.
const MOST_ALSO: usize = 64;

/// What is said of a wish that kept nothing away and was taken back: nothing returns by that.
const AS_BEFORE: &str = "as-before";

/// What was just done, or nothing if the address says something else.
pub(crate) type JustDone = Result<Query<Done>, QueryRejection>;

impl Done {
    /// What was just put away, in a sentence.
    pub(super) fn away_said(&self, words: Words) -> String {
        words.say(match self.what.as_deref() {
            Some("today") => "away-done-today",
            Some("then") => "away-done-then",
            Some("photo") => "away-done-photo",
            Some("moment") => "away-done-moment",
            Some("birthday") => "away-done-birthday",
            Some("observance") => "away-done-observance",
            Some("day") => "away-done-day",
            Some("this_year") => "away-done-this-year",
            Some("veil") => "away-done-veil",
            Some("welcome") => "away-done-welcome",
            _ => "away-done",
        })
    }

    /// What taking a wish back did, in a sentence.
    pub(super) fn back_said(&self, words: Words) -> String {
        words.say(if self.what.as_deref() == Some(AS_BEFORE) { "away-as-before" } else { "away-back" })
    }

    pub(crate) fn of(done: JustDone) -> Self {
        done.map(|Query(done)| done).unwrap_or_default()
    }
}

#[derive(Deserialize)]
pub(crate) struct KeepAwayForm {
    scope: String,
    target: String,
    how_long: String,
    day: Date,
    back: String,
}

#[derive(Deserialize)]
pub(crate) struct Lifted {
    back: String,
    /// Other wishes to be taken back with it, by numbers: `"4_8_15"`.
    #[serde(default)]
    also: String,
}

impl PutAway {
    pub(crate) fn moment(id: MomentId, day: Date, back: String) -> Self {
        Self { scope: "moment", target: id.to_string(), day, back, just_for_today: true }
    }

    pub(crate) fn photo(id: i64, day: Date, back: String) -> Self {
        Self { scope: "photo", target: id.to_string(), day, back, just_for_today: true }
    }

    pub(crate) fn birthday(id: PersonId, day: Date, back: String) -> Self {
        Self { scope: "birthday", target: id.to_string(), day, back, just_for_today: true }
    }

    pub(crate) fn observance(id: ObservanceId, day: Date, back: String) -> Self {
        Self { scope: "observance", target: id.to_string(), day, back, just_for_today: true }
    }

    pub(crate) fn day(lived: Date, day: Date, back: String) -> Self {
        Self { scope: "day", target: lived.to_string(), day, back, just_for_today: true }
    }
}

pub(crate) async fn make(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Form<KeepAwayForm>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let Form(asked) = asked.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let wish = understood(&asked).ok_or(Trouble::Misused("trouble-choose"))?;
    let (day, back, what, today) = (asked.day, asked.back, asked.scope, visitor.today());
    let made = house.change(visitor, move |change, _| Ok(change.keep_away(wish, day)?));
    let id = made.await?.ok_or(Trouble::NotThere)?;
    let more = matches!((wish.scope, wish.how_long), (Scope::Photo(_) | Scope::Moment(_), HowLong::Never));
    let more = if more { "&more=1" } else { "" };
    let what = match wish.how_long {
        HowLong::NotThis if day == today => "today".to_owned(),
        HowLong::NotThis => "then".to_owned(),
        _ => what,
    };
    Ok(Redirect::to(&format!("{}?away={id}&what={what}{more}", address::own_page(&back))))
}

pub(crate) async fn lift(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    lifted: Result<Form<Lifted>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let (back, also) = lifted.map_or_else(|_| ("/today".to_owned(), String::new()), |Form(l)| (l.back, l.also));
    let id = id.parse().map(WishId).map_err(|_| Trouble::NotThere)?;
    let also: Vec<WishId> = numbers(&also).into_iter().map(WishId).collect();
    let done = house.change(visitor, move |change, _| {
        for other in also {
            change.lift(other)?;
        }
        Ok(change.lift(id)?)
    });
    // Taking back twice, from two windows, is as good as once, but it is only said once.
    let said = match done.await? {
        Some(Want::KeepAway) => "?back=1".to_owned(),
        Some(Want::AskFirst | Want::Welcome) => format!("?back=1&what={AS_BEFORE}"),
        None => String::new(),
    };
    Ok(Redirect::to(&format!("{}{said}", address::own_page(&back))))
}

/// The numbers of `"4_8_15"`; no more than a card has behind it.
fn numbers(text: &str) -> Vec<i64> {
    text.split('_').filter_map(|number| number.parse().ok()).take(MOST_ALSO).collect()
}

fn understood(asked: &KeepAwayForm) -> Option<Wish> {
    let scope = match asked.scope.as_str() {
        "photo" => Scope::Photo(PhotoId(asked.target.parse().ok()?)),
        "moment" => Scope::Moment(MomentId(asked.target.parse().ok()?)),
        "birthday" => Scope::Birthday(PersonId(asked.target.parse().ok()?)),
        "observance" => Scope::Observance(care::observance(&asked.target)?.id),
        "day" => Scope::Day(asked.target.parse().ok()?),
        _ => return None,
    };
    let how_long = match asked.how_long.as_str() {
        "not_this" => HowLong::NotThis,
        "not_this_year" => HowLong::NotThisYear,
        "never" => HowLong::Never,
        _ => return None,
    };
    Some(Wish { scope, how_long })
}
