//! A loss as its owner says it in one breath.

use care::{FirstWords, Kind, Part, PartOf, Sight, Want};
use jiff::civil::Date;

use super::Rules;
use crate::life::{Life, LossKind};

/// What is kept of a loss when it is said with the defaults of the form, or as it would be without some rules.
pub(super) fn kept(life: &Life, loss: usize, rules: &Rules) -> Option<care::Loss> {
    let (kind, day, mut first) = as_said(life, loss)?;
    if !rules.away {
        first.sight = Sight::AskMe;
    }
    let mut said = care::Loss::proposed(kind, day, &first);
    if kind == Kind::Separation && !rules.without_them {
        said.without_them = false;
        said.parts.push(Part::of(PartOf::TheDay { before: 3, after: 3 }, Want::KeepAway));
        let asks = [PartOf::Periods { before: 0, after: 0 }, PartOf::SameMoment];
        said.parts.extend(asks.map(|of| Part::of(of, Want::AskFirst)));
    }
    Some(said)
}

/// Of what kind, when, about whom, and the dates that the page asks for by kind. Nobody names the one who was ill: their pictures of
/// all years are not what hurts.
fn as_said(life: &Life, loss: usize) -> Option<(Kind, Date, FirstWords)> {
    let lost = &life.losses[loss];
    let kind = match lost.kind {
        LossKind::Death => Kind::Death,
        LossKind::Pregnancy => Kind::PregnancyLoss,
        LossKind::Separation => Kind::Separation,
        LossKind::Illness => Kind::Illness,
        LossKind::Other => Kind::Other,
    };
    let date = model::day_from_number;
    let returning = lost.returning.first().copied().and_then(date);
    let known = lost.person.filter(|person| life.person(*person).known && kind != Kind::Illness);
    let first = FirstWords {
        people: known.into_iter().collect(),
        began: date(lost.from).filter(|_| lost.from < lost.day),
        due: returning.filter(|_| kind == Kind::PregnancyLoss),
        born: returning.filter(|_| kind == Kind::Death).into_iter().collect(),
        wedding: returning.filter(|_| kind == Kind::Separation),
        ..FirstWords::default()
    };
    Some((kind, date(lost.day)?, first))
}
