//! What a position tells without asking anybody: the nearest town, and the time zone.

use std::sync::OnceLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};
use model::{Place, Position};
use reverse_geocoder::ReverseGeocoder;
use tzf_rs::EmbeddedFinder;

/// The nearest town (GeoNames), if there is one near enough to speak of.
pub(super) fn place_of(position: Position) -> Option<Place> {
    // At sea or in the desert the nearest town says nothing of the place.
    const FAR: f64 = 100.0;
    static TOWNS: OnceLock<ReverseGeocoder> = OnceLock::new();
    let towns = TOWNS.get_or_init(ReverseGeocoder::new);
    let town = towns.search((position.latitude, position.longitude)).record;
    let distance = Position::new(town.lat, town.lon)?.kilometres_to(position);
    (distance <= FAR).then(|| Place { town: town.name.clone(), region: town.admin1.clone(), country: town.cc.clone() })
}

/// The time zone at a position.
pub(super) fn zone_of(position: Position) -> Option<TimeZone> {
    // The finder that reads its map in place: slower by microseconds, smaller by a hundred megabytes in every worker.
    static ZONES: OnceLock<EmbeddedFinder> = OnceLock::new();
    let zones = ZONES.get_or_init(EmbeddedFinder::new);
    // The rules that were built in: a worker may not open the system's, and they could be older.
    static RULES: OnceLock<TimeZoneDatabase> = OnceLock::new();
    let rules = RULES.get_or_init(TimeZoneDatabase::bundled);
    rules.get(zones.get_tz_name(position.longitude, position.latitude)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_has_a_town_and_a_zone() {
        let lisbon = Position::new(38.71, -9.14).unwrap();
        let place = place_of(lisbon).unwrap();
        assert_eq!((place.town.as_str(), place.country.as_str()), ("Lisbon", "PT"));
        assert_eq!(
            zone_of(lisbon).and_then(|zone| zone.iana_name().map(str::to_owned)).as_deref(),
            Some("Europe/Lisbon")
        );
    }

    #[test]
    fn the_open_sea_has_no_town() {
        let pacific = Position::new(-40.0, -130.0).unwrap();
        assert_eq!(place_of(pacific), None);
    }
}
