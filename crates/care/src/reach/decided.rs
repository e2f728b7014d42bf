//! Everything that one part of a loss reaches in a library: candidates from lists, each decided by itself.

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::civil::Date;
use model::{LossId, MomentId, PhotoId};
use store::{StoreError, Tx};

use super::Reach;
use super::standing::one;
use crate::evidence::{Evidence, add_people, is_within};
use crate::gathered::{Gathered, known_of, with_what_belongs};
use crate::loss::{KeptLoss, Loss, PartOf};
use crate::want::Want;

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
    let mut reach = one(tx, viewer, kept.id, &kept.loss)?;
    Ok(reach.decided(tx, viewer, part)?.into_iter().map(|one| one.photo).collect())
}

/// Every photo that a loss keeps away or asks about on a day, as it is said now, each once.
pub(crate) fn photos_in_all(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    loss: &Loss,
    today: Date,
) -> Result<Vec<PhotoId>, StoreError> {
    let mut reach = one(tx, viewer, LossId(0), loss)?;
    let mut photos = Vec::new();
    // What is welcome asks about nothing.
    for part in loss.parts.iter().filter(|part| part.want_on(today) > Some(Want::Welcome)) {
        photos.extend(reach.decided(tx, viewer, part.of)?.into_iter().map(|one| one.photo));
    }
    Ok(distinct(photos))
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
        let (moments, photos) = with_what_belongs(tx, viewer, &[], &photos)?;
        let mut found = Vec::new();
        for some in moments.chunks(MOMENTS_AT_ONCE) {
            found.extend(self.decided_of(tx, viewer, part, some, &[])?);
        }
        for some in photos.chunks(PHOTOS_AT_ONCE) {
            found.extend(self.decided_of(tx, viewer, part, &[], some)?);
        }
        Ok(found)
    }

    pub(super) fn decided_of(
        &mut self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        part: PartOf,
        moments: &[MomentId],
        photos: &[PhotoId],
    ) -> Result<Vec<Evidence>, StoreError> {
        let mut gathered = Gathered::of(tx, viewer, moments, photos)?;
        if part == PartOf::SameMoment {
            add_people(tx, viewer, &mut gathered.evidence)?;
            self.learn(&gathered.evidence);
            self.look_for_sights(tx, viewer, &gathered.evidence)?;
        }
        let mut evidence = gathered.into_asked();
        evidence.retain(|one| self.keeps(part, one));
        Ok(evidence)
    }

    /// What a part that is of time reaches by a date beside the one that is shown, and not by that.
    pub(super) fn by_other_dates(
        &self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        part: PartOf,
        spans: &[(i64, i64)],
    ) -> Result<Vec<Evidence>, StoreError> {
        let mut photos = Vec::new();
        for (first, last) in spans {
            photos.extend(library::photos_beside_within(tx, viewer, *first, *last)?);
        }
        let mut known = known_of(tx, viewer, &[], &distinct(photos))?;
        known.retain(|one| self.keeps(part, one) && !one.days.is_some_and(|days| is_within(days, spans)));
        Ok(known)
    }

    /// Looks up on which days of photos of which nobody knows the hour somebody was seen whom the loss is about.
    pub(crate) fn look_for_sights(
        &mut self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        evidence: &[Evidence],
    ) -> Result<(), StoreError> {
        let asked = self.asks_for_sights(evidence);
        if !asked.is_empty() {
            let days = library::seen_on(tx, viewer, &self.loss.people, &asked)?;
            self.learn_days(&days);
        }
        Ok(())
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
