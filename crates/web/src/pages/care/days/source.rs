//! What a hard day comes from, as forms and addresses say it: `day-7`, or `loss-3-0` for the first day of a loss.

use care::Source;
use model::{HardDayId, LossId};

pub(crate) fn said(source: Source) -> String {
    match source {
        Source::Own(id) => format!("day-{id}"),
        Source::Loss(id, at) => format!("loss-{id}-{at}"),
    }
}

pub(crate) fn understood(text: &str) -> Option<Source> {
    let mut parts = text.split('-');
    let (sort, id) = (parts.next()?, parts.next()?.parse().ok()?);
    match (sort, parts.next(), parts.next()) {
        ("day", None, None) => Some(Source::Own(HardDayId(id))),
        ("loss", Some(at), None) => Some(Source::Loss(LossId(id), at.parse().ok()?)),
        _ => None,
    }
}
