//! Moments: photos grouped by gaps in time and jumps in place.

use library::{Shot, Sighting};
use model::Position;

const MINUTE: i64 = 60_000;
/// A pause this long ends a moment: lunch is over, everybody went home.
const LONG_PAUSE: i64 = 3 * 60 * MINUTE;
/// After a pause this long, being elsewhere is a new moment.
const PAUSE: i64 = 40 * MINUTE;
/// "Elsewhere", in kilometres.
const ELSEWHERE: f64 = 8.0;
/// Faster than anybody moves while taking pictures, in kilometres an hour: the camera was put down for a journey.
const JOURNEY: f64 = 250.0;

/// What is grouped: something that was taken at a time and maybe at a known place.
pub(crate) trait Taken: Clone {
    /// Local wall-clock milliseconds since 1970-01-01T00:00.
    fn at_ms(&self) -> i64;
    /// Whether the hour is known, or only the day.
    fn hour_known(&self) -> bool;
    /// Where.
    fn position(&self) -> Option<Position>;
}

/// Groups what was taken in one waking day, given in order of time. Of what only the day is known stays together, apart from
/// the rest.
pub(crate) fn group<T: Taken>(taken: &[T]) -> Vec<Vec<T>> {
    let (timed, day_only): (Vec<&T>, Vec<&T>) = taken.iter().partition(|one| one.hour_known());
    let mut groups: Vec<Vec<T>> = Vec::new();
    let mut located: Option<T> = None;
    for one in timed {
        let parted = groups.last().and_then(|g| g.last()).is_none_or(|last| parts(last, located.as_ref(), one));
        if parted {
            groups.push(Vec::new());
            located = None;
        }
        if let Some(open) = groups.last_mut() {
            open.push(one.clone());
        }
        if one.position().is_some() {
            located = Some(one.clone());
        }
    }
    if !day_only.is_empty() {
        groups.push(day_only.into_iter().cloned().collect());
    }
    groups
}

/// Whether `next` begins a new group after `last`; `located` is the last of the group that knows where it was.
fn parts<T: Taken>(last: &T, located: Option<&T>, next: &T) -> bool {
    let pause = next.at_ms() - last.at_ms();
    if pause >= LONG_PAUSE {
        return true;
    }
    let jump =
        located.and_then(|from| Some((from.position()?.kilometres_to(next.position()?), next.at_ms() - from.at_ms())));
    jump.is_some_and(|(kilometres, since)| {
        let hours = since.max(MINUTE) as f64 / (60 * MINUTE) as f64;
        kilometres > ELSEWHERE && (pause >= PAUSE || kilometres / hours > JOURNEY)
    })
}

impl Taken for Shot {
    fn at_ms(&self) -> i64 {
        self.at_ms
    }

    fn hour_known(&self) -> bool {
        self.hour_known
    }

    fn position(&self) -> Option<Position> {
        self.position
    }
}

impl Taken for Sighting {
    fn at_ms(&self) -> i64 {
        self.at_ms
    }

    fn hour_known(&self) -> bool {
        self.hour_known
    }

    fn position(&self) -> Option<Position> {
        self.position
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use model::{PhotoId, Position};

    use super::*;

    pub(crate) fn shot(id: i64, minutes: i64, position: Option<(f64, f64)>) -> Shot {
        Shot {
            photo: PhotoId(id),
            at_ms: minutes * MINUTE,
            hour_known: true,
            position: position.and_then(|(lat, lon)| Position::new(lat, lon)),
            place: None,
            likeness: None,
            favourite: false,
            rating: 0,
            people: 0,
        }
    }

    fn check(shots: &[(i64, Option<(f64, f64)>)], expected: &[usize]) {
        let shots: Vec<Shot> = (0..).zip(shots).map(|(id, (minutes, place))| shot(id, *minutes, *place)).collect();
        let sizes: Vec<usize> = group(&shots).iter().map(Vec::len).collect();
        assert_eq!(sizes, expected, "{shots:?}");
    }

    const HOME: Option<(f64, f64)> = Some((40.4168, -3.7038));
    const SEA: Option<(f64, f64)> = Some((39.4699, -0.3763));
    const NEXT_STREET: Option<(f64, f64)> = Some((40.4180, -3.7050));

    #[test]
    fn a_long_pause_ends_a_moment_and_a_short_one_does_not() {
        check(&[], &[]);
        check(&[(600, None), (630, None), (760, None)], &[3]);
        check(&[(600, None), (630, None), (811, None), (820, None)], &[2, 2]);
    }

    #[test]
    fn a_jump_in_place_ends_a_moment_and_a_stroll_does_not() {
        check(&[(600, HOME), (650, NEXT_STREET)], &[2]);
        check(&[(600, HOME), (700, SEA)], &[1, 1]);
        check(&[(600, HOME), (605, SEA)], &[1, 1]);
        check(&[(600, HOME), (700, None), (710, HOME)], &[3]);
    }

    #[test]
    fn a_drive_with_the_camera_out_of_the_window_is_one_moment() {
        let drive: Vec<_> = (0..20).map(|i| (600 + i * 6, Some((40.0 + i as f64 * 0.09, -3.0)))).collect();
        check(&drive, &[20]);
    }

    #[test]
    fn photos_of_which_only_the_day_is_known_stay_together() {
        let mut shots = vec![shot(1, 0, None), shot(2, 0, None), shot(3, 5, None)];
        shots[0].hour_known = false;
        shots[1].hour_known = false;
        let ids: Vec<Vec<i64>> = group(&shots).iter().map(|g| g.iter().map(|s| s.photo.0).collect()).collect();
        assert_eq!(ids, [vec![3], vec![1, 2]]);
    }
}
