//! Unmarked is not the same as safe: signs that a moment may be tender, though nobody said so. Caution only asks: it never
//! holds, names no event and makes no loss.

mod fine;
mod listed;
mod persons;
mod presence;
mod signals;
mod whom;
mod words;

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use memories::OccasionId;
use model::{MomentId, PersonId, PlaceId};
use serde::Serialize;

use crate::Want;
use crate::evidence::{Evidence, Together, is_within};

pub(crate) use listed::asked_by_caution;
pub use listed::{AskedByCaution, TenderMoment};
pub(crate) use persons::not_seen_again;
pub use presence::Presence;
pub use words::is_tender;

pub(crate) use fine::{ask_again, fine, say_fine, take_back_fine};
pub(crate) use signals::{signals, tender_candidates};
pub(crate) use whom::Whom;
pub(crate) use words::all as tender_words;

/// How many days before a death are its last days, and how many after belong to them.
const LAST_DAYS: i64 = 14;
const FIRST_DAYS_AFTER: i64 = 10;
/// How many days of somebody's presence are the last moments with them.
pub const FAREWELL: i64 = 21;
/// On how many days of their last year somebody was seen who was "often there".
pub const OFTEN: u32 = 10;
/// For how many days nobody has been seen who is "never again" seen.
pub const LONG_AGO: i64 = 400;

/// For how many days before and after the sight of somebody who is missed a moment asks in which nobody was found.
pub(crate) const AROUND_NOBODY: i64 = 7;
/// The same for a moment in which others were found.
const AROUND_OTHERS: i64 = 1;

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
    /// The same of somebody whose pictures are kept away already: it waits, and makes no card.
    Silent,
}

/// What the library tells that makes moments tender.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// Days on which people died, in days since 1970-01-01.
    pub deaths: Vec<i64>,
    /// Who was often there and then never again, with the last day they were seen.
    pub farewells: Vec<(PersonId, i64)>,
    /// Who was close and is gone. In a memory, every moment with them may be tender; in a library, only the last ones.
    pub gone: Vec<PersonId>,
    /// Days on which somebody was seen who was there much and is gone, or whom a loss is about; in order, for memories alone.
    pub missed_on: Vec<i64>,
    /// Those of them whose pictures are kept away: what may be tender because of them alone waits without a card.
    pub silent: HashSet<PersonId>,
    /// The days of the sight of such people, as `missed_on`, which has none of them.
    pub silent_on: Vec<i64>,
    /// The kinds of signs of which their owner said that they are fine.
    pub fine: HashSet<Sign>,
    /// Towns whose names have words of illness or farewell.
    pub towns: HashSet<PlaceId>,
}

impl Signals {
    /// Whether anything may be tender because somebody is not seen again.
    pub(crate) fn asks_by_absence(&self) -> bool {
        let Self { farewells, gone, missed_on, silent_on, .. } = self;
        !farewells.is_empty() || !gone.is_empty() || !missed_on.is_empty() || !silent_on.is_empty()
    }
}

/// The sign by which a photo makes its moment tender, if any.
pub fn sign(facts: &Evidence, signals: &Signals) -> Option<Sign> {
    let asks = |kind: Sign| !signals.fine.contains(&kind);
    let named = || facts.words.iter().any(|word| is_tender(word));
    if asks(Sign::Words) && (named() || facts.places().any(|place| signals.towns.contains(&place))) {
        return Some(Sign::Words);
    }
    let within = |spans: &[(i64, i64)]| facts.days.is_some_and(|days| is_within(days, spans));
    if asks(Sign::LastDays) && within(&last_days(signals)) {
        return Some(Sign::LastDays);
    }
    let farewell = |(person, last): &&(PersonId, i64)| {
        facts.people.contains(person) && within(&[(last.saturating_sub(FAREWELL), *last)])
    };
    let farewells = signals.farewells.iter().filter(farewell).map(|(person, _)| person);
    let gone = facts.people.iter().filter(|person| signals.gone.contains(person));
    let of_whom = |person| if signals.silent.contains(person) { Sign::Silent } else { Sign::MayBeTender };
    farewells.chain(gone).map(of_whom).min()
}

/// The sign by which a moment is tender, given with the facts of all of its photos.
pub fn sign_of_moment<'a>(moment: impl Iterator<Item = &'a Evidence> + Clone, signals: &Signals) -> Option<Sign> {
    let near = |missed_on| may_have_been_there(moment.clone(), missed_on);
    let own = moment.clone().filter_map(|facts| sign(facts, signals)).min();
    match own {
        Some(Sign::Words | Sign::LastDays | Sign::MayBeTender) => own,
        Some(Sign::Silent) | None if near(&signals.missed_on) => Some(Sign::MayBeTender),
        Some(Sign::Silent) => own,
        None => near(&signals.silent_on).then_some(Sign::Silent),
    }
}

