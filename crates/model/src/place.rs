//! Where a photo was taken.

use serde::{Deserialize, Serialize};

/// A position on the WGS 84 ellipsoid, in degrees; north and east are positive.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// −90 to 90.
    pub latitude: f64,
    /// −180 to 180.
    pub longitude: f64,
}

impl Position {
    /// A position, if the numbers can be one. The point 0°, 0° is refused: cameras without a fix write it,
    /// and nobody's picture was taken in the sea off Ghana.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let possible = latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && (latitude, longitude) != (0.0, 0.0);
        possible.then_some(Self { latitude, longitude })
    }

    /// Great-circle distance in kilometres (haversine, mean Earth radius 6,371 km).
    pub fn kilometres_to(self, other: Self) -> f64 {
        let (a, b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_lat = ((b - a) / 2.0).sin();
        let half_lon = ((other.longitude - self.longitude).to_radians() / 2.0).sin();
        let h = half_lat * half_lat + a.cos() * b.cos() * half_lon * half_lon;
        2.0 * 6371.0 * h.sqrt().min(1.0).asin()
    }
}

/// The name of a place, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Town or suburb.
    pub town: String,
    /// State, province or region; may be empty.
    pub region: String,
    /// ISO 3166-1 alpha-2 country code, upper case.
    pub country: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_without_a_fix_is_no_position() {
        assert_eq!(Position::new(0.0, 0.0), None);
        assert_eq!(Position::new(91.0, 0.0), None);
        assert_eq!(Position::new(f64::NAN, 1.0), None);
        assert!(Position::new(-33.9, 18.4).is_some());
    }

    #[test]
    fn a_degree_on_the_equator_is_111_kilometres() {
        let a = Position { latitude: 0.0, longitude: 10.0 };
        let b = Position { latitude: 0.0, longitude: 11.0 };
        assert!((a.kilometres_to(b) - 111.2).abs() < 0.1);
        assert!((a.kilometres_to(a)).abs() < 1e-9);
    }
}
