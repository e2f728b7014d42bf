//! A loss as its owner says it in one breath.

use care::{FirstWords, Kind, Want};
use jiff::civil::Date;

use super::Rules;
use crate::life::{Life, LossKind};

/// What is kept of a loss when it is said with the defaults of the form.
pub(super) fn kept(life: &Life, loss: usize, rules: &Rules) -> Option<care::Loss> {
    let (kind, day, first) = as_said(life, loss)?;
    let mut said = care::Loss::proposed(kind, day, &first);
    let parted = matches!(kind, Kind::Death | Kind::Separation);
    for part in &mut said.parts {
        match part.of {
            care::PartOf::People if parted && rules.away => part.want = Want::KeepAway,
            care::PartOf::SameMoment if kind == Kind::Separation && rules.without_them => part.want = Want::Welcome,
            _ => {}
        }
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
