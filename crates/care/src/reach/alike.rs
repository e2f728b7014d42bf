//! What looks like an example. Perceptual hash, moment, place and time now; behind a trait, so that image embeddings can join.

use crate::evidence::Evidence;

/// Tells whether a photo is like one that stands for a loss.
pub trait Alike {
    /// Whether `photo` is like `example`.
    fn is_alike(&self, photo: &Evidence, example: &Evidence) -> bool;
    /// How many milliseconds apart alike photos may have been taken at most, so that only those are looked at.
    fn furthest_apart(&self) -> i64;
}

/// Alike by perceptual hash, in the same moment, or at the same place at about the same time.
pub struct ByHash;

/// Bits in which the hashes of two pictures of the same thing may differ, when days lie between them.
const BITS: u32 = 10;
const DAY: i64 = 86_400_000;
/// How long the same thing is photographed again: a scan on the fridge, a room that waits.
const WEEKS: i64 = 60 * DAY;
/// "The same place", in kilometres: a house and its garden, a ward.
const SAME_PLACE: f64 = 0.2;
/// How long being at the same place belongs to it.
const SAME_TIME: i64 = 2 * DAY;

impl Alike for ByHash {
    fn is_alike(&self, photo: &Evidence, example: &Evidence) -> bool {
        if photo.together().any(|shared| example.together().any(|other| other == shared)) {
            return true;
        }
        let pairs = photo.times().flat_map(|at| example.times().map(move |other| at.abs_diff(other)));
        let Some(apart) = pairs.min() else { return false };
        let within = |most: i64| i64::try_from(apart).is_ok_and(|apart| apart <= most);
        let looks = || photo.likeness.zip(example.likeness).is_some_and(|(a, b)| (a ^ b).count_ones() <= BITS);
        let there =
            || photo.positions().any(|at| example.positions().any(|other| at.kilometres_to(other) <= SAME_PLACE));
        (within(WEEKS) && looks()) || (within(SAME_TIME) && there())
    }

    fn furthest_apart(&self) -> i64 {
        WEEKS
    }
}

#[cfg(test)]
mod tests {
    use model::{MomentId, PhotoId, Position};

    use super::*;

    fn photo(id: i64, day: i64) -> Evidence {
        Evidence { at_ms: Some(day * DAY), ..Evidence::of(PhotoId(id)) }
    }

    #[test]
    fn a_photo_is_alike_by_its_look_for_weeks_and_by_its_place_for_days() {
        let at = Position::new(44.93, -123.03);
        let example = Evidence { likeness: Some(0), position: at, moment: Some(MomentId(1)), ..photo(1, 100) };
        let check = |facts: Evidence, expected| assert_eq!(ByHash.is_alike(&facts, &example), expected, "{facts:?}");
        check(example.clone(), true);
        check(Evidence { likeness: Some(0b11_1111_1111), ..photo(2, 150) }, true);
        check(Evidence { likeness: Some(0b111_1111_1111), ..photo(2, 150) }, false);
        check(Evidence { likeness: Some(0), ..photo(2, 161) }, false);
        check(Evidence { position: at, ..photo(2, 102) }, true);
        check(Evidence { position: at, ..photo(2, 103) }, false);
        check(Evidence { position: Position::new(44.94, -123.03), ..photo(2, 100) }, false);
        check(Evidence { moment: Some(MomentId(1)), at_ms: None, ..photo(2, 0) }, true);
        check(Evidence { at_ms: None, likeness: Some(0), ..photo(2, 0) }, false);
    }
}
