//! Points and distances as people write them.

use model::Position;

/// How wide a place is where nobody says: across a small town's middle.
const USUAL_RADIUS: u32 = 1_000;

/// "45.9, -123.96".
pub(super) fn point_of(text: &str) -> Option<Position> {
    let (latitude, longitude) = text.split_once([',', ';'])?;
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    Position::new(number(latitude)?, number(longitude)?)
}

/// "500 m", "2 km", "2.5 km", "300"; a usual one where nothing is said.
pub(super) fn metres_of(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase().replace(',', ".");
    if text.is_empty() {
        return Some(USUAL_RADIUS);
    }
    let (number, metres) = match text.strip_suffix("km") {
        Some(number) => (number, 1_000.0),
        None => (text.strip_suffix('m').unwrap_or(&text), 1.0),
    };
    let metres = number.trim().parse::<f64>().ok()? * metres;
    // Half around the world; further is nowhere.
    (1.0..=20_038_000.0).contains(&metres).then_some(metres as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_radius_is_read_in_metres_and_kilometres_and_around_the_world_is_none() {
        let cases =
            [("", Some(1_000)), ("500 m", Some(500)), ("2 km", Some(2_000)), ("2,5km", Some(2_500)), ("30", Some(30))];
        for (text, metres) in cases {
            assert_eq!(metres_of(text), metres, "{text}");
        }
        for text in ["0", "-3 km", "40000 km", "far", "NaN", "inf", "1e99", "🌍"] {
            assert_eq!(metres_of(text), None, "{text}");
        }
        assert!(point_of("45.9, -123.96").is_some());
        for text in ["Salem, Oregon", "91, 0", "NaN, 3", "45.9", "0, 0"] {
            assert!(point_of(text).is_none(), "{text}");
        }
    }
}