/// Whether somebody who is missed may have been at a moment though they were found in none of its photos: they hold the camera, turn
/// away, or it is their chair. Those are what hurts most (Pinter et al. 2019), and no face finder sees them.
fn may_have_been_there<'a>(mut moment: impl Iterator<Item = &'a Evidence> + Clone, missed_on: &[i64]) -> bool {
    let nobody_found = moment.clone().all(|facts| facts.people.is_empty());
    let around = if nobody_found { AROUND_NOBODY } else { AROUND_OTHERS };
    moment.any(|facts| {
        facts.days.is_some_and(|(first, last)| {
            let next = missed_on.partition_point(|day| *day < first.saturating_sub(around));
            missed_on.get(next).is_some_and(|day| *day <= last.saturating_add(around))
        })
    })
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

/// Says of each photo by which sign it, or anything that belongs together with it, may be tender. By a date beside the one that is shown
/// a photo is tender only together with what it belonged to then.
pub(crate) fn sign_of_each(evidence: &mut [Evidence], signals: &Signals) {
    let then: Vec<(OccasionId, Evidence)> = evidence.iter().flat_map(as_of_then).collect();
    let mut groups: HashMap<Together, Vec<&Evidence>> = HashMap::new();
    for one in evidence.iter() {
        for shared in groups_of(one) {
            groups.entry(shared).or_default().push(one);
        }
    }
    for (occasion, one) in &then {
        groups.entry(Together::Occasion(*occasion)).or_default().push(one);
    }
    let of_group = |photos: &Vec<&Evidence>| sign_of_moment(photos.iter().copied(), signals);
    let signs: HashMap<Together, Sign> =
        groups.iter().filter_map(|(shared, photos)| Some((*shared, of_group(photos)?))).collect();
    let own: Vec<Option<Sign>> = evidence.iter().map(|one| by_other_dates(one, signals)).collect();
    for (one, own) in evidence.iter_mut().zip(own) {
        let beside = one.beside.iter().flat_map(|date| date.occasions.iter().copied().map(Together::Occasion));
        one.sign = groups_of(one).chain(beside).filter_map(|shared| signs.get(&shared).copied()).chain(own).min();
    }
    quieted_by_welcome(evidence);
}

/// A welcome is a welcome of that moment: nobody's absence is suspected in it any more, in what came to it later either. Words and the
/// days of a death still ask of that.
fn quieted_by_welcome(evidence: &mut [Evidence]) {
    let welcome = evidence.iter().filter(|one| one.said.moment == Some(Want::Welcome));
    let moments: HashSet<MomentId> = welcome.filter_map(|one| one.moment).collect();
    for one in evidence.iter_mut().filter(|one| one.moment.is_some_and(|moment| moments.contains(&moment))) {
        one.sign = one.sign.filter(|sign| sign.kind() != Sign::MayBeTender);
    }
}

/// What a photo shares with others as it is shown, or itself alone where that is nothing.
fn groups_of(one: &Evidence) -> impl Iterator<Item = Together> + '_ {
    let alone = one.moment.is_none() && one.occasions.is_empty();
    one.together_as_shown().filter(move |shared| alone || !matches!(shared, Together::Alone(_)))
}

/// A photo as it was by each of the dates beside the one that is shown, with what it belonged to.
fn as_of_then(one: &Evidence) -> impl Iterator<Item = (OccasionId, Evidence)> + '_ {
    one.beside.iter().flat_map(move |date| {
        let then = Evidence { days: Some(date.days), at_ms: Some(date.at_ms), beside: Vec::new(), ..one.clone() };
        date.occasions.iter().map(move |occasion| (*occasion, then.clone()))
    })
}

/// The sign of a photo itself by one of the dates beside the one that is shown.
fn by_other_dates(one: &Evidence, signals: &Signals) -> Option<Sign> {
    one.beside.iter().filter_map(|date| sign(&Evidence { days: Some(date.days), ..one.clone() }, signals)).min()
}

#[cfg(test)]
mod tests {
    use model::PhotoId;

    use super::*;

