//! Bursts and near-duplicates inside a moment: one picture stands for them.

use library::Shot;

/// Bits in which two perceptual hashes may differ and still be the same picture, taken a little later.
const ALIKE: u32 = 5;
/// The same for pictures taken right after one another.
const ALIKE_AT_ONCE: u32 = 12;
/// "Right after one another", in milliseconds.
const AT_ONCE: i64 = 2_500;
/// "A little later", in milliseconds.
const LITTLE_LATER: i64 = 5 * 60_000;
/// How many bursts back are compared. Nobody returns to the same picture after so many others.
const LOOK_BACK: usize = 24;

/// Numbers the bursts of a moment's shots, given in order of time: shots of the same number are one picture to the eye.
pub(crate) fn bursts(shots: &[Shot]) -> Vec<usize> {
    let mut numbers: Vec<usize> = Vec::with_capacity(shots.len());
    let mut latest: Vec<&Shot> = Vec::new();
    for shot in shots {
        let near = latest.iter().enumerate().rev().take(LOOK_BACK);
        let number = near.into_iter().find(|(_, last)| one_to_the_eye(last, shot)).map(|(number, _)| number);
        match number {
            Some(number) => latest[number] = shot,
            None => latest.push(shot),
        }
        numbers.push(number.unwrap_or(latest.len() - 1));
    }
    numbers
}

fn one_to_the_eye(a: &Shot, b: &Shot) -> bool {
    let pair = a.likeness.zip(b.likeness);
    pair.is_some_and(|(x, y)| same_picture((a.at_ms, x), (b.at_ms, y)))
}

/// Whether two photos are one picture to the eye, by the time (in milliseconds) and the perceptual hash of each.
pub fn same_picture((a, x): (i64, u64), (b, y): (i64, u64)) -> bool {
    let (apart, differing) = ((b - a).abs(), (x ^ y).count_ones());
    (apart <= AT_ONCE && differing <= ALIKE_AT_ONCE) || (apart <= LITTLE_LATER && differing <= ALIKE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::group::tests::shot;

    fn check(shots: &[(i64, u64)], expected: &[usize]) {
        let shots: Vec<Shot> = (0..)
            .zip(shots)
            .map(|(id, (seconds, likeness))| Shot {
                at_ms: seconds * 1000,
                likeness: Some(*likeness),
                ..shot(id, 0, None)
            })
            .collect();
        assert_eq!(bursts(&shots), expected);
    }

    #[test]
    fn alike_pictures_taken_together_are_one() {
        check(&[(0, 0), (1, 0b111), (2, 0b11_1111)], &[0, 0, 0]);
        check(&[(0, 0), (60, 0b111), (90, u64::MAX), (120, 0b1)], &[0, 0, 1, 0]);
    }

    #[test]
    fn other_pictures_and_later_ones_are_not() {
        check(&[(0, 0), (1, u64::MAX)], &[0, 1]);
        check(&[(0, 0), (600, 0)], &[0, 1]);
        check(&[(0, 0), (60, 0b1111_1111)], &[0, 1]);
    }

    #[test]
    fn pictures_without_a_hash_stand_for_themselves() {
        let shots = [shot(1, 0, None), shot(2, 0, None)];
        assert_eq!(bursts(&shots), [0, 1]);
    }
}
