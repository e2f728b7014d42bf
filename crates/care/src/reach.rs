//! How far a loss reaches: which photos are in which of its parts. Pure; the same for one photo and for a million.

mod alike;
mod candidates;
mod decided;
mod preview;
mod standing;

use std::collections::HashSet;

use jiff::civil::Date;
use library::words_of;
use model::{LossId, MomentId, Position};

use crate::evidence::Evidence;
use crate::loss::{Chosen, Loss, LossPlace, Part, PartOf};
use crate::want::Want;

pub use alike::{Alike, ByHash};
pub use preview::PartPreview;
pub(crate) use preview::preview;

pub(crate) use decided::photos_in;
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
    /// From the first to the last time at which something may have been taken that is alike.
    alike_within: Option<(i64, i64)>,
    periods: Vec<(i64, i64)>,
    /// The days of each part that is of time, in the order of the parts.
    spans: Vec<Vec<(i64, i64)>>,
    taken_in: HashSet<Chosen>,
    taken_out: HashSet<Chosen>,
    /// Moments that hold an example, or in its periods somebody whom the loss is about.
    near: HashSet<MomentId>,
}

impl Reach {
    /// A loss with the evidence of the photos that stand for it.
    pub fn new(id: LossId, loss: Loss, examples: Vec<Evidence>) -> Self {
        let tags = loss.tags.iter().map(|tag| words_of(tag)).filter(|words| !words.is_empty()).collect();
        let times = || examples.iter().filter_map(|example| example.at_ms);
        let apart = ByHash.furthest_apart();
        Self {
            id,
            tags,
            alike_within: times().min().zip(times().max()).map(|(first, last)| (first - apart, last + apart)),
            periods: loss.periods_widened(),
            spans: loss.parts.iter().map(|part| loss.spans(part.of)).collect(),
            taken_in: loss.taken_in.iter().copied().collect(),
            taken_out: loss.taken_out.iter().copied().collect(),
            near: examples.iter().filter_map(|example| example.moment).collect(),
            examples,
            loss,
        }
    }

    /// The loss.
    pub fn loss(&self) -> &Loss {
        &self.loss
    }

    /// Notes which moments are near it, out of the evidence of all photos in the moments that are about to be weighed.
    pub fn learn(&mut self, evidence: &[Evidence]) {
        if self.loss.people.is_empty() {
            return;
        }
        for one in evidence {
            if let Some(moment) = one.moment
                && one.within(&self.periods)
                && one.people.iter().any(|person| self.loss.people.contains(person))
            {
                self.near.insert(moment);
            }
        }
    }

    /// The parts of the loss that reach a photo and count on `day`.
    pub fn parts(&self, evidence: &Evidence, day: Date) -> impl Iterator<Item = &Part> {
        let parts = self.loss.parts.iter().zip(&self.spans).filter(move |_| !self.took_out(evidence));
        let reaching = parts.filter(move |(part, spans)| part.counts_on(day) && self.in_part(part.of, spans, evidence));
        reaching.map(|(part, _)| part)
    }

    /// The most careful of what was wanted already and of what its parts want for a photo; only what would change that is asked.
    fn wanted(&self, evidence: &Evidence, day: Date, already: Option<Want>) -> Option<Want> {
        let mut most = already;
        for (part, spans) in self.loss.parts.iter().zip(&self.spans) {
            if Some(part.want) > most && part.counts_on(day) && self.in_part(part.of, spans, evidence) {
                if self.took_out(evidence) {
                    return already;
                }
                most = Some(part.want);
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
            PartOf::People => evidence.people.iter().any(|person| self.loss.people.contains(person)),
            PartOf::SameMoment => evidence.moment.is_some_and(|moment| self.near.contains(&moment)),
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
            PartOf::Chosen => {
                let moment = evidence.moment.map(Chosen::Moment);
                let chosen = |one: Chosen| self.taken_in.contains(&one);
                chosen(Chosen::Photo(evidence.photo)) || moment.is_some_and(chosen)
            }
        }
    }

    fn is_alike(&self, evidence: &Evidence) -> bool {
        // Most of a library lies far from all examples.
        let near = self.alike_within.zip(evidence.at_ms).is_some_and(|((from, to), at)| (from..=to).contains(&at));
        let like = |example: &Evidence| {
            let same = example.photo == evidence.photo || example.moment.is_some() && example.moment == evidence.moment;
            same || (near && ByHash.is_alike(evidence, example))
        };
        self.examples.iter().any(like)
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

/// The most careful of what the parts of losses want for a photo on `day`.
pub fn wanted_by_parts(reaches: &[Reach], evidence: &Evidence, day: Date) -> Option<Want> {
    reaches.iter().fold(None, |most, reach| reach.wanted(evidence, day, most))
}

fn is_at(place: LossPlace, evidence: &Evidence) -> bool {
    match place {
        LossPlace::Around { point, metres } => {
            // A degree of latitude is never less than 110.5 kilometres: most photos are far, and told so without a sine.
            let near =
                |position: &Position| (position.latitude - point.latitude).abs() * 110_500.0 <= f64::from(metres);
            let within = |position: Position| position.kilometres_to(point) * 1000.0 <= f64::from(metres);
            evidence.position.filter(near).is_some_and(within)
        }
        LossPlace::Town(town) => evidence.place == Some(town),
    }
}
