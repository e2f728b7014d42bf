//! Of whom caution suspects something by their absence: what was said of people and losses, before anything is looked up.

use std::collections::HashSet;

use circle::Viewer;
use jiff::civil::Date;
use model::PersonId;
use store::{StoreError, Tx};

use super::{Sign, fine};
use crate::Want;
use crate::first_visit::{FirstVisit, first_visit};
use crate::loss::{Kind, Loss, PartOf, losses};
use crate::people_said::{OfPerson, PersonSaid, people_said};

/// Of whom caution suspects something by their absence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Whom {
    /// Whether the absence is asked about of people of whom nothing was said.
    pub(crate) absence: bool,
    /// Whom losses are about: they may have been where nobody found them.
    pub(crate) lost: Vec<PersonId>,
    /// Whose absence is asked about no more.
    pub(crate) spared: HashSet<PersonId>,
    /// Whose pictures are kept away: what is suspected around them waits without a card.
    pub(crate) silent: HashSet<PersonId>,
    /// The kinds that are fine.
    pub(crate) fine: HashSet<Sign>,
}

impl Whom {
    /// As the viewer said, by the more careful of two days, the earlier first.
    pub(crate) fn of(tx: &mut Tx<'_>, viewer: Viewer, days: (Date, Date)) -> Result<Self, StoreError> {
        let (fine, people) = (fine(tx, viewer)?, people_said(tx, viewer)?);
        let absence = first_visit(tx, viewer)? != FirstVisit::Nothing && !fine.contains(&Sign::MayBeTender);
        let mut whom = Self { absence, fine, ..Self::default() };
        for kept in losses(tx, viewer)? {
            // What was said of somebody after a loss is the last word of them.
            let as_they_come = |person: &PersonId| {
                let said = |said: &PersonSaid| (said.about, said.said) == (*person, OfPerson::AsTheyCome);
                people.iter().any(|one| said(one) && one.made > kept.made)
            };
            match counts(&kept.loss, days) {
                Counts::Missed => {
                    whom.lost.extend(kept.loss.people.iter().filter(|person| !as_they_come(person)));
                    if kept.loss.silent(days) {
                        whom.silent.extend(&kept.loss.people);
                    }
                }
                Counts::Spared => whom.spared.extend(&kept.loss.people),
                Counts::AsTheyAre => {}
            }
        }
        for PersonSaid { about, said, .. } in people {
            match said.wants(days) {
                None => drop(whom.spared.insert(about)),
                Some(Want::KeepAway) => drop(whom.silent.insert(about)),
                Some(_) => {}
            }
        }
        // The more careful wins: whoever one loss counts as missed is, whatever another says.
        whom.spared.retain(|person| !whom.lost.contains(person));
        if whom.fine.contains(&Sign::MayBeTender) {
            whom.lost.clear();
        }
        Ok(whom)
    }

    /// Whether anybody's absence is asked about.
    pub(crate) fn asks(&self) -> bool {
        self.absence || !self.lost.is_empty()
    }
}

/// How whoever a loss is about counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    /// They are missed.
    Missed,
    /// Their absence is asked about no more.
    Spared,
    /// As if nothing was said.
    AsTheyAre,
}

fn counts(loss: &Loss, days: (Date, Date)) -> Counts {
    let sight = loss.parts.iter().find(|part| part.of == PartOf::People).and_then(|part| part.want_by(days));
    match loss.kind {
        // Its days come without them: nothing is suspected around them.
        _ if loss.without_them || sight == Some(Want::Welcome) => Counts::Spared,
        // Whoever was ill and lives is missed by nobody; whoever died is spoken of by that.
        Kind::Illness => Counts::AsTheyAre,
        _ => Counts::Missed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Part;
    use crate::loss::FirstWords;

    #[test]
    fn whoever_a_loss_is_about_counts_as_it_says_of_them() {
        let day: Date = "2020-09-28".parse().unwrap();
        let (before, after) = (day.yesterday().unwrap(), day.tomorrow().unwrap());
        let of = |kind, part: Option<Part>, without_them| {
            let mut loss = Loss::proposed(kind, day, &FirstWords::default());
            loss.parts = part.into_iter().collect();
            loss.without_them = without_them;
            counts(&loss, (before, after))
        };
        let part = |want| Some(Part::of(PartOf::People, want));
        assert_eq!(of(Kind::Death, None, false), Counts::Missed);
        assert_eq!(of(Kind::Death, part(Want::AskFirst), false), Counts::Missed);
        assert_eq!(of(Kind::Separation, part(Want::KeepAway), false), Counts::Missed);
        assert_eq!(of(Kind::Separation, part(Want::KeepAway), true), Counts::Spared);
        assert_eq!(of(Kind::Death, part(Want::Welcome), false), Counts::Spared);
        assert_eq!(of(Kind::Illness, part(Want::AskFirst), false), Counts::AsTheyAre);
        let until = |want| Some(Part { until: Some(day), ..Part::of(PartOf::People, want) });
        assert_eq!(of(Kind::Death, until(Want::Welcome), false), Counts::Missed, "on one of the two days alone");
    }
}
