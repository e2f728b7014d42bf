//! Means over lives, with 95 % confidence intervals.

/// A figure and how far it may be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The estimate.
    pub value: f64,
    /// Half the width of its 95 % confidence interval.
    pub within: f64,
}

/// The standard normal's 97.5th percentile.
const Z: f64 = 1.959_964;

/// All of one thing in proportion to all of another, over lives: surprises to years, joys kept to joys. Each life is one pair
/// (one thing, another). The interval is the normal one for a ratio of means, from how far lives lie off the common ratio
/// (Cochran, Sampling Techniques, 1977, chapter 6); lives are independent, days within a life are not.
pub fn proportion(pairs: &[(f64, f64)]) -> Figure {
    let count = pairs.len() as f64;
    let (over, under) = pairs.iter().fold((0.0, 0.0), |(over, under), pair| (over + pair.0, under + pair.1));
    if under == 0.0 {
        return Figure { value: f64::NAN, within: f64::NAN };
    }
    let value = over / under;
    let off: f64 = pairs.iter().map(|(over, under)| (over - value * under).powi(2)).sum();
    let deviation = (off / (count - 1.0)).sqrt();
    Figure { value, within: Z * deviation / (count.sqrt() * (under / count)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proportion_is_of_all_and_not_the_mean_of_proportions() {
        let figure = proportion(&[(1.0, 1.0), (0.0, 9.0)]);
        assert!((figure.value - 0.1).abs() < 1e-12);
    }

    #[test]
    fn lives_that_are_alike_leave_no_doubt() {
        assert_eq!(proportion(&[(2.0, 4.0), (3.0, 6.0)]), Figure { value: 0.5, within: 0.0 });
    }

    #[test]
    fn the_interval_is_that_of_the_mean_where_all_lives_are_as_long() {
        let pairs: Vec<(f64, f64)> = [1.0, 2.0, 3.0, 4.0, 5.0].map(|over| (over, 1.0)).to_vec();
        let figure = proportion(&pairs);
        // Standard deviation of 1 to 5 is the root of 2.5; of its mean, the root of 0.5.
        assert!((figure.within - Z * 0.5_f64.sqrt()).abs() < 1e-12);
        assert_eq!(figure.value, 3.0);
    }

    #[test]
    fn nothing_to_divide_by_is_no_figure() {
        assert!(proportion(&[(0.0, 0.0)]).value.is_nan());
    }
}
