//! How far a loss reaches: which photos are in which of its parts. Pure; the same for one photo and for a million.

mod alike;
mod candidates;
mod decided;
mod preview;
mod standing;

use std::collections::HashSet;

use jiff::civil::Date;
use library::words_of;
use model::{LossId, PersonId, Position};

use crate::evidence::{Evidence, Together, is_within};
use crate::loss::{Chosen, Kind, Loss, LossPlace, Part, PartOf};
use crate::want::Want;

pub use alike::{Alike, ByHash};
pub use preview::{PartPreview, WholeReach};
pub(crate) use preview::{preview, whole_reach};

pub(crate) use decided::{photos_in, photos_in_all};
pub(crate) use standing::standing;

/// A loss, ready to be asked what it reaches.
#[derive(Clone, Debug)]
pub struct Reach {
    /// Which loss it is.
    pub id: LossId,
    loss: Loss,
    /// The words of each tag; a photo has a tag when it has all of its words.
    tags: Vec<Vec<String>>,
    examples: Vec<Evidence>,
    /// What the examples share with what belongs together with them.
    of_examples: HashSet<Together>,
    /// From the first to the last time at which something may have been taken that is alike.
    alike_within: Option<(i64, i64)>,
    periods: Vec<(i64, i64)>,
    /// The days of each part that is of time, in the order of the parts.
    spans: Vec<Vec<(i64, i64)>>,
    taken_in: HashSet<Chosen>,
    taken_out: HashSet<Chosen>,
    /// What holds an example, or in its periods somebody whom the loss is about.
    near: HashSet<Together>,
    /// The days on which that was: whatever nobody knows the hour of may be of the same moment.
    near_on: Vec<(i64, i64)>,
    /// The days of moments that were taken in by hand.
    chosen_on: Vec<(i64, i64)>,
    /// Of an illness, whom it is about and who have died: they are reached at any time, as whoever is lost.
    died: HashSet<PersonId>,
}

impl Reach {
    /// A loss with the evidence of the photos that stand for it.
    pub fn new(id: LossId, loss: Loss, examples: Vec<Evidence>) -> Self {
        let tags = loss.tags.iter().map(|tag| words_of(tag)).filter(|words| !words.is_empty()).collect();
        let times = || examples.iter().flat_map(Evidence::times);
        let of_examples: HashSet<Together> = examples.iter().flat_map(Evidence::together).collect();
        // What is known to the month or the year speaks of no day in particular.
        let near_on = examples.iter().flat_map(Evidence::all_days).filter(|(first, last)| first == last).collect();
        let apart = ByHash.furthest_apart();
        Self {
            id,
            tags,
            alike_within: times().min().zip(times().max()).map(|(first, last)| (first - apart, last + apart)),
            periods: loss.periods_widened(),
            spans: loss.parts.iter().map(|part| loss.spans(part.of)).collect(),
            taken_in: loss.taken_in.iter().copied().collect(),
            taken_out: loss.taken_out.iter().copied().collect(),
            near: of_examples.clone(),
            of_examples,
            near_on,
            chosen_on: Vec::new(),
            died: HashSet::new(),
            examples,
            loss,
        }
    }

    /// The loss.
    pub fn loss(&self) -> &Loss {
        &self.loss
    }

    /// Notes what is near it, out of the evidence of everything that belongs together with what is about to be weighed.
    pub fn learn(&mut self, evidence: &[Evidence]) {
        if self.loss.people.is_empty() {
            return;
        }
        for one in evidence {
            if one.people.iter().any(|person| self.loss.people.contains(person)) {
                self.near.extend(one.together_within(&self.periods));
            }
        }
    }

    /// Of whose sight on which days it is to be known, before photos are weighed of which nobody knows the hour: the people it is
    /// about, and those of its days that are, or may be, theirs.
    pub(crate) fn asks_for_sights(&self, evidence: &[Evidence]) -> Vec<(i64, i64)> {
        let same_moment = self.loss.parts.iter().any(|part| part.of == PartOf::SameMoment);
        if !same_moment || self.loss.people.is_empty() || self.periods.is_empty() {
            return Vec::new();
        }
        let rough = evidence.iter().flat_map(Evidence::rough_days);
        let within = rough.flat_map(|(first, last)| {
            self.periods.iter().map(move |(from, to)| (first.max(*from), last.min(*to))).filter(|(from, to)| from <= to)
        });
        merged(within.collect())
    }

    /// Notes days on which somebody whom it is about was seen.
    pub(crate) fn learn_days(&mut self, days: &[i64]) {
        self.near_on.extend(days.iter().map(|day| (*day, *day)));
    }

    /// Notes the days of moments that were taken in by hand.
    pub(crate) fn learn_chosen(&mut self, days: impl Iterator<Item = (i64, i64)>) {
        self.chosen_on.extend(days);
    }

    /// Notes who of whom it is about has died.
    pub(crate) fn learn_deaths(&mut self, dead: impl Iterator<Item = PersonId>) {
        self.died.extend(dead.filter(|person| self.loss.people.contains(person)));
    }

    /// Whether it is about one of those people, for a photo of those days. An illness is of its own time, as long as they live.
    fn is_about(&self, people: &[PersonId], then: impl Fn() -> bool) -> bool {
        let about = |person: &&PersonId| self.loss.people.contains(person);
        let mut about = people.iter().filter(about);
        match self.loss.kind {
            Kind::Illness => about.any(|person| self.died.contains(person) || then()),
            _ => about.next().is_some(),
        }
    }

