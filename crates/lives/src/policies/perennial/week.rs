//! On which days of a week a card stands.

/// How careful the reason is for which something is asked about, the most careful first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Its owner said so.
    Said,
    /// A sign says so.
    Sign(care::Sign),
}

/// Of the days of a week on which something asks, those that have a card: at most so many, the most careful reasons first, then the
/// earlier.
pub(super) fn card_days(asking: &[(i64, Rank)], most: usize) -> Vec<i64> {
    let mut days: Vec<(Rank, i64)> = asking.iter().map(|(day, rank)| (*rank, *day)).collect();
    days.sort_unstable();
    days.into_iter().take(most).map(|(_, day)| day).collect()
}

/// The days from Monday to Sunday that `day` is one of. 1970-01-01 was a Thursday.
pub(super) fn week_of(day: i64) -> std::ops::Range<i64> {
    let monday = day - (day + 3).rem_euclid(7);
    monday..monday + 7
}

#[cfg(test)]
mod tests {
    use care::Sign;

    use super::*;

    #[test]
    fn a_week_is_from_monday_to_sunday() {
        for day in 20_000..20_050 {
            let date = model::day_from_number(week_of(day).start).unwrap();
            assert_eq!(date.weekday(), jiff::civil::Weekday::Monday, "{date}");
            assert!(week_of(day).contains(&day));
        }
    }

    #[test]
    fn the_most_careful_reasons_have_the_days() {
        let asking = [(1, Rank::Sign(Sign::MayBeTender)), (2, Rank::Sign(Sign::Words)), (3, Rank::Said), (4, Rank::Said)];
        assert_eq!(card_days(&asking, 2), [3, 4]);
        assert_eq!(card_days(&asking, 3), [3, 4, 2]);
        assert_eq!(card_days(&asking[..1], 2), [1]);
        assert_eq!(card_days(&asking, 0), [] as [i64; 0]);
    }
}
