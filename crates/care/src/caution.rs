//! Unmarked is not the same as safe: signs that a moment may be tender, though nobody said so. Caution only asks: it never
//! holds, names no event and makes no loss.

mod listed;
mod signals;
mod words;

use std::collections::HashSet;

use jiff::civil::Date;
use model::{MomentId, PersonId, PhotoId, PlaceId};
use serde::Serialize;

use crate::facts::Facts;

pub use listed::{AskedByCaution, TenderMoment, asked_by_caution};
pub use words::is_tender;

pub(crate) use signals::{put_away_before, signals, tender_everywhere};

/// How many days before a death are its last days, and how many after belong to them.
const LAST_DAYS: i64 = 14;
const FIRST_DAYS_AFTER: i64 = 10;
/// How many days of somebody's presence are the last moments with them.
pub const FAREWELL: i64 = 21;
/// On how many days of their last year somebody was seen who was "often there".
pub const OFTEN: u32 = 10;
/// For how many days nobody has been seen who is "never again" seen.
pub const LONG_AGO: i64 = 400;

/// A sign that a moment may be tender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Words of illness or farewell in captions, keywords, albums, file names or names of places.
    Words,
    /// The last days before somebody died.
    LastDays,
    /// Somebody who was often there is seen for the last time. This is never said aloud.
    MayBeTender,
    /// On this day of an earlier year something was put away.
    PutAwayBefore,
}

/// How often somebody was there, and for how long nobody has seen them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// On how many days of their last year they were seen.
    pub days: u32,
    /// On how many days of that year anything was photographed.
    pub of: u32,
    /// On how many days since then anything was photographed.
    pub since: u32,
    /// How many days lie between the first sight of them and the last.
    pub known_for: i64,
}

impl Presence {
    /// Whether somebody who was close is gone: as often as they were there, they would have been seen several times since. Where
    /// nobody was seen for long enough, what became of them may be tender, in every moment with them.
    pub fn is_gone(self) -> bool {
        let share = f64::from(self.days) / f64::from(self.of.max(1));
        let close = share >= CLOSE && (self.known_for >= KNOWN || share >= VERY_CLOSE);
        close && self.days >= SEEN && f64::from(self.since) * share >= MISSED
    }
}

/// On how many days of their last year somebody was seen, of whom it can be told that they are missed.
const SEEN: u32 = 6;
/// How many times they would have been seen since.
const MISSED: f64 = 3.0;
/// Of the days on which anything is photographed, the part with somebody who is close.
const CLOSE: f64 = 0.02;
/// The part with somebody who is very close, however short a time they are known.
const VERY_CLOSE: f64 = 0.3;
/// For how many days somebody is known who is close.
const KNOWN: i64 = 730;

/// What the library tells that makes moments tender.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// Days on which people died, in days since 1970-01-01.
    pub deaths: Vec<i64>,
    /// Who was often there and then never again, with the last day they were seen.
    pub farewells: Vec<(PersonId, i64)>,
    /// Who was close and is gone. In a memory, every moment with them may be tender; in a library, only the last ones.
    pub gone: Vec<PersonId>,
    /// Towns whose names have words of illness or farewell.
    pub towns: HashSet<PlaceId>,
}

/// The sign by which a photo makes its moment tender, if any.
pub fn sign(facts: &Facts, signals: &Signals) -> Option<Sign> {
    let named = facts.words.iter().any(|word| is_tender(word));
    if named || facts.place.is_some_and(|place| signals.towns.contains(&place)) {
        return Some(Sign::Words);
    }
    if facts.within(&last_days(signals)) {
        return Some(Sign::LastDays);
    }
    let farewell = |(person, last): &(PersonId, i64)| {
        facts.people.contains(person) && facts.within(&[(last.saturating_sub(FAREWELL), *last)])
    };
    let gone = facts.people.iter().any(|person| signals.gone.contains(person));
    (gone || signals.farewells.iter().any(farewell)).then_some(Sign::MayBeTender)
}

/// The spans of days that are the last days of somebody.
pub(crate) fn last_days(signals: &Signals) -> Vec<(i64, i64)> {
    let around = |day: &i64| (day.saturating_sub(LAST_DAYS), day.saturating_add(FIRST_DAYS_AFTER));
    signals.deaths.iter().map(around).collect()
}

/// The day before which somebody must have been seen last to be "never again" seen.
pub(crate) fn long_ago(today: Date) -> i64 {
    model::day_number(today).saturating_sub(LONG_AGO)
}

/// Which moments and which photos without one are tender.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tender {
    moments: HashSet<MomentId>,
    photos: HashSet<PhotoId>,
}

impl Tender {
    /// Of those photos, whose moments are here whole.
    pub(crate) fn of(facts: &[Facts], signals: &Signals) -> Self {
        let mut tender = Self::default();
        for known in facts.iter().filter(|known| sign(known, signals).is_some()) {
            match known.moment {
                Some(moment) => tender.moments.insert(moment),
                None => tender.photos.insert(known.photo),
            };
        }
        tender
    }

    /// Whether a photo is tender.
    pub(crate) fn holds(&self, photo: PhotoId, moment: Option<MomentId>) -> bool {
        moment.map_or_else(|| self.photos.contains(&photo), |moment| self.moments.contains(&moment))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(days: (i64, i64), people: &[i64], words: &[&str]) -> Facts {
        Facts {
            days: Some(days),
            people: people.iter().map(|id| PersonId(*id)).collect(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            ..Facts::of(PhotoId(1))
        }
    }

    #[test]
    fn somebody_who_was_close_is_gone_when_they_would_have_been_seen_several_times() {
        let check = |days, of, since, known_for, expected| {
            let presence = Presence { days, of, since, known_for };
            assert_eq!(presence.is_gone(), expected, "{presence:?}");
        };
        check(30, 100, 10, 3_000, true);
        check(30, 100, 9, 3_000, false);
        check(30, 100, 0, 3_000, false);
        check(5, 10, 100, 3_000, false);
        check(6, 100, 50, 3_000, true);
        check(6, 100, 500, 700, false);
        check(31, 100, 10, 20, true);
        check(6, 301, 5_000, 3_000, false);
        check(0, 0, 0, 0, false);
    }

    #[test]
    fn each_sign_is_found_and_nothing_else_is() {
        let signals = Signals {
            deaths: vec![1000],
            farewells: vec![(PersonId(7), 2000)],
            gone: vec![PersonId(9)],
            towns: [PlaceId(3)].into_iter().collect(),
        };
        let check = |facts: Facts, expected| assert_eq!(sign(&facts, &signals), expected, "{facts:?}");
        check(photo((500, 500), &[7], &["beach"]), None);
        check(photo((500, 500), &[], &["beach", "hospital"]), Some(Sign::Words));
        check(Facts { place: Some(PlaceId(3)), ..photo((500, 500), &[], &[]) }, Some(Sign::Words));
        check(photo((985, 985), &[], &[]), None);
        check(photo((986, 986), &[], &[]), Some(Sign::LastDays));
        check(photo((1010, 1010), &[], &[]), Some(Sign::LastDays));
        check(photo((900, 1100), &[], &[]), Some(Sign::LastDays));
        check(photo((1011, 1011), &[], &[]), None);
        check(photo((1979, 1979), &[7], &[]), Some(Sign::MayBeTender));
        check(photo((2000, 2000), &[8], &[]), None);
        check(photo((500, 500), &[8, 9], &[]), Some(Sign::MayBeTender));
        check(photo((1978, 1978), &[7], &[]), None);
    }
}
