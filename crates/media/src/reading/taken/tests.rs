//! The decision case by case.

use super::*;

/// Checks one decision, made in the afternoon of 1 May 2024, against `(local time, offset in minutes, confidence)`.
fn check(evidence: &Evidence, name: &str, zone: Option<&str>, expected: Option<(&str, Option<i32>, Confidence)>) {
    let zone = zone.map(|zone| TimeZone::get(zone).unwrap());
    let around = Circumstances {
        name,
        modified: Some("2023-02-03T04:05:06Z".parse().unwrap()),
        now: "2024-05-01T15:00".parse().unwrap(),
        zone: zone.as_ref(),
        home: None,
    };
    let taken = decide(evidence, around);
    let found = taken.as_ref().map(|t| (t.at, t.offset.map(UtcOffset::minutes), t.confidence));
    let expected = expected.map(|(at, offset, confidence)| (at.parse().unwrap(), offset, confidence));
    assert_eq!(found, expected, "{name} {evidence:?}");
}

fn camera(original: &str) -> Evidence {
    Evidence { original: Stamp::parse(original), camera: true, ..Evidence::default() }
}

fn sidecar(evidence: Evidence, date: &str) -> Evidence {
    Evidence { sidecar: Stamp::parse(date), ..evidence }
}

#[test]
fn the_cameras_clock_comes_first() {
    let evidence = sidecar(camera("2020:09:28 14:22:01"), "2019-01-02T03:04:05");
    check(&evidence, "IMG_20180102_030405.jpg", None, Some(("2020-09-28T14:22:01", None, Confidence::Camera)));
    let digitized = Evidence { original: None, digitized: Stamp::parse("2020:09:28 14:22:01"), ..camera("") };
    check(&digitized, "a.jpg", None, Some(("2020-09-28T14:22:01", None, Confidence::Camera)));
}

#[test]
fn the_offset_comes_from_its_tag_then_the_place_then_the_satellites() {
    let plain = camera("2020:09:28 14:22:01");
    let stated = camera("2020-09-28T14:22:01-04:00");
    let summer = Some(("2020-09-28T14:22:01", Some(120), Confidence::Camera));
    check(&stated, "a.jpg", Some("Europe/Berlin"), Some(("2020-09-28T14:22:01", Some(-240), Confidence::Camera)));
    check(&plain, "a.jpg", Some("Europe/Berlin"), summer);
    let with_gps = |utc: &str| Evidence { gps: Some(utc.parse().unwrap()), ..plain.clone() };
    check(&with_gps("2020-09-28T12:21:40"), "a.jpg", None, summer);
    let nepal = Some(("2020-09-28T14:22:01", Some(345), Confidence::Camera));
    check(&with_gps("2020-09-28T08:37:10"), "a.jpg", None, nepal);
    let unknown = Some(("2020-09-28T14:22:01", None, Confidence::Camera));
    check(&with_gps("2020-09-28T12:15:00"), "a.jpg", None, unknown);
    check(&with_gps("2020-09-26T12:22:01"), "a.jpg", None, unknown);
}

#[test]
fn satellites_tell_the_time_where_the_camera_does_not() {
    let evidence = Evidence { gps: Some("2020-12-31T23:30:00".parse().unwrap()), ..Evidence::default() };
    check(&evidence, "a.jpg", Some("Europe/Berlin"), Some(("2021-01-01T00:30:00", Some(60), Confidence::Gps)));
    // Without a place the day itself is uncertain, so that a name is believed first.
    let named = Some(("2020-12-31T14:22:01", None, Confidence::FileName));
    check(&evidence, "IMG_20201231_142201.jpg", None, named);
    check(&evidence, "a.jpg", None, Some(("2020-12-31T23:30:00", None, Confidence::Gps)));
}

