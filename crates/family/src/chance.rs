//! Chance that always falls the same way: every picture and every date must come out alike for the same plan.

/// A small generator (SplitMix64), cheap to make for every moment, shot and leaf.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// A generator that depends on all of these numbers.
    pub(crate) fn of(seeds: &[u64]) -> Self {
        let mut chance = Self(0x9E37_79B9_7F4A_7C15);
        for seed in seeds {
            chance.0 ^= seed.wrapping_mul(0xD6E8_FEB8_6659_FD93);
            chance.0 = chance.next();
        }
        chance
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to 1.
    pub(crate) fn part(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// From `low` up to `high`.
    pub(crate) fn range(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.part()
    }

    /// A whole number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Whether something happens that does so with this probability.
    pub(crate) fn odds(&mut self, probability: f32) -> bool {
        self.part() < probability
    }

    /// One of them.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// Puts them in another order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// A number for the pixel or leaf at whole coordinates, 0 to 1.
#[inline]
pub(crate) fn speck(x: i32, y: i32, seed: u32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x85EB_CA6B) ^ (y as u32).wrapping_mul(0xC2B2_AE35) ^ seed;
    h = (h ^ (h >> 15)).wrapping_mul(0x2C1B_3C6D);
    h = (h ^ (h >> 12)).wrapping_mul(0x297A_2D39);
    (h ^ (h >> 15)) as f32 / u32::MAX as f32
}

/// Smooth noise along a line, −1 to 1: the outline of hills and the drift of waves.
pub(crate) fn drift(x: f32, seed: u32) -> f32 {
    let cell = x.floor();
    let t = x - cell;
    let t = t * t * (3.0 - 2.0 * t);
    let (a, b) = (speck(cell as i32, 0, seed), speck(cell as i32 + 1, 0, seed));
    (a + (b - a) * t) * 2.0 - 1.0
}
