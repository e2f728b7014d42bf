//! A copy that a messenger made of what was put away is put away with it, whichever of the two was: to the eye they are one picture,
//! and messengers give the copy a name and a day of its own.

use std::collections::HashSet;
use std::sync::Arc;

use circle::Viewer;
use jiff::civil::Date;
use model::PhotoId;
use store::{StoreError, Tx, values};

use crate::evidence::Evidence;
use crate::want::Want;

/// In how many bits the hashes of a picture and of a copy of it may differ, that was made smaller and compressed again.
const NEARLY: u32 = 3;
/// How many bits are set in the hash of a picture that shows something: of one that is nearly flat there are few, and it looks like every
/// other.
const SHOWS_SOMETHING: std::ops::RangeInclusive<u32> = 16..=48;

/// How what the viewer put away by wishes looks.
#[derive(Clone, Debug, Default)]
pub(crate) struct PutAwayLooks(Arc<Vec<(PhotoId, u64)>>);

impl PutAwayLooks {
    /// What wishes that hold on `day` put away.
    pub(crate) fn of(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Self, StoreError> {
        let of = viewer.numbers([model::day_number(day), 0]);
        Ok(Self(tx.once("put away looks", of, |tx| {
            let sql = "SELECT DISTINCT m.photo FROM wishes w
                       JOIN wish_photos m ON m.library = w.library AND m.wish = w.id
                       WHERE w.library = ?1 AND w.person = ?2 AND w.wish = 'keep_away' AND w.lifted_ms IS NULL
                       AND (w.until_day IS NULL OR w.until_day > ?3)";
            let values = values![viewer.library(), viewer.person(), model::day_number(day)];
            let away: Vec<PhotoId> = tx.all(sql, values, |row| row.get(0))?;
            let mut looks = library::looks_of(tx, viewer, &away)?;
            looks.retain(|(_, look)| SHOWS_SOMETHING.contains(&look.count_ones()));
            Ok(looks)
        })?))
    }

    /// Whether nothing was put away that has copies.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts away what is a copy of what was, and says so. It yields to the welcome of that very photo.
    pub(crate) fn put_copies_away(
        &self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        evidence: &mut [Evidence],
    ) -> Result<(), StoreError> {
        if self.is_empty() {
            return Ok(());
        }
        let looks: Vec<(PhotoId, u64)> = evidence.iter().filter_map(|one| Some((one.photo, one.likeness?))).collect();
        let copies = self.copies_among(tx, viewer, &looks)?;
        for one in evidence.iter_mut().filter(|one| copies.contains(&one.photo)) {
            one.said.moment = one.said.moment.max(Some(Want::KeepAway));
            one.is_a_copy = true;
        }
        Ok(())
    }

    /// Every photo of the library that is a copy of what was put away.
    pub(crate) fn all_copies(&self, tx: &mut Tx<'_>, viewer: Viewer) -> Result<HashSet<PhotoId>, StoreError> {
        if self.is_empty() {
            return Ok(HashSet::new());
        }
        let looks = library::looks(tx, viewer)?;
        self.copies_among(tx, viewer, &looks)
    }

    fn copies_among(
        &self,
        tx: &mut Tx<'_>,
        viewer: Viewer,
        looks: &[(PhotoId, u64)],
    ) -> Result<HashSet<PhotoId>, StoreError> {
        let pairs: Vec<(PhotoId, PhotoId)> = looks.iter().flat_map(|one| self.like(*one)).collect();
        if pairs.is_empty() {
            return Ok(HashSet::new());
        }
        let mut both: Vec<PhotoId> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
        both.sort_unstable();
        both.dedup();
        let sent = library::may_be_sent(tx, viewer, &both)?;
        let copies = pairs.into_iter().filter(|(one, other)| sent.contains(one) || sent.contains(other));
        Ok(copies.map(|(one, _)| one).collect())
    }

    /// That photo with each that was put away and looks the same, or nearly.
    fn like(&self, (photo, look): (PhotoId, u64)) -> impl Iterator<Item = (PhotoId, PhotoId)> + '_ {
        let alike = move |other: &&(PhotoId, u64)| other.0 != photo && (other.1 ^ look).count_ones() <= NEARLY;
        self.0.iter().filter(alike).map(move |(other, _)| (photo, *other))
    }
}
