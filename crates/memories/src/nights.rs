//! Where one waking day ends and the next begins.
//!
//! A party runs past midnight and a morning begins before dawn, so days are parted in the stillest hour of the night, not
//! at 00:00. That keeps each waking day whole and independent of all others: a change concerns two of them at most.

use std::ops::Range;

const HOUR: i64 = 3_600_000;
/// A day in milliseconds.
pub(crate) const DAY: i64 = 24 * HOUR;
/// The night is parted somewhere from here …
const EARLIEST: i64 = 3 * HOUR;
/// … to here. Milliseconds after midnight.
const LATEST: i64 = 7 * HOUR;

/// Where the waking day `day` begins, given the times of at least all photos from 03:00 to 07:00 of that day, in order: in
/// the middle of the longest stretch without a photo. All times are local milliseconds, `day` is in days since 1970-01-01.
pub(crate) fn begins(day: i64, times: impl IntoIterator<Item = i64>) -> i64 {
    let (from, to) = (day * DAY + EARLIEST, day * DAY + LATEST);
    let mut last = from;
    let mut stillest = 0..0_i64;
    for at in times.into_iter().filter(|at| (from..to).contains(at)).chain([to]) {
        if at - last > length(&stillest) {
            stillest = last..at;
        }
        last = at;
    }
    stillest.start + length(&stillest) / 2
}

fn length(stretch: &Range<i64>) -> i64 {
    stretch.end - stretch.start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(times: &[(i64, i64)], expected: (i64, i64)) {
        let at = |&(hour, minute): &(i64, i64)| 10 * DAY + hour * HOUR + minute * 60_000;
        assert_eq!(begins(10, times.iter().map(at)), at(&expected), "{times:?}");
    }

    #[test]
    fn a_still_night_is_parted_in_the_middle() {
        check(&[], (5, 0));
        check(&[(1, 0), (9, 0)], (5, 0));
    }

    #[test]
    fn a_night_with_photos_is_parted_where_it_is_stillest() {
        check(&[(3, 30)], (5, 15));
        check(&[(4, 50), (5, 10)], (3, 55));
        check(&[(6, 30), (6, 40)], (4, 45));
    }
}
