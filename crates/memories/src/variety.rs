//! Which photos stand for a moment when not all can be shown: chosen for variety, never by views or likes.

use library::Shot;

/// How many photos are chosen with care; the rest follow in order of time.
const CHOSEN: usize = 24;

/// The order in which the photos of a moment are chosen, as indices into `shots` (in order of time) with their `bursts`.
/// First comes one picture of each burst: its owner's favourites, people, and far apart in time. The others of a burst
/// come last.
pub(crate) fn ranking(shots: &[Shot], bursts: &[usize]) -> Vec<usize> {
    let standing = standing(shots, bursts);
    let mut chosen: Vec<usize> = Vec::with_capacity(shots.len());
    let mut left: Vec<usize> = standing.clone();
    // How far in time each is from what is chosen so far.
    let mut apart = vec![i64::MAX; left.len()];
    let span = span(shots).max(1) as f64;
    while chosen.len() < CHOSEN && !left.is_empty() {
        let worth = |(at, &index): (usize, &usize)| {
            let distance = if apart[at] == i64::MAX { 1.0 } else { (apart[at] as f64 / span * 4.0).min(1.0) };
            merit(&shots[index]) + 3.0 * distance
        };
        let best = (0..left.len()).max_by(|&a, &b| {
            let by_worth = worth((a, &left[a])).total_cmp(&worth((b, &left[b])));
            by_worth.then_with(|| left[b].cmp(&left[a]))
        });
        let Some(best) = best else { break };
        let index = left.remove(best);
        apart.remove(best);
        for (distance, other) in apart.iter_mut().zip(&left) {
            *distance = (*distance).min((shots[*other].at_ms - shots[index].at_ms).abs());
        }
        chosen.push(index);
    }
    chosen.extend(left);
    chosen.extend((0..shots.len()).filter(|index| standing.binary_search(index).is_err()));
    chosen
}

/// How much there is to see in a moment, 0 to 999: pictures that differ, favourites, people.
pub(crate) fn weight(shots: &[Shot], bursts: &[usize]) -> i64 {
    let pictures = bursts.iter().max().map_or(0, |last| last + 1).min(40) as i64;
    let favourites = shots.iter().filter(|s| s.favourite).count().min(4) as i64;
    let with_people = shots.iter().filter(|s| s.people > 0).count().min(10) as i64;
    (pictures * 8 + favourites * 90 + with_people * 30).min(999)
}

/// The one picture of each burst that stands for it, in order of time.
fn standing(shots: &[Shot], bursts: &[usize]) -> Vec<usize> {
    let mut best: Vec<Option<usize>> = Vec::new();
    for (index, &burst) in bursts.iter().enumerate() {
        if best.len() <= burst {
            best.resize(burst + 1, None);
        }
        let better = best[burst].is_none_or(|other| merit(&shots[index]) > merit(&shots[other]));
        if better {
            best[burst] = Some(index);
        }
    }
    let mut standing: Vec<usize> = best.into_iter().flatten().collect();
    standing.sort_unstable();
    standing
}

fn merit(shot: &Shot) -> f64 {
    let favourite = if shot.favourite { 4.0 } else { 0.0 };
    favourite + f64::from(shot.rating.max(0)) * 0.4 + f64::from(shot.people.min(3)) * 0.6
}

fn span(shots: &[Shot]) -> i64 {
    shots.last().map_or(0, |last| last.at_ms) - shots.first().map_or(0, |first| first.at_ms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::group::tests::shot;

    #[test]
    fn favourites_come_first_then_people_and_then_what_is_far_apart() {
        let mut shots: Vec<Shot> = (0..6).map(|i| shot(i, i * 10, None)).collect();
        shots[4].favourite = true;
        shots[1].people = 2;
        let order = ranking(&shots, &[0, 1, 2, 3, 4, 5]);
        assert_eq!(order[..2], [4, 1]);
        assert_eq!(order.len(), 6);
    }

    #[test]
    fn one_of_a_burst_stands_for_it_and_the_others_come_last() {
        let mut shots: Vec<Shot> = (0..5).map(|i| shot(i, i, None)).collect();
        shots[2].people = 1;
        let order = ranking(&shots, &[0, 1, 1, 1, 2]);
        let place = |index: usize| order.iter().position(|&i| i == index).unwrap();
        assert!(place(2) < 3, "{order:?}");
        assert_eq!(order[3..], [1, 3]);
    }

    #[test]
    fn every_photo_has_exactly_one_place_however_many_there_are() {
        let shots: Vec<Shot> = (0..300).map(|i| shot(i, i / 3, None)).collect();
        let bursts: Vec<usize> = (0..300).map(|i| i / 2).collect();
        let mut order = ranking(&shots, &bursts);
        order.sort_unstable();
        assert_eq!(order, (0..300).collect::<Vec<_>>());
    }
}
