//! What a token or a sealed name is of, as it is written into it.

use jiff::Timestamp;
use jiff::civil::Date;
use model::{DraftId, LossId, MomentId, PhotoId};
use serde::{Deserialize, Serialize};

use crate::hard_days::Source;
use crate::loss::PartOf;

/// How long a card or a name may wait, in seconds: a day that somebody left open in a browser.
const WAITS: i64 = 24 * 3600;
/// How long something stays open, in seconds.
const STAYS_OPEN: i64 = 3600;
/// How long what is written is, in bytes: the same for all, so that the length of a token tells nothing.
const INSIDE: usize = 128;

/// What is behind a veil or a door, or what a sealed name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Subject {
    Moment(MomentId),
    Photo(PhotoId),
    /// What waits on that day.
    CardOf(Date),
    /// What was picked for a quiet look on that day.
    QuietLook(Date),
    /// What was picked for that hard day.
    QuietLookOf(Source),
    /// Everything that is put away.
    PutAway,
    /// What falls in that part of a loss.
    Reach(LossId, PartOf),
    /// What a loss would reach that is not kept yet.
    Draft(DraftId),
    /// One photo of a list, whatever else is in it by then.
    Named(PhotoId),
    /// A hard day.
    HardDay(Source),
    /// The date that was given to a photo, to be taken back, wherever the photo is by then.
    Date(PhotoId),
    /// A change of a camera's clock, to be taken back.
    Shift(i64),
    /// Where a moment was said to begin or to go on, to be taken back.
    Seam(i64),
    /// Screenshots that were hidden together, to be shown again.
    Screens(i64),
    /// A change of people, to be taken back.
    PeopleChange(i64),
    /// What was said of pictures with somebody, to be taken back.
    PersonSaid(i64),
    /// That a kind of what caution asks about is fine, to be taken back.
    Fine(i64),
}

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Stage {
    /// To be asked whether it is opened.
    Closed,
    /// To be looked at.
    Open,
    /// To name something, where something else says that it may be seen.
    Name,
}

/// As it is sealed, padded so that all are of one length. Nothing where it would not fit.
pub(super) fn written(stage: Stage, subject: Subject, now: Timestamp) -> Option<[u8; INSIDE]> {
    let seconds = match stage {
        Stage::Closed | Stage::Name => WAITS,
        Stage::Open => STAYS_OPEN,
    };
    let until = now.as_second().saturating_add(seconds);
    let written = serde_json::to_vec(&(stage, subject, until)).ok()?;
    let mut inside = [b' '; INSIDE];
    inside.get_mut(..written.len())?.copy_from_slice(&written);
    Some(inside)
}

/// What is in there, and until when (in seconds since 1970) it is good.
pub(super) fn read(inside: &[u8]) -> Option<(Stage, Subject, i64)> {
    serde_json::from_slice(inside).ok()
}

#[cfg(test)]
mod tests {
    use model::HardDayId;

    use super::*;

    #[test]
    fn everything_that_can_be_named_fits() {
        let now = Timestamp::MAX;
        let (most, day) = (i64::MIN, Date::MIN);
        let reach = PartOf::Periods { before: u16::MAX, after: u16::MAX };
        for subject in [
            Subject::Moment(MomentId(most)),
            Subject::CardOf(day),
            Subject::QuietLook(day),
            Subject::QuietLookOf(Source::Own(HardDayId(most))),
            Subject::Reach(LossId(most), reach),
            Subject::PeopleChange(most),
        ] {
            for stage in [Stage::Closed, Stage::Open, Stage::Name] {
                let inside = written(stage, subject, now).unwrap();
                assert_eq!(read(&inside).map(|(stage, subject, _)| (stage, subject)), Some((stage, subject)));
            }
        }
    }
}