    fn photo(days: (i64, i64), people: &[i64], words: &[&str]) -> Evidence {
        Evidence {
            days: Some(days),
            people: people.iter().map(|id| PersonId(*id)).collect(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            ..Evidence::of(PhotoId(1))
        }
    }

    #[test]
    fn each_sign_is_found_and_nothing_else_is() {
        let signals = Signals {
            deaths: vec![1000],
            farewells: vec![(PersonId(7), 2000)],
            gone: vec![PersonId(9)],
            towns: [PlaceId(3)].into_iter().collect(),
            ..Signals::default()
        };
        let check = |facts: Evidence, expected| assert_eq!(sign(&facts, &signals), expected, "{facts:?}");
        check(photo((500, 500), &[7], &["beach"]), None);
        check(photo((500, 500), &[], &["beach", "hospital"]), Some(Sign::Words));
        check(Evidence { place: Some(PlaceId(3)), ..photo((500, 500), &[], &[]) }, Some(Sign::Words));
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

    #[test]
    fn what_may_be_tender_because_of_somebody_who_is_kept_away_alone_is_silent() {
        let signals = Signals {
            gone: vec![PersonId(7), PersonId(9)],
            missed_on: vec![100],
            silent: [PersonId(7)].into_iter().collect(),
            silent_on: vec![103],
            deaths: vec![2000],
            ..Signals::default()
        };
        let check = |day, people: &[&[i64]], expected| {
            let moment: Vec<Evidence> = people.iter().map(|people| photo((day, day), people, &[])).collect();
            assert_eq!(sign_of_moment(moment.iter(), &signals), expected, "{day} {people:?}");
        };
        check(500, &[&[7]], Some(Sign::Silent));
        check(500, &[&[7, 9]], Some(Sign::MayBeTender));
        check(500, &[&[7], &[9]], Some(Sign::MayBeTender));
        check(100, &[&[7]], Some(Sign::MayBeTender));
        check(108, &[&[]], Some(Sign::Silent));
        check(107, &[&[]], Some(Sign::MayBeTender));
        check(2000, &[&[7]], Some(Sign::LastDays));
        check(500, &[&[4]], None);
    }

    #[test]
    fn a_kind_that_is_fine_makes_nothing_ask_and_the_others_do() {
        let signals = |fine: Sign| Signals {
            deaths: vec![1000],
            gone: vec![PersonId(9)],
            fine: [fine].into_iter().collect(),
            ..Signals::default()
        };
        let check = |fine, photo: Evidence, expected| assert_eq!(sign(&photo, &signals(fine)), expected, "{photo:?}");
        check(Sign::Words, photo((500, 500), &[], &["hospital"]), None);
        check(Sign::Words, photo((1000, 1000), &[], &["hospital"]), Some(Sign::LastDays));
        check(Sign::LastDays, photo((1000, 1000), &[9], &[]), Some(Sign::MayBeTender));
        check(Sign::LastDays, photo((1000, 1000), &[], &["hospital"]), Some(Sign::Words));
        check(Sign::MayBeTender, photo((1000, 1000), &[9], &["hospital"]), Some(Sign::Words));
    }

    #[test]
    fn a_welcome_quiets_what_is_suspected_by_absence_in_its_whole_moment_and_nothing_else() {
        let signals = Signals { gone: vec![PersonId(9)], ..Signals::default() };
        let of = |at: i64, moment: i64, welcome: bool, words: &[&str]| {
            let mut one = Evidence { moment: Some(MomentId(moment)), ..photo((500, 500), &[9], words) };
            one.photo = PhotoId(at);
            one.said.moment = welcome.then_some(Want::Welcome);
            one
        };
        let mut evidence = [
            of(1, 1, true, &[]),
            of(2, 1, false, &[]),
            of(3, 2, false, &[]),
            of(4, 3, true, &[]),
            of(5, 3, false, &["hospital"]),
        ];
        sign_of_each(&mut evidence, &signals);
        let signs = evidence.map(|one| one.sign);
        assert_eq!(signs, [None, None, Some(Sign::MayBeTender), Some(Sign::Words), Some(Sign::Words)]);
    }

    #[test]
    fn a_moment_asks_around_the_sight_of_somebody_who_is_missed_further_where_nobody_was_found() {
        let signals = Signals { missed_on: vec![100, 1000, 2000], ..Signals::default() };
        let check = |day, people: &[&[i64]], expected: bool| {
            let moment: Vec<Evidence> = people.iter().map(|people| photo((day, day), people, &[])).collect();
            let found = sign_of_moment(moment.iter(), &signals);
            assert_eq!(found, expected.then_some(Sign::MayBeTender), "{day} {people:?}");
        };
        check(993, &[&[], &[]], true);
        check(1007, &[&[]], true);
        check(992, &[&[]], false);
        check(1008, &[&[]], false);
        check(999, &[&[], &[4]], true);
        check(998, &[&[], &[4]], false);
        check(1002, &[&[4]], false);
        check(2001, &[&[4]], true);
        let said = Signals { deaths: vec![1000], ..signals.clone() };
        assert_eq!(
            sign_of_moment([photo((1000, 1000), &[], &[])].iter(), &said),
            Some(Sign::LastDays),
            "what is said first"
        );
    }
}
