//! Chance that always falls the same way: a life is the same for the same seed, whatever else is simulated beside it.

/// A small generator (SplitMix64), cheap enough to make one for every question that is asked of a life.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// A generator that depends on all of these numbers and on their order.
    pub(crate) fn of(seeds: &[u64]) -> Self {
        let mut chance = Self(0x51D7_348D_20A6_4F2B);
        for seed in seeds {
            chance.0 ^= seed.wrapping_mul(0xA24B_AED4_963E_E407).rotate_left(23);
            chance.0 = chance.next();
        }
        chance
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1.
    pub(crate) fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From `low` up to `high`.
    pub(crate) fn range(&mut self, (low, high): (f64, f64)) -> f64 {
        low + (high - low) * self.part()
    }

    /// A whole number from `low` to `high`, both included.
    pub(crate) fn whole(&mut self, (low, high): (i64, i64)) -> i64 {
        low + (self.part() * (high - low + 1) as f64) as i64
    }

    /// Whether something happens that does so with this probability.
    pub(crate) fn odds(&mut self, probability: f64) -> bool {
        self.part() < probability
    }

    /// One of them; the first where chance has nothing to choose from.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[(self.part() * from.len() as f64) as usize]
    }

    /// Which of several, each as likely as its weight says.
    pub(crate) fn weighed(&mut self, weights: &[f64]) -> usize {
        let mut left = self.part() * weights.iter().sum::<f64>();
        for (at, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return at;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// A waiting time with that mean.
    pub(crate) fn waiting(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.part()).ln()
    }

    /// A value whose logarithm is normal: `median` in the middle, `spread` the standard deviation of the logarithm.
    pub(crate) fn skewed(&mut self, median: f64, spread: f64) -> f64 {
        let (radius, angle) = ((-2.0 * (1.0 - self.part()).ln()).sqrt(), self.part() * std::f64::consts::TAU);
        median * (spread * radius * angle.cos()).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seeds_fall_the_same_way_and_others_do_not() {
        let draw = |seeds: &[u64]| Chance::of(seeds).next();
        assert_eq!(draw(&[1, 2]), draw(&[1, 2]));
        assert_ne!(draw(&[1, 2]), draw(&[2, 1]));
        assert_ne!(draw(&[1]), draw(&[1, 0]));
    }

    #[test]
    fn parts_and_odds_are_even() {
        let mut chance = Chance::of(&[7]);
        let mean = (0..10_000).map(|_| chance.part()).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
        let often = (0..10_000).filter(|_| chance.odds(0.2)).count();
        assert!((1_850..2_150).contains(&often), "{often}");
        let waits = (0..10_000).map(|_| chance.waiting(3.0)).sum::<f64>() / 10_000.0;
        assert!((waits - 3.0).abs() < 0.15, "{waits}");
    }
}
