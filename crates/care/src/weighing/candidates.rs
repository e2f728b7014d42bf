//! Which photos of a library may not be cleared: told by lists, cheaply, and rather too many than too few. Whether one is, is decided
//! where it is weighed.

use std::collections::HashMap;

use memories::moments_of_nights;
use model::{MomentId, PhotoId};
use store::{StoreError, Tx};

use super::Weighing;
use crate::caution::{Signals, tender_candidates, tender_words};
use crate::want::Want;
use crate::wishes::Said;

const DAY: i64 = 86_400_000;

/// What is to be weighed of a library.
pub(super) struct Candidates {
    /// Photos by which whatever belongs together with them may be asked about or held.
    pub(super) spreading: Vec<PhotoId>,
    /// Moments of which something was said.
    pub(super) moments: Vec<MomentId>,
    /// Photos that may be asked about or held by themselves.
    pub(super) alone: Vec<PhotoId>,
    /// The words that matter, of all photos that have any.
    pub(super) words: HashMap<PhotoId, Vec<String>>,
}

impl Weighing {
    /// Everything that wishes, losses or signs may ask about or hold.
    pub(super) fn candidates(&self, tx: &mut Tx<'_>, said: &Said, signals: &Signals) -> Result<Candidates, StoreError> {
        let words = self.words(tx)?;
        let (mut spreading, moments) = self.spoken_of(tx, said)?;
        let mut alone = Vec::new();
        for reach in &self.reaches {
            for part in &reach.loss().parts {
                // What is welcome asks about nothing.
                if part.want_on(self.judged) > Some(Want::Welcome) {
                    let list = if part.of.spreads() { &mut spreading } else { &mut alone };
                    list.extend(reach.candidates(tx, self.viewer, part.of, &words)?);
                }
            }
        }
        alone.extend(self.away.all_copies(tx, self.viewer)?);
        for said in &self.of_people {
            alone.extend(library::photos_of(tx, self.viewer, said.about)?.into_iter().map(|dated| dated.photo));
        }
        if self.caution {
            spreading.extend(tender_candidates(tx, self.viewer, signals, &words)?);
        }
        for photos in [&mut spreading, &mut alone] {
            photos.sort_unstable();
            photos.dedup();
        }
        Ok(Candidates { spreading, moments, alone, words })
    }

    /// The photos that have words which matter, with those.
    fn words(&self, tx: &mut Tx<'_>) -> Result<HashMap<PhotoId, Vec<String>>, StoreError> {
        let tender = self.caution.then(tender_words).into_iter().flatten().map(|word: &str| word);
        let mut wanted: Vec<&str> = tender.collect();
        wanted.extend(self.reaches.iter().flat_map(|reach| reach.words()));
        wanted.sort_unstable();
        wanted.dedup();
        let mut words: HashMap<PhotoId, Vec<String>> = HashMap::new();
        for (photo, word) in library::photos_with_words(tx, self.viewer, &wanted)? {
            words.entry(photo).or_default().push(word);
        }
        Ok(words)
    }

    /// The photos and moments of which wishes say something careful.
    fn spoken_of(&self, tx: &mut Tx<'_>, said: &Said) -> Result<(Vec<PhotoId>, Vec<MomentId>), StoreError> {
        let careful = |want: &Want| *want != Want::Welcome;
        let meant = said.photos.iter().chain(&said.meant).chain(&said.meant_by_days);
        let mut photos: Vec<PhotoId> = meant.filter(|(_, want)| careful(want)).map(|(photo, _)| *photo).collect();
        let mut moments: Vec<MomentId> =
            said.moments.iter().filter(|(_, want)| careful(want)).map(|(moment, _)| *moment).collect();
        let days: Vec<i64> = said.days.iter().filter(|(_, want)| careful(want)).map(|(day, _)| *day).collect();
        // What was taken on a day lies in its waking hours or, before dawn, in those of the day before.
        let nights: Vec<i64> = days.iter().flat_map(|day| [day - 1, *day]).collect();
        moments.extend(moments_of_nights(tx, self.viewer, &nights)?.into_iter().map(|(moment, _)| moment));
        for day in days {
            let begins = day.saturating_mul(DAY);
            photos.extend(library::sighted_between(tx, self.viewer, begins, begins.saturating_add(DAY - 1))?);
        }
        Ok((photos, moments))
    }
}