#[test]
fn sidecar_then_name_then_file_time() {
    let nothing = Evidence::default();
    let of_sidecar = sidecar(nothing.clone(), "1987-06-05T12:00:00");
    check(&of_sidecar, "IMG_20200928_142201.jpg", None, Some(("1987-06-05T12:00:00", None, Confidence::Sidecar)));
    check(&nothing, "IMG-20200928-WA0001.jpg", None, Some(("2020-09-28T00:00", None, Confidence::FileName)));
    check(&nothing, "IMG_20990928_142201.jpg", None, Some(("2023-02-03T04:05:06", None, Confidence::FileTime)));
    let changed = Evidence { changed: Stamp::parse("2005:05:05 05:05:05"), ..nothing };
    check(&changed, "DSC_0042.jpg", None, Some(("2005-05-05T05:05:05", None, Confidence::FileTime)));
}

#[test]
fn a_clock_that_was_never_set_gives_way() {
    let dead = camera("2000:01:01 00:03:10");
    check(&dead, "DSC_0042.jpg", None, Some(("2000-01-01T00:03:10", None, Confidence::DoubtfulClock)));
    check(&dead, "IMG_20200928_142201.jpg", None, Some(("2020-09-28T14:22:01", None, Confidence::FileName)));
    let mended = sidecar(dead.clone(), "2004-07-24T13:06:01");
    check(&mended, "DSC_0042.jpg", None, Some(("2004-07-24T13:06:01", None, Confidence::Sidecar)));
    let copied = sidecar(dead, "2000-01-01T00:03:10");
    check(&copied, "DSC_0042.jpg", None, Some(("2000-01-01T00:03:10", None, Confidence::DoubtfulClock)));
    let future = camera("2031:01:02 10:00:00");
    check(&future, "DSC_0042.jpg", None, Some(("2031-01-02T10:00:00", None, Confidence::DoubtfulClock)));
}

#[test]
fn a_scan_is_no_exposure() {
    let scan = |original: &str, digitized: &str| Evidence {
        original: Stamp::parse(original),
        digitized: Stamp::parse(digitized),
        scanner: true,
        ..Evidence::default()
    };
    let day = "2012:03:04 10:00:00";
    let scanned = Some(("2012-03-04T10:00:00", None, Confidence::Scan));
    check(&scan(day, day), "IMG_20110101_101010.jpg", None, scanned);
    check(&scan("", day), "a.jpg", None, scanned);
    check(&sidecar(scan(day, day), "2012-03-04T10:00:00"), "a.jpg", None, scanned);
    let entered = Some(("1974-08-01T00:00:00", None, Confidence::Camera));
    check(&scan("1974:08:01 00:00:00", day), "a.jpg", None, entered);
    let by_sidecar = sidecar(scan(day, day), "1974-08-01");
    check(&by_sidecar, "a.jpg", None, Some(("1974-08-01T00:00:00", None, Confidence::Sidecar)));
    check(&scan("", ""), "Scan_20120304.jpg", None, Some(("2012-03-04T00:00:00", None, Confidence::Scan)));
}

#[test]
fn a_program_that_made_a_file_did_not_take_a_photo() {
    let made = Evidence { created: Stamp::parse("2008-04-30T17:23:58+02:00"), ..Evidence::default() };
    check(&made, "button.png", None, Some(("2008-04-30T17:23:58", Some(120), Confidence::FileTime)));
    let by_camera = Evidence { camera: true, ..made };
    check(&by_camera, "a.jpg", None, Some(("2008-04-30T17:23:58", Some(120), Confidence::Camera)));
}

#[test]
fn a_movie_header_is_moved_to_local_time_where_the_zone_is_known() {
    let movie = Evidence { clock: Some("2020-10-23T22:27:29".parse().unwrap()), ..Evidence::default() };
    check(&movie, "a.mp4", Some("Europe/Lisbon"), Some(("2020-10-23T23:27:29", Some(60), Confidence::Camera)));
    check(&movie, "VID_20201024_002725.mp4", None, Some(("2020-10-24T00:27:25", Some(120), Confidence::Camera)));
    check(&movie, "VID_20201019_002725.mp4", None, Some(("2020-10-23T22:27:29", None, Confidence::Camera)));
    check(&movie, "a.mp4", None, Some(("2020-10-23T22:27:29", None, Confidence::Camera)));
    let apple = Evidence { original: Stamp::parse("2020-10-24T00:27:29+0200"), ..movie };
    check(&apple, "a.mov", None, Some(("2020-10-24T00:27:29", Some(120), Confidence::Camera)));
}