    /// The parts of the loss that reach a photo and count by the more careful of two days, the earlier first.
    pub fn parts(&self, evidence: &Evidence, days: (Date, Date)) -> impl Iterator<Item = Part> {
        let parts = self.loss.parts.iter().zip(&self.spans).filter(move |_| !self.took_out(evidence));
        parts.filter_map(move |(part, spans)| {
            part.as_it_counts(days).filter(|part| self.in_part(part.of, spans, evidence))
        })
    }

    /// The most careful of what was wanted already and of what its parts want for a photo; only what would change that is asked.
    fn wanted(&self, evidence: &Evidence, days: (Date, Date), already: Option<Want>) -> Option<Want> {
        let mut most = already;
        for (part, spans) in self.loss.parts.iter().zip(&self.spans) {
            let want = part.want_by(days);
            if want > most && self.in_part(part.of, spans, evidence) {
                if self.took_out(evidence) {
                    return already;
                }
                most = want;
            }
        }
        most
    }

    /// Whether one part of the loss reaches a photo.
    pub fn reaches(&self, part: PartOf, evidence: &Evidence) -> bool {
        self.in_part(part, &self.loss.spans(part), evidence)
    }

    /// The same with the days of that part, where it is of time.
    fn in_part(&self, part: PartOf, spans: &[(i64, i64)], evidence: &Evidence) -> bool {
        match part {
            PartOf::TheDay { .. } | PartOf::Periods { .. } => evidence.within(spans),
            PartOf::People => self.is_about(&evidence.people, || evidence.within(&self.periods)),
            PartOf::SameMoment => {
                let may_be = || evidence.rough_days().any(|days| is_within(days, &self.near_on));
                evidence.together().any(|shared| self.near.contains(&shared)) || may_be()
            }
            PartOf::Places { always } => {
                (always || evidence.within(&self.periods))
                    && self.loss.places.iter().any(|place| is_at(*place, evidence))
            }
            PartOf::Companions => {
                let with = evidence.people.iter().any(|person| self.loss.companions.contains(person));
                with && evidence.within(&self.periods)
            }
            PartOf::Words => self.has_tag(&evidence.words),
            PartOf::Alike => self.is_alike(evidence),
            PartOf::Chosen => self.is_chosen(evidence),
        }
    }

    fn is_chosen(&self, evidence: &Evidence) -> bool {
        if self.taken_in.is_empty() {
            return false;
        }
        let mut moments = evidence.moment.iter().chain(&evidence.belongs_to);
        let whole = moments.any(|moment| self.taken_in.contains(&Chosen::Moment(*moment)));
        let may_be = || evidence.rough_days().any(|days| is_within(days, &self.chosen_on));
        self.taken_in.contains(&Chosen::Photo(evidence.photo)) || whole || may_be()
    }

    fn is_alike(&self, evidence: &Evidence) -> bool {
        // Most of a library lies far from all examples.
        let near = |(from, to): (i64, i64)| evidence.times().any(|at| (from..=to).contains(&at));
        evidence.together().any(|shared| self.of_examples.contains(&shared))
            || (self.alike_within.is_some_and(near)
                && self.examples.iter().any(|example| ByHash.is_alike(evidence, example)))
    }

    /// Whether those words of a photo have one of its tags.
    fn has_tag(&self, words: &[String]) -> bool {
        !words.is_empty() && self.tags.iter().any(|tag| tag.iter().all(|word| words.contains(word)))
    }

    /// The words that it asks for.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().flatten().map(String::as_str)
    }

    /// Whether it asks for that word of a photo.
    pub(crate) fn wants_word(&self, word: &str) -> bool {
        self.words().any(|own| own == word)
    }

    fn took_out(&self, evidence: &Evidence) -> bool {
        // What came to a moment later was not meant.
        self.taken_out.contains(&Chosen::Photo(evidence.photo))
    }
}

/// The same without the sight of people without whom the days of their losses come.
pub(crate) fn wanted_beside_sight(reaches: &[Reach], evidence: &Evidence, days: (Date, Date)) -> Option<Want> {
    let beside = |part: &Part, loss: &Loss| !(loss.without_them && part.of == PartOf::People);
    let wanted = reaches.iter().flat_map(|reach| {
        reach.parts(evidence, days).filter(move |part| beside(part, &reach.loss)).map(|part| part.want)
    });
    wanted.max()
}

/// The most careful of what the parts of losses want for a photo, by the more careful of two days, the earlier first.
pub fn wanted_by_parts(reaches: &[Reach], evidence: &Evidence, days: (Date, Date)) -> Option<Want> {
    reaches.iter().fold(None, |most, reach| reach.wanted(evidence, days, most))
}

fn is_at(place: LossPlace, evidence: &Evidence) -> bool {
    match place {
        LossPlace::Around { point, metres } => {
            // A degree of latitude is never less than 110.5 kilometres: most photos are far, and told so without a sine.
            let near =
                |position: &Position| (position.latitude - point.latitude).abs() * 110_500.0 <= f64::from(metres);
            let within = |position: Position| position.kilometres_to(point) * 1000.0 <= f64::from(metres);
            evidence.positions().filter(near).any(within)
        }
        LossPlace::Town(town) => evidence.places().any(|place| place == town),
    }
}

/// Spans that meet are one.
fn merged(mut spans: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    spans.sort_unstable();
    let mut found: Vec<(i64, i64)> = Vec::new();
    for (first, last) in spans {
        match found.last_mut() {
            Some((_, end)) if first <= end.saturating_add(1) => *end = (*end).max(last),
            _ => found.push((first, last)),
        }
    }
    found
}
