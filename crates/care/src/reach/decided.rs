//! Everything that one part of a loss reaches in a library: candidates from lists, each decided by itself.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use memories::{contents, moments_holding};
use model::{MomentId, PhotoId};
use store::{StoreError, Tx};

use super::Reach;
use super::standing::examples_of;
use crate::evidence::{Evidence, add_people, known_of};
use crate::loss::{KeptLoss, PartOf};

/// How many moments, and how many photos that are looked at without theirs, are decided at once.
const MOMENTS_AT_ONCE: usize = 256;
const PHOTOS_AT_ONCE: usize = 4_096;

/// Every photo in one part of a loss as it is kept, without what was taken out by hand.
pub(crate) fn photos_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    kept: &KeptLoss,
    part: PartOf,
) -> Result<Vec<PhotoId>, StoreError> {
    let examples = examples_of(tx, viewer, &kept.loss.examples)?;
    let mut reach = Reach::new(kept.id, kept.loss.clone(), examples);
    Ok(reach.decided(tx, viewer, part)?.into_iter().map(|one| one.photo).collect())
}

impl Reach {
    /// Every photo in one part, each once, with what it was decided by: of people only those whom the loss names, and of photos with
    /// them no more than their days.
    pub(super) fn decided(
        &mut self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        part: PartOf,
    ) -> Result<Vec<Evidence>, StoreError> {
        match part {
            PartOf::People | PartOf::Companions => self.with_people(tx, viewer, part),
            PartOf::SameMoment | PartOf::Alike | PartOf::Chosen => self.with_moments(tx, viewer, part),
            PartOf::TheDay { .. } | PartOf::Periods { .. } | PartOf::Places { .. } | PartOf::Words => {
                let words = self.words_of_photos(tx, viewer)?;
                let photos = distinct(self.candidates(tx, viewer, part, &words)?);
                let mut found = Vec::new();
                for some in photos.chunks(PHOTOS_AT_ONCE) {
                    let mut evidence = known_of(tx, viewer, &[], some)?;
                    for one in &mut evidence {
                        one.words = words.get(&one.photo).cloned().unwrap_or_default();
                    }
                    found.extend(evidence.into_iter().filter(|one| self.keeps(part, one)));
                }
                Ok(found)
            }
        }
    }

    /// Whoever is in a photo is listed with its days: nothing else needs to be looked up.
    fn with_people(&self, tx: &mut Tx<'_>, viewer: Viewer, part: PartOf) -> Result<Vec<Evidence>, StoreError> {
        let mut seen: HashSet<PhotoId> = HashSet::new();
        let listed = self.with_whom(tx, viewer, part)?.into_iter();
        let evidence = listed.map(|(person, dated)| Evidence {
            days: dated.days,
            at_ms: dated.at_ms,
            people: vec![person],
            ..Evidence::of(dated.photo)
        });
        Ok(evidence.filter(|one| self.keeps(part, one) && seen.insert(one.photo)).collect())
    }

    fn with_moments(&mut self, tx: &mut Tx<'_>, viewer: Viewer, part: PartOf) -> Result<Vec<Evidence>, StoreError> {
        let photos = distinct(self.candidates(tx, viewer, part, &HashMap::new())?);
        let moments = moments_holding(tx, viewer, &photos)?;
        let mut found = Vec::new();
        let mut looked_at: HashSet<PhotoId> = HashSet::new();
        for some in moments.chunks(MOMENTS_AT_ONCE) {
            found.extend(self.decided_of(tx, viewer, part, (some, &[]), &mut looked_at)?);
        }
        let alone: Vec<PhotoId> = photos.into_iter().filter(|photo| !looked_at.contains(photo)).collect();
        for some in alone.chunks(PHOTOS_AT_ONCE) {
            found.extend(self.decided_of(tx, viewer, part, (&[], some), &mut looked_at)?);
        }
        Ok(found)
    }

    fn decided_of(
        &mut self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        part: PartOf,
        (moments, photos): (&[MomentId], &[PhotoId]),
        looked_at: &mut HashSet<PhotoId>,
    ) -> Result<Vec<Evidence>, StoreError> {
        let members = contents(tx, viewer, moments)?;
        let mut evidence = known_of(tx, viewer, &members, photos)?;
        looked_at.extend(evidence.iter().map(|one| one.photo));
        if part == PartOf::SameMoment {
            add_people(tx, viewer, &mut evidence)?;
        }
        self.learn(&evidence);
        evidence.retain(|one| self.keeps(part, one));
        Ok(evidence)
    }

    fn keeps(&self, part: PartOf, one: &Evidence) -> bool {
        self.reaches(part, one) && !self.took_out(one)
    }

    fn words_of_photos(&self, tx: &mut Tx<'_>, viewer: Viewer) -> Result<HashMap<PhotoId, Vec<String>>, StoreError> {
        let wanted: Vec<&str> = self.words().collect();
        let mut words: HashMap<PhotoId, Vec<String>> = HashMap::new();
        for (photo, word) in library::photos_with_words(tx, viewer, &distinct(wanted))? {
            words.entry(photo).or_default().push(word);
        }
        Ok(words)
    }
}

fn distinct<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort_unstable();
    all.dedup();
    all
}
