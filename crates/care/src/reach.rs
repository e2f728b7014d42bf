//! How far a loss reaches: which photos are in which of its parts. Pure; the same for one photo and for a million.

mod alike;
mod everywhere;
mod preview;
mod standing;

use std::collections::HashSet;

use jiff::civil::Date;
use library::words_of;
use model::{LossId, MomentId, Position};

use crate::evidence::Evidence;
use crate::loss::{Chosen, Loss, LossPlace, Part, PartOf};
use crate::want::{Precedence, Want};

pub use alike::{Alike, ByHash};
pub use preview::PartPreview;
pub(crate) use preview::preview;

pub(crate) use everywhere::{photos_in, reached_everywhere};
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
    periods: Vec<(i64, i64)>,
    /// Moments that hold an example, or in its periods somebody whom the loss is about.
    near: HashSet<MomentId>,
}

impl Reach {
    /// A loss with the facts of the photos that stand for it.
    pub fn new(id: LossId, loss: Loss, examples: Vec<Evidence>) -> Self {
        let tags = loss.tags.iter().map(|tag| words_of(tag)).filter(|words| !words.is_empty()).collect();
        let periods = loss.periods_widened();
        let near = examples.iter().filter_map(|example| example.moment).collect();
        Self { id, loss, tags, examples, periods, near }
    }

    /// The loss.
    pub fn loss(&self) -> &Loss {
        &self.loss
    }

    /// Notes which moments are near it, out of the facts of all photos in the moments that are about to be weighed.
    pub fn learn(&mut self, facts: &[Evidence]) {
        for known in facts {
            if let Some(moment) = known.moment
                && known.within(&self.periods)
                && known.people.iter().any(|person| self.loss.people.contains(person))
            {
                self.near.insert(moment);
            }
        }
    }

    /// The parts of the loss that reach a photo and count on `day`.
    pub fn parts(&self, facts: &Evidence, day: Date) -> Vec<&Part> {
        if self.took_out(facts) {
            return Vec::new();
        }
        self.loss.parts.iter().filter(|part| part.counts_on(day) && self.reaches(part.of, facts)).collect()
    }

    /// Whether one part of the loss reaches a photo.
    pub fn reaches(&self, part: PartOf, facts: &Evidence) -> bool {
        match part {
            PartOf::TheDay { .. } | PartOf::Periods { .. } => facts.within(&self.loss.spans(part)),
            PartOf::People => facts.people.iter().any(|person| self.loss.people.contains(person)),
            PartOf::SameMoment => facts.moment.is_some_and(|moment| self.near.contains(&moment)),
            PartOf::Places { always } => {
                (always || facts.within(&self.periods)) && self.loss.places.iter().any(|place| is_at(*place, facts))
            }
            PartOf::Companions => {
                let with = facts.people.iter().any(|person| self.loss.companions.contains(person));
                with && facts.within(&self.periods)
            }
            PartOf::Words => self.tags.iter().any(|tag| tag.iter().all(|word| facts.words.contains(word))),
            PartOf::Alike => self.examples.iter().any(|example| ByHash.is_alike(facts, example)),
            PartOf::Chosen => self.loss.taken_in.iter().any(|chosen| is_chosen(*chosen, facts)),
        }
    }

    /// Whether it asks for that word of a photo.
    pub(crate) fn wants_word(&self, word: &str) -> bool {
        self.tags.iter().flatten().any(|own| own == word)
    }

    fn took_out(&self, facts: &Evidence) -> bool {
        // What came to a moment later was not meant.
        self.loss.taken_out.contains(&Chosen::Photo(facts.photo))
    }
}

/// The most careful of what the parts of losses want for a photo on `day`.
pub fn wanted_by_parts(reaches: &[Reach], facts: &Evidence, day: Date) -> Option<Want> {
    let mut most = None;
    for want in reaches.iter().flat_map(|reach| reach.parts(facts, day)).map(|part| part.want) {
        Precedence::say(&mut most, want);
    }
    most
}

fn is_at(place: LossPlace, facts: &Evidence) -> bool {
    match place {
        LossPlace::Around { point, metres } => {
            // A degree of latitude is never less than 110.5 kilometres: most photos are far, and told so without a sine.
            let near =
                |position: &Position| (position.latitude - point.latitude).abs() * 110_500.0 <= f64::from(metres);
            let within = |position: Position| position.kilometres_to(point) * 1000.0 <= f64::from(metres);
            facts.position.filter(near).is_some_and(within)
        }
        LossPlace::Town(town) => facts.place == Some(town),
    }
}

fn is_chosen(chosen: Chosen, facts: &Evidence) -> bool {
    match chosen {
        Chosen::Photo(photo) => facts.photo == photo,
        Chosen::Moment(moment) => facts.moment == Some(moment),
    }
}
