//! Answering a quiet card: not now, not this year, never; or welcome from now on.

use circle::Viewer;
use jiff::Zoned;
use jiff::civil::Date;
use model::WishId;
use store::{StoreError, Tx};

use super::opening::{behind, waiting_on};
use super::{Seal, Session, Stage, Subject};
use crate::want::Want;
use crate::wishes::{HowLong, Scope, Wish, wish_for, wish_meaning};

/// What somebody answers to a quiet card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Not on the day that was looked at.
    NotNow,
    /// Not before that day next year.
    NotThisYear,
    /// Never, until they lift it.
    KeepAway,
    /// From now on it may come by itself.
    Welcome,
}

impl Answer {
    /// The answer with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "not_now" => Some(Self::NotNow),
            "not_this_year" => Some(Self::NotThisYear),
            "keep_away" => Some(Self::KeepAway),
            "welcome" => Some(Self::Welcome),
            _ => None,
        }
    }
}

/// Answers a veil, or all that waits behind the card of a day, before it was opened or after. The wishes by which that is taken back; none
/// where the token opens nothing.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn answer_veil(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (seal, session): (&Seal, &Session),
    token: &str,
    answer: Answer,
    (day, now): (Date, &Zoned),
) -> Result<Vec<WishId>, StoreError> {
    let asked = |stage| seal.unseal(viewer, session, stage, token, now.timestamp());
    let subjects = match asked(Stage::Closed).or_else(|| asked(Stage::Open)) {
        // A welcome is of what was looked at, one by one.
        Some(Subject::CardOf(_)) if answer == Answer::Welcome => Vec::new(),
        Some(Subject::CardOf(on)) => {
            waiting_on(tx, viewer, (on, now.date()))?.iter().map(super::Veil::subject).collect()
        }
        Some(subject) => vec![subject],
        None => Vec::new(),
    };
    let mut wishes = Vec::new();
    for subject in subjects {
        wishes.extend(answer_one(tx, viewer, subject, answer, (day, now))?);
    }
    Ok(wishes)
}

fn answer_one(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    subject: Subject,
    answer: Answer,
    (day, now): (Date, &Zoned),
) -> Result<Option<WishId>, StoreError> {
    let scope = match subject {
        Subject::Moment(id) => Scope::Moment(id),
        Subject::Photo(id) => Scope::Photo(id),
        _ => return Ok(None),
    };
    let (want, how_long) = match answer {
        Answer::NotNow => (Want::KeepAway, HowLong::NotThis),
        Answer::NotThisYear => (Want::KeepAway, HowLong::NotThisYear),
        Answer::KeepAway => (Want::KeepAway, HowLong::Never),
        Answer::Welcome => (Want::Welcome, HowLong::Never),
    };
    let wish = Wish { scope, how_long };
    if answer == Answer::Welcome {
        // A welcome is of what was behind the card, and not of what is kept away beside it.
        let seen = behind(tx, viewer, subject, now)?.1;
        return match seen.is_empty() {
            true => Ok(None),
            false => wish_meaning(tx, viewer, (want, wish), &seen, day, now).map(Some),
        };
    }
    wish_for(tx, viewer, want, wish, day, now)
}
